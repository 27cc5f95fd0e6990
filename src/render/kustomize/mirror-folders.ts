import { posix } from "node:path";
import type { Workspace } from "../../outside/workspace.ts";
import type { Kustomization } from "../../stack/stack.ts";

/**
 * The files of folders that kustomize and what it runs read without naming each: those of local charts
 * (`allow: helm-charts`), and the kustomization's whole folder where it runs a plugin (`allow: exec-plugins`), by their
 * places, each with who needs it. The workflow has allowed both before.
 */
export const wholeFolders = async (
  kustomizations: readonly Kustomization[],
  workspace: Pick<Workspace, "walk">,
): Promise<ReadonlyMap<string, string>> => {
  const folders = new Map(kustomizations.flatMap((one) => foldersOf(one).map((folder) => [folder, `${one.file}: `])));
  const files = new Map<string, string>();
  for (const [folder, told] of folders)
    for (const { path, kind } of await workspace.walk(folder)) if (kind === "file") files.set(path, told);
  return files;
};

const foldersOf = ({ root, references }: Kustomization): readonly string[] => {
  const runs = (target: string): boolean => references.some((one) => one.target === target);
  if (runs("plugin")) return [root];
  if (!runs("chart")) return [];
  const homes = references.filter(({ field, target }) => /\.chartHome$/i.test(field) && target === "folder");
  return [posix.join(root, "charts"), ...homes.flatMap(({ path, real }) => real ?? path ?? [])];
};
