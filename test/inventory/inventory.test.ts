import { describe, expect, test } from "vitest";
import { components, defaultDashboards } from "../../src/inventory/inventory.ts";
import { chartOrigin, manifestsOf, renderOf } from "../checks/subject.ts";

const workload = (kind: string, name: string, { label = "", image = "", replicas = "" } = {}): string => `
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}
  labels: {${label === "" ? "" : `app.kubernetes.io/name: ${label}`}}
spec:
  ${replicas === "" ? "" : `replicas: ${replicas}`}
  template:
    spec:
      containers:
        - name: main
          image: ${image || "example.com/other:1"}
---`;

const present = (text: string): readonly string[] =>
  components(renderOf({ chart: manifestsOf(text, chartOrigin) }))
    .filter((component) => component.present)
    .map(({ name }) => name);

describe("components", () => {
  test.each([
    [
      "the operator's kinds",
      "apiVersion: monitoring.coreos.com/v1\nkind: Prometheus\nmetadata: {name: p}",
      "Prometheus",
    ],
    ["its label", workload("Deployment", "g", { label: "grafana" }), "Grafana"],
    ["its image", workload("Deployment", "g", { image: "docker.io/grafana/grafana:13.2.0" }), "Grafana"],
    ["a mirrored image", workload("DaemonSet", "n", { image: "r:5000/m/node-exporter@sha256:0a" }), "node exporter"],
    ["a StatefulSet", workload("StatefulSet", "k", { label: "kube-state-metrics" }), "kube-state-metrics"],
  ])("are known by %s", (_, text, name) => {
    expect(present(text)).toEqual([name]);
  });

  test.each([
    ["another product of the same vendor", workload("Deployment", "r", { image: "grafana/grafana-image-renderer:4" })],
    ["a kind of the same name of another group", "apiVersion: example.com/v1\nkind: Prometheus\nmetadata: {name: p}"],
    [
      "a Service of that name",
      "apiVersion: v1\nkind: Service\nmetadata: {name: grafana, labels: {app.kubernetes.io/name: grafana}}",
    ],
    ["zero replicas", workload("Deployment", "g", { label: "grafana", replicas: "0" })],
  ])("are not mistaken for %s", (_, text) => {
    expect(present(text)).toEqual([]);
  });

  test("with zero replicas are counted, but not present", () => {
    const chart = manifestsOf(workload("Deployment", "g", { label: "grafana", replicas: "0" }), chartOrigin);
    expect(components(renderOf({ chart }))).toContainEqual({ name: "Grafana", present: false, resources: 1 });
  });
});

const configMap = (title: string, expr: string, label = 'grafana_dashboard: "1"', kind = "ConfigMap"): string => {
  const json = JSON.stringify({ title, panels: [{ targets: [{ expr }] }] });
  const data = kind === "Secret" ? Buffer.from(json).toString("base64") : json;
  return JSON.stringify({
    apiVersion: "v1",
    kind,
    metadata: { name: "d", labels: Object.fromEntries([label.replaceAll('"', "").split(": ")]) },
    data: { "d.json": data },
  });
};

const areas = (...texts: readonly string[]): readonly string[] =>
  defaultDashboards(renderOf({ overlay: manifestsOf(texts.join("\n---\n")) }))
    .filter(({ found }) => found.length > 0)
    .map(({ area }) => area);

describe("default dashboards", () => {
  test.each([
    ["Kubernetes / Compute Resources / Cluster", "sum(container_memory_rss)", "cluster"],
    ["Node Exporter Full", "node_load1", "node"],
    ["Kubernetes / Compute Resources / Pod", "sum(container_memory_rss) by (pod)", "pod"],
    ["Kubernetes / API server", "apiserver_request:availability30d", "api-server"],
    ["What our cards do", "DCGM_FI_DEV_GPU_UTIL", "gpu"],
  ])("%s is found", (title, expr, area) => {
    expect(areas(configMap(title, expr))).toEqual([area]);
  });

  test.each([
    ["Node.js application", "nodejs_eventloop_lag_seconds"],
    ["Kafka cluster", "kafka_controller_kafkacontroller_activecontrollercount"],
    ["Node Exporter / AIX", "node_load1"],
    ["GPU metrics", "my_gpu_temperature"],
    ["GPU driver", 'up{job="DCGM_FI_DEV_GPU_TEMP"}'],
  ])("%s is not taken for one", (title, expr) => {
    expect(areas(configMap(title, expr))).toEqual([]);
  });

  test("a ConfigMap that Grafana's sidecar does not look for holds none", () => {
    expect(areas(configMap("GPUs", "DCGM_FI_DEV_GPU_UTIL", "app: x"))).toEqual([]);
  });

  test("the label that the sidecar was told to look for counts", () => {
    const grafana = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: g}
spec:
  template:
    spec:
      containers:
        - name: grafana-sc-dashboard
          env: [{name: LABEL, value: our_dashboards}]`;
    expect(areas(grafana, configMap("GPUs", "DCGM_FI_DEV_GPU_UTIL", "our_dashboards: yes"))).toEqual(["gpu"]);
  });

  test("a Secret can hold one, and the layer is told", () => {
    const chart = manifestsOf(configMap("GPUs", "DCGM_FI_DEV_GPU_UTIL", undefined, "Secret"), chartOrigin);
    expect(defaultDashboards(renderOf({ chart })).at(-1)).toEqual({
      area: "gpu",
      found: [{ title: "GPUs", from: "chart" }],
    });
  });

  test("is read however deep it is nested", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const text = configMap("GPUs", "DCGM_FI_DEV_GPU_UTIL").replace('"panels\\":', `"x\\":${deep},\\"panels\\":`);
    expect(text.length).toBeGreaterThan(400_000);
    expect(areas(text)).toEqual(["gpu"]);
  });

  test("text that is no dashboard is passed over", () => {
    const broken = configMap("x", "y").replace('"d.json":"{', '"d.json":"{{');
    expect(areas(broken)).toEqual([]);
  });
});
