// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the references are Flux's and Grafana's
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { ReportedFinding } from "../../scripts/precision/check-tree.ts";
import { surplus } from "../../scripts/precision/fix-tree.ts";
import { judgeErrors, precisionTable } from "../../scripts/precision/judge-errors.ts";
import { judgeWarnings, warningTable } from "../../scripts/precision/judge-warnings.ts";
import { layOut } from "../../scripts/precision/lay-out.ts";
import { defaultChart, type Tree } from "../../scripts/precision/trees.ts";
import type { WarningVerdicts } from "../../scripts/precision/warnings.ts";

const tree: Tree = { repository: "somebody/home-ops", commit: "0123456789abcdef", exporter: "none" };

describe("laying out a repository", () => {
  let checkout: string;
  let target: string;
  beforeEach(() => {
    checkout = mkdtempSync(join(tmpdir(), "checkout-"));
    target = mkdtempSync(join(tmpdir(), "laid-out-"));
  });
  afterEach(() => {
    for (const folder of [checkout, target]) rmSync(folder, { recursive: true });
  });

  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    writeFileSync(join(checkout, file), content);
  };
  const read = (file: string): string => readFileSync(join(target, "prometheus-stack", file), "utf8");
  const object = (kind: string, name: string, more = ""): string =>
    `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;

  test("takes the release from a HelmRelease, with what Flux fills in", () => {
    write(
      "apps/stack/release.yaml",
      `kind: HelmRelease
metadata: { name: kps }
spec:
  chartRef: { name: kube-prometheus-stack }
  values:
    retention: \${DAYS:=14}d
    size: \${SIZE}Gi
    text: $\${kept}
`,
    );
    write("apps/kustomization.yaml", "kind: Kustomization\nnamespace: observability\n");
    write("flux/stack.yaml", "kind: Kustomization\nspec: { path: ./apps/stack, targetNamespace: metrics }\n");
    layOut(checkout, { ...tree, variables: { SIZE: "50" } }, target);
    expect(parse(read("upstream/values.yaml"))).toEqual({ retention: "14d", size: "50Gi", text: "${kept}" });
    expect(read("upstream/install.sh")).toContain("--install kps ");
    expect(read("upstream/install.sh")).toContain("--namespace metrics ");
  });

  test("merges the values that ConfigMaps of files bring, those of the HelmRelease over them", () => {
    write(
      "stack/release.yaml",
      `kind: HelmRelease
metadata: { name: kps }
spec:
  chartRef: { name: kube-prometheus-stack }
  valuesFrom: [{ kind: ConfigMap, name: more }, { kind: Secret, name: hidden }]
  values: { prometheus: { retention: 7d } }
`,
    );
    write(
      "stack/kustomization.yaml",
      "kind: Kustomization\nconfigMapGenerator: [{ name: more, files: [values.yaml=prometheus.yaml] }]\n",
    );
    write("stack/prometheus.yaml", "prometheus: { retention: 1d, replicas: 2 }\n");
    layOut(checkout, { ...tree, valuesOver: { grafana: { adminUser: "a" } } }, target);
    expect(parse(read("upstream/values.yaml"))).toEqual({
      prometheus: { retention: "7d", replicas: 2 },
      grafana: { adminUser: "a" },
    });
  });

  test("installs the chart's version that the tree pins, else the default", () => {
    layOut(checkout, tree, target);
    expect(read("upstream/install.sh")).toContain(` --version ${defaultChart} `);
    layOut(checkout, { ...tree, chart: "45.4.0", release: "prometheus" }, target);
    expect(read("upstream/install.sh")).toContain("--install prometheus ");
    expect(read("upstream/install.sh")).toContain(" --version 45.4.0 ");
  });

  test("takes the exporter with its values from its HelmRelease, or from the tree's entry", () => {
    write(
      "gpu/exporter.yaml",
      `kind: HelmRelease
metadata: { name: dcgm, namespace: gpus }
spec:
  chart: { spec: { chart: dcgm-exporter } }
  values: { serviceMonitor: { enabled: true } }
`,
    );
    const configuration = () => parse(readFileSync(join(target, ".prometheus-stack.yaml"), "utf8"));
    layOut(checkout, { ...tree, exporter: "dcgm-exporter", exporterVersion: "4.8.2" }, target);
    expect(configuration()).toEqual({
      exporter: "dcgm-exporter",
      "exporter-version": "4.8.2",
      "exporter-namespace": "gpus",
      "exporter-release": "dcgm",
      checks: {},
    });
    expect(parse(read("upstream/exporter.yaml"))).toEqual({ serviceMonitor: { enabled: true } });
    expect(read("upstream/install.sh")).toContain("--install dcgm nvidia/dcgm-exporter --namespace gpus ");

    const exporterValues = { dcgmExporter: { serviceMonitor: { enabled: false } } };
    layOut(checkout, { ...tree, exporter: "gpu-operator", exporterNamespace: "nvidia", exporterValues }, target);
    expect(configuration()).toEqual({ exporter: "gpu-operator", "exporter-namespace": "nvidia", checks: {} });
    expect(parse(read("upstream/exporter.yaml"))).toEqual(exporterValues);
  });

  test("puts every object where its Kustomization does, as it is written", () => {
    write("apps/kustomization.yaml", "kind: Kustomization\nnamespace: observability\n");
    write("apps/monitor.yaml", `# why\n${object("ServiceMonitor", "a", "spec: { selector: {} } # here\n")}`);
    write("apps/patch.yaml", object("ServiceMonitor", "b", "spec: { jobLabel: x }\n"));
    write("other/rule.yaml", object("PrometheusRule", "c"));
    write("other/template.yaml", "{{ if .x }}\nkind: Service\n{{ end }}\n");
    layOut(checkout, tree, target);
    expect(readdirSync(join(target, "prometheus-stack/overlays")).toSorted()).toEqual(["as-written", "observability"]);
    expect(parse(read("overlays/observability/kustomization.yaml"))).toMatchObject({
      namespace: "observability",
      resources: ["0-apps__monitor.yaml"],
    });
    expect(read("overlays/observability/0-apps__monitor.yaml")).toContain("spec: { selector: {} } # here\n");
    expect(parse(read("overlays/as-written/kustomization.yaml"))).toMatchObject({ resources: ["0-other__rule.yaml"] });
  });

  test("makes objects of plain dashboards, rules and scrape configurations", () => {
    write("dashboards/GPU one.json", JSON.stringify({ title: "GPUs", panels: [] }));
    write("dashboards/package.json", "{}");
    write("rules/gpu.yml", "groups:\n  - name: gpu\n    rules: []\n");
    write("prometheus.yml", "scrape_configs:\n  - job_name: gpu\n");
    layOut(checkout, { ...tree, rules: ["rules"], scrapes: "prometheus.yml" }, target);
    expect(parse(read("overlays/dashboards/kustomization.yaml"))).toMatchObject({
      configMapGenerator: [{ name: "dashboards-gpu-one", files: ["dashboards-gpu-one.json"] }],
      generatorOptions: { labels: { grafana_dashboard: "1" } },
    });
    expect(parse(read("overlays/monitoring/0-rules__gpu.yml"))).toMatchObject({
      kind: "PrometheusRule",
      metadata: { labels: { release: "kube-prometheus-stack" } },
      spec: { groups: [{ name: "gpu" }] },
    });
    expect(parse(read("upstream/values.yaml"))).toEqual({
      prometheus: { prometheusSpec: { additionalScrapeConfigs: [{ job_name: "gpu" }] } },
    });
  });
});

