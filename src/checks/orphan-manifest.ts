import { isObject } from "../kubernetes/manifest.ts";
import type { Stack } from "../stack/stack.ts";
import type { Check } from "./check.ts";
import { applicableIn } from "./own/applicable.ts";

export const orphanManifest: Check = {
  id: "orphan-manifest",
  title:
    "A manifest or dashboard lies in base/ or overlays/, but no kustomization refers to it, so it is never applied.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    const referred = new Set(stack.kustomizations.flatMap(({ references }) => references.map(({ path }) => path)));
    for (const { file } of stack.kustomizations) referred.add(file);
    for (const yaml of stack.files) {
      const { file } = yaml;
      const document = applicableIn(yaml);
      if (document === undefined || referred.has(file) || isExcused(stack, file)) continue;
      const kustomization = nearestKustomization(stack, file);
      yield {
        message: `No kustomization refers to ${file}: it is never applied`,
        at: document.locate(isObject(document.value) && "kind" in document.value ? ["kind"] : []),
        fix: {
          description:
            kustomization === undefined
              ? "List it in a kustomization, or delete it"
              : `List it in ${kustomization} (a manifest under resources, a dashboard under configMapGenerator), or delete it`,
          edits: [],
        },
      };
    }
  },
};

/**
 * Where a folder has no kustomization, or one that cannot be read or names a file that is not there, that is the
 * finding, not each file in it.
 */
const isExcused = (stack: Stack, file: string): boolean =>
  stack.foldersWithoutKustomization.some(({ folder }) => file.startsWith(`${folder}/`)) ||
  stack.kustomizations.some(
    ({ folder, yaml, references }) =>
      file.startsWith(`${folder}/`) &&
      (yaml.errors.length > 0 || references.some(({ target }) => target === "missing")),
  );

const nearestKustomization = (stack: Stack, file: string): string | undefined =>
  stack.kustomizations
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0]?.file;
