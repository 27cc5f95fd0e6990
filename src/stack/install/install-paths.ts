import { posix } from "node:path";
import type { EntryKind } from "../../outside/workspace.ts";
import { belowRoot } from "./shell-scope.ts";
import { root } from "./shell-value.ts";

/** Where a path of the script leads: relative to the repository root, or why it is not followed. */
export type FoundPath = { readonly path: string } | { readonly refused: string } | { readonly unclear: string };

export type KindOf = (path: string) => Promise<EntryKind>;

/**
 * Finds what a path in the script means. `folders` are those the script may stand in: where the path exists from
 * several of them and means different things, nobody knows which is meant.
 */
export const findPath = async (
  text: string,
  folders: readonly string[] | null,
  wanted: readonly EntryKind[],
  kindOf: KindOf,
): Promise<FoundPath> => {
  // Helm asks what begins so over the network, whatever lies on the disk.
  if (/^(?:https?|oci|file):|^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return { refused: `${withoutCredentials(text)} is refused: only files of the repository are read` };
  if (/^[~/]/.test(text)) return { refused: `${text} is refused: it is outside the repository` };
  const candidates = text.startsWith(root)
    ? [belowRoot(text)]
    : folders?.map((folder) => posix.normalize(posix.join(folder, text)));
  if (candidates === undefined) return { unclear: `Which folder ${text} is relative to is not known` };
  const paths = [...new Set(candidates)];
  const kinds = await Promise.all(paths.map(kindOf));
  const found = paths.filter((_, index) => wanted.includes(kinds[index] ?? "missing"));
  const [path, ...others] = found;
  if (path !== undefined && others.length === 0) return { path };
  const shown = text.startsWith(root) ? belowRoot(text) : text;
  if (path !== undefined)
    return { unclear: `${shown} can mean ${found.join(" or ")}, depending on where the script is started` };
  const outside = kinds.includes("outside") && (kinds.length === 1 || kinds[0] === "outside");
  if (outside) return { refused: `${shown} is refused: it leads out of the repository` };
  const inside = paths.filter((_, index) => kinds[index] !== "outside");
  return { unclear: `${shown} does not exist (looked for ${inside.join(", ")})` };
};

/** An address as it may be shown. */
const withoutCredentials = (url: string): string => url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1");
