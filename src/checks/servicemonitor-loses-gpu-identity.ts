import { relabelingPlace } from "../signal/series/dropped-metric.ts";
import { lostIdentities } from "../signal/series/lost-identity.ts";
import type { Check } from "./check.ts";

export const servicemonitorLosesGpuIdentity: Check = {
  id: "servicemonitor-loses-gpu-identity",
  title: "Metric relabelings leave no label that tells the GPUs of a node apart.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { world } }) {
    for (const { target, metric, labels } of lostIdentities(world)) {
      const { at, words } = relabelingPlace(target, metric);
      // Nobody can change here what the exporter brings by itself.
      if (at === null) continue;
      yield {
        message: `The metricRelabelings of ${words} leave ${metric} none of ${labels.join(", ")}: of the GPUs of a node, whose series are then one, Prometheus stores a single value`,
        at,
        resource: target.monitor.ref,
        fix: { description: `Keep one of ${labels.join(", ")}, best UUID`, edits: [] },
      };
    }
  },
};
