import { expect, test } from "vitest";
import { predictTargets } from "../../../src/signal/scrape/targets.ts";
import type { World } from "../../../src/world/world.ts";
import { bodiesOf, the, worldOf } from "../world-of.ts";

const exporter = `
apiVersion: v1
kind: Service
metadata:
  name: nvidia-dcgm-exporter
  namespace: gpu-operator
  labels: { app: nvidia-dcgm-exporter, team.example/unit: gpu }
spec:
  selector: { app: nvidia-dcgm-exporter }
  ports: [{ name: gpu-metrics, port: 9400, targetPort: 9400, protocol: TCP }]
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: nvidia-dcgm-exporter, namespace: gpu-operator }
spec:
  template:
    metadata: { labels: { app: nvidia-dcgm-exporter, tier: metal } }
    spec:
      initContainers: [{ name: toolkit-validation, image: v }]
      containers:
        - name: nvidia-dcgm-exporter
          image: exporter:4.8.4
          ports: [{ name: metrics, containerPort: 9400 }]
`;

const prometheus = (extra = ""): string => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
  probeSelector: {}
  probeNamespaceSelector: {}
  scrapeConfigSelector: {}
  scrapeConfigNamespaceSelector: {}
${extra}`;

const monitor = (endpoint: string, spec = ""): string => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: dcgm, namespace: monitoring }
spec:
  selector: { matchLabels: { app: nvidia-dcgm-exporter } }
  namespaceSelector: { matchNames: [gpu-operator] }
${spec}
  endpoints: [${endpoint}]
`;

const gpuWorld = (endpoint: string, parts: { spec?: string; prometheus?: string } = {}): World =>
  worldOf({
    chart: prometheus(parts.prometheus),
    tree: monitor(endpoint, parts.spec),
    exporter: { objects: bodiesOf(exporter) },
  });

const targetsOf = (world: World, kind = "ServiceMonitor") => predictTargets(the(world, kind), world);
const address = "‹address of a pod of DaemonSet gpu-operator/nvidia-dcgm-exporter›";
const pod = "‹name of a pod of DaemonSet gpu-operator/nvidia-dcgm-exporter›";
const gpuLabels = {
  job: "nvidia-dcgm-exporter",
  namespace: "gpu-operator",
  service: "nvidia-dcgm-exporter",
  pod,
  container: "nvidia-dcgm-exporter",
  endpoint: "gpu-metrics",
  instance: `${address}:9400`,
};

test("the target of the gpu-operator's exporter, as a cluster shows it", () => {
  const [target, ...others] = targetsOf(gpuWorld("{ port: gpu-metrics, interval: 15s }"));
  expect(others).toEqual([]);
  expect(target?.labels).toEqual(gpuLabels);
  expect(target).toMatchObject({
    job: "serviceMonitor/monitoring/dcgm/0",
    certain: true,
    interval: "15s",
    timeout: "10s",
    url: `http://${address}:9400/metrics`,
    honorLabels: false,
  });
});

test("the container's port name is no Service port name, but a target port", () => {
  expect(targetsOf(gpuWorld("{ port: metrics }"))).toEqual([]);
  expect(targetsOf(gpuWorld("{ targetPort: metrics }")).map(({ labels }) => labels)).toEqual([
    { ...gpuLabels, endpoint: "metrics" },
  ]);
  expect(targetsOf(gpuWorld("{ targetPort: 9400 }")).map(({ labels }) => labels)).toEqual([
    { ...gpuLabels, endpoint: "9400" },
  ]);
  expect(targetsOf(gpuWorld("{ targetPort: 9401 }"))).toEqual([]);
  expect(targetsOf(gpuWorld("{ port: metrics, targetPort: 9400 }"))).toEqual([]);
  expect(targetsOf(gpuWorld("{}")).map(({ labels: { endpoint } }) => endpoint)).toEqual([undefined]);
});

test("a port is a regular expression, over the whole name", () => {
  expect(targetsOf(gpuWorld("{ port: gpu-.* }")).map(({ labels: { endpoint } }) => endpoint)).toEqual(["gpu-.*"]);
  expect(targetsOf(gpuWorld("{ port: gpu }"))).toEqual([]);
});

