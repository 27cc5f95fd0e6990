// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the references are Grafana's, and quoted as such
import { describe, expect, test } from "vitest";
import type { Fix } from "../../../src/core/finding.ts";
import { hopNames } from "../../../src/signal/path/signal-path.ts";
import { noExporter } from "../world-of.ts";
import {
  brokenIn,
  type DashboardStack,
  dashboard,
  dashboardStack,
  exporter,
  hopsOf,
  kustomization,
  oneDashboard,
  panel,
} from "./dashboard-stack.ts";

const file = "overlays/dashboards/gpus.json";
const folder = "overlays/dashboards/kustomization.yaml";

/** The only fix of the only path; throws where there is none or more than one. */
const fixOf = ({ paths }: DashboardStack): Fix => {
  const [fix, ...others] = paths.flatMap(({ hops }) => hops.flatMap(({ fix }) => fix ?? []));
  if (fix === undefined || others.length > 0) throw new Error("not exactly one fix");
  return fix;
};

test("a sound dashboard passes every hop, in their order", async () => {
  const stack = await oneDashboard(dashboard());
  expect(stack.paths.map(({ subject, status }) => ({ subject, status }))).toEqual([
    { subject: 'dashboard "GPUs"', status: "ok" },
  ]);
  expect(stack.paths[0]?.hops.map(({ hop }) => hop)).toEqual(hopNames.dashboard);
});

