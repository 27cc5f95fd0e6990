import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CommandName } from "../../scripts/tool-build/commands.ts";
import { toolsDir } from "../tools-dir.ts";
import { type ApiRequest, createApiRequest } from "./api-request.ts";
import type { ClusterOptions } from "./cluster-options.ts";
import { type ApiServer, type ApiServerProcess, startApiServer, startControllers, startEtcd } from "./control-plane.ts";
import { writeCredentials, writeKubeconfig } from "./credentials.ts";
import { addNodes, canSchedule, startKwok } from "./nodes.ts";
import { openProcesses, type Processes } from "./processes.ts";

/** A real control plane whose nodes are played by kwok. Everything in it ends with this process, however that ends. */
export interface EmbeddedCluster {
  /** Private folder of this cluster: state, logs (`logs/<name>.log`), kubeconfigs. */
  readonly dir: string;
  /** kubeconfig of a cluster administrator. */
  readonly kubeconfig: string;
  /** e.g. `https://127.0.0.1:40123`. */
  readonly server: string;
  readonly adminToken: string;
  /** Token of the user `developer`, to whom no role is bound. */
  readonly developerToken: string;
  readonly nodes: readonly string[];
  /** Asks the API server as the administrator; any status is a value. */
  readonly request: ApiRequest;
  readonly apiServer: ApiServerProcess;
  /** Certificate (PEM) of the API server, which is its own authority. */
  readonly ca: string;
  /** For other processes that belong to this cluster and stop with it. */
  readonly processes: Processes;
  /** Writes another kubeconfig, for example with a wrong token or for a server that is not there; gives its path. */
  kubeconfigWith(options: { readonly token: string; readonly server?: string }): Promise<string>;
  /** Ends every process and removes the folder. May be called twice. */
  stop(): Promise<void>;
}

/** What a cluster is made of. */
export const clusterCommands = [
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "kwok",
] as const satisfies readonly CommandName[];

/**
 * Starts a cluster; it is ready for pods when this resolves. Throws with the end of its log when a
 * component dies or takes over 60 s.
 */
export const startCluster = async (options: ClusterOptions = {}): Promise<EmbeddedCluster> => {
  const tools = await toolsDir(clusterCommands);
  const dir = await mkdtemp(join(tmpdir(), "embedded-cluster-"));
  const processes = openProcesses(dir, tools, options.prefix ?? []);
  const stop = async (): Promise<void> => {
    await processes.stopAll();
    await rm(dir, { recursive: true, force: true });
    processes.release();
  };
  try {
    return { ...(await start(dir, processes, options)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const start = async (
  dir: string,
  processes: Processes,
  options: ClusterOptions,
): Promise<Omit<EmbeddedCluster, "stop">> => {
  const credentials = await writeCredentials(dir);
  const etcd = await startEtcd(processes, dir);
  const api = await startApiServer(processes, dir, etcd, credentials, options);
  const kubeconfigWith = kubeconfigWriter(dir, api);
  const { adminToken, developerToken } = credentials;
  const kubeconfig = await kubeconfigWith({ token: adminToken });
  const request = createApiRequest(api.server, api.ca, adminToken);
  const answers = async (path: string) => (await request("GET", path)).status === 200;
  await processes.until("the API server is ready", () => answers("/readyz"));
  startControllers(processes, kubeconfig, api.caFile, credentials);
  startKwok(processes, kubeconfig, options);
  const nodes = await addNodes(request, options);
  for (const node of nodes) await processes.until(`${node} takes pods`, () => canSchedule(request, node));
  for (const namespace of ["default", "kube-system"]) {
    // Pods are refused before the controllers have made the service account that they run under.
    const account = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    await processes.until(`${namespace} has its service account`, () => answers(account));
  }
  const { server, ca } = api;
  const apiServer: ApiServerProcess = {
    ...api.process,
    async start() {
      await api.process.start();
      await processes.until("the API server is ready again", () => answers("/readyz"));
    },
  };
  const tokens = { adminToken, developerToken };
  return { dir, kubeconfig, server, ...tokens, nodes, request, apiServer, ca, processes, kubeconfigWith };
};

const kubeconfigWriter = (dir: string, { server: ownServer, ca }: ApiServer): EmbeddedCluster["kubeconfigWith"] => {
  let count = 0;
  return ({ token, server = ownServer }) => {
    count += 1;
    return writeKubeconfig(join(dir, `kubeconfig-${count}`), { server, ca, token });
  };
};
