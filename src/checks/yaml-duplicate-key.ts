import { nameOf, type Problem } from "../core/finding.ts";
import type { Stack } from "../stack/stack.ts";
import type { YamlError } from "../text/yaml-file.ts";
import type { ObjectVerdict } from "../validate/validation.ts";
import type { Check } from "./check.ts";
import { problemOf, yamlErrors } from "./problem/yaml-errors.ts";

export const yamlDuplicateKey: Check = {
  id: "yaml-duplicate-key",
  title: "A key stands twice in one mapping.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "validation"],
  *find({ stack, validation }) {
    for (const errors of yamlErrors(stack))
      for (const error of errors) if (error.duplicateKey) yield inFile(error, stack);
    yield* validation.verdicts.flatMap(inRender);
  },
};

/** helm and kustomize let the last key of values and of a kustomization count; kustomize refuses an object. */
const inFile = (error: YamlError, { valueFiles, kustomizations }: Stack): Problem => {
  const isIn = (files: readonly { readonly file: string }[]) => files.some(({ file }) => file === error.at.file);
  const reader = isIn(valueFiles) ? "helm" : isIn(kustomizations) ? "kustomize" : null;
  const { message, ...problem } = problemOf(error);
  return { message: reader === null ? message : `${message}: ${lastCounts(reader)}`, ...problem };
};

/** What a template of the chart, or a text in the values, renders to. */
const inRender = ({ manifest, doubledKey }: ObjectVerdict): readonly Problem[] =>
  doubledKey === undefined
    ? []
    : [
        {
          message: `${nameOf(manifest.ref)}: the key "${doubledKey}" stands twice in one mapping of what the chart renders: ${lastCounts("helm")}`,
          resource: manifest.ref,
          at: manifest.locate([]),
        },
      ];

const lastCounts = (reader: string): string => `${reader} lets the last one count, and what the first one says is lost`;
