import { expect, test } from "vitest";
import { helmLine as line, loadWith, metricNames, objectsOf } from "./load-with.ts";

const list = "DCGM_FI_DEV_FB_TOTAL, gauge, Total memory";
const indented = list.replace(/^/gm, "      ");
const operatorValues = `dcgmExporter:\n  config:\n    name: metrics-config\n    data: |\n${indented}\n`;

test("a counter list in values that lie in upstream/ counts, whatever the file is called", async () => {
  const model = await loadWith({ files: { "stack/upstream/gpu-operator/prod.yaml": operatorValues } });
  expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL"]);
});

test("defaults of a chart that is kept there do not", async () => {
  const model = await loadWith({
    files: {
      "stack/upstream/charts/gpu/Chart.yaml": "name: gpu",
      "stack/upstream/charts/gpu/values.yaml": operatorValues,
    },
  });
  expect(metricNames(model)).not.toContain("DCGM_FI_DEV_FB_TOTAL");
});

test("what another helm line is given counts, wherever the files lie, a later one over an earlier", async () => {
  const first = "dcgmExporter:\n  serviceMonitor:\n    enabled: true\n    interval: 15s\n";
  const second = "dcgmExporter:\n  serviceMonitor:\n    interval: 60s\n";
  const model = await loadWith({
    files: { "shared/a.yaml": first, "shared/b.yaml": second },
    others: [line("nvidia/gpu-operator", { valueFiles: ["shared/a.yaml", "shared/b.yaml"] })],
  });
  const [monitor] = objectsOf(model, "ServiceMonitor");
  expect(monitor?.["spec"]).toMatchObject({ endpoints: [{ interval: "60s" }] });
});

test("--set wins over the files of its line", async () => {
  const model = await loadWith({
    files: { "shared/a.yaml": "dcgmExporter: {serviceMonitor: {enabled: true}}\n" },
    others: [
      line("nvidia/gpu-operator", {
        valueFiles: ["shared/a.yaml"],
        sets: ["driver.enabled=false,dcgmExporter.serviceMonitor.enabled=false", "tolerations[0].key=x", "a=b\\,c"],
      }),
    ],
  });
  expect(objectsOf(model, "ServiceMonitor")).toEqual([]);
});

test("values of the exporter's own chart are its section", async () => {
  const inputs = { exporter: "dcgm-exporter" };
  const monitorsWith = async (sets: readonly string[]) =>
    objectsOf(await loadWith({ inputs, others: [line("gpu-helm-charts/dcgm-exporter", { sets })] }), "ServiceMonitor");
  expect(await monitorsWith(["serviceMonitor.enabled=false"])).toEqual([]);
  const [monitor] = await monitorsWith(["serviceMonitor.additionalLabels.release=prometheus-stack"]);
  expect(monitor?.["metadata"]).toMatchObject({ labels: { release: "prometheus-stack" } });
});

test("a key that would reach an object's prototype is a key like any other", async () => {
  const text = '{"__proto__": {"polluted": true}, "dcgmExporter": {"__proto__": {"polluted": true}}}';
  await loadWith({
    files: { "a.yaml": text, "b.yaml": text },
    others: [line("nvidia/gpu-operator", { valueFiles: ["a.yaml", "b.yaml"], sets: ["__proto__.polluted=true"] })],
  });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
