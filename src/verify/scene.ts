import { nameOf } from "../core/finding.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { WorldObject } from "../world/world.ts";
import type { Known } from "./reach/known.ts";
import { blindReader, type Counter, type Reader, readerOf } from "./reach/reader.ts";
import type { RunMemory } from "./reach/run-memory.ts";
import {
  asksForCertificate,
  grafanaAddress,
  operatedAddress,
  proxyPath,
  type ServiceAddress,
} from "./reach/service-address.ts";
import { shardReaders, shardsOf } from "./reach/shard-readers.ts";

/** What one look has before it: what the files promise, and readers of all that can tell. */
export interface Scene {
  readonly resolution: Resolution;
  /** The API server. */
  readonly api: Reader;
  /** The program that the operator makes of a Prometheus, by that. */
  prometheus(object: WorldObject): Reader;
  /** Each of its shards by itself, one program where it has no shards or an address is given; each has its own part. */
  shards(object: WorldObject): Promise<Known<readonly Reader[]>>;
  alertmanager(object: WorldObject): Reader;
  /** Null: the stack runs none, and no address is given. */
  readonly grafana: Reader | null;
  readonly memory: RunMemory;
  /** Milliseconds for which looks can yet be repeated. */
  readonly patienceMs: number;
  /** Hides a secret that was read on the way. */
  mask(secret: string): void;
  /** Requests so far. */
  readonly counter: Counter;
}

/** Where programs answer that are not asked through the API server. */
export type Addresses = Pick<Inputs, "prometheusUrl" | "alertmanagerUrl" | "grafanaUrl">;

interface SceneRequest {
  readonly resolution: Resolution;
  readonly api: Awaited<ReturnType<Cluster["openApi"]>>;
  readonly addresses: Addresses;
  readonly outside: Pick<Outside, "askAddress" | "mask">;
  /** One for all looks of a run; absent where there is only one. */
  readonly memory?: RunMemory;
  /** Absent where there is only one. */
  readonly patienceMs?: number;
}

/** A scene for one look: its readers remember what they were told. */
export const sceneOf = (request: SceneRequest): Scene => {
  const { resolution, api, addresses, outside, memory = { grafana: null }, patienceMs = 0 } = request;
  const counter = { count: 0 };
  const { world } = resolution;
  const byProxy = (address: ServiceAddress): Reader => {
    const { namespace, service, port } = address;
    return readerOf(api.ask, `Service ${namespace}/${service}:${port}`, proxyPath(address), counter);
  };
  const byAddress = (address: string): Reader => readerOf(outside.askAddress(address), address, "", counter);
  const reading = (object: WorldObject, address: string | undefined): Reader => {
    if (address !== undefined) return byAddress(address);
    if (!asksForCertificate(object)) return byProxy(operatedAddress(object, world));
    const name = nameOf(object.ref);
    return blindReader(name, `${name} asks for a certificate (web.tlsConfig.clientAuthType) that a proxy has not`, 401);
  };
  const readers = new Map<WorldObject, Reader>();
  const remembered = (object: WorldObject, address: string | undefined): Reader => {
    const known = readers.get(object) ?? reading(object, address);
    readers.set(object, known);
    return known;
  };
  const apiReader = readerOf(api.ask, "the API server", "", counter);
  const prometheus = (object: WorldObject): Reader => remembered(object, addresses.prometheusUrl);
  return {
    resolution,
    api: apiReader,
    prometheus,
    shards: async (object) =>
      addresses.prometheusUrl === undefined && shardsOf(object) > 1 && !asksForCertificate(object)
        ? await shardReaders(object, world, apiReader)
        : { ok: true, value: [prometheus(object)] },
    alertmanager: (object) => remembered(object, addresses.alertmanagerUrl),
    grafana: grafanaOf(resolution, addresses.grafanaUrl, { byProxy, byAddress }),
    memory,
    patienceMs,
    mask: outside.mask,
    counter,
  };
};

const grafanaOf = (
  { dashboards: { grafana }, world }: Resolution,
  address: string | undefined,
  { byProxy, byAddress }: { byProxy(to: ServiceAddress): Reader; byAddress(to: string): Reader },
): Reader | null => {
  if (address !== undefined) return byAddress(address);
  const [pod] = grafana.pods;
  if (pod === undefined) return null;
  const found = grafanaAddress(pod, world);
  return found === null ? blindReader("Grafana", "no Service of the stack selects Grafana's pods") : byProxy(found);
};