test("each endpoint is a job of its own", () => {
  const targets = targetsOf(
    gpuWorld("{ port: none }, { port: gpu-metrics, path: /a }, { port: gpu-metrics, scheme: HTTPS }"),
  );
  expect(targets.map(({ job, endpoint, url }) => [job, endpoint, url])).toEqual([
    ["serviceMonitor/monitoring/dcgm/1", 1, `http://${address}:9400/a`],
    ["serviceMonitor/monitoring/dcgm/2", 2, `https://${address}:9400/metrics`],
  ]);
});

test("labels of the Service and of the pods, and the job's name from a label", () => {
  const spec = "  jobLabel: team.example/unit\n  targetLabels: [team.example/unit, absent]\n  podTargetLabels: [tier]";
  const [target] = targetsOf(gpuWorld("{ port: gpu-metrics }", { spec, prometheus: "  podTargetLabels: [app]" }));
  expect(target?.labels).toEqual({
    ...gpuLabels,
    job: "gpu",
    team_example_unit: "gpu",
    tier: "metal",
    app: "nvidia-dcgm-exporter",
  });
  const [absent] = targetsOf(gpuWorld("{ port: gpu-metrics }", { spec: "  jobLabel: absent" }));
  expect(absent?.labels["job"]).toBe("nvidia-dcgm-exporter");
});

test("relabelings: the scrape class's, the user's, and the enforced namespace last", () => {
  const endpoint = `{ port: gpu-metrics, relabelings: [
    { sourceLabels: [__meta_kubernetes_pod_node_name], targetLabel: node },
    { sourceLabels: [site], targetLabel: place },
    { targetLabel: namespace, replacement: mine },
    { action: labeldrop, regex: pod } ] }`;
  const world = gpuWorld(endpoint, {
    prometheus: `  enforcedNamespaceLabel: namespace
  scrapeClasses: [{ name: x, default: true, relabelings: [{ targetLabel: site, replacement: eu }] }]`,
  });
  const { pod: _, ...rest } = gpuLabels;
  expect(targetsOf(world)[0]?.labels).toEqual({
    ...rest,
    namespace: "monitoring",
    site: "eu",
    place: "eu",
    node: "‹node of a pod of DaemonSet gpu-operator/nvidia-dcgm-exporter›",
  });
});

test.each([
  "{ action: labelkeep, regex: 'pod|namespace' }",
  "{ targetLabel: __scrape_interval__, replacement: 5s }",
  "{ targetLabel: __scrape_timeout__, replacement: soon }",
  "{ targetLabel: __address__, replacement: '' }",
])("relabelings can spoil what a scrape needs: %s", (rule) => {
  expect(targetsOf(gpuWorld(`{ port: gpu-metrics, relabelings: [${rule}] }`))).toEqual([]);
});

test("relabelings can change path, interval and address", () => {
  const rules =
    "{ targetLabel: __metrics_path__, replacement: /x }, { targetLabel: __scrape_interval__, replacement: 5m }";
  expect(targetsOf(gpuWorld(`{ port: gpu-metrics, relabelings: [${rules}] }`))[0]).toMatchObject({
    url: `http://${address}:9400/x`,
    interval: "5m",
  });
});

test("what hangs on the cluster is not certain; what is surely dropped is gone", () => {
  const keep = (label: string, regex: string) =>
    targetsOf(
      gpuWorld(`{ port: gpu-metrics, relabelings: [{ action: keep, sourceLabels: [${label}], regex: '${regex}' }] }`),
    );
  expect(keep("__address__", "10[.].*").map(({ certain }) => certain)).toEqual([false]);
  expect(keep("__address__", ".*:9400").map(({ certain }) => certain)).toEqual([true]);
  expect(keep("__meta_kubernetes_namespace", "default")).toEqual([]);
  expect(keep("__meta_kubernetes_node_label_gpu", "a100")).toEqual([]);
  const attached = gpuWorld(
    "{ port: gpu-metrics, relabelings: [{ action: keep, sourceLabels: [__meta_kubernetes_node_label_gpu], regex: a100 }] }",
    { spec: "  attachMetadata: { node: true }" },
  );
  expect(targetsOf(attached).map(({ certain }) => certain)).toEqual([false]);
});

