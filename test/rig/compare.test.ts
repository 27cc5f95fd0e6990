import { expect, test } from "vitest";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { compareHops } from "./compare.ts";
import { observation } from "./observation.ts";
import { queryOf } from "./observe-selection.ts";
import { edited, firstRepairs } from "./repair.ts";
import { tableOf } from "./table.ts";
import { matches } from "./targets-line.ts";

const edit = { file: "a.yaml", startLine: 2, endLine: 2, text: "  port: gpu-metrics" };
const path: SignalPath = {
  signal: "metrics",
  subject: "ServiceMonitor monitoring/gpu",
  resource: { apiVersion: "v1", kind: "ServiceMonitor", namespace: "monitoring", name: "gpu" },
  status: "broken",
  hops: [
    { hop: "prometheus-selects-monitor", status: "ok", why: "same label" },
    { hop: "rbac-allows-discovery", status: "unknown", why: "no role in sight" },
    { hop: "port-exists", status: "broken", why: "no such port", fix: { description: "port", edits: [edit] } },
    { hop: "pods-exist", status: "ok", why: "a DaemonSet" },
  ],
};

test("prediction and observation are compared where both say something", () => {
  const lines = compareHops(path, [
    observation("prometheus-selects-monitor", false, "not listed"),
    observation("rbac-allows-discovery", false, "forbidden"),
    observation("port-exists", false, "no target"),
    observation("pods-exist", null, ""),
    observation("target-is-unique", true, ""),
    observation("arrives", false, "no target is up"),
  ]);
  expect(lines.map(({ hop, agree }) => [hop, agree])).toEqual([
    ["prometheus-selects-monitor", false],
    ["rbac-allows-discovery", null],
    ["port-exists", true],
    ["pods-exist", null],
    ["target-is-unique", null],
    ["arrives", true],
  ]);
  expect(tableOf(path.subject, lines)).toMatch(
    /prometheus-selects-monitor +ok +broken +DISAGREE +not listed[\s\S]*! prometheus-selects-monitor, predicted because: same label/,
  );
});

test("the first broken hop's repair is offered once, and edits whole lines", () => {
  const fixes = firstRepairs([path, path]);
  expect(fixes).toHaveLength(1);
  const overlapping = { ...edit, startLine: 1, endLine: 2, text: "never" };
  expect(edited("- a\n  port: metrics\n  b\n", [...(fixes[0]?.edits ?? []), overlapping])).toBe(
    "- a\n  port: gpu-metrics\n  b\n",
  );
});

test.each([
  ["http://‹address›:9400/metrics", "http://10.0.0.1:9400/metrics", true],
  ["http://‹address›:9400/metrics", "http://10.0.0.1:9401/metrics", false],
  ["nvidia.dcgm", "nvidia-dcgm", false],
  ["‹pod›", "", false],
])("%s stands for %s: %s", (predicted, observed, expected) => {
  expect(matches(predicted, observed)).toBe(expected);
});

test("a label selector becomes the API's query", () => {
  const selector = {
    matchLabels: { release: "stack" },
    matchExpressions: [
      { key: "a", operator: "In", values: ["x", "y"] },
      { key: "b", operator: "NotIn", values: ["z"] },
      { key: "c", operator: "Exists" },
      { key: "d", operator: "DoesNotExist" },
    ],
  };
  expect(queryOf(selector)).toBe("release=stack,a in (x,y),b notin (z),c,!d");
});
