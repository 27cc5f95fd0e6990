import { expect, test } from "vitest";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { observedHop, sightOf } from "../../src/verify/verification.ts";
import { lineOf } from "./compare-capacity.ts";
import { linesOf } from "./line.ts";
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
  const hops = [
    observedHop("prometheus-selects-monitor", "ok", "not-seen", "Not listed."),
    observedHop("rbac-allows-discovery", "unknown", "not-seen", "Forbidden."),
    observedHop("port-exists", "broken", "not-seen", "No target."),
    observedHop("pods-exist", "ok", "cannot-be-seen", ""),
    observedHop("target-is-unique", null, "seen", ""),
    observedHop("arrives", "broken", "not-seen", "No target is up."),
  ];
  const { signal, subject, resource } = path;
  const lines = linesOf(path, { signal, subject, resource, sight: sightOf(hops), hops });
  expect(lines.map(({ hop, agrees, why }) => [hop, agrees, why])).toEqual([
    ["prometheus-selects-monitor", false, "same label"],
    ["rbac-allows-discovery", null, "no role in sight"],
    ["port-exists", true, "no such port"],
    ["pods-exist", null, "a DaemonSet"],
    ["target-is-unique", null, ""],
    ["arrives", true, "the path as a whole"],
  ]);
  expect(tableOf(path.subject, lines)).toMatch(
    /prometheus-selects-monitor +ok +not-seen +DISAGREE +Not listed\.[\s\S]*! prometheus-selects-monitor, predicted because: same label/,
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

test.each([
  [52, 50, "gpu/0: predicted 52, observed 50, error +4.0 %"],
  [40, 50, "gpu/0: predicted 40, observed 50, error -20.0 %"],
  [null, 50, "gpu/0: predicted not known, observed 50"],
  [52, null, "gpu/0: predicted 52, observed no target that answers"],
])("series: %s foretold, %s counted", (predicted, observed, line) => {
  expect(lineOf({ pool: "gpu/0", predicted, observed })).toBe(line);
});