describe("sidecar-selects-configmap", () => {
  const manifest = (labels: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: gpus
  namespace: monitoring
${labels}data:
  gpus.json: |
    {"uid": "gpus", "title": "GPUs", "panels": []}
`;

  test.for([
    ["a wrong value", kustomization(["gpus.json"], 'grafana_dashboard: "true" # on'), 9],
    ["another label", kustomization(["gpus.json"], 'grafana-dashboard: "1"'), 3],
    ["no label", kustomization(["gpus.json"]).replace(/ +labels:\n.*\n/, ""), 3],
    ["no options", kustomization(["gpus.json"]).replace(/ +options:\n.*\n.*\n.*\n/, ""), 3],
    [
      "a wrong value for all generators",
      `${kustomization(["gpus.json"]).replace(/ +options:\n.*\n.*\n.*\n/, "")}generatorOptions:\n  labels:\n    grafana_dashboard: "yes"\n`,
      8,
    ],
  ] as const)("of a generator: %s, and the fix mends it", async ([, text, line]) => {
    const files = { [file]: dashboard(), [folder]: text };
    const stack = await dashboardStack(files);
    expect(brokenIn(stack)).toEqual([`dashboard-not-selected ${folder}:${line}`]);
    const fixed = await dashboardStack({ ...files, [folder]: stack.fixed(folder, fixOf(stack).edits) });
    expect(fixed.paths.map(({ status }) => status)).toEqual(["ok"]);
  });

  test.for([
    ["no labels", "", 4],
    ["other labels", "  labels:\n    app: gpus\n", 7],
    ["a wrong value", '  labels:\n    app: gpus\n    grafana_dashboard: "0"\n', 8],
  ] as const)("of a manifest: %s, and the fix mends it", async ([, labels, line]) => {
    const files = { "overlays/dashboards/gpus.yaml": manifest(labels), [folder]: "resources: [gpus.yaml]\n" };
    const stack = await dashboardStack(files);
    expect(brokenIn(stack)).toEqual([`dashboard-not-selected overlays/dashboards/gpus.yaml:${line}`]);
    const text = stack.fixed("overlays/dashboards/gpus.yaml", fixOf(stack).edits);
    const fixed = await dashboardStack({ ...files, "overlays/dashboards/gpus.yaml": text });
    expect(fixed.paths.map(({ status }) => status)).toEqual(["ok"]);
  });

  test("a label without a value that the sidecar asks for is enough when it asks for none", async () => {
    const files = { [file]: dashboard(), [folder]: kustomization(["gpus.json"], 'grafana_dashboard: "anything"') };
    const values = 'grafana:\n  sidecar:\n    dashboards:\n      labelValue: ""\n';
    expect(brokenIn(await dashboardStack(files, { values }))).toEqual([]);
  });

  test("a Secret is passed over by a sidecar that looks at ConfigMaps", async () => {
    const secret = kustomization(["gpus.json"]).replace("configMapGenerator", "secretGenerator");
    const files = { [file]: dashboard(), [folder]: secret };
    expect(brokenIn(await dashboardStack(files))).toEqual([]);
    const values = "grafana:\n  sidecar:\n    dashboards:\n      resource: configmap\n";
    expect(brokenIn(await dashboardStack(files, { values }))).toEqual([`dashboard-not-selected ${folder}:3`]);
  });

  test("without a sidecar none is taken: the values key that switches it is named", async () => {
    const values = "grafana:\n  sidecar:\n    dashboards:\n      enabled: false\n";
    const stack = await oneDashboard(dashboard(), { values });
    expect(brokenIn(stack)).toEqual(["dashboard-not-selected upstream/values.yaml:4"]);
  });

  test("without Grafana nothing can be seen, and nothing is broken", async () => {
    const stack = await oneDashboard(dashboard(), { values: "grafana:\n  enabled: false\n" });
    expect(brokenIn(stack)).toEqual([]);
    expect(stack.paths[0]?.status).toBe("unknown");
  });

  test("what lies elsewhere and has no label is no dashboard of ours", async () => {
    const files = {
      "overlays/alerting/gpus.yaml": manifest(""),
      "overlays/alerting/kustomization.yaml": "resources: [gpus.yaml]\n",
    };
    expect((await dashboardStack(files)).paths).toEqual([]);
  });
});

describe("sidecar-watches-namespace", () => {
  const searching = (namespaces: string) =>
    `grafana:\n  sidecar:\n    dashboards:\n      searchNamespace: ${namespaces} # where\n`;
  const elsewhere = { [file]: dashboard(), [folder]: kustomization(["gpus.json"]).replace("monitoring", "ml") };

  test("all namespaces are the chart's default", async () => {
    expect(brokenIn(await dashboardStack(elsewhere))).toEqual([]);
  });

  test("a list has to name the namespace, and the fix names all", async () => {
    expect(brokenIn(await dashboardStack(elsewhere, { values: searching('["ops", "ml"]') }))).toEqual([]);
    const stack = await dashboardStack(elsewhere, { values: searching("ops") });
    expect(brokenIn(stack)).toEqual(["dashboard-namespace-not-watched upstream/values.yaml:4"]);
    const values = stack.fixed("upstream/values.yaml", fixOf(stack).edits);
    expect(values).toContain("searchNamespace: ALL # where");
    expect(brokenIn(await dashboardStack(elsewhere, { values }))).toEqual([]);
  });

  test("without a list it looks into its own namespace", async () => {
    const stack = await dashboardStack(elsewhere, { values: searching('""') });
    expect(hopsOf(stack, "sidecar-watches-namespace")).toMatchObject([
      { status: "broken", why: "The sidecar looks into monitoring only, and the ConfigMap lies in ml." },
    ]);
  });
});

describe("grafana-reads-file", () => {
  test("a key without .json is not read, and the fix renames it in the generator", async () => {
    const files = { "overlays/dashboards/gpus": dashboard(), [folder]: kustomization(["gpus"]) };
    const stack = await dashboardStack(files);
    expect(brokenIn(stack)).toEqual([`dashboard-file-extension ${folder}:5`]);
    const text = stack.fixed(folder, fixOf(stack).edits);
    expect(text).toContain("- gpus.json=gpus\n");
    expect(brokenIn(await dashboardStack({ ...files, [folder]: text }))).toEqual([]);
  });

  test("a key without .json is not read, and the fix renames it in the manifest", async () => {
    const path = "overlays/dashboards/gpus.yaml";
    const manifest = `apiVersion: v1
kind: ConfigMap
metadata:
  name: gpus
  labels:
    grafana_dashboard: "1"
data:
  gpus.txt: |
    {"uid": "gpus", "title": "GPUs", "panels": []}
  README.md: |
    How to read it.
`;
    const files = { [path]: manifest, [folder]: "namespace: monitoring\nresources: [gpus.yaml]\n" };
    const stack = await dashboardStack(files);
    expect(brokenIn(stack)).toEqual([`dashboard-file-extension ${path}:8`]);
    const text = stack.fixed(path, fixOf(stack).edits);
    expect(text).toContain("  gpus.json: |\n");
    expect(brokenIn(await dashboardStack({ ...files, [path]: text }))).toEqual([]);
  });

  test("what the sidecar downloads cannot be judged", async () => {
    const text = kustomization(["gpus"]).replace("- gpus\n", "- gpus.json.url=gpus\n");
    const stack = await dashboardStack({ "overlays/dashboards/gpus": "https://example.org/1.json", [folder]: text });
    expect(stack.paths.map(({ subject, status }) => ({ subject, status }))).toEqual([
      { subject: "dashboard gpus.json.url in ConfigMap monitoring/gpus", status: "unknown" },
    ]);
    expect(brokenIn(stack)).toEqual([]);
  });

  test("a file of the chart's is not to be overwritten, and the fix gives another name", async () => {
    const files = { "overlays/dashboards/nodes.json": dashboard(), [folder]: kustomization(["nodes.json"]) };
    const stack = await dashboardStack(files);
    expect(brokenIn(stack)).toEqual([`dashboard-filename-collision ${folder}:5`]);
    expect(hopsOf(stack, "grafana-reads-file")[0]?.why).toMatch(
      /kube-prom-nodes, which the chart brings, writes nodes\.json too/,
    );
    const text = stack.fixed(folder, fixOf(stack).edits);
    expect(brokenIn(await dashboardStack({ ...files, [folder]: text }))).toEqual([]);
    const values = "grafana:\n  sidecar:\n    enableUniqueFilenames: true\n";
    expect(brokenIn(await dashboardStack(files, { values }))).toEqual([]);
  });

  test("an annotation may name a folder below the one that Grafana reads, and no other", async () => {
    const annotated = (path: string) =>
      `${kustomization(["gpus.json"])}      annotations:\n        k8s-sidecar-target-directory: ${path}\n`;
    const files = (path: string) => ({ [file]: dashboard(), [folder]: annotated(path) });
    expect(brokenIn(await dashboardStack(files("/tmp/dashboards/gpu")))).toEqual([]);
    expect(brokenIn(await dashboardStack(files("gpu")))).toEqual([]);
    expect(brokenIn(await dashboardStack(files("/var/lib/grafana/dashboards")))).toEqual([
      `dashboard-directory-not-read ${folder}:3`,
    ]);
  });
});

describe("grafana-takes-json", () => {
  const inBlock = (text: string) => ({
    "overlays/dashboards/gpus.yaml": `apiVersion: v1
kind: ConfigMap
metadata:
  name: gpus
  labels:
    grafana_dashboard: "1"
data:
  # the dashboard
  gpus.json: |-
${text.replace(/^(?=.)/gm, "    ")}`,
    [folder]: "namespace: monitoring\nresources: [gpus.yaml]\n",
  });
  const trailing = '{\n  "title": "GPUs",\n\n  "panels": [\n    1,\n  ]\n}\n';

  test("a trailing comma is found and removed in a file", async () => {
    const stack = await oneDashboard(trailing);
    expect(hopsOf(stack, "grafana-takes-json")).toMatchObject([
      { status: "broken", check: "dashboard-json-invalid", at: { line: 5, column: 6 } },
    ]);
    expect(JSON.parse(stack.fixed(file, fixOf(stack).edits))).toEqual({ title: "GPUs", panels: [1] });
  });

  test("a trailing comma is found and removed in a block of a manifest", async () => {
    const files = inBlock(trailing);
    const stack = await dashboardStack(files);
    const path = "overlays/dashboards/gpus.yaml";
    expect(hopsOf(stack, "grafana-takes-json")).toMatchObject([{ at: { line: 14, column: 10 } }]);
    const fixed = await dashboardStack({ ...files, [path]: stack.fixed(path, fixOf(stack).edits) });
    expect(brokenIn(fixed)).toEqual([]);
  });

  test.for([
    ['{"title": "GPUs"', "a closing brace is missing", 1, 17],
    ['{\n  "title": GPUs\n}', "a value is expected, and `GPUs` was found", 2, 12],
    ["{\n  // mine\n}", "JSON has no comments, and `// mine` was found", 2, 3],
    ['{\n  "title": {{ .Values.title }}\n}', "a template (`{{`) stands where JSON is expected", 2, 13],
    ["", "the text is empty", 1, 1],
  ] as const)("%s", async ([text, why, line, column]) => {
    const stack = await oneDashboard(text);
    expect(hopsOf(stack, "grafana-takes-json")).toMatchObject([
      { why: `This is not valid JSON: ${why}.`, at: { line, column } },
    ]);
  });

  test("what follows the first value does no harm, as Grafana reads it", async () => {
    expect(brokenIn(await oneDashboard(`${dashboard()}}`))).toEqual([]);
  });

  test.for([
    ["a list", "[]", "dashboard-json-invalid", 1],
    ["no title", dashboard({ title: undefined }), "dashboard-title-missing", 1],
    ["a title of blanks", dashboard({ title: " " }), "dashboard-title-missing", 3],
    ["a number as title", dashboard({ title: 1 }), "dashboard-title-missing", 3],
    ["the API's envelope", `{\n "overwrite": true,\n "dashboard": ${dashboard()}}`, "dashboard-title-missing", 3],
    [
      "V2 by itself",
      '{\n  "title": "GPUs",\n  "elements": {},\n  "layout": {}\n}',
      "dashboard-v2-not-provisionable",
      3,
    ],
    ["blanks in the uid", dashboard({ uid: "my gpus" }), "dashboard-uid-invalid", 2],
    ["a long uid", dashboard({ uid: "x".repeat(41) }), "dashboard-uid-invalid", 2],
  ] as const)("%s is refused", async ([, text, check, line]) => {
    expect(brokenIn(await oneDashboard(text))).toEqual([`${check} ${file}:${line}`]);
  });

  test("the fix of a uid keeps what is allowed", async () => {
    const stack = await oneDashboard(dashboard({ uid: "my gpus/1" }));
    expect(JSON.parse(stack.fixed(file, fixOf(stack).edits))).toMatchObject({ uid: "my-gpus-1" });
  });

  test.for([["dashboard.grafana.app/v2"], ["dashboard.grafana.app/v1beta1"]])(
    "an object of %s: Grafana 12 takes none, of 13 it is not known",
    async ([apiVersion]) => {
      const spec = { title: "GPUs", panels: [] };
      const text = JSON.stringify({ apiVersion, kind: "Dashboard", metadata: { name: "gpus" }, spec });
      expect(hopsOf(await oneDashboard(text), "grafana-takes-json")).toMatchObject([{ status: "unknown" }]);
      const values = 'grafana:\n  image:\n    tag: "12.4.1"\n';
      expect(brokenIn(await oneDashboard(text, { values }))).toEqual([`dashboard-v2-not-provisionable ${file}:1`]);
    },
  );
});

describe("dashboard-is-unique", () => {
  const two = (first: string, second: string, more = "") => ({
    "overlays/dashboards/a.json": first,
    "overlays/dashboards/b.json": second,
    [folder]: kustomization(["a.json", "b.json"]) + more,
  });

  test("a uid of the chart's, and the fix takes another", async () => {
    const stack = await oneDashboard(dashboard({ uid: "7d57716318ee0dddbac5a7f451fb7753" }));
    expect(brokenIn(stack)).toEqual([`dashboard-uid-duplicate ${file}:2`]);
    const fixed = await oneDashboard(stack.fixed(file, fixOf(stack).edits));
    expect(brokenIn(fixed)).toEqual([]);
  });

  test("a title of the chart's", async () => {
    expect(brokenIn(await oneDashboard(dashboard({ title: "Node Exporter / Nodes" })))).toEqual([
      `dashboard-title-duplicate ${file}:3`,
    ]);
  });

  test("two copies are told of each other, uid and title", async () => {
    expect(brokenIn(await dashboardStack(two(dashboard(), dashboard())))).toEqual([
      "dashboard-uid-duplicate overlays/dashboards/a.json:2",
      "dashboard-title-duplicate overlays/dashboards/a.json:3",
      "dashboard-uid-duplicate overlays/dashboards/b.json:2",
      "dashboard-title-duplicate overlays/dashboards/b.json:3",
    ]);
  });

  test("one title in two folders is no duplicate, where Grafana makes folders", async () => {
    const files = two(
      dashboard({ uid: "a" }),
      dashboard({ uid: "b" }),
      "      annotations:\n        grafana_folder: GPU\n",
    );
    const values = (folders: boolean) => `grafana:
  sidecar:
    dashboards:
      folderAnnotation: grafana_folder
      provider:
        foldersFromFilesStructure: ${folders}
`;
    expect(brokenIn(await dashboardStack(files, { values: values(true) }))).toEqual([]);
    expect(brokenIn(await dashboardStack(files, { values: values(false) }))).toEqual([
      "dashboard-title-duplicate overlays/dashboards/a.json:3",
      "dashboard-title-duplicate overlays/dashboards/b.json:3",
    ]);
  });

  test("a dashboard that Grafana refuses takes no name from another", async () => {
    const v2 = JSON.stringify({ title: "GPUs", elements: {}, layout: {} });
    expect(brokenIn(await dashboardStack(two(dashboard(), v2)))).toEqual([
      "dashboard-v2-not-provisionable overlays/dashboards/b.json:1",
    ]);
  });
});

describe("datasource-exists", () => {
  const using = (datasource: unknown, fields: Readonly<Record<string, unknown>> = {}) =>
    dashboard({ panels: [panel("up", { datasource })], ...fields });
  const line = 8;

  test.for([
    ["by uid", "prometheus"],
    ["by name", "Prometheus"],
    ["none", null],
    ["Grafana's own", { type: "grafana", uid: "-- Grafana --" }],
    ["mixed", { type: "datasource", uid: "-- Mixed --" }],
    ["an expression", { type: "__expr__", uid: "__expr__" }],
  ] as const)("%s: it exists", async ([, datasource]) => {
    expect(brokenIn(await oneDashboard(using(datasource)))).toEqual([]);
  });

  test("a uid of another Grafana, and the fix takes the default one everywhere", async () => {
    const foreign = { type: "prometheus", uid: "P1809F7CD0C75ACF3" };
    const stack = await oneDashboard(
      dashboard({ panels: [panel("up", { datasource: foreign }), panel("up", { datasource: foreign })] }),
    );
    expect(brokenIn(stack)).toEqual([`dashboard-datasource-not-found ${file}:${line + 2}`]);
    const fixed = stack.fixed(file, fixOf(stack).edits);
    expect(fixed).not.toContain("P1809F7CD0C75ACF3");
    expect(brokenIn(await oneDashboard(fixed))).toEqual([]);
  });

  test("Grafana's own uid of a data source that was given none", async () => {
    const values = `grafana:
  additionalDataSources:
    - name: prometheus
      type: prometheus
      url: http://thanos
`;
    const stack = await oneDashboard(using({ type: "prometheus", uid: "P1809F7CD0C75ACF3" }), { values });
    expect(brokenIn(stack)).toEqual([]);
  });

  test("a Grafana that keeps its database may have it", async () => {
    const stack = await oneDashboard(using("thanos"), { values: "grafana:\n  persistence:\n    enabled: true\n" });
    expect(hopsOf(stack, "datasource-exists")).toMatchObject([{ status: "unknown" }]);
  });

  test("an input of the import dialog", async () => {
    const inputs = [{ name: "DS_PROMETHEUS", type: "datasource", pluginId: "prometheus" }];
    const stack = await oneDashboard(using("${DS_PROMETHEUS}", { __inputs: inputs }));
    expect(brokenIn(stack)).toEqual([`dashboard-unresolved-input ${file}:${line}`]);
    expect(brokenIn(await oneDashboard(stack.fixed(file, fixOf(stack).edits)))).toEqual([]);
  });

  test("is not known where another Grafana than the stack's reads the dashboard: it may fill the input in", async () => {
    const stack = await oneDashboard(using("${DS_PROMETHEUS}"), { values: "grafana:\n  enabled: false\n" });
    expect(hopsOf(stack, "datasource-exists").map(({ status }) => status)).toEqual(["unknown"]);
  });

  test("of a name alone nothing says which data source is meant", async () => {
    const stack = await oneDashboard(using("Loki"));
    expect(brokenIn(stack)).toEqual([`dashboard-datasource-not-found ${file}:${line}`]);
    expect(fixOf(stack).edits).toEqual([]);
  });

  test.for([
    ["${DS_PROMETHEUS}", true],
    ["${DS_LOKI}", false],
  ] as const)("the name of the input %s says its type", async ([uid, fixed]) => {
    const stack = await oneDashboard(using({ uid }));
    expect(fixOf(stack).edits.length > 0).toBe(fixed);
  });

  test("a variable has to be there, and to have a data source of its type", async () => {
    const list = (query: string) => ({ templating: { list: [{ name: "ds", type: "datasource", query }] } });
    const used = { type: "prometheus", uid: "${ds}" };
    expect(brokenIn(await oneDashboard(using(used, list("prometheus"))))).toEqual([]);
    expect(brokenIn(await oneDashboard(using(used, list("loki"))))).toEqual([
      `dashboard-datasource-not-found ${file}:${line + 2}`,
    ]);
    expect(brokenIn(await oneDashboard(using(used)))).toEqual([`dashboard-unresolved-input ${file}:${line + 2}`]);
  });
});

describe("metrics-are-exported", () => {
  const reading = (...exprs: string[]) => dashboard({ panels: exprs.map((expr) => panel(expr)) });
  const line = 15;

  test.for([
    "avg(DCGM_FI_DEV_GPU_TEMP) by (gpu, hostname)",
    'rate(DCGM_FI_DEV_FB_USED{hostname=~"$node"}[$__rate_interval]) / ${scale} offset $shift',
    "max_over_time(DCGM_FI_DEV_GPU_TEMP[$__range:$step])",
    "DCGM_FI_DEV_FB_TOTAL or (DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE)",
    "DCGM_FI_DEV_${field}",
    "topk($top, DCGM_FI_DEV_GPU_TEMP)",
    'node_load1{Hostname="x"}',
  ])("%s", async (expr) => {
    expect(brokenIn(await oneDashboard(reading(expr)))).toEqual([]);
  });

  test("a metric that is off by default is told once, at its first place", async () => {
    const expr = "DCGM_FI_DEV_FB_USED / DCGM_FI_DEV_FB_TOTAL";
    const stack = await oneDashboard(reading(expr, `sum(${expr})`));
    expect(brokenIn(stack)).toEqual([`dashboard-metric-not-exported ${file}:${line}`]);
    const [hop] = hopsOf(stack, "metrics-are-exported");
    expect(hop?.why).toBe(
      "The GPU exporter (gpu-operator v26.7.0 in gpu-operator) does not export DCGM_FI_DEV_FB_TOTAL: 2 queries stay empty.",
    );
    expect(hop?.at?.column).toBe('          "expr": "DCGM_FI_DEV_FB_USED / '.length + 1);
  });

  test("a metric of a like name is offered", async () => {
    const stack = await oneDashboard(reading("DCGM_FI_DEV_GPU_TEMPP"));
    expect(brokenIn(stack)).toEqual([`dcgm-unknown-field ${file}:${line}`]);
    expect(fixOf(stack).description).toBe("Read DCGM_FI_DEV_GPU_TEMP");
  });

  test("a field that is only a label has no series", async () => {
    expect(brokenIn(await oneDashboard(reading("DCGM_FI_DRIVER_VERSION")))).toHaveLength(1);
  });

  test("a label of another exporter version, wherever it is named, and the fix renames it but not the variable", async () => {
    const text = dashboard({
      templating: {
        list: [{ name: "Hostname", type: "query", query: "label_values(DCGM_FI_DEV_GPU_TEMP, Hostname)" }],
      },
      panels: [
        panel("x", {
          targets: [
            {
              expr: 'max by (Hostname) (DCGM_FI_DEV_GPU_TEMP{Hostname=~"$Hostname"})',
              legendFormat: "{{Hostname}} {{gpu}}",
            },
          ],
        }),
      ],
    });
    const stack = await oneDashboard(text);
    expect(hopsOf(stack, "metrics-are-exported")).toMatchObject([
      {
        status: "broken",
        why: "The GPU exporter (gpu-operator v26.7.0 in gpu-operator) calls the label hostname, not Hostname: in 3 places it stands for nothing.",
      },
    ]);
    const fixed = stack.fixed(file, fixOf(stack).edits);
    expect(fixed).toContain('max by (hostname) (DCGM_FI_DEV_GPU_TEMP{hostname=~\\"$Hostname\\"})');
    expect(fixed).toContain('"name": "Hostname"');
    expect(brokenIn(await oneDashboard(fixed))).toEqual([]);
  });

  test("a label that a monitor makes, and a metric that a rule records, are there", async () => {
    const files = {
      [file]: reading('DCGM_FI_DEV_FB_TOTAL{Hostname="a"}'),
      [folder]: kustomization(["gpus.json"]),
      "overlays/alerting/kustomization.yaml": "namespace: monitoring\nresources: [own.yaml]\n",
      "overlays/alerting/own.yaml": `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: fb
  labels:
    release: prometheus-stack
spec:
  groups:
    - name: fb
      rules:
        - record: DCGM_FI_DEV_FB_TOTAL
          expr: DCGM_FI_DEV_FB_USED + DCGM_FI_DEV_FB_FREE
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: dcgm
spec:
  selector: {}
  endpoints:
    - port: gpu-metrics
      metricRelabelings:
        - sourceLabels: [hostname]
          targetLabel: Hostname
`,
    };
    expect(brokenIn(await dashboardStack(files))).toEqual([]);
  });

  test("what the exporter has and nothing scrapes leaves it empty, and the monitor's own path tells that", async () => {
    const stack = await oneDashboard(dashboard(), { exporter: { ...exporter, objects: [] } });
    const [hop] = hopsOf(stack, "metrics-are-exported");
    expect(hop).toMatchObject({
      status: "broken",
      why: expect.stringMatching(/ exports DCGM_FI_DEV_GPU_TEMP, but no monitor .+: the query stays empty/),
    });
    expect(hop?.check).toBeUndefined();
  });

  test("without a declared exporter nothing is known, and nothing is broken", async () => {
    const stack = await oneDashboard(reading("DCGM_FI_DEV_NONSENSE"), { exporter: noExporter });
    expect(hopsOf(stack, "metrics-are-exported")).toMatchObject([{ status: "unknown" }]);
    expect(exporter.metrics).not.toBeNull();
  });
});
