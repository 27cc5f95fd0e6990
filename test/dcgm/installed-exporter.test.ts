import { describe, expect, test } from "vitest";
import { helmLine, loadWith, objectsOf } from "./load-with.ts";

const chart = helmLine("gpu-helm-charts/dcgm-exporter", {
  ...{ releaseName: "gpus", namespace: "monitoring", version: "v4.8.2" },
});
const operator = helmLine("nvidia/gpu-operator", { namespace: "nvidia-gpu", version: "v24.9.0" });

describe("what install.sh installs the exporter with", () => {
  test("counts where no input says anything else", async () => {
    const standalone = await loadWith({ others: [helmLine("grafana/loki"), chart] });
    expect(standalone).toMatchObject({ source: "dcgm-exporter", version: "4.8.2" });
    expect(standalone.description).toContain(
      "dcgm-exporter 4.8.2, release gpus in monitoring: installed by stack/upstream/install.sh, line 1",
    );
    const [service] = objectsOf(standalone, "Service");
    expect(service?.["metadata"]).toMatchObject({ name: "gpus-dcgm-exporter", namespace: "monitoring" });
    expect(await loadWith({ others: [operator] })).toMatchObject({
      ...{ source: "gpu-operator", version: "24.9.0", name: "gpu-operator v24.9.0 in nvidia-gpu" },
    });
  });

  test("gives way to the inputs, each by itself", async () => {
    const inputs = { exporter: "dcgm-exporter", "exporter-namespace": "gpus" };
    expect((await loadWith({ inputs, others: [chart] })).name).toBe("dcgm-exporter 4.8.2, release gpus in gpus");
    expect((await loadWith({ inputs: { "exporter-version": "4.8.3" }, others: [chart] })).version).toBe("4.8.3");
    const other = await loadWith({ inputs: { exporter: "gpu-operator" }, others: [chart] });
    expect(other.name).toBe("gpu-operator v26.7.0 in gpu-operator");
  });

  test.each([
    ["two lines", [chart, operator]],
    ["no line", []],
  ])("is the gpu-operator by default: %s", async (_, others) => {
    expect((await loadWith({ others })).name).toBe("gpu-operator v26.7.0 in gpu-operator");
  });

  test("says nothing of a version that is a range", async () => {
    expect((await loadWith({ others: [{ ...chart, version: "4.x" }] })).version).toBe("4.8.4");
  });
});

describe("an exporter that is switched off", () => {
  const policy = `apiVersion: nvidia.com/v1\nkind: ClusterPolicy\nmetadata: {name: p}\nspec: {dcgmExporter: {enabled: false}}\n`;
  test.each([
    ["by --set", { others: [{ ...operator, sets: ["dcgmExporter.enabled=false"] }] }],
    ["by values", { files: { "stack/upstream/gpu.yaml": "dcgmExporter: {enabled: false}\n" } }],
    ["by the ClusterPolicy", { tree: policy }],
  ])("brings nothing, and what does is unknown: %s", async (_, given) => {
    const model = await loadWith(given);
    expect(model).toMatchObject({ source: "gpu-operator", known: false, objects: [], metrics: null });
    expect(model.description).toContain("dcgmExporter.enabled is false");
  });

  test("is there where it is switched on", async () => {
    const model = await loadWith({ others: [{ ...operator, version: null, sets: ["dcgmExporter.enabled=true"] }] });
    expect(model.known).toBe(true);
    expect(objectsOf(model, "DaemonSet")).not.toEqual([]);
  });
});
