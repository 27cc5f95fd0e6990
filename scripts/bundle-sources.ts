import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");
const quickStart = join(import.meta.dirname, "quick-start.ts");
/** Goes with what it is made of: `npm ci` empties the folder. */
const cache = join(root, "node_modules/.cache/bundles");
/** A bundle of other sources is of no more use to anybody; one that is younger may be another process's. */
const keptMs = 60 * 60 * 1000;

/** What starts the program. */
export type Entry = "main" | "cli";

let made: Promise<string> | undefined;

/**
 * Absolute path of the entry, bundled from the sources as they are: Node takes 0.4 s of CPU time more to load
 * hundreds of files, and another 0.1 s where it compiles and optimizes as it does by itself. Made once for the same
 * sources, also by several processes.
 */
export const bundledEntry = async (entry: Entry): Promise<string> => {
  made ??= bundleOf(digestOfSources());
  return join(await made, `${entry}.mjs`);
};

const bundleOf = async (digest: string): Promise<string> => {
  const folder = join(cache, digest);
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return folder;
  mkdirSync(cache, { recursive: true });
  removeOld();
  const unfinished = mkdtempSync(join(cache, "unfinished-"));
  const input = { main: join(source, "main.ts"), cli: join(source, "cli.ts"), quick: quickStart };
  // Of jsonc-parser no bundler follows the other form, UMD.
  const resolving = { mainFields: ["module", "main"] };
  const bundle = await rolldown({ input, platform: "node", logLevel: "warn", resolve: resolving });
  await bundle.write({
    ...{ dir: unfinished, entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
    banner: ({ name, isEntry }) => (isEntry && name !== "quick" ? 'import "./quick.mjs";' : ""),
  });
  await bundle.close();
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another process was faster: its bundle is as good as ours.
    rmSync(unfinished, { recursive: true });
  }
  return folder;
};

const digestOfSources = (): string => {
  const hash = createHash("sha256");
  for (const file of [join(root, "package-lock.json"), quickStart]) hash.update(readFileSync(file));
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(?:ts|json)$/.test(name)) hash.update(`\0${name}\0`).update(readFileSync(join(source, name)));
  return hash.digest("hex").slice(0, 16);
};

const removeOld = (): void => {
  for (const name of readdirSync(cache)) {
    const made = statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > keptMs) rmSync(join(cache, name), { recursive: true, force: true });
  }
};
