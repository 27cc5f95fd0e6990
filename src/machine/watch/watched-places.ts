import { basename, dirname, join, relative } from "node:path";
import { isWithin } from "../../core/within.ts";
import type { Workspace } from "../../outside/workspace.ts";

/** A folder stands for all that is below it, a path at which there is nothing for what may come there. */
type Places = readonly string[];

/**
 * Where to look for changes of what was asked for (absolute paths): real places inside of the workspace, whatever links
 * lead to them. A link itself may change, too. Outside of the workspace nothing is looked at.
 */
export const watchedPlaces = async (asked: Iterable<string>, workspace: Workspace): Promise<Places> => {
  // No file system has a name with a NUL byte.
  const inside = [...asked].filter((path) => isWithin(workspace.root, path) && !path.includes("\0"));
  const found = await Promise.all(inside.map((path) => placesInside(relative(workspace.root, path), workspace)));
  return [...new Set(found.flat())].sort();
};

const placesInside = async (path: string, workspace: Workspace): Promise<Places> => {
  const { root } = workspace;
  const { kind, real } = await workspace.find(path);
  if (kind === "missing") return [await futurePlace(path, workspace)].flatMap((place) => place ?? []);
  if (path === "") return [root];
  const parent = (await workspace.find(dirname(path))).real;
  const own = parent === null ? null : join(root, parent, basename(path));
  return [own, real === null ? null : join(root, real)].flatMap((place) => place ?? []);
};

/** Where it would be: below the nearest folder that there is. Null where a link on the way leads elsewhere. */
const futurePlace = async (path: string, workspace: Workspace): Promise<string | null> => {
  for (let above = dirname(path); ; above = dirname(above)) {
    const { kind, real } = await workspace.find(above);
    if (kind === "directory" && real !== null) return join(workspace.root, real, relative(above, path));
    if (kind !== "missing" || above === ".") return null;
  }
};