test("series: exposed labels give way unless they are honored, and metric relabelings drop", () => {
  const rules = `metricRelabelings: [{ action: drop, sourceLabels: [__name__], regex: 'DCGM_FI_PROF_.*' }, { action: labeldrop, regex: UUID }]`;
  const [target] = targetsOf(gpuWorld(`{ port: gpu-metrics, ${rules} }`));
  const own = { gpu: "0", UUID: "GPU-1", pod: "train-1", namespace: "ml" };
  expect(target?.series("DCGM_FI_PROF_DRAM_ACTIVE", own).kept).toBe(false);
  expect(target?.series("DCGM_FI_DEV_GPU_TEMP", own)).toEqual({
    kept: true,
    labels: {
      ...gpuLabels,
      __name__: "DCGM_FI_DEV_GPU_TEMP",
      gpu: "0",
      exported_pod: "train-1",
      exported_namespace: "ml",
    },
  });
  const [honoring] = targetsOf(gpuWorld("{ port: gpu-metrics, honorLabels: true }"));
  expect(honoring?.series("m", own).labels).toEqual({ ...gpuLabels, ...own, __name__: "m" });
  const [overridden] = targetsOf(
    gpuWorld("{ port: gpu-metrics, honorLabels: true }", { prometheus: "  overrideHonorLabels: true" }),
  );
  expect(overridden?.series("m", own).labels["pod"]).toBe(pod);
});

test("interval and timeout come from the Prometheus, and a timeout is never longer than the interval", () => {
  const from = (endpoint: string, spec: string) =>
    targetsOf(gpuWorld(endpoint, { prometheus: spec })).map(({ interval, timeout }) => [interval, timeout]);
  expect(from("{ port: gpu-metrics }", "  scrapeInterval: 1m\n  scrapeTimeout: 20s")).toEqual([["1m", "20s"]]);
  expect(from("{ port: gpu-metrics, interval: 5s }", "")).toEqual([["5s", "5s"]]);
  expect(from("{ port: gpu-metrics, interval: 5s, scrapeTimeout: 2s }", "")).toEqual([["5s", "2s"]]);
});

test("container ports that the Service does not lead to are targets as well, without a port name", () => {
  const tree = `
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { selector: { app: web }, ports: [{ name: http, port: 80, targetPort: web }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, ports: [{ name: web, containerPort: 8080 }, { name: admin, containerPort: 9090 }] }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: web }
spec: { selector: { matchLabels: { app: web } }, endpoints: [{ port: http }, { targetPort: admin }, {}] }
`;
  const world = worldOf({ chart: prometheus(), tree });
  expect(targetsOf(world).map(({ endpoint, labels }) => [endpoint, labels["instance"]?.replace(/.*:/, "")])).toEqual([
    [0, "8080"],
    [1, "9090"],
    [2, "8080"],
    [2, "9090"],
  ]);
});

test("a Service without selector has the endpoints that are written for it", () => {
  const tree = `
apiVersion: v1
kind: Service
metadata: { name: bare, labels: { app: bare } }
spec: { ports: [{ name: node, port: 9100 }] }
---
apiVersion: v1
kind: Endpoints
metadata: { name: bare }
subsets: [{ addresses: [{ ip: 10.1.2.3 }, { ip: "fd00::1" }], ports: [{ name: node, port: 9100 }] }]
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: bare }
spec: { selector: { matchLabels: { app: bare } }, endpoints: [{ port: node }] }
`;
  const world = worldOf({ chart: prometheus(), tree });
  expect(targetsOf(world).map(({ labels }) => labels)).toEqual(
    ["10.1.2.3:9100", "[fd00::1]:9100"].map((instance) => ({
      instance,
      job: "bare",
      service: "bare",
      namespace: "monitoring",
      endpoint: "node",
    })),
  );
});

