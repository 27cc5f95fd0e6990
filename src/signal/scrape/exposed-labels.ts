import type { ExportedMetric } from "../../dcgm/exporter-model.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { unseen } from "../../world/unseen.ts";
import type { World } from "../../world/world.ts";

/** The labels with which the GPU exporter writes a metric: their values are known in the cluster alone. */
export const exposedLabels = (metric: ExportedMetric | undefined, { exporter }: World): Labels =>
  Object.fromEntries([...(exporter.labels ?? []), ...(metric?.labels ?? [])].map((name) => [name, unseen(name)]));
