import { createHash } from "node:crypto";
import { posix } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import type { Allowance } from "../../inputs.ts";
import type { Outside } from "../../outside/outside.ts";
import { reachable } from "../../stack/kustomize/apply-roots.ts";
import { buildCounts, inclusionsOf } from "../../stack/kustomize/inclusions.ts";
import type { Kustomization, Stack } from "../../stack/stack.ts";
import type { BuildSources } from "./kustomize-command.ts";
import { wholeFolders } from "./mirror-folders.ts";

/**
 * What kustomize builds from, a folder in the private scratch folder: kustomizations and plugin configurations are JSON
 * of what we read in them, everything else that a kustomization names is a copy, at the same place. What we did not
 * read is not there, whatever kustomize reads in a text that we read otherwise.
 *
 * With what is copied kustomize (5.7, kubectl 1.35) loads nothing more: `resources` and patches are objects, `crds` and
 * `openapi` schemas whose references stay in the document, `configurations` lists of fields, a file of `replacements`
 * or of a ValueAddTransformer has no path of its own, and the files of generators are data.
 */
export interface KustomizeMirror {
  /** Absolute path of a place in the tree, given by its real path. */
  absolute(real: string): string;
  /** A text of kustomize with the mirror's places as those of the repository. */
  local(text: string): string;
  /** What a build reads of these files, by their real places. */
  sources(reals: readonly string[]): Required<BuildSources>;
  /** The same of all files that a root's kustomizations name. */
  sourcesOf(root: Kustomization): BuildSources;
}

/**
 * The place in the tree of a file that kustomize names by the way from a kustomization of ours, which lies beside the
 * mirror; null for what is not in it.
 */
export const placeInMirror = (path: string, { absolute }: Pick<KustomizeMirror, "absolute">): string | null => {
  const mirror = absolute(".");
  // The way to the mirror, then the place in it.
  const inside = posix.relative(mirror, posix.join(mirror, "..", path.replace(/^(?:\.\.\/)+/, "")));
  return inside.startsWith("../") ? null : inside;
};

/** The mirror's folder below the scratch folder. */
const top = "kustomize/tree";

/** Far above any stack, far below what fills a runner's disk. */
const maxFiles = 20_000;
const maxBytes = 256 * 1024 * 1024;

type MirrorOutside = Pick<Outside, "workspace" | "scratch">;

/**
 * Writes the mirror of everything that these roots are built from; what is in `later`, by its place, only when a build
 * of it begins. Throws OperatorError `invalid-input` for a file that may not be read or is too much.
 */
export const makeMirror = async (
  roots: readonly Kustomization[],
  stack: Pick<Stack, "kustomizations">,
  outside: MirrorOutside,
  allow: readonly Allowance[],
  later: ReadonlyMap<string, string> = new Map(),
): Promise<KustomizeMirror> => {
  const kustomizations = reachable(roots, stack.kustomizations);
  refuseManyBuilds(roots, kustomizations);
  const folder = await outside.scratch.folder(top);
  const texts = textsOf(kustomizations, allow);
  const whole = await wholeFolders(kustomizations, outside.workspace);
  const named = new Map([...whole, ...filesOf(kustomizations, allow)].filter(([real]) => !texts.has(real)));
  const written: Written = { files: maxFiles, bytes: maxBytes, digests: new Map() };
  await copyFiles(new Map([...named].filter(([real]) => !later.has(real))), outside, written);
  for (const [real, text] of texts) await put(real, text, "", outside, written);
  const left = new Map([...later].filter(([real]) => named.has(real)));
  for (const [real, text] of left) note(real, text, named.get(real) ?? "", written);
  // Kustomize says of a folder that it has no kustomization, where we give it none.
  for (const { root, build } of kustomizations)
    if (build.own.size === 0) await outside.scratch.folder(posix.join(top, root));
  const sources: KustomizeMirror["sources"] = (reals) => ({
    contents: reals.map((real) => `${real} ${written.digests.get(real) ?? "is not there"}`),
    async write() {
      for (const real of reals) {
        const text = left.get(real);
        if (text === undefined) continue;
        left.delete(real);
        await write(real, text, named.get(real) ?? "", outside);
      }
    },
  });
  return {
    absolute: (real) => posix.join(folder, real),
    local: localIn(outside.scratch.dir),
    sources,
    sourcesOf(root) {
      const own = reachable([root], stack.kustomizations);
      return sources([...new Set([...filesOf(own, allow).keys(), ...textsOf(own, allow).keys()])]);
    },
  };
};

/**
 * Kustomize builds a folder as often as it is named: where thirty name the next one twice, a thousand million times.
 */
