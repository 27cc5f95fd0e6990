import { expect, test } from "vitest";
import type { Check } from "../../src/checks/check.ts";
import { checkOptions } from "../../src/checks/check-option.ts";
import { promqlRateOnGauge } from "../../src/checks/promql-rate-on-gauge.ts";
import { promqlVectorMatching } from "../../src/checks/promql-vector-matching.ts";
import { resolveSignals } from "../../src/signal/resolve-signals.ts";
import { gpuOperator, monitor } from "../signal/alerts/alert-world.ts";
import { emptyStack, manifestsOf, renderOf, subjectOf } from "./subject.ts";

const adviceOf = (check: Check, expr: string): readonly (string | undefined)[] => {
  const rule = `${monitor()}---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: gpu, namespace: monitoring}
spec: {groups: [{name: gpu, rules: [{alert: A, expr: ${JSON.stringify(expr)}}]}]}
`;
  const render = renderOf({ overlay: manifestsOf(rule) });
  const subject = subjectOf({ render, resolution: resolveSignals(emptyStack, render, [], gpuOperator) });
  return [...check.find(subject, checkOptions({}))].map(({ fix }) => fix?.description);
};

const temp = (labels: string): string => `max by (${labels}) (DCGM_FI_DEV_GPU_TEMP)`;
const used = (labels: string): string => `max by (${labels}) (DCGM_FI_DEV_FB_USED)`;

test.each([
  [`${temp("hostname, gpu")} / ${used("hostname")}`, "ignoring (gpu) group_left ()"],
  [`${temp("hostname")} / ${used("hostname, gpu")}`, "ignoring (gpu) group_right ()"],
  [`${temp("hostname, gpu")} and ${used("hostname")}`, "ignoring (gpu)`"],
  [`${temp("hostname, gpu, UUID, pod")} and ${used("hostname")}`, "on (hostname)`"],
  [`${temp("hostname, gpu, UUID, pod")} / ${used("hostname")}`, "on (hostname) group_left ()`"],
  [`${temp("hostname, gpu")} / on (hostname, gpu) group_left () ${used("hostname")}`, "on (hostname)`"],
  [
    `label_replace(${temp("hostname, gpu")}, "a", "x", "gpu", ".*") / ignoring (a) ${used("hostname")}`,
    "on (hostname) group_left ()`",
  ],
])("%s is to be matched by what both sides have: %s", (expr, words) => {
  expect(adviceOf(promqlVectorMatching, expr)).toEqual([expect.stringContaining(`\`${words}`)]);
});

test.each([`${temp("gpu")} / on (gpu) ${used("hostname")}`, `${temp("gpu")} / ${used("hostname")}`])(
  "labels of which each side lacks one are aggregated away: %s",
  (expr) => {
    expect(adviceOf(promqlVectorMatching, expr)).toEqual([
      "Match by labels that both sides have, or aggregate both sides by the same labels.",
    ]);
  },
);

test.each([
  [
    "DCGM_FI_DEV_GPU_TEMP > on (hostname) DCGM_FI_DEV_FB_USED",
    "Match with `on (hostname, gpu)`, or aggregate the right side by (hostname).",
  ],
  [
    "DCGM_FI_DEV_GPU_TEMP / on (job) group_right () DCGM_FI_DEV_FB_USED",
    "Match with `on (job, UUID)`, or aggregate the left side by (job).",
  ],
  [
    `DCGM_FI_DEV_GPU_TEMP > on (hostname) ${used("hostname")}`,
    "Write `on (hostname) group_left ()`, or aggregate the left side by (hostname).",
  ],
  [
    `${temp("hostname")} > on (hostname) DCGM_FI_DEV_FB_USED`,
    "Write `on (hostname) group_right ()`, or aggregate the right side by (hostname).",
  ],
  [
    "sum(DCGM_FI_DEV_FB_FREE) / on () DCGM_FI_DEV_FB_USED",
    "Write `on () group_right ()`, or aggregate the right side.",
  ],
])("GPUs of a node that a match does not tell apart are told apart, or joined: %s", (expr, advice) => {
  expect(adviceOf(promqlVectorMatching, expr)).toEqual([advice]);
});

test.each([
  'DCGM_FI_DEV_GPU_TEMP > on (hostname) group_left () DCGM_FI_DEV_FB_USED{UUID="GPU-1"}',
  "DCGM_FI_DEV_GPU_TEMP > on (hostname, UUID) DCGM_FI_DEV_FB_USED",
  "DCGM_FI_DEV_GPU_TEMP > on (hostname, pod) group_left () DCGM_FI_DEV_FB_USED",
  "DCGM_FI_DEV_GPU_TEMP and on (hostname) DCGM_FI_DEV_FB_USED",
  "DCGM_FI_DEV_GPU_TEMP > on (hostname) group_left () bottomk by (hostname) (1, DCGM_FI_DEV_FB_USED)",
  "DCGM_FI_DEV_GPU_TEMP > on (hostname) group_left () (DCGM_FI_DEV_FB_USED and on () topk(1, DCGM_FI_DEV_FB_FREE))",
  'DCGM_FI_DEV_GPU_TEMP > on (x) group_left () label_replace(DCGM_FI_DEV_FB_USED, "x", "$1", "UUID", "(.*)")',
  "node_limit * on (hostname) node_factor > 1",
])("a match of which one side has one series a node, or may have, is right: %s", (expr) => {
  expect(adviceOf(promqlVectorMatching, expr)).toEqual([]);
});

test("a difference of codes is never advised", () => {
  const [ofXid] = adviceOf(promqlRateOnGauge, "increase(DCGM_FI_DEV_XID_ERRORS[5m]) > 0");
  expect(ofXid).toMatch(/codes.*changes\(\)/);
  expect(ofXid).not.toContain("delta");
  expect(adviceOf(promqlRateOnGauge, "increase(DCGM_FI_DEV_GPU_TEMP[5m]) > 9")[0]).toContain("delta()");
});