describe("errors and the verdicts on them", () => {
  const resource = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "gpu" };
  const read: Tree = {
    ...tree,
    verdicts: [
      { check: "a", resource: "ConfigMap monitoring/gpu", verdict: "true", because: "it is so" },
      { check: "b", verdict: "unsure", because: "perhaps" },
    ],
  };

  test("meet by check and object", () => {
    const errors = [
      { check: "a", message: "first", resource },
      { check: "a", message: "second", resource },
      { check: "a", message: "of another object", resource: { ...resource, name: "other" } },
      { check: "a", message: "of none" },
    ];
    const judged = judgeErrors(read, errors);
    expect(judged).toMatchObject({ errors: 4, counts: [2, 0, 0], gone: [{ check: "b" }] });
    expect(judged.unread.map(({ message }) => message)).toEqual(["of another object", "of none"]);
  });

  test("are counted in the table", () => {
    const table = precisionTable([
      judgeErrors(read, [
        { check: "a", message: "first", resource },
        { check: "b", message: "x" },
      ]),
    ]);
    expect(table).toContain("| somebody/home-ops | 0123456789 | 88.5.3 | none | 2 | 1 | 1 |  | it is so; perhaps |");
    expect(table).toContain("| **1 repositories** |  |  |  | **2** | **1** | **1** | **0** |  |");
  });
});

