import { join } from "node:path";
import type { ApiRequest } from "./api-request.ts";
import type { ClusterOptions } from "./cluster-options.ts";
import type { Processes } from "./processes.ts";

/**
 * kwok renews each node's lease within this time; without it the node controller marks the nodes
 * NotReady after its grace period.
 */
const leaseSeconds = 40;

/** Starts kwok, which plays the kubelet of every node. */
export const startKwok = (processes: Processes, kubeconfig: string, options: ClusterOptions): void => {
  processes.start("kwok", [
    ...["--kubeconfig", kubeconfig, "--config", join(import.meta.dirname, "stages.yaml"), "--manage-all-nodes"],
    ...["--node-lease-duration-seconds", `${leaseSeconds}`, "--cidr", options.podCidr ?? "10.244.0.0/24"],
    ...(options.kwokArgs ?? []),
  ]);
};

/**
 * Registers nodes as their kubelets would, Ready from the start; gives their names. Throws when the API server refuses.
 */
export const addNodes = (request: ApiRequest, options: ClusterOptions): Promise<readonly string[]> =>
  Promise.all(
    Array.from({ length: options.nodes ?? 2 }, async (_, index) => {
      const name = `gpu-node-${index + 1}`;
      const own = node(name, `10.250.0.${index + 1}`, options.gpusPerNode ?? 8);
      const { status, body } = await request("POST", "/api/v1/nodes", own);
      if (status !== 201) throw new Error(`The API server refused node ${name} (${status}): ${JSON.stringify(body)}`);
      return name;
    }),
  );

const node = (name: string, address: string, gpus: number) => {
  const room = { cpu: "64", memory: "512Gi", pods: "250", "ephemeral-storage": "1Ti" };
  const resources = { ...room, "nvidia.com/gpu": `${gpus}` };
  const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const condition = (type: string, status: string, reason: string) => ({
    ...{ type, status, reason, message: "" },
    ...{ lastHeartbeatTime: now, lastTransitionTime: now },
  });
  const labels = {
    "kubernetes.io/arch": "amd64",
    "kubernetes.io/hostname": name,
    "kubernetes.io/os": "linux",
    "nvidia.com/gpu.present": "true",
  };
  return {
    ...{ apiVersion: "v1", kind: "Node", metadata: { name, labels } },
    status: {
      ...{ capacity: resources, allocatable: resources, phase: "Running" },
      addresses: [
        { type: "InternalIP", address },
        { type: "Hostname", address: name },
        { type: "InternalDNS", address: "localhost" },
      ],
      // Nobody listens on port 1: whoever asks this kubelet for logs is refused at once.
      daemonEndpoints: { kubeletEndpoint: { Port: 1 } },
      conditions: [
        condition("Ready", "True", "KubeletReady"),
        condition("MemoryPressure", "False", "KubeletHasSufficientMemory"),
        condition("DiskPressure", "False", "KubeletHasNoDiskPressure"),
        condition("PIDPressure", "False", "KubeletHasSufficientPID"),
      ],
      nodeInfo: {
        ...{ architecture: "amd64", operatingSystem: "linux", osImage: "none", kernelVersion: "none" },
        ...{ containerRuntimeVersion: "kwok://0", kubeletVersion: "v0.0.0-kwok", kubeProxyVersion: "" },
        ...{ machineID: name, systemUUID: name, bootID: name },
      },
    },
  };
};

interface NodeObject {
  readonly spec?: { readonly taints?: readonly unknown[] };
}

/**
 * Pods can be scheduled on a new node when the node controller has taken away the taint that every node starts with.
 */
export const canSchedule = async (request: ApiRequest, name: string): Promise<boolean> => {
  const { status, body } = await request("GET", `/api/v1/nodes/${name}`);
  return status === 200 && ((body as NodeObject).spec?.taints ?? []).length === 0;
};
