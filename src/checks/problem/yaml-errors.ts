import type { Problem } from "../../core/finding.ts";
import type { Stack } from "../../stack/stack.ts";
import type { YamlError } from "../../text/yaml-file.ts";

/** The YAML errors of every file of the tree and of the release's value files, one list a file. */
export const yamlErrors = (stack: Stack): readonly (readonly YamlError[])[] => {
  const files = [...stack.kustomizations.map(({ yaml }) => yaml), ...stack.files, ...stack.valueFiles];
  return [...new Map(files.map(({ file, errors }) => [file, errors])).values()];
};

export const problemOf = ({ message, at }: YamlError): Problem => ({ message, at });
