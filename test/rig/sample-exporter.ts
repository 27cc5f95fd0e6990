import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { exporterText } from "./exporter-text.ts";
import type { Pod } from "./pod.ts";

const port = 9400;

/** What an exporter answers. */
export interface ExporterAnswer {
  readonly text: string;
  /** HTTP status, default 200. */
  readonly status?: number;
  /** Milliseconds before it answers, default 0. */
  readonly afterMs?: number;
}

/** How the exporter of a node behaves: what it answers, given what a healthy one would; `down`: nobody listens. */
export type Behaviour = "down" | ((healthy: string, node: string) => ExporterAnswer);

/** The sample exporters of all nodes. */
export interface SampleExporters {
  /** Stands in for these pods and no others from now on. */
  follow(pods: readonly Pod[]): Promise<void>;
  /** Behaves so on one node, or on all; null: as a healthy one. */
  behave(behaviour: Behaviour | null, node?: string): Promise<void>;
  close(): void;
}

/** Serves sample metrics where dcgm-exporter would: at each pod's own address, port 9400, path /metrics. */
export const startExporters = async (pods: readonly Pod[]): Promise<SampleExporters> => {
  const behaviours = new Map<string, Behaviour>();
  const servers = new Map<string, { readonly node: string; readonly server: Server }>();
  let followed = pods;
  const settle = async (): Promise<void> => {
    const wanted = new Map(followed.filter(({ node }) => behaviours.get(node) !== "down").map((pod) => [pod.ip, pod]));
    // An address may go to a pod of another node.
    for (const [ip, { node, server }] of servers)
      if (wanted.get(ip)?.node !== node) {
        servers.delete(ip);
        await stopped(server);
      }
    for (const [ip, { node }] of wanted)
      if (!servers.has(ip))
        servers.set(ip, { node, server: await listening(ip, () => answerOf(behaviours.get(node), node)) });
  };
  await settle();
  return {
    follow: (now) => {
      followed = now;
      return settle();
    },
    behave: (behaviour, only) => {
      for (const node of only === undefined ? followed.map((pod) => pod.node) : [only])
        if (behaviour === null) behaviours.delete(node);
        else behaviours.set(node, behaviour);
      return settle();
    },
    close: () => {
      for (const { server } of servers.values()) void stopped(server);
    },
  };
};

const answerOf = (behaviour: Behaviour | undefined, node: string): ExporterAnswer => {
  const healthy = exporterText(node);
  return typeof behaviour === "function" ? behaviour(healthy, node) : { text: healthy };
};

const listening = async (ip: string, answer: () => ExporterAnswer): Promise<Server> => {
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") return response.writeHead(404).end();
    const { text, status = 200, afterMs = 0 } = answer();
    if (afterMs > 0) await sleep(afterMs);
    return response.writeHead(status, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }).end(text);
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, ip, ready));
  return server;
};

const stopped = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
