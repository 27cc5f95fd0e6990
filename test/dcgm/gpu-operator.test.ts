import { describe, expect, test } from "vitest";
import { loadWith, metric, metricNames, objectsOf } from "./load-with.ts";

const at = (version: string) => loadWith({ inputs: { "exporter-version": version } });

describe("gpu-operator", () => {
  test("is the default: v26.7.0 in gpu-operator, with its Service, pods and ServiceMonitor", async () => {
    const model = await loadWith();
    expect(model).toMatchObject({ source: "gpu-operator", version: "26.7.0", known: true });
    expect(model.description).toBe(
      "gpu-operator v26.7.0 in gpu-operator: metrics of dcp-metrics-included.csv of dcgm-exporter 4.8.3",
    );
    expect(objectsOf(model, "Service", "nvidia-dcgm-exporter")).toMatchObject([
      {
        metadata: { namespace: "gpu-operator", labels: { app: "nvidia-dcgm-exporter" } },
        spec: {
          selector: { app: "nvidia-dcgm-exporter" },
          ports: [{ name: "gpu-metrics", port: 9400, targetPort: 9400 }],
        },
      },
    ]);
    expect(objectsOf(model, "DaemonSet", "nvidia-dcgm-exporter")).toMatchObject([
      {
        spec: {
          template: {
            metadata: { labels: { app: "nvidia-dcgm-exporter" } },
            spec: { containers: [{ name: "nvidia-dcgm-exporter", ports: [{ name: "metrics", containerPort: 9400 }] }] },
          },
        },
      },
    ]);
    expect(objectsOf(model, "ServiceMonitor", "nvidia-dcgm-exporter")).toEqual([
      {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "ServiceMonitor",
        metadata: {
          name: "nvidia-dcgm-exporter",
          namespace: "gpu-operator",
          labels: { app: "nvidia-dcgm-exporter" },
        },
        spec: {
          jobLabel: "app",
          namespaceSelector: { matchNames: ["gpu-operator"] },
          selector: { matchLabels: { app: "nvidia-dcgm-exporter" } },
          endpoints: [
            { port: "gpu-metrics", path: "/metrics", interval: "15s", scrapeTimeout: "10s", honorLabels: false },
          ],
        },
      },
    ]);
    expect(model.sources).toContain("https://github.com/NVIDIA/gpu-operator/tree/v26.7.0/assets/state-dcgm-exporter");
    // Labels of a namespace that somebody else makes are nobody's to know.
    expect(objectsOf(model, "Namespace")).toEqual([]);
  });

  test("has the second exporter, of dynamic resource allocation, since v26.7.0", async () => {
    const dra = "nvidia-dcgm-exporter-dra";
    const [now, before] = [await at("v26.7.0"), await at("v26.3.3")];
    expect(objectsOf(now, "Service", dra)).toMatchObject([{ spec: { selector: { app: dra } } }]);
    // Off by default: its pods are nobody's to count on, and may be there.
    expect(objectsOf(now, "DaemonSet", dra)).toHaveLength(0);
    const file = { "stack/upstream/gpu-operator/values.yaml": "gpuCluster: {deployCR: true}" };
    const cluster = "{apiVersion: nvidia.com/v1alpha1, kind: GPUCluster, metadata: {name: gpu-cluster}}";
    for (const given of [{ values: "gpuCluster: {deployCR: true}" }, { tree: cluster }, { files: file }])
      expect(objectsOf(await loadWith(given), "DaemonSet", dra)).toHaveLength(1);
    expect(objectsOf(now, "ServiceMonitor", dra)).toHaveLength(1);
    expect(now.labels).toContain("dra_claim_name");
    expect(before.objects.filter((body) => JSON.stringify(body).includes("-dra"))).toEqual([]);
    expect(before.labels).not.toContain("dra_claim_name");
  });

  test.each([
    ["v22.9.0", "3.0.0", false, "Hostname", false, "counter"],
    ["v24.9.2", "3.6.1", false, "Hostname", false, "counter"],
    ["v25.3.4", "4.4.0", false, "Hostname", true, "counter"],
    ["v26.3.3", "4.8.2", false, "Hostname", true, "counter"],
    ["v26.7.0", "4.8.3", true, "hostname", true, "gauge"],
  ])("%s: exporter %s, own ServiceMonitor %s, label %s, FB_RESERVED %s, NVLink a %s", async (...expected) => {
    const [version, exporter, monitor, host, reserved, nvlink] = expected;
    const model = await at(version);
    expect(model.description).toContain(`dcgm-exporter ${exporter}`);
    expect(objectsOf(model, "ServiceMonitor", "nvidia-dcgm-exporter")).toHaveLength(monitor ? 1 : 0);
    expect(model.labels?.filter((label) => label.toLowerCase() === "hostname")).toEqual([host]);
    expect(metricNames(model)?.includes("DCGM_FI_DEV_FB_RESERVED")).toBe(reserved);
    expect(metric(model, "DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL").type).toBe(nvlink);
    expect(metric(model, "DCGM_FI_PROF_PCIE_TX_BYTES").type).toBe("gauge");
  });

  test("has a label for each thing that a series can say, and the XID's own on that metric", async () => {
    const model = await loadWith();
    expect(model.labels).toEqual(
      expect.arrayContaining([
        "gpu",
        "UUID",
        "pci_bus_id",
        "device",
        "modelName",
        "GPU_I_ID",
        "DCGM_FI_DRIVER_VERSION",
      ]),
    );
    expect(model.labels).toEqual(expect.arrayContaining(["pod", "namespace", "container"]));
    expect(model.labels).not.toContain("err_code");
    expect(metric(model, "DCGM_FI_DEV_XID_ERRORS").labels).toEqual(["err_code", "err_msg"]);
    expect((await at("v24.3.0")).labels).not.toContain("pci_bus_id");
  });

  test("does not export what is off by default", async () => {
    const names = metricNames(await loadWith());
    for (const name of ["DCGM_FI_DEV_FB_TOTAL", "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "DCGM_EXP_XID_ERRORS_TOTAL"])
      expect(names).not.toContain(name);
  });

  test("lives where exporter-namespace says", async () => {
    const model = await loadWith({ inputs: { "exporter-namespace": "nvidia-gpu-operator" } });
    expect(model.description).toContain("in nvidia-gpu-operator");
    expect(model.objects).toHaveLength(5);
    for (const body of model.objects) expect(body).toMatchObject({ metadata: { namespace: "nvidia-gpu-operator" } });
  });

  test.each(["v26.7.1", "v99.0.0", "v1.11.1"])("%s has no data: unknown, said, and not guessed", async (version) => {
    const model = await at(version);
    expect(model).toMatchObject({ known: false, objects: [], metrics: null, labels: null, sources: [] });
    expect(model.description).toContain(
      `gpu-operator ${version} in gpu-operator: there is no data for this version (only for releases from v22.9.0 to v26.7.0)`,
    );
  });
});

describe("what the tree says of the operator", () => {
  test("values with dcgmExporter: its ServiceMonitor, and the list that they hold", async () => {
    const model = await loadWith({
      inputs: { "exporter-version": "v26.3.3" },
      values: `
dcgmExporter:
  config: {name: own-metrics, create: true, data: "DCGM_FI_DEV_FB_TOTAL, gauge, Memory (in MiB)."}
  serviceMonitor: {enabled: true, interval: 30s, honorLabels: true, additionalLabels: {release: prometheus-stack}}
`,
    });
    expect(objectsOf(model, "ServiceMonitor")).toMatchObject([
      {
        metadata: { labels: { release: "prometheus-stack" } },
        spec: { endpoints: [{ interval: "30s", honorLabels: true }] },
      },
    ]);
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL"]);
    expect(objectsOf(model, "ConfigMap", "own-metrics")).toHaveLength(1);
    expect(model.labels).not.toContain("DCGM_FI_DRIVER_VERSION");
  });

  test("a ClusterPolicy goes before values, and its ConfigMap is read from the tree", async () => {
    const model = await loadWith({
      values: "dcgmExporter: {config: {name: other}}",
      tree: `
apiVersion: nvidia.com/v1
kind: ClusterPolicy
metadata: {name: cluster-policy}
spec: {dcgmExporter: {config: {name: own}, serviceMonitor: {enabled: false}, enablePodLabels: true}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: own, namespace: gpu-operator}
data: {dcgm-metrics.csv: "DCGM_FI_DEV_GPU_TEMP, gauge, Temperature (in C)."}
`,
    });
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_GPU_TEMP"]);
    expect(objectsOf(model, "ServiceMonitor")).toEqual([]);
    // Labels of pods can have any name.
    expect(model.labels).toBeNull();
  });

  test("a ConfigMap that is named and is not in the tree leaves the metrics unknown", async () => {
    const model = await loadWith({ values: "dcgmExporter: {config: {name: elsewhere}}" });
    expect(model.metrics).toBeNull();
    expect(model.known).toBe(true);
    expect(model.description).toContain("ConfigMap gpu-operator/elsewhere, which is not there to be read");
  });

  test("values under gpu-operator, as an umbrella chart has them, count too", async () => {
    const model = await loadWith({ values: "gpu-operator: {dcgmExporter: {version: 4.5.3-4.8.2-distroless}}" });
    expect(model.labels).toContain("Hostname");
  });
});
