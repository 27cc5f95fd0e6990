import { nameOf } from "../core/finding.ts";
import { labelsOf } from "../kubernetes/labels.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { violationsOf } from "../kubernetes/pod-security.ts";
import { templatePath } from "../kubernetes/pod-template.ts";
import { namespaceOf } from "../world/namespaces.ts";
import { workloadsIn } from "../world/workloads.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const podSecurityViolation: Check = {
  id: "pod-security-violation",
  title: "A namespace refuses pods that the stack puts into it.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { world } = resolution;
    const label = "pod-security.kubernetes.io/enforce";
    for (const namespace of ownObjects(resolution, "Namespace")) {
      const level = labelsOf(namespace.body)[label];
      if (level !== "baseline" && level !== "restricted") continue;
      for (const { object } of workloadsIn(world).get(namespace.ref.name) ?? []) {
        const path = templatePath(object.ref.kind);
        const violations = path === null ? [] : violationsOf(valueAt(object.body, [...path, "spec"]), level);
        if (violations.length > 0 && namespaceOf(object, world) === namespace.ref.name)
          yield objectProblem(
            namespace,
            `it enforces the level ${level}, which refuses the pods of ${nameOf(object.ref)}: ${violations.join(", ")}`,
            ["metadata", "labels", label],
          );
      }
    }
  },
};
