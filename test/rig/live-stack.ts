import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { runAction } from "../../scripts/run-action.ts";
import type { CommandName } from "../../scripts/tool-build/commands.ts";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { isObject, type Json, valueAt } from "../../src/kubernetes/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { type RunningOperator, startOperator } from "../judge/operator.ts";
import { type Followed, startFollowed } from "./followed.ts";
import { podRange } from "./namespace.ts";
import { listAt, type Pod, podsOf, textAt } from "./pod.ts";
import { type RigGrafana, startRigGrafana } from "./rig-grafana.ts";
import { type SampleExporters, startExporters } from "./sample-exporter.ts";
import { gpusPerNode } from "./sample-gpus.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";
import { startReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

/** What runs in its pods, beyond the cluster's own commands. */
export const runningCommands = ["prometheus", "alertmanager", "operator"] as const satisfies readonly CommandName[];

/** A tree to bring to life. */
export interface LiveOptions {
  /** The repository that holds it; absolute. */
  readonly workspace: string;
  /** Inputs of the action that name the tree, the chart, the exporter. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly tools: string;
  /** What the GPU exporter's own installation makes: its DaemonSet, Service and ServiceMonitor. */
  readonly exporterObjects: readonly JsonObject[];
  /** Samples get a file system of their own of so many MiB, which can be filled; absent: the machine's. */
  readonly samplesMiB?: number;
  /** More arguments of Prometheus. */
  readonly prometheusArgs?: readonly string[];
  readonly progress: (line: string) => void;
}

/** A stack that runs: every program is the real one, only containers are missing. */
export interface LiveStack {
  readonly cluster: EmbeddedCluster;
  readonly prometheus: Followed;
  readonly alertmanager: Followed;
  readonly receiver: WebhookReceiver;
  readonly exporters: SampleExporters;
  /** Null where the stack runs none. */
  readonly grafana: RigGrafana | null;
  readonly operator: RunningOperator;
  /** What takes over what the operator writes; held, it stays with what it has. */
  readonly reloader: { hold(): void; release(): void };
  /** Waits until the exporter has so many pods, and lets the sample exporters stand in for these. */
  followPods(count: number): Promise<void>;
  /** Deploys the tree again, as it is now. */
  deploy(): Promise<void>;
  /** Takes over what the operator has written since. */
  refresh(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Deploys the tree and starts everything. Throws where something does not start; nothing is left then. */
export const startLiveStack = async (options: LiveOptions): Promise<LiveStack> => {
  options.progress("starting a cluster: etcd, kube-apiserver, controllers, scheduler, nodes with GPUs");
  const cluster = await startCluster({ podCidr: podRange, gpusPerNode });
  const closers: (() => void)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers) close();
    await cluster.stop();
  };
  try {
    return { ...(await start(cluster, options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/**
 * The exporter for dynamic resource allocation is another choice of a cluster, not a second
 * exporter beside the usual one.
 */
export const isUsualExporter = (body: JsonObject): boolean => !textAt(body, ["metadata", "name"]).endsWith("-dra");

const start = async (
  cluster: EmbeddedCluster,
  options: LiveOptions,
  closers: (() => void)[],
): Promise<Omit<LiveStack, "stop">> => {
  const { progress } = options;
  const deploy = () => deployTree(cluster, options);
  await provideVolumes(cluster);
  progress("deploying the stack with this action, mode: deploy");
  await deploy();
  const receiver = await startReceiver();
  closers.push(() => receiver.close());
  await createReceiverSecrets(cluster, receiver.url);
  progress("installing the GPU exporter beside it, as its own operator would");
  await installExporter(cluster, options.exporterObjects);
  progress("starting prometheus-operator");
  const operator = await startOperator(cluster);

  const exporters = await startExporters(await exporterPodsOf(cluster, options.exporterObjects, cluster.nodes.length));
  closers.push(() => exporters.close());
  progress("starting Alertmanager at its pod's address, port 9093");
  const alertmanager = await startFollowed(
    () => podOf(cluster, "alertmanager"),
    (pod) =>
      startStandIn(cluster, pod, {
        ...{ name: "alertmanager", port: 9093 },
        config: "/etc/alertmanager/config/alertmanager.yaml.gz",
      }),
  );
  progress("starting Prometheus at its pod's address, port 9090");
  const prepare = onlyOnce((place: StandIn["place"]) => {
    closers.push(provideRoom(place("/prometheus"), options.samplesMiB));
  });
  const prometheus = await startFollowed(
    () => podOf(cluster, "prometheus"),
    (pod) =>
      startStandIn(
        cluster,
        pod,
        {
          ...{ name: "prometheus", port: 9090, args: options.prometheusArgs ?? [] },
          config: "/etc/prometheus/config/prometheus.yaml.gz",
        },
        prepare,
      ),
  );
  const grafana = await startGrafanaOf(cluster);
  closers.push(() => grafana?.close());
  let held = false;
  return {
    ...{ cluster, prometheus, alertmanager, receiver, exporters, operator, grafana, deploy },
    reloader: {
      hold: () => {
        held = true;
      },
      release: () => {
        held = false;
      },
    },
    refresh: async () => !held && (await Promise.all([prometheus.refresh(), alertmanager.refresh()])).includes(true),
    followPods: async (count) => exporters.follow(await exporterPodsOf(cluster, options.exporterObjects, count)),
  };
};

/** Grafana where the stack has it: its Deployment is the chart's. */
const startGrafanaOf = async (cluster: EmbeddedCluster): Promise<RigGrafana | null> => {
  const query = new URLSearchParams({ labelSelector: "app.kubernetes.io/name=grafana" });
  const { body } = await cluster.request("GET", `/apis/apps/v1/namespaces/monitoring/deployments?${query}`);
  return listAt(body as Json, ["items"]).length === 0 ? null : await startRigGrafana(cluster);
};

const onlyOnce = <T>(act: (given: T) => void): ((given: T) => void) => {
  let isDone = false;
  return (given) => {
    if (!isDone) act(given);
    isDone = true;
  };
};

/** A file system of its own for a folder, gone with the returned function. Throws where it cannot be mounted. */
const provideRoom = (folder: string, mebibytes: number | undefined): (() => void) => {
  if (mebibytes === undefined) return () => {};
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", folder]);
  // Its files are still open: it goes when they are closed.
  return () => execFileSync("umount", ["--lazy", folder]);
};

/** Room for the samples: without a volume for its claim the scheduler holds a Prometheus back. */
const provideVolumes = async (cluster: EmbeddedCluster): Promise<void> => {
  for (const name of ["samples-1", "samples-2"]) {
    const { status } = await cluster.request("POST", "/api/v1/persistentvolumes", {
      ...{ apiVersion: "v1", kind: "PersistentVolume", metadata: { name } },
      spec: { capacity: { storage: "1Ti" }, accessModes: ["ReadWriteOnce"], hostPath: { path: `/volumes/${name}` } },
    });
    if (status !== 201) throw new Error(`The volume ${name} cannot be made: ${status}`);
  }
};

const deployTree = async (cluster: EmbeddedCluster, options: LiveOptions): Promise<void> => {
  const { code, output } = await runAction({
    entry: "src/main.ts",
    inputs: {
      ...options.inputs,
      ...{
        mode: "deploy",
        "verify-timeout": "0s",
        kubeconfig: cluster.kubeconfig,
        tools: "path",
        "schema-locations": "cluster",
      },
      // The rig is there for stacks with findings, too.
      ...{ "fail-on": "never", "report-dir": resolve(cluster.dir, "report") },
      // Nothing of it runs yet: whoever looks does so later.
      "verify-timeout": "0s",
    },
    tools: options.tools,
    workspace: options.workspace,
    show: false,
  });
  if (code !== 0) throw new Error(`The deployment failed:\n${output}`);
};

const installExporter = async (cluster: EmbeddedCluster, objects: readonly JsonObject[]): Promise<void> => {
  const namespaces = [...new Set(objects.map((body) => textAt(body, ["metadata", "namespace"])))].map((name) => ({
    ...{ apiVersion: "v1", kind: "Namespace" },
    metadata: { name },
  }));
  const items = { apiVersion: "v1", kind: "List", items: [...namespaces, ...objects] };
  await kubectl(cluster.kubeconfig, ["apply", "--server-side", "-f", "-"], JSON.stringify(items));
};

/**
 * The Secrets that receivers read their address from: a person makes them by hand, so that no address is in Git. Here
 * all lead to our receiver.
 */
const createReceiverSecrets = async (cluster: EmbeddedCluster, url: string): Promise<void> => {
  const { body } = await cluster.request("GET", "/apis/monitoring.coreos.com/v1/alertmanagers");
  for (const one of listAt(body as Json, ["items"]))
    for (const name of listAt(one, ["spec", "secrets"]).map(String)) {
      const namespace = textAt(one, ["metadata", "namespace"]);
      const secret = { apiVersion: "v1", kind: "Secret", metadata: { name }, stringData: { url } };
      const { status } = await cluster.request("POST", `/api/v1/namespaces/${namespace}/secrets`, secret);
      if (status !== 201 && status !== 409) throw new Error(`The Secret ${name} cannot be made: ${status}`);
    }
};

const exporterPodsOf = async (
  cluster: EmbeddedCluster,
  objects: readonly JsonObject[],
  count: number,
): Promise<readonly Pod[]> => {
  const sets = objects.filter(({ kind }) => kind === "DaemonSet");
  let pods: readonly Pod[] = [];
  await cluster.processes.until("the exporter's pods run", async () => {
    const found = await Promise.all(
      sets.map((set) => {
        const labels = valueAt(set, ["spec", "selector", "matchLabels"]);
        return podsOf(cluster, textAt(set, ["metadata", "namespace"]), isObject(labels) ? textMap(labels) : {});
      }),
    );
    pods = found.flat();
    return found.every((of) => of.length === count);
  });
  return pods;
};

const textMap = (labels: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]));

/** The one pod that the operator has made for its Prometheus or Alertmanager. */
const podOf = async (cluster: EmbeddedCluster, name: string): Promise<Pod> => {
  let found: Pod | undefined;
  await cluster.processes.until(`the operator's pod of ${name} runs`, async () => {
    [found] = await podsOf(cluster, "monitoring", { "app.kubernetes.io/name": name });
    return found !== undefined;
  });
  if (found === undefined) throw new Error(`There is no pod of ${name}`);
  return found;
};
