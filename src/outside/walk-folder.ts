import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { posix } from "node:path";
import type { Resolved } from "./open-workspace.ts";
import type { EntryKind } from "./workspace.ts";

interface Entry {
  readonly path: string;
  readonly kind: EntryKind;
}

/** What is in a directory; undefined where this user may not look. */
const list = (real: string): Promise<Dirent[] | undefined> =>
  readdir(real, { withFileTypes: true }).catch(() => undefined);

interface Folder {
  readonly path: string;
  readonly real: string;
}

/** Git's own data and installed packages: not sources, and large. Listed as a directory, not entered. */
const notEntered = new Set([".git", "node_modules"]);

/**
 * Every file below a folder of the workspace, sorted in code-unit order. A directory that was entered already, under its own name or by another link,
 * is listed as a directory and not entered again: cycles end, and links cannot multiply the work.
 */
export const walkFolder = async (
  folder: string,
  resolveInside: (path: string) => Promise<Resolved>,
): Promise<readonly Entry[]> => {
  const start = await resolveInside(folder);
  if (start.kind !== "directory") return [];
  const entries: Entry[] = [];
  const entered = new Set<string>();
  const links: string[] = [];
  // Directories under their own names come before links, so that a link never takes a file's own path away.
  await enter({ path: posix.normalize(folder).replace(/\/$/, ""), real: start.real });
  for (let link = links.shift(); link !== undefined; link = links.sort().shift()) await followLink(link);
  return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  async function enter(at: Folder): Promise<void> {
    const children = entered.has(at.real) ? undefined : await list(at.real);
    entered.add(at.real);
    if (children === undefined) {
      entries.push({ path: at.path, kind: "directory" });
      return;
    }
    await Promise.all(
      children.map(async (child) => {
        const path = at.path === "." ? child.name : `${at.path}/${child.name}`;
        if (child.isSymbolicLink()) links.push(path);
        else if (!child.isDirectory()) entries.push({ path, kind: child.isFile() ? "file" : "other" });
        else if (notEntered.has(child.name)) entries.push({ path, kind: "directory" });
        else await enter({ path, real: `${at.real}/${child.name}` });
      }),
    );
  }

  async function followLink(path: string): Promise<void> {
    const target = await resolveInside(path);
    if (target.kind !== "directory") entries.push({ path, kind: target.kind === "unreadable" ? "other" : target.kind });
    else if (entered.has(target.real) || notEntered.has(posix.basename(target.real)))
      entries.push({ path, kind: "directory" });
    else await enter({ path, real: target.real });
  }
};
