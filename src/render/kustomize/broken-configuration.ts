import { posix } from "node:path";
import type { Location } from "../../core/finding.ts";
import { kustomizationNames } from "../../stack/kustomize/reference-target.ts";
import type { UnreadableFile } from "../../stack/stack.ts";
import type { BuildTree } from "./tree.ts";

/**
 * Why a root is not even given to kustomize, as a build that failed: a configuration of it has no value that we could
 * hand on, or could not be read.
 */
export const brokenConfiguration = (
  { kustomizations }: BuildTree,
  unreadable: readonly UnreadableFile[],
): { readonly message: string; readonly at: Location } | null => {
  for (const { build, references } of kustomizations) {
    if (build.broken !== null) return { message: build.broken.message, at: build.broken.at };
    for (const { target, path, at } of references) {
      if (target !== "folder" || path === null) continue;
      const files = kustomizationNames.map((name) => posix.join(path, name));
      const unread = unreadable.find(({ file }) => files.includes(file));
      if (unread !== undefined) return { message: unread.message.replace(/\.$/, ""), at };
    }
  }
  return null;
};
