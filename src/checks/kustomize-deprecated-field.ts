import type { Check } from "./check.ts";

export const kustomizeDeprecatedField: Check = {
  id: "kustomize-deprecated-field",
  title: "A kustomization uses a field that kustomize is going to drop.",
  severity: "warning",
  decidedBy: "kustomize",
  reads: ["render"],
  *find({ render }) {
    for (const { warnings } of render.roots) yield* warnings;
  },
};
