import { describe, expect, test } from "vitest";
import type { Hop } from "../../../src/signal/path/signal-path.ts";
import { alertWorld, pathsOf } from "../alerts/alert-world.ts";

const exporter = (name: string, image: string, args: string, monitor = "") => `
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: monitoring, labels: {app: ${name}}}
spec: {selector: {app: ${name}}, ports: [{name: http, port: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: monitoring}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: x, image: "${image}", args: [${args}], ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  selector: {matchLabels: {app: ${name}}}
  endpoints: [{port: http, honorLabels: true${monitor}}]
`;
const ksm = (args = "", monitor = "") => exporter("ksm", "kube-state-metrics:v2.20.0", args, monitor);
const node = (args = "") => exporter("node", "node-exporter:v1.12.1", args);

const scrapeConfig = `
---
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: {name: machines, namespace: monitoring, labels: {release: prometheus-stack}}
spec: {staticConfigs: [{targets: ["10.0.0.1:9100"], labels: {job: machines}}]}
`;

const hops = (expr: string, monitors: string, options: { readonly prometheus?: string } = {}): readonly Hop[] =>
  pathsOf(alertWorld(`- {alert: A, expr: '${expr}'}`, { monitors, ...options })).find(
    ({ signal }) => signal === "alert",
  )?.hops ?? [];
const exported = (...asked: Parameters<typeof hops>): Hop | undefined =>
  hops(...asked).find(({ hop }) => hop === "metrics-are-exported");
const labelled = (...asked: Parameters<typeof hops>): Hop | undefined =>
  hops(...asked).find(({ hop }) => hop === "labels-exist");

describe("what kube-state-metrics does not have", () => {
  test("is missing where it is scraped, and unknown where it is not in sight", () => {
    expect(exported("kube_pod_info == 0", ksm())).toMatchObject({
      status: "ok",
      why: "Kube-state-metrics exports kube_pod_info.",
    });
    expect(exported("kube_pod_infos == 0", ksm())).toMatchObject({
      status: "broken",
      check: "promql-metric-not-exported",
      fix: { description: "Read kube_pod_info." },
    });
    expect(exported("kube_pod_infos == 0", node())?.status).toBe("unknown");
  });

  test.for([
    ["machines that a ScrapeConfig names", scrapeConfig],
    ["federation", exporter("other", "prometheus:v3.0.0", "", ", path: /federate")],
    ["a cost exporter", exporter("opencost", "opencost:1.0.0", "")],
    [
      "another of the kind that is not in sight",
      ksm()
        .replaceAll("ksm", "west-ksm")
        .replace(/kind: Deployment/, "kind: Rollout"),
    ],
  ])("is unknown beside %s", ([, beside]) => {
    expect(exported("kube_pod_infos == 0", ksm() + beside)?.status).toBe("unknown");
  });

  test("is missing where metric relabelings take its name", () => {
    const found = exported(
      "kube_pod_info == 0",
      ksm("", ", metricRelabelings: [{action: labeldrop, regex: __name__}]"),
    );
    expect(found).toMatchObject({
      status: "broken",
      why: expect.stringContaining("take the name of kube_pod_info away"),
    });
    expect(found).not.toHaveProperty("check");
  });

  test("is unknown where others send metrics", () => {
    const prometheus = "enableRemoteWriteReceiver: true";
    expect(exported("kube_pod_infos == 0", ksm(), { prometheus })?.status).toBe("unknown");
  });

  test("is there where one of two has it", () => {
    const both = ksm('"--resources=pods"') + ksm('"--resources=nodes"').replaceAll("ksm", "ksm-two");
    expect(exported("kube_pod_info == 0", both)?.status).toBe("ok");
    expect(exported("kube_job_info == 0", both)?.status).toBe("broken");
  });
});

test("relabelings of its monitor drop it", () => {
  const dropping = ksm("", ", metricRelabelings: [{action: drop, sourceLabels: [__name__], regex: kube_pod_.*}]");
  expect(exported("kube_pod_info == 0", dropping)).toMatchObject({
    status: "broken",
    why: "The metricRelabelings of ServiceMonitor monitoring/ksm drop kube_pod_info.",
  });
  expect(exported("kube_node_info == 0", dropping)?.status).toBe("ok");
});

describe("labels", () => {
  test("are the exporter's own and those of the target", () => {
    for (const label of ["namespace", "pod", "node", "job", "instance", "service", "cluster"])
      expect(labelled(`kube_pod_info{${label}!=""} == 0`, ksm())?.status, label).toBe("ok");
    expect(labelled('kube_pod_info{hostname="x"} == 0', ksm())).toMatchObject({
      status: "broken",
      check: "promql-job-label-mismatch",
      why: 'No series of kube_pod_info has a label hostname: `hostname="x"` never matches.',
    });
    expect(labelled('kube_pod_info{job="other"} == 0', ksm())?.status).toBe("broken");
  });

  test("of objects are those that its list lets through", () => {
    const listed = ksm('"--metric-labels-allowlist=nodes=[pool]"');
    expect(labelled('kube_node_labels{label_pool="a"} == 1', listed)?.status).toBe("ok");
    expect(labelled('kube_node_labels{label_zone="a"} == 1', listed)?.status).toBe("broken");
    const all = ksm('"--metric-labels-allowlist=nodes=[*]"');
    expect(labelled('kube_node_labels{label_zone="a"} == 1', all)?.status).toBe("unknown");
  });
});

describe("what the monitor of the kubelet drops", () => {
  const kubelet = (rules: string) => `
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: kubelet, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  selector: {matchLabels: {k8s-app: kubelet}}
  endpoints: [{port: https-metrics, path: /metrics/cadvisor, metricRelabelings: [${rules}]}]
`;
  const dropping = kubelet("{action: drop, sourceLabels: [__name__], regex: container_spec.*}");
  test("is missing, by its name alone", () => {
    expect(exported("container_spec_cpu_quota > 1", dropping)?.status).toBe("broken");
    expect(exported("container_memory_rss > 1", dropping)?.status).toBe("ok");
    const byLabel = kubelet("{action: drop, sourceLabels: [id, pod], regex: .+;}");
    expect(exported("container_memory_rss > 1", byLabel)?.status).toBe("ok");
    expect(exported("container_spec_cpu_quota > 1", "")?.status).toBe("unknown");
  });
  test("is there where another endpoint keeps it, and unknown where another exporter may have it", () => {
    const two = dropping + kubelet("").replace("name: kubelet", "name: kubelet-too");
    expect(exported("container_spec_cpu_quota > 1", two)?.status).toBe("ok");
    expect(exported("container_spec_cpu_quota > 1", dropping + exporter("cadvisor", "cadvisor:v1", ""))?.status).toBe(
      "unknown",
    );
    expect(exported("container_cpu_allocation > 1", dropping)?.status).toBe("unknown");
  });
});
