import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Every path below some folders with its kind, size, time and, of a link, its target. */
export type Snapshot = ReadonlyMap<string, string>;

/** Takes it; `git` keeps its own index up to date when it looks at a tree, which is left out. */
export const takeSnapshot = (folders: readonly string[]): Snapshot => {
  const found = new Map<string, string>();
  for (const folder of folders) visit(folder, found);
  return found;
};

const visit = (path: string, found: Map<string, string>): void => {
  const at = lstatSync(path);
  found.set(path, describe(path, at));
  if (at.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name), found);
};

const describe = (path: string, at: ReturnType<typeof lstatSync> & object): string =>
  [at.mode, at.isDirectory() ? "" : at.size, at.mtimeMs, at.isSymbolicLink() ? readlinkSync(path) : ""].join(" ");

/** Paths that came, went or changed. */
export const changesBetween = (before: Snapshot, after: Snapshot): readonly string[] => [
  ...[...after].flatMap(([path, what]) => (before.get(path) === what ? [] : [path])),
  ...[...before.keys()].filter((path) => !after.has(path)),
];
