// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the references are Flux's and Grafana's
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { judgeErrors, precisionTable } from "../../scripts/precision/judge-errors.ts";
import { layOut } from "../../scripts/precision/lay-out.ts";
import type { Tree } from "../../scripts/precision/trees.ts";

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
    expect(table).toContain("| somebody/home-ops | 0123456789 | none | 2 | 1 | 1 |  | it is so; perhaps |");
    expect(table).toContain("| **1 repositories** |  |  | **2** | **1** | **1** | **0** |  |");
  });
});
