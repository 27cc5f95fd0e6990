import type { Check } from "./check.ts";
import { problemOf, yamlErrors } from "./problem/yaml-errors.ts";

export const yamlDuplicateKey: Check = {
  id: "yaml-duplicate-key",
  title: "A key stands twice in one mapping.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const errors of yamlErrors(stack)) for (const error of errors) if (error.duplicateKey) yield problemOf(error);
  },
};
