import { clusterCases } from "./cluster-cases.ts";
import { fileCases } from "./file-cases.ts";
import { runCases } from "./run-cases.ts";
import type { Tampering } from "./tampering.ts";
import { treeCases } from "./tree-cases.ts";

/** A tampering with the helm that it is tried by. */
export interface TamperedCase extends Tampering {
  readonly by: 3 | 4;
}

const byBoth = (all: readonly Tampering[]): readonly TamperedCase[] => [
  ...all.filter(({ alsoHelm3 }) => alsoHelm3).map((one) => ({ ...one, name: `${one.name} (helm 3)`, by: 3 as const })),
  ...all.map((one) => ({ ...one, by: 4 as const })),
];

/** Every change of what was approved, by each helm that it is tried by. */
export const tamperedCases = byBoth([...treeCases, ...runCases, ...fileCases, ...clusterCases]);

/** It needs all that goes before. */
export const replay: Tampering = {
  name: "a plan that was carried out already",
  reason: "plan-changed",
  says: ["Prometheus monitoring/prometheus-stack-kube-prom-prometheus"],
};
