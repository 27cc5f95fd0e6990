import type { Check } from "./check.ts";
import { problemOf, yamlErrors } from "./problem/yaml-errors.ts";

export const yamlInvalid: Check = {
  id: "yaml-invalid",
  title: "A file is not valid YAML or JSON.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const errors of yamlErrors(stack)) {
      // The first error of a file is the cause; a parser that goes on reports its consequences.
      const first = errors.find(({ duplicateKey }) => !duplicateKey);
      if (first !== undefined) yield problemOf(first);
    }
  },
};