describe("warnings and the verdicts on them", () => {
  const resource = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "gpu" };
  const warning = (check: string, message: string) => ({ check, message, file: "a.yaml", resource });
  const all: WarningVerdicts = {
    a: [
      { verdict: "unsure", because: "perhaps", about: "staging", in: { "somebody/home-ops": 1 } },
      { verdict: "true", because: "it is so", in: { "somebody/home-ops": 2, "another/one": 1 } },
    ],
    b: [{ verdict: "false", because: "it is not", about: "ConfigMap monitoring/gpu", in: { "somebody/home-ops": 1 } }],
  };
  const read = [warning("a", "one"), warning("a", "two"), warning("a", "in staging"), warning("b", "three")];

  test("meet by check, repository and text, as many as were read", () => {
    const judged = judgeWarnings(tree.repository, read, all);
    expect(judged).toMatchObject({ unread: [], gone: [] });
    expect(judged.meant.map(({ count }) => count)).toEqual([1, 2, 1]);
  });

  test("are unread where none was read of their kind, or fewer were", () => {
    const judged = judgeWarnings(tree.repository, [...read, warning("a", "new"), warning("c", "other")], all);
    expect(judged.unread.map(({ message }) => message)).toEqual(["other", "one", "two", "new"]);
    expect(judgeWarnings("third/tree", read, all).unread).toEqual(read);
  });

  test("leave a verdict behind where they are gone", () => {
    const { gone, unread } = judgeWarnings(tree.repository, read.slice(1, 3), all);
    expect(unread).toEqual([]);
    expect(gone).toEqual([
      { check: "a", because: "it is so", missing: 1 },
      { check: "b", because: "it is not", missing: 1 },
    ]);
  });

  test("are counted in the table, by check", () => {
    const table = warningTable([judgeWarnings(tree.repository, read, all)], all);
    expect(table).toContain("| [a](checks/a.md) | 3 | 2 | 1 |  | perhaps; it is so |");
    expect(table).toContain("| **2 checks** | **4** | **2** | **1** | **1** |  |");
  });
});

test("a repair brought what is told more often than before of the same object", () => {
  const finding = (check: string, name: string): ReportedFinding => ({
    check,
    severity: "warning",
    message: `of ${name}`,
    resource: { apiVersion: "v1", kind: "ConfigMap", namespace: null, name },
  });
  const before = [finding("a", "x"), finding("a", "x"), finding("b", "x")];
  expect(surplus(before, [finding("a", "x"), finding("b", "x")])).toEqual([]);
  expect(surplus(before, [finding("b", "x"), finding("b", "x"), finding("a", "y")])).toEqual([
    "b ConfigMap x",
    "a ConfigMap y",
  ]);
});
