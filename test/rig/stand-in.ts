import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import type { Running } from "../cluster/running.ts";
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
  /** Arguments beyond the pod's. */
  readonly args?: readonly string[];
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
  /** Where a path of its container lies. */
  place(path: string): string;
  /** Ends it, as a pod that died. */
  kill(): Promise<void>;
  /** Starts it again, with the files that it had, at the pod's address or another; it is ready when this resolves. */
  revive(at?: { readonly host: string; readonly port: number }): Promise<void>;
}

/** Starts it; it is ready when this resolves. `prepare` comes first, when its folders are there. */
export const startStandIn = async (
  cluster: EmbeddedCluster,
  pod: Pod,
  program: Program,
  prepare: (place: Rewriting["place"]) => void = () => {},
): Promise<StandIn> => {
  const folder = join(cluster.dir, "pods", pod.name);
  const container = await openContainer(cluster, pod, program.name, folder);
  prepare(container.place);
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
  const home = { host: pod.ip, port: program.port };
  const argsAt = ({ host, port }: typeof home): readonly string[] => [
    ...standInArguments(container.args, host, port, container.place),
    ...(program.args ?? []),
  ];
  const file = await tool(program.name);
  let at = home;
  const start = (): Running => cluster.processes.start(program.name, argsAt(at), { file });
  const urlNow = (): string => `http://${at.host}:${at.port}`;
  const ready = (): Promise<void> =>
    cluster.processes.until(`${program.name} is ready`, () => answers(`${urlNow()}/-/ready`));
  let running = start();
  await ready();
  // What a program that was down has not taken over it takes over when it is back.
  let due = false;
  await ready();
  return {
    url,
    config: () => config,
    place: container.place,
    kill: () => running.stop(),
    revive: (now = home) => {
      at = now;
      running = start();
      return ready();
    },
    refresh: async () => {
      due = (await container.refresh()) || due;
      if (!due) return false;
      write();
      const { ok, status } = await fetch(`${urlNow()}/-/reload`, {
        method: "POST",
        signal: AbortSignal.timeout(30_000),
      });
      if (!ok) throw new Error(`${program.name} refuses the configuration that the operator wrote: ${status}`);
      due = false;
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
