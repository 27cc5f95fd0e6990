import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { posix } from "node:path";
import { isGitData } from "../../core/within.ts";
import type { Entry } from "../../outside/workspace.ts";
import { kindOf, type Resolved, relativeTo } from "./resolve-inside.ts";

/** What is in a directory; undefined where this user may not look. */
const list = (real: string): Promise<Dirent[] | undefined> =>
  readdir(real, { withFileTypes: true }).catch(() => undefined);

interface Folder {
  readonly path: string;
  readonly real: string;
}

/** Git's own data and installed packages: not sources, and large. Listed as a directory, not entered. */
const isNotEntered = (name: string): boolean => isGitData(name) || name === "node_modules";

/** The workspace's root, real and absolute, and what a path in it is. */
interface Inside {
  readonly root: string;
  resolve(path: string): Promise<Resolved>;
}

/**
 * Every file below a folder of the workspace, sorted in code-unit order. A directory that was entered already,
 * under its own name or by another link, is listed as a directory and not entered again: cycles end, and links
 * cannot multiply the work.
 */
export const walkFolder = async (folder: string, inside: Inside): Promise<readonly Entry[]> => {
  const start = await inside.resolve(folder);
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
        const real = posix.join(at.real, child.name);
        if (child.isSymbolicLink()) links.push(path);
        else if (child.isDirectory() && !isNotEntered(child.name)) await enter({ path, real });
        else if (child.isDirectory()) entries.push({ path, kind: "directory" });
        else entries.push(entry(path, child.isFile() && !isGitData(child.name) ? "file" : "other", real));
      }),
    );
  }

  async function followLink(path: string): Promise<void> {
    const target = await inside.resolve(path);
    if (!("real" in target)) entries.push({ path, kind: kindOf(target) });
    else if (target.kind !== "directory") entries.push(entry(path, target.kind, target.real));
    else if (entered.has(target.real) || isNotEntered(posix.basename(target.real)))
      entries.push({ path, kind: "directory" });
    else await enter({ path, real: target.real });
  }

  function entry(path: string, kind: Entry["kind"], absolute: string): Entry {
    const real = relativeTo(inside.root, absolute);
    return real === path ? { path, kind } : { path, kind, real };
  }
};
