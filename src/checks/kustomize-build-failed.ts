import type { Kustomization, Stack } from "../stack/stack.ts";
import type { Check } from "./check.ts";

export const kustomizeBuildFailed: Check = {
  id: "kustomize-build-failed",
  title: "The base or an overlay does not build, so nothing of it can be applied.",
  severity: "error",
  decidedBy: "kustomize",
  reads: ["stack", "render"],
  *find({ stack, render }) {
    for (const { root, error } of render.roots) {
      if (error === null || brokenYamlIn(stack, root)) continue;
      yield { message: `${root} does not build: ${error.message}`, at: error.at };
    }
  },
};

/**
 * A file that is no valid YAML breaks the build of all that include it; `yaml-invalid` and
 * `yaml-duplicate-key` name the place.
 */
const brokenYamlIn = (stack: Stack, root: string): boolean => {
  const read = filesOf(stack, root, new Set());
  return stack.files.some(({ file, errors }) => errors.length > 0 && read.has(file));
};

const filesOf = (stack: Stack, folder: string, files: Set<string>): ReadonlySet<string> => {
  const kustomization = stack.kustomizations.find((one: Kustomization) => one.folder === folder);
  if (kustomization === undefined || files.has(kustomization.file)) return files;
  files.add(kustomization.file);
  for (const { target, path } of kustomization.references) {
    if (path === null) continue;
    if (target === "file") files.add(path);
    if (target === "folder") filesOf(stack, path, files);
  }
  return files;
};
