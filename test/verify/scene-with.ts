import type { Json } from "../../src/kubernetes/manifest.ts";
import { askAddress } from "../../src/machine/network/ask-address.ts";
import type { Answer, Ask } from "../../src/outside/ask.ts";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import type { RunMemory } from "../../src/verify/reach/run-memory.ts";
import { type Scene, sceneOf } from "../../src/verify/scene.ts";

/** What an API server is played to say. */
export interface PlayedCluster {
  /** Objects and lists by their path, without a query; a number is the status of a refusal. */
  readonly objects: Readonly<Record<string, Json | number>>;
  /** Servers behind the service proxy, by `namespace/service:port`; a number is the status the proxy answers. */
  readonly services: Readonly<Record<string, Ask | number>>;
}

/** A scene over played answers: `masked` and `asked` tell what was hidden, and what the API server was asked. */
export const sceneWith = (
  resolution: Resolution,
  cluster: PlayedCluster,
  { memory = { grafana: null }, grafanaUrl }: { readonly memory?: RunMemory; readonly grafanaUrl?: string } = {},
): { readonly scene: Scene; readonly masked: readonly string[]; readonly asked: readonly string[] } => {
  const [masked, asked]: [string[], string[]] = [[], []];
  const { signal } = new AbortController();
  const ask: Ask = async (question) => {
    asked.push(`${question.method ?? "GET"} ${question.path}`);
    const [, namespace, service, rest] =
      /^\/api\/v1\/namespaces\/([^/]+)\/services\/([^/]+)\/proxy(.*)$/.exec(question.path) ?? [];
    if (namespace === undefined) return said(cluster.objects[question.path.replace(/\?.*$/, "")] ?? 404);
    const server = cluster.services[`${namespace}/${service}`] ?? 404;
    // As the real one does: credentials for the API server never reach what is behind it.
    const { authorization: _, ...headers } = question.headers ?? {};
    return typeof server === "number" ? said(server) : server({ ...question, path: rest ?? "", headers });
  };
  const scene = sceneOf({
    resolution,
    api: { ask, close: async () => {} },
    addresses: { prometheusUrl: undefined, alertmanagerUrl: undefined, grafanaUrl },
    outside: { askAddress: (address) => askAddress(address, signal), mask: (secret) => masked.push(secret) },
    memory,
  });
  return { scene, masked, asked };
};

/** A server at an address, as the proxy reaches it. */
export const serverAt = (url: string): Ask => askAddress(url, new AbortController().signal);

const said = (value: Json | number): Answer => {
  const status = typeof value === "number" ? value : 200;
  const body = typeof value === "number" ? { kind: "Status", message: `played refusal ${value}` } : value;
  return { status, text: JSON.stringify(body), cookies: [] };
};