const maxBuilds = 20_000;

const refuseManyBuilds = (roots: readonly Kustomization[], all: readonly Kustomization[]): void => {
  const counts = buildCounts(roots, inclusionsOf(all));
  const tooMany = roots.find((root) => (counts.get(root) ?? 0) > maxBuilds);
  if (tooMany !== undefined)
    throw new OperatorError(
      "invalid-input",
      `${tooMany.file}: what it includes would be built more than ${maxBuilds} times, each as often as it is named.`,
      "Name a folder once.",
    );
};

/** Plugins of the repository's own may read a configuration as it is written: the workflow trusts them. */
const textsOf = (kustomizations: readonly Kustomization[], allow: readonly Allowance[]): ReadonlyMap<string, string> =>
  new Map([
    ...(allow.includes("exec-plugins") ? [] : kustomizations.flatMap(({ build }) => [...build.plugins])),
    ...kustomizations.flatMap(({ build }) => [...build.own]),
  ]);

/** Where each file is named, by its real place: the first place stands for all. */
type Wanted = ReadonlyMap<string, string>;

const filesOf = (kustomizations: readonly Kustomization[], allow: readonly Allowance[]): Wanted => {
  const references = kustomizations.flatMap((one) => one.references);
  const files = references.flatMap(({ target, path, real, at, field }): readonly (readonly [string, string])[] => {
    if (path === null) return [];
    const told = `${at.file}:${at.line}: ${field}: `;
    return target === "file" ? [[real ?? path, told]] : [];
  });
  const plugins = allow.includes("exec-plugins")
    ? kustomizations.flatMap(({ build }) => [...build.plugins.keys()])
    : [];
  return new Map([...plugins.map((real) => [real, ""] as const), ...files.reverse()]);
};

interface Written {
  /** How many more may be. */
  files: number;
  bytes: number;
  /** SHA-256 of what was or will be written, by its place. */
  readonly digests: Map<string, string>;
}

/** Files that are read at once: their bytes are in memory together. */
const atOnce = 32;

const copyFiles = async (files: Wanted, outside: MirrorOutside, written: Written): Promise<void> => {
  const all = [...files];
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    const read = await Promise.all(some.map(([real]) => outside.workspace.bytes(real)));
    for (const [index, [real, told]] of some.entries()) {
      const file = read[index];
      // Kustomize says itself what is missing.
      if (file === undefined || (!file.ok && file.why === "missing")) continue;
      if (!file.ok)
        throw new OperatorError(
          "invalid-input",
          `${told}${file.message}`,
          "Take the file out of the kustomization, or make it a plain file that can be read.",
        );
      await put(real, file.bytes, told, outside, written);
    }
  }
};

type Content = string | Uint8Array;

const put = async (real: string, content: Content, told: string, outside: MirrorOutside, written: Written) => {
  note(real, content, told, written);
  await write(real, content, told, outside);
};

const note = (real: string, content: Content, told: string, written: Written): void => {
  written.files -= 1;
  written.bytes -= content.length;
  if (written.files < 0 || written.bytes < 0)
    throw new OperatorError(
      "invalid-input",
      `${told}${real}: the kustomizations name more than ${maxFiles} files, or more than ${maxBytes / 1024 / 1024} MiB.`,
      "Split the stack, or take files out of the kustomizations.",
    );
  written.digests.set(real, createHash("sha256").update(content).digest("hex"));
};

const write = async (real: string, content: Content, told: string, { scratch }: MirrorOutside): Promise<void> => {
  try {
    await scratch.write(posix.join(top, real), content);
  } catch (cause) {
    // A path that is just short enough where it stands.
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENAMETOOLONG")) throw cause;
    throw new OperatorError("invalid-input", `${told}${real} has a path that is too long.`, "Shorten it.", { cause });
  }
};

/**
 * Kustomize names files by their real paths, in which links on the way to the scratch folder are followed: its own name
 * is told by its last part.
 */
const localIn = (scratchDir: string): KustomizeMirror["local"] => {
  const here = `${posix.basename(scratchDir)}/${top}`;
  const above = `${posix.dirname(scratchDir)}/`;
  return (text) => {
    const [first = "", ...rest] = text.split(here);
    // What stands behind the folder's name is a path in it, else the folder itself is meant.
    return rest.reduce(
      (told, part) => `${withoutPath(told, above)}${part.startsWith("/") ? part.slice(1) : `.${part}`}`,
      first,
    );
  };
};

const withoutPath = (text: string, above: string): string => {
  if (text.endsWith(above)) return text.slice(0, -above.length);
  let end = text.length;
  while (end > 0 && !/[\s'"`]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};
