import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { openCluster } from "../../src/machine/cluster/open-cluster.ts";
import type { Cluster } from "../../src/outside/cluster.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { openRig, type Rig } from "../deploy/rig.ts";
import { loadWith, metricNames, objectsOf } from "./load-with.ts";

let embedded: EmbeddedCluster;
let rig: Rig;
let cluster: Cluster;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
});
afterAll(() => embedded?.stop());
beforeEach(async () => {
  rig = await openRig();
  cluster = await openWith(embedded.kubeconfig);
});
afterEach(() => rig.close());

const openWith = (kubeconfig: string): Promise<Cluster> =>
  openCluster(
    { kubeconfig, kubeconfigData: undefined, context: undefined, expectedCluster: undefined, timeoutMs: 60_000 },
    rig.outside,
  );
const apply = (text: string) => kubectl(embedded.kubeconfig, ["apply", "--server-side", "-f", "-"], text);
const look = (tree = "") => loadWith({ inputs: { exporter: "cluster" }, cluster, tree });

const crd = join(
  import.meta.dirname,
  "../../fixtures/charts/kube-prometheus-stack/charts/crds/crds/crd-servicemonitors.yaml",
);

/** An exporter as somebody set it up by hand, with names that tell nothing: the port and the image do. */
const exporter = `
apiVersion: v1
kind: Namespace
metadata: {name: ml, labels: {team: gpu}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: lists, namespace: ml}
data:
  gpu.csv: |
    DCGM_FI_DEV_GPU_TEMP, gauge, Temperature (in C).
    DCGM_FI_DEV_ECC_DBE_VOL_TOTAL, counter, Errors.
---
apiVersion: v1
kind: ConfigMap
metadata: {name: other, namespace: ml}
data: {a: b}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: sensors, namespace: ml}
spec:
  selector: {matchLabels: {app: sensors}}
  template:
    metadata: {labels: {app: sensors}}
    spec:
      containers:
        - name: c
          image: registry.example/nvidia/dcgm-exporter:4.6.0-4.8.3-distroless
          args: ["-f", /lists/gpu.csv]
          ports: [{name: gpu-metrics, containerPort: 9400}]
          volumeMounts: [{name: lists, mountPath: /lists}]
      volumes: [{name: lists, configMap: {name: lists}}]
---
apiVersion: v1
kind: Service
metadata: {name: sensors, namespace: ml, labels: {scrape: gpus}}
spec: {selector: {app: sensors}, ports: [{name: http, port: 80, targetPort: gpu-metrics}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: ml}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: lonely, namespace: ml, labels: {app: lonely}}
spec: {containers: [{name: dcgm-exporter, image: own}]}
`;

const monitors = `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: gpus, namespace: default}
spec: {namespaceSelector: {any: true}, selector: {matchLabels: {scrape: gpus}}, endpoints: [{port: http}]}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: elsewhere, namespace: default}
spec: {selector: {matchLabels: {scrape: gpus}}, endpoints: [{port: http}]}
`;

// One cluster, which the tests fill in their order.
describe("exporter: cluster", () => {
  test("where nothing runs, and the operator's CRDs are absent, says so", async () => {
    const model = await look();
    expect(model).toMatchObject({ source: "cluster", known: true, objects: [], metrics: null, labels: null });
    expect(model.description).toBe(`no dcgm-exporter runs in ${cluster.server}`);
  });

  test("finds workload, bare pod, Service, counter list, namespace and the ServiceMonitors that select it", async () => {
    await apply(await readFile(crd, "utf8"));
    await kubectl(embedded.kubeconfig, [
      "wait",
      "--for=condition=Established",
      "--timeout=60s",
      "crd/servicemonitors.monitoring.coreos.com",
    ]);
    await apply(exporter);
    await apply(monitors);
    const model = await look();
    const found = model.objects.map((body) => `${body["kind"]} ${(body["metadata"] as { name: string }).name}`);
    expect(found.sort()).toEqual([
      "ConfigMap lists",
      "DaemonSet sensors",
      "Namespace ml",
      "Pod lonely",
      "Service sensors",
      "ServiceMonitor gpus",
    ]);
    expect(objectsOf(model, "Namespace", "ml")).toMatchObject([
      { metadata: { labels: { team: "gpu", "kubernetes.io/metadata.name": "ml" } } },
    ]);
    expect(objectsOf(model, "Service", "sensors")).toMatchObject([{ spec: { ports: [{ name: "http" }] } }]);
    expect(JSON.stringify(model.objects)).not.toContain("managedFields");
  });

  test("one exporter that hides its list makes all metrics unknown", async () => {
    const model = await look();
    expect(model).toMatchObject({ metrics: null, labels: null });
    expect(model.description).toContain("default-counters.csv of an image whose tag names no version");
  });

  test("reads what the exporter exports from the ConfigMap that it mounts", async () => {
    await kubectl(embedded.kubeconfig, ["delete", "pod", "lonely", "--namespace=ml", "--force", "--grace-period=0"]);
    const model = await look();
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_GPU_TEMP", "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL"]);
    expect(model.labels).toContain("hostname");
    expect(model.description).toBe(`what runs in ${cluster.server}: metrics of ConfigMap ml/lists`);
  });

  test("what the tree deploys in that namespace wins over what runs there", async () => {
    const model = await look(
      exporter.replace("4.6.0-4.8.3-distroless", "4.5.3-4.8.2").replace(/---\napiVersion: v1\nkind: Pod[\s\S]*/, ""),
    );
    expect(model.labels).toContain("Hostname");
    expect(model.objects.map(({ kind }) => kind).sort()).toEqual(["Namespace", "ServiceMonitor"]);
  });

  test("without the right to look, names the permission", async () => {
    const stranger = await embedded.kubeconfigWith({ token: embedded.developerToken });
    const thrown = await loadWith({ inputs: { exporter: "cluster" }, cluster: await openWith(stranger) }).catch(
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(OperatorError);
    expect(thrown).toMatchObject({
      reason: "unauthorized",
      message: expect.stringContaining("exporter is cluster, and the "),
      hint: expect.stringMatching(/^Grant this account list on \S+ in the whole cluster/),
    });
  });
});
