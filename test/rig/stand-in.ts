import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { tool } from "../tools-dir.ts";
import { standInArguments } from "./arguments.ts";
import { openContainer, type Pod } from "./pod.ts";
import { type Rewriting, rewriteConfig } from "./rewrite-config.ts";

/** What differs between the two programs that stand in for their pods. */
export interface Program {
  /** Name of the container and of the command. */
  readonly name: "prometheus" | "alertmanager";
  readonly port: number;
  /** The operator's configuration in the pod, compressed. */
  readonly config: string;
}

/** A real program that runs at a pod's address, with the pod's arguments and volumes. */
export interface StandIn {
  readonly url: string;
  /** The configuration that it has, rewritten. */
  config(): string;
  /**
   * What the config reloader does: takes over what has changed in ConfigMaps and Secrets. Tells whether something has.
   * Throws when the program refuses it.
   */
  refresh(): Promise<boolean>;
}

/** Starts it; it is ready when this resolves. */
export const startStandIn = async (cluster: EmbeddedCluster, pod: Pod, program: Program): Promise<StandIn> => {
  const folder = join(cluster.dir, "pods", pod.name);
  const container = await openContainer(cluster, pod, program.name, folder);
  const url = `http://${pod.ip}:${program.port}`;
  let config = "";
  const target = container.args.flatMap((arg) => /^--config\.file=(.+)$/.exec(arg)?.[1] ?? [])[0] ?? "";
  const write = (): void => {
    const text = gunzipSync(readFileSync(container.place(program.config))).toString("utf8");
    config = rewriteConfig(text, {
      place: container.place,
      variables: { SHARD: "0", POD_NAME: pod.name },
      discovery: asServiceAccount(cluster.server, container.place),
    });
    const file = container.place(target);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, config);
  };
  write();
  const args = standInArguments(container.args, pod.ip, program.port, container.place);
  cluster.processes.start(program.name, args, { file: await tool(program.name) });
  await cluster.processes.until(`${program.name} is ready`, () => answers(`${url}/-/ready`));
  return {
    url,
    config: () => config,
    refresh: async () => {
      if (!(await container.refresh())) return false;
      write();
      const { ok, status } = await fetch(`${url}/-/reload`, { method: "POST", signal: AbortSignal.timeout(30_000) });
      if (!ok) throw new Error(`${program.name} refuses the configuration that the operator wrote: ${status}`);
      return true;
    },
  };
};

/**
 * What a program in a pod finds by itself: it asks the API server as its service account, whose
 * roles decide what it may see.
 */
const asServiceAccount = (server: string, place: Rewriting["place"]): Rewriting["discovery"] => {
  const folder = "/var/run/secrets/kubernetes.io/serviceaccount";
  return {
    api_server: server,
    authorization: { type: "Bearer", credentials_file: place(`${folder}/token`) },
    tls_config: { ca_file: place(`${folder}/ca.crt`) },
  };
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
};
