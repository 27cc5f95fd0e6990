import { nameOf } from "../core/finding.ts";
import { jsonWord } from "../kubernetes/json-word.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { setAt } from "../render/chart/value-sources.ts";
import type { Check } from "./check.ts";

export const prometheusStorageEphemeral: Check = {
  id: "prometheus-storage-ephemeral",
  title: "Samples are to be kept for days, and are gone with the pod.",
  severity: "notice",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find({ stack, resolution }) {
    // Only who chooses how long samples are kept is told that they are not.
    const at = setAt(stack, ["prometheus", "prometheusSpec", "retention"]);
    if (at === null) return;
    for (const { ref, body } of resolution.world.ofKind("Prometheus")) {
      const storage = valueAt(body, ["spec", "storage"]);
      const retention = valueAt(body, ["spec", "retention"]);
      const claim = valueAt(storage, ["volumeClaimTemplate"]) ?? valueAt(storage, ["ephemeral"]);
      if (retention === undefined || claim !== undefined || valueAt(body, ["spec", "remoteWrite"]) !== undefined)
        continue;
      yield {
        message: `${nameOf(ref)}: it keeps samples for ${jsonWord(retention)}, on a volume that lasts as long as its pod: a new node, an eviction or an upgrade of the operator, and all are gone`,
        resource: ref,
        at,
        fix: { description: "Set prometheus.prometheusSpec.storageSpec.volumeClaimTemplate.", edits: [] },
      };
    }
  },
};