test.each([
  ["{ port: metrics }", ["9400"]],
  ["{ portNumber: 9400 }", ["9400"]],
  ["{ targetPort: metrics }", ["9400"]],
  ["{ port: gpu-metrics }", []],
  ["{ portNumber: 1 }", []],
])("a PodMonitor's %s finds the port of the container", (endpoint, expected) => {
  const tree = `
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: dcgm, namespace: monitoring }
spec:
  selector: { matchLabels: { app: nvidia-dcgm-exporter } }
  namespaceSelector: { any: true }
  podMetricsEndpoints: [${endpoint}]
`;
  const world = worldOf({ chart: prometheus(), tree, exporter: { objects: bodiesOf(exporter) } });
  const targets = targetsOf(world, "PodMonitor");
  expect(targets.map(({ labels }) => labels["instance"]?.replace(/.*:/, ""))).toEqual(expected);
  for (const { labels, job } of targets) {
    expect(job).toBe("podMonitor/monitoring/dcgm/0");
    expect(labels).toMatchObject({
      job: "monitoring/dcgm",
      namespace: "gpu-operator",
      pod,
      container: "nvidia-dcgm-exporter",
    });
    expect(labels["service"]).toBeUndefined();
  }
});

test("a Probe asks its prober about fixed addresses, or about Ingresses", () => {
  const probe = (targets: string) =>
    worldOf({
      chart: prometheus(),
      tree: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, labels: { probe: "yes" } }
spec:
  tls: [{ hosts: ["*.example.org"] }]
  rules: [{ host: shop.example.org, http: { paths: [{ path: /cart }] } }, { host: other.test }]
---
apiVersion: monitoring.coreos.com/v1
kind: Probe
metadata: { name: site }
spec: { jobName: blackbox, module: http_2xx, prober: { url: "blackbox:9115" }, targets: ${targets} }
`,
    });
  const fixed = predictTargets(
    the(probe("{ staticConfig: { static: [a.test, b.test] } }"), "Probe"),
    probe("{ staticConfig: { static: [a.test, b.test] } }"),
  );
  expect(fixed.map(({ url }) => url)).toEqual([
    "http://blackbox:9115/probe?module=http_2xx&target=a.test",
    "http://blackbox:9115/probe?module=http_2xx&target=b.test",
  ]);
  expect(fixed[0]?.labels).toEqual({ job: "blackbox", instance: "a.test", namespace: "monitoring" });
  const world = probe("{ ingress: { selector: { matchLabels: { probe: 'yes' } } } }");
  expect(predictTargets(the(world, "Probe"), world).map(({ labels }) => labels)).toEqual([
    { job: "blackbox", instance: "https://shop.example.org/cart", namespace: "monitoring", ingress: "shop" },
    { job: "blackbox", instance: "http://other.test/", namespace: "monitoring", ingress: "shop" },
  ]);
});

test("a ScrapeConfig's static targets, and what it finds in the cluster", () => {
  const config = (spec: string) => {
    const tree = `
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: { name: nodes }
spec: ${spec}
`;
    const world = worldOf({ chart: prometheus(), tree, exporter: { objects: bodiesOf(exporter) } });
    return predictTargets(the(world, "ScrapeConfig"), world);
  };
  expect(
    config("{ metricsPath: /m, staticConfigs: [{ targets: ['a:1'], labels: { site: x } }] }").map(({ url, labels }) => [
      url,
      labels,
    ]),
  ).toEqual([["http://a:1/m", { job: "scrapeConfig/monitoring/nodes", instance: "a:1", site: "x" }]]);
  const found = config(`{ jobName: gpu, kubernetesSDConfigs: [{ role: Pod, namespaces: { names: [gpu-operator] } }],
    relabelings: [{ action: keep, sourceLabels: [__meta_kubernetes_pod_container_port_name], regex: metrics }] }`);
  expect(found.map(({ labels }) => labels)).toEqual([{ job: "gpu", instance: `${address}:9400` }]);
});
