import { expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { servicemonitorLosesGpuIdentity } from "../../src/checks/servicemonitor-loses-gpu-identity.ts";
import { alertWorld, monitor } from "../signal/alerts/alert-world.ts";
import { subjectOf } from "./subject.ts";

const found = (rules: readonly string[], prometheus = ""): readonly string[] => {
  const lines = rules.map((rule) => `\n  - {${rule}}`).join("");
  const monitors = monitor(rules.length === 0 ? "" : `\nmetricRelabelings:${lines}`);
  const world = alertWorld("- {alert: A, expr: 'DCGM_FI_DEV_GPU_TEMP > 85'}", { monitors, prometheus });
  const { resolution } = subjectOf({});
  const subject = subjectOf({ resolution: { ...resolution, world } });
  return [...servicemonitorLosesGpuIdentity.find(subject, checkOptions({}))].map(({ message }) => message);
};
const drop = "action: labeldrop, regex: gpu|UUID";

test.each<[string, readonly string[], number]>([
  ["drop them all", [drop], 1],
  ["keep others alone", ["action: labelkeep, regex: __name__|hostname|job|instance|pod"], 1],
  ["drop one", ["action: labeldrop, regex: gpu"], 0],
  ["copy one before", ["sourceLabels: [UUID], targetLabel: card", drop], 0],
  ["copy one in lower case", ["action: lowercase, sourceLabels: [UUID], targetLabel: card", drop], 0],
  ["make a hash of one", ["action: hashmod, sourceLabels: [UUID], modulus: 64, targetLabel: card", drop], 0],
  ["copy the name of the node", ["sourceLabels: [hostname], targetLabel: card", drop], 1],
  ["keep no metric of GPUs", ["action: drop, sourceLabels: [__name__], regex: DCGM_.*", drop], 0],
  ["take the name as well, so that no scrape succeeds", ["action: labelkeep, regex: job"], 0],
  ["are none", [], 0],
])("metric relabelings that %s", (_what, rules, count) => {
  expect(found(rules)).toHaveLength(count);
});

test("it says which labels are gone, and what follows", () => {
  expect(found([drop])).toEqual([
    "The metricRelabelings of ServiceMonitor monitoring/dcgm-exporter leave DCGM_FI_DEV_GPU_TEMP none of gpu, UUID: of the GPUs of a node, whose series are then one, Prometheus stores a single value",
  ]);
});
