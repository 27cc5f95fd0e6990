import { describe, expect, test } from "vitest";
import { loadWith, metric, metricNames, objectsOf } from "./load-with.ts";

const chart = (inputs: Readonly<Record<string, string>> = {}, values?: string) =>
  loadWith({ inputs: { exporter: "dcgm-exporter", ...inputs }, ...(values === undefined ? {} : { values }) });

const identity = {
  "app.kubernetes.io/name": "dcgm-exporter",
  "app.kubernetes.io/instance": "dcgm-exporter",
  "app.kubernetes.io/component": "dcgm-exporter",
};

describe("dcgm-exporter, the standalone chart", () => {
  test("by default is 4.8.4, release dcgm-exporter in default", async () => {
    const model = await chart();
    expect(model).toMatchObject({ source: "dcgm-exporter", version: "4.8.4", known: true });
    expect(model.description).toContain("dcgm-exporter 4.8.4, release dcgm-exporter in default");
    const [service] = objectsOf(model, "Service", "dcgm-exporter");
    expect(service).toMatchObject({
      metadata: {
        namespace: "default",
        labels: { ...identity, "app.kubernetes.io/version": "4.8.4", "helm.sh/chart": "dcgm-exporter-4.8.4" },
      },
      spec: { selector: identity, ports: [{ name: "metrics", port: 9400 }] },
    });
    expect(service).not.toHaveProperty("metadata.labels.app");
    expect(objectsOf(model, "DaemonSet")).toMatchObject([
      {
        spec: {
          template: {
            metadata: { labels: identity },
            spec: { containers: [{ name: "exporter", ports: [{ name: "metrics", containerPort: 9400 }] }] },
          },
        },
      },
    ]);
    expect(objectsOf(model, "ServiceMonitor")).toMatchObject([
      {
        spec: {
          selector: { matchLabels: identity },
          endpoints: [{ port: "metrics", interval: "30s", scrapeTimeout: "25s" }],
        },
      },
    ]);
    expect(objectsOf(model, "ConfigMap", "exporter-metrics-config-map")).toHaveLength(1);
  });

  test("its ConfigMap hides the image's list: no FB_RESERVED, no driver version", async () => {
    const model = await chart();
    expect(metricNames(model)).toHaveLength(24);
    expect(metricNames(model)).not.toContain("DCGM_FI_DEV_FB_RESERVED");
    expect(model.labels).toContain("hostname");
    expect(model.labels).not.toContain("DCGM_FI_DRIVER_VERSION");
    expect(metric(model, "DCGM_FI_DEV_FB_USED")).toMatchObject({ type: "gauge", unit: "MiB" });
  });

  test.each([
    ["4.5.3-4.8.2-distroless", "4.8.2", "Hostname", "15s", "gauge"],
    ["4.7.1", "4.7.1", "Hostname", "15s", "counter"],
    ["4.6.0-4.8.3", "4.8.3", "hostname", "30s", "gauge"],
  ])("%s is %s: label %s, scraped every %s, PCIe traffic a %s", async (asked, version, host, interval, pcie) => {
    const model = await chart({ "exporter-version": asked });
    expect(model.version).toBe(version);
    expect(model.labels?.filter((label) => label.toLowerCase() === "hostname")).toEqual([host]);
    expect(objectsOf(model, "ServiceMonitor")).toMatchObject([{ spec: { endpoints: [{ interval }] } }]);
    expect(metric(model, "DCGM_FI_PROF_PCIE_TX_BYTES").type).toBe(pcie);
  });

  test("before 3.6.0 nothing was mounted over the image's list", async () => {
    const model = await chart({ "exporter-version": "3.5.0" });
    expect(model.description).toContain("dcp-metrics-included.csv of dcgm-exporter 3.5.0");
    expect(model.labels).toContain("DCGM_FI_DRIVER_VERSION");
  });

  test("its Service did not select by component before 4.1.3", async () => {
    const selector = async (version: string) =>
      objectsOf(await chart({ "exporter-version": version }), "Service")[0]?.["spec"];
    const { "app.kubernetes.io/component": component, ...rest } = identity;
    expect(await selector("4.1.1")).toMatchObject({ selector: rest });
    expect(JSON.stringify(await selector("4.1.1"))).not.toContain("component");
    expect(await selector("4.1.3")).toMatchObject({ selector: { "app.kubernetes.io/component": component } });
  });

  test.each([
    ["gpu", "gpu-dcgm-exporter"],
    ["my-dcgm-exporter-2", "my-dcgm-exporter-2"],
  ])("release %s names its objects %s", async (release, name) => {
    const model = await chart({ "exporter-release": release, "exporter-namespace": "monitoring" });
    const labels = { "app.kubernetes.io/instance": release };
    expect(objectsOf(model, "Service", name)).toMatchObject([{ metadata: { namespace: "monitoring", labels } }]);
    expect(objectsOf(model, "ServiceMonitor", name)).toMatchObject([
      { spec: { namespaceSelector: { matchNames: ["monitoring"] } } },
    ]);
  });

  test("4.9.0, whose list nobody here has seen, is unknown", async () => {
    const model = await chart({ "exporter-version": "4.9.0" });
    expect(model).toMatchObject({ known: false, objects: [], metrics: null, labels: null });
    expect(model.description).toContain("only for releases from 3.0.0 to 4.8.4");
  });

  test("customMetrics in the tree's values replace the list", async () => {
    const model = await chart({}, 'dcgm-exporter: {customMetrics: "DCGM_FI_DEV_FB_TOTAL, gauge, Memory (in MiB)."}');
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL"]);
    expect(metric(model, "DCGM_FI_DEV_FB_TOTAL").unit).toBe("MiB");
  });
});
