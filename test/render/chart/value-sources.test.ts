import { describe, expect, test } from "vitest";
import { placeInChart } from "../../../src/render/chart/chart-place.ts";
import { governedAt, setAt, turnedOffAt, valueSources } from "../../../src/render/chart/value-sources.ts";
import type { SetArgument, Stack } from "../../../src/stack/stack.ts";
import { parseYaml } from "../../../src/text/parse-yaml.ts";
import { emptyStack } from "../../checks/subject.ts";

const key = ["grafana", "enabled"];
const installLine = { file: "stack/upstream/install.sh", line: 8, column: 1 };

const stackWith = (files: Readonly<Record<string, string>>, sets: readonly string[] = []): Stack => ({
  ...emptyStack,
  valueFiles: Object.entries(files).map(([file, text]) => parseYaml(text, file, "helm")),
  release: {
    ...emptyStack.release,
    sets: sets.map(
      (value, index): SetArgument => ({
        flag: "--set",
        value,
        at: { ...installLine, line: 20 + index },
      }),
    ),
  },
});

describe("the place that sets a value", () => {
  test("is the last file that has it", () => {
    const stack = stackWith({ a: "grafana: {enabled: true}", b: "x: 1\ngrafana:\n  enabled: false", c: "x: 1" });
    expect(setAt(stack, key)).toMatchObject({ file: "b", line: 3, column: 12 });
  });

  test("is the last --set before any file", () => {
    const stack = stackWith({ a: "grafana: {enabled: true}" }, ["grafana.enabled=true", "x=1,grafana.enabled=false"]);
    expect(setAt(stack, key)).toMatchObject({ line: 21 });
  });

  test("is none where only a longer or a shorter key is set", () => {
    expect(setAt(stackWith({ a: "grafana: {}" }, ["grafana.enabledX=1", "Xgrafana.enabled=1"]), key)).toBeNull();
  });

  test("is, for the first of several keys that is set at all, that one's", () => {
    const stack = stackWith({ a: "nodeExporter:\n  enabled: false" });
    expect(governedAt(stack, [key, ["nodeExporter", "enabled"]])).toMatchObject({ file: "a", line: 2 });
  });
});

describe("a chart around kube-prometheus-stack", () => {
  const own = "kps:\n  nodeExporter:\n    enabled: false\n  grafana: {enabled: true}\n";
  const umbrella = { key: "kps", values: parseYaml(own, "chart/values.yaml", "helm") };
  const around = (files: Readonly<Record<string, string>>): Stack => ({ ...stackWith(files), umbrella });

  test("has the values of that below a key, in its own file or in the release's", () => {
    const stack = around({ a: "kps:\n  grafana:\n    enabled: false\n" });
    expect(setAt(stack, key)).toMatchObject({ file: "a", line: 3 });
    expect(turnedOffAt(stack, key)).toMatchObject({ file: "a", line: 3 });
    expect(turnedOffAt(stack, ["nodeExporter", "enabled"])).toMatchObject({ file: "chart/values.yaml", line: 3 });
    expect(setAt(around({ a: "grafana: {enabled: false}" }), key)).toMatchObject({
      file: "chart/values.yaml",
      line: 4,
    });
  });

  test.each([
    ["Prometheus", "prometheus/prometheus.yaml", ["spec", "retention"], 4],
    ["ServiceMonitor", "exporters/kube-dns/servicemonitor.yaml", ["spec"], 5],
    ["PrometheusRule", "prometheus/rules-1.14/general.rules.yaml", ["spec"], 6],
  ])("%s is placed at what governs it", (kind, template, path, line) => {
    const text =
      "kps:\n  prometheus:\n    prometheusSpec:\n      retention: 1d\n  kubeDns: {enabled: true}\n  defaultRules: {create: true}\n";
    const sources = valueSources(around({ a: text }));
    expect(placeInChart({ kind }, `monitoring/charts/kps/templates/${template}`, sources, path)).toMatchObject({
      file: "a",
      line,
    });
  });

  test("a chart in that one is below both", () => {
    const sources = valueSources(around({ a: "kps:\n  x: 1\n  grafana:\n    y: 1\n" }));
    const template = "monitoring/charts/kps/charts/grafana/templates/deployment.yaml";
    expect(placeInChart({ kind: "Deployment" }, template, sources, ["spec"])).toMatchObject({ file: "a", line: 3 });
  });
});
