import { expect, test } from "vitest";
import { worldOf } from "../world-of.ts";
import { dashboardPathsIn } from "./dashboard-paths-in.ts";
import { brokenIn, dashboardStack, kustomization, oneDashboard } from "./dashboard-stack.ts";

const folder = "overlays/dashboards/kustomization.yaml";
const manifest = (value: string) => ({
  "overlays/dashboards/gpus.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: gpus
  labels:
    grafana_dashboard: "1"
data:
  gpus.json: ${value}
`,
  [folder]: "namespace: monitoring\nresources: [gpus.yaml]\n",
});

test.for([
  ["a quoted text", `'{"panels": []}'`, 8],
  ["a folded text", `>-\n    {"panels":\n    []}`, 8],
  ["a block", `|\n    {\n      "panels": []\n    }`, 9],
  ["a block with blank lines and a deeper first line", `|2\n\n      {\n    "title": "",\n\n    "panels": []}`, 11],
] as const)("the place in %s", async ([, value, line]) => {
  expect(brokenIn(await dashboardStack(manifest(value)))).toEqual([
    `dashboard-title-missing overlays/dashboards/gpus.yaml:${line}`,
  ]);
});

test("a Secret's encoded text has no lines of its own: its key is named", async () => {
  const encoded = Buffer.from('{\n"panels": []}').toString("base64");
  const files = manifest(encoded);
  const secret = files["overlays/dashboards/gpus.yaml"]?.replace("ConfigMap", "Secret") ?? "";
  expect(brokenIn(await dashboardStack({ ...files, "overlays/dashboards/gpus.yaml": secret }))).toEqual([
    "dashboard-title-missing overlays/dashboards/gpus.yaml:8",
  ]);
});

test("a literal of a generator", async () => {
  const text = kustomization(["gpus.json"]).replace(
    "files:\n      - gpus.json",
    "literals:\n      - 'gpus.json={\"panels\": []}'",
  );
  expect(brokenIn(await dashboardStack({ [folder]: text }))).toEqual([`dashboard-title-missing ${folder}:5`]);
});

test("a fix keeps the line feeds of Windows", async () => {
  const stack = await oneDashboard('{\r\n  "uid": "a b",\r\n  "title": "GPUs"\r\n}\r\n');
  const [fix] = stack.paths.flatMap(({ hops }) => hops.flatMap(({ fix }) => fix ?? []));
  expect(stack.fixed("overlays/dashboards/gpus.json", fix?.edits ?? [])).toBe(
    '{\r\n  "uid": "a-b",\r\n  "title": "GPUs"\r\n}\r\n',
  );
});

test("a name in more than a hundred places is told without edits", async () => {
  const panels = Array.from({ length: 101 }, () => ({ datasource: "thanos" }));
  const stack = await oneDashboard(JSON.stringify({ title: "GPUs", panels }));
  expect(stack.paths.flatMap(({ hops }) => hops.flatMap(({ fix }) => fix?.edits ?? []))).toEqual([]);
  expect(brokenIn(stack)).toHaveLength(1);
});

test.for([
  [
    "valid",
    (depth: number) => `{"title": "x", "panels": ${"[".repeat(depth)}{"expr": "DCGM_FI_X"}${"]".repeat(depth)}}`,
  ],
  ["invalid", (depth: number) => `{"title": "x", "panels": ${"[".repeat(depth)}`],
] as const)("nesting deeper than a call stack, %s, is judged all the same", ([, text]) => {
  const tree = JSON.stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "gpus", namespace: "monitoring", labels: { grafana_dashboard: "1" } },
    data: { "gpus.json": text(200_000) },
  });
  const exporter = { source: "gpu-operator", known: true, metrics: [], labels: [] } as const;
  const [path] = dashboardPathsIn(worldOf({ tree, exporter }));
  expect(path?.hops.some(({ status }) => status === "broken")).toBe(true);
});
