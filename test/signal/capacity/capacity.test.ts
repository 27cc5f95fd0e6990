import { describe, expect, test } from "vitest";
import { capacityReport } from "../../../src/signal/capacity/capacity-report.ts";
import type { StatedSize } from "../../../src/signal/capacity/cluster-size.ts";
import { bytesOf } from "../../../src/signal/capacity/prometheus-storage.ts";
import { alertWorld, gpuOperator, monitor } from "../alerts/alert-world.ts";

type Options = Parameters<typeof alertWorld>[1];

const capacity = (stated: StatedSize, options: Options = {}, series: Readonly<Record<string, number>> = {}) => {
  const world = alertWorld("- {alert: A, expr: up == 0}", { monitors: monitor("interval: 15s"), ...options });
  const [one] = capacityReport(world, { stated, series })?.prometheuses ?? [];
  if (one === undefined) throw new Error("no Prometheus");
  return one;
};
const size = { nodes: 10, gpus: 80 } as const;

const other = (name: string, image: string, port: string, endpoint = ""): string => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: monitoring, labels: {app: ${name}}}
spec: {selector: {app: ${name}}, ports: [{name: http, port: ${port}}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: monitoring}
spec:
  replicas: 2
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: x, image: "${image}", ports: [{name: http, containerPort: ${port}}]}, {name: y, image: y}]}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: ${name}, namespace: monitoring, labels: {release: prometheus-stack}}
spec: {selector: {matchLabels: {app: ${name}}}, endpoints: [{port: http${endpoint}}]}
`;
const stateMetrics = (port = "8080", endpoint = "") => other("ksm", "kube-state-metrics:v2.20.0", port, endpoint);

describe("series of the GPU exporter", () => {
  test("are the rows of its list for each GPU, as often as they are scraped", () => {
    const { monitors, series, samplesPerSecond } = capacity(size);
    // Four metrics; the driver's version is a label of them.
    expect(monitors).toMatchObject([{ exporter: "dcgm-exporter", interval: "15s", series: { expected: 320 } }]);
    expect(monitors[0]?.parts[0]).toEqual({
      ...{ per: "GPU", each: { least: 4, expected: 4 } },
      count: { least: 80, expected: 80 },
    });
    expect(series).toEqual({ least: 320, expected: 320 });
    expect(samplesPerSecond?.expected).toBe(Math.round(320 / 15));
  });

  test("are those of MIG devices where GPUs are parted", () => {
    const parted = capacity({ nodes: 1, gpus: 1, "mig-devices": 7 });
    // Not every metric is there for a part of a GPU.
    expect(parted.series).toEqual({ least: 4, expected: 32 });
  });

  test.each([
    ["drop", "{action: drop, sourceLabels: [__name__], regex: DCGM_FI_DEV_FB_.*}", 160],
    ["keep", "{action: keep, sourceLabels: [__name__], regex: DCGM_FI_DEV_GPU_TEMP}", 80],
  ])("are fewer by what its monitor's relabelings %s", (_, rule, expected) => {
    const monitors = monitor(`metricRelabelings: [${rule}]`);
    expect(capacity(size, { monitors }).series?.expected).toBe(expected);
  });

  test("are not certain where a relabeling goes by who uses the GPU", () => {
    const monitors = monitor("metricRelabelings: [{action: keep, sourceLabels: [exported_pod], regex: .+}]");
    expect(capacity(size, { monitors }).series).toEqual({ least: 0, expected: 320 });
  });

  test("are not known where its list is not, and then are in no sum", () => {
    const { monitors, series } = capacity(size, { exporter: { ...gpuOperator, metrics: null } });
    expect(monitors).toMatchObject([{ exporter: null, series: null, samplesPerSecond: null }]);
    expect(series).toBeNull();
  });

  test("are known of one GPU alone where nobody says how many there are", () => {
    const { monitors, series } = capacity({});
    expect(monitors[0]?.parts[0]).toMatchObject({ per: "GPU", each: { expected: 4 }, count: null });
    expect(series).toBeNull();
  });
});

describe("series of other monitors", () => {
  test("hang on the pods that are stated, else on those that are certain, and on 30 a node as a rule", () => {
    const pods = (stated: StatedSize) =>
      capacity(stated, { monitors: stateMetrics() }).monitors[0]?.parts.find(({ per }) => per === "pod");
    expect(pods({ nodes: 10, pods: 70 })?.count).toEqual({ least: 70, expected: 70 });
    // Two replicas, and the GPU exporter on every node.
    expect(pods({ nodes: 10 })?.count).toEqual({ least: 12, expected: 300 });
  });

  test("are none of kube-state-metrics' objects behind its own port", () => {
    expect(capacity(size, { monitors: stateMetrics("8081") }).monitors).toMatchObject([{ exporter: null }]);
  });

  test("of an exporter that nobody knows are as stated", () => {
    const monitors = other("queue", "queue-exporter:1", "9000", ", interval: 1m");
    expect(capacity(size, { monitors }).monitors).toMatchObject([{ exporter: null, series: null }]);
    const counted = capacity(size, { monitors }, { "ServiceMonitor monitoring/queue": 6000 });
    expect(counted).toMatchObject({ series: { least: 6000, expected: 6000 }, samplesPerSecond: { expected: 100 } });
  });

  test("of a monitor that no Prometheus selects are none", () => {
    const monitors = monitor().replace("prometheus-stack}", "another}");
    expect(capacity(size, { monitors }).monitors).toEqual([]);
  });

  test("are shared by shards", () => {
    expect(capacity(size, { prometheus: "shards: 4" }).series?.expected).toBe(80);
  });
});

describe("disk", () => {
  const storage = "storage: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 1Gi}}}}}";

  test("is full by 1 to 2 bytes a sample", () => {
    const { diskBytesPerDay, volumeBytes, fullAfterSeconds } = capacity(size, { prometheus: storage });
    const perDay = Math.round((320 / 15) * 86_400);
    expect([diskBytesPerDay, volumeBytes]).toEqual([{ from: perDay, to: 2 * perDay }, 2 ** 30]);
    expect(fullAfterSeconds?.to).toBe(Math.round(2 ** 30 / (320 / 15)));
  });

  test.each([
    ["retention: 15d", { retention: "15d", retentionSizeBytes: null }],
    ["retentionSize: 10GB", { retention: null, retentionSizeBytes: 10 * 2 ** 30 }],
    ["retention: 1y, retentionSize: 500MiB", { retention: "1y", retentionSizeBytes: 500 * 2 ** 20 }],
    ["scrapeInterval: 30s", { retention: "24h", retentionSizeBytes: null }],
    ["storage: {emptyDir: {}}", { volumeBytes: null, fullAfterSeconds: null }],
    ["storage: {emptyDir: {sizeLimit: 2Gi}}", { volumeBytes: 2 * 2 ** 30 }],
  ])("%s", (fields, expected) => {
    expect(capacity(size, { prometheus: `{${fields}}` })).toMatchObject(expected);
  });

  const classOf = (provisioner: string, config = ""): string => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast, annotations: {cas.openebs.io/config: '${config}'}}
provisioner: ${provisioner}
`;
  test.each([
    ["Rancher's class", "local-path", "", null],
    ["OpenEBS' class", "openebs-hostpath", "", null],
    ["a class that nobody knows", "fast", "", 2 ** 30],
    ["a class of Rancher's provisioner", "fast", classOf("rancher.io/local-path"), null],
    ["directories of OpenEBS", "fast", classOf("openebs.io/local", "[{name: StorageType, value: hostpath}]"), null],
    ["its directories with a quota", "fast", classOf("openebs.io/local", "[{name: XFSQuota, enabled: true}]"), 2 ** 30],
    ["its devices", "fast", classOf("openebs.io/local", "[{name: StorageType, value: device}]"), 2 ** 30],
    ["another provisioner", "fast", classOf("ebs.csi.aws.com"), 2 ** 30],
    ["another, by that name", "local-path", classOf("ebs.csi.aws.com").replace("fast", "local-path"), 2 ** 30],
  ])("the limit of a volume of %s", (_, name, objects, volumeBytes) => {
    const claim = `{volumeClaimTemplate: {spec: {storageClassName: ${name}, resources: {requests: {storage: 1Gi}}}}}`;
    for (const storage of [claim, `{ephemeral: ${claim}}`])
      expect(capacity(size, { prometheus: `storage: ${storage}`, objects })).toMatchObject({ volumeBytes });
  });

  test.each([
    ["1.5GB", 1.5 * 2 ** 30],
    ["512MB", 512 * 2 ** 20],
    ["7B", 7],
    ["0", 0],
    ["10Gi", null],
    ["GB", null],
    ["", null],
  ])("a size of %j has %j bytes", (text, bytes) => {
    expect(bytesOf(text)).toBe(bytes);
  });
});

describe("containers", () => {
  const kubelet = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: kubelet, namespace: monitoring, labels: {release: prometheus-stack}}
spec:
  selector: {matchLabels: {k8s-app: kubelet}}
  endpoints: [{port: https-metrics}, {port: https-metrics, path: /metrics/cadvisor, interval: 10s}]
`;
  const operator = `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: operator, namespace: monitoring}
spec:
  template:
    spec:
      containers: [{name: o, image: "o:v0.93.1", args: [--prometheus-config-reloader=x, --kubelet-service=kube-system/kubelet]}]
`;
  const stated = { nodes: 2, pods: 10, containers: 20 };

  test("are counted at the kubelet's path of theirs alone, and are certain where the operator makes its Service", () => {
    const [own, containers] = capacity(stated, { monitors: kubelet + operator }).monitors;
    expect([own?.exporter, own?.series, containers?.exporter]).toEqual([null, null, "cAdvisor"]);
    expect(containers?.series?.least).toBeGreaterThan(20 * 10);
    expect(capacity(stated, { monitors: kubelet }).monitors[1]?.series).toMatchObject({ least: 0 });
  });
});
