import { nameOf } from "../core/finding.ts";
import { generatorEntry } from "../fix/generator-entry.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import type { Check } from "./check.ts";
import { ownDashboards } from "./own/own-dashboards.ts";

export const dashboardConfigmapHashSuffix: Check = {
  id: "dashboard-configmap-hash-suffix",
  title: "A generated dashboard has a hash in its name: the old one stays beside the new.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const told = new Set<string>();
    for (const { file } of ownDashboards(resolution)) {
      const entry = generatorEntry(file.object, resolution.world);
      const name = entry?.value["name"];
      if (entry === null || typeof name !== "string" || !hashed.test(file.object.ref.name)) continue;
      const off =
        valueAt(entry.value, ["options", "disableNameSuffixHash"]) ??
        valueAt(entry.document.value, ["generatorOptions", "disableNameSuffixHash"]);
      const key = nameOf(file.object.ref);
      if (off === true || told.has(key)) continue;
      told.add(key);
      yield {
        message: `${key}: its name ends in a hash of its content, so every change makes another ConfigMap, and the sidecar reads the old one too: the two overwrite each other`,
        at: entry.document.locate([...entry.path, "name"]),
        resource: file.object.ref,
        fix: { description: "Set options.disableNameSuffixHash: true for this generator.", edits: [] },
      };
    }
  },
};

/** https://github.com/kubernetes-sigs/kustomize/blob/master/api/hasher/hasher.go: ten of these letters. */
const hashed = /-[bcdfghkmt2456789]{10}$/;
