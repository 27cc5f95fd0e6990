import type { Json } from "../../src/kubernetes/manifest.ts";
import { capacityOf } from "../../src/signal/capacity/capacity.ts";
import type { StatedSize } from "../../src/signal/capacity/cluster-size.ts";
import { sizeOfNodes } from "../../src/verify/gpus/measured-size.ts";
import type { World } from "../../src/world/world.ts";
import { getJson } from "./get-json.ts";
import type { LiveStack } from "./live-stack.ts";
import { listAt, textAt } from "./pod.ts";

/** Series of one scrape pool: as they were foretold, and as Prometheus has counted them. */
export interface PoolSeries {
  readonly pool: string;
  /** Null: not known. */
  readonly predicted: number | null;
  /** After metric relabeling, of all targets; null: none of them answers. */
  readonly observed: number | null;
}

/** Compares the capacity that the files foretell for a cluster of this size with what the running Prometheus has. */
export const compareCapacity = async (live: LiveStack, world: World): Promise<readonly string[]> => {
  const stated = await sizeNow(live);
  const [foretold] = capacityOf(world, { stated, series: {} }).prometheuses;
  const observed = await observedPools(live);
  const pools = (foretold?.monitors ?? []).map(
    ({ pool, series }): PoolSeries => ({
      pool,
      predicted: series?.expected ?? null,
      observed: observed.get(pool) ?? null,
    }),
  );
  const head = await numberOf(live, "prometheus_tsdb_head_series");
  return [...pools.map(lineOf), `all series of the head, rules included: ${head ?? "not counted yet"}`];
};

/** E.g. `serviceMonitor/monitoring/gpu/0: predicted 52, observed 50, error +4.0 %`. */
export const lineOf = ({ pool, predicted, observed }: PoolSeries): string => {
  const error =
    predicted === null || observed === null || observed === 0
      ? ""
      : `, error ${predicted < observed ? "" : "+"}${(((predicted - observed) / observed) * 100).toFixed(1)} %`;
  return `${pool}: predicted ${predicted ?? "not known"}, observed ${observed ?? "no target that answers"}${error}`;
};

const sizeNow = async ({ cluster }: LiveStack): Promise<StatedSize> => {
  const list = async (path: string): Promise<readonly Json[]> => {
    const { body } = await cluster.request("GET", path);
    return listAt(body as Json, ["items"]);
  };
  const pods = await list("/api/v1/pods");
  const containers = pods.flatMap((pod) => listAt(pod, ["spec", "containers"]));
  const nodes = (await list("/api/v1/nodes")).filter((node) => typeof node === "object" && node !== null);
  return {
    ...sizeOfNodes(nodes as Parameters<typeof sizeOfNodes>[0]),
    pods: pods.length,
    containers: containers.length,
  };
};

const observedPools = async (live: LiveStack): Promise<ReadonlyMap<string, number>> => {
  const targets = await ask(live, "targets?state=active");
  const samples = await ask(live, `query?${new URLSearchParams({ query: "scrape_samples_post_metric_relabeling" })}`);
  const counted = new Map(
    listAt(samples, ["data", "result"]).map((one) => [
      keyOf((name) => textAt(one, ["metric", name])),
      Number(listAt(one, ["value"])[1]),
    ]),
  );
  const pools = new Map<string, number>();
  for (const target of listAt(targets, ["data", "activeTargets"])) {
    const count = counted.get(keyOf((name) => textAt(target, ["labels", name])));
    if (textAt(target, ["health"]) !== "up" || count === undefined) continue;
    const pool = textAt(target, ["scrapePool"]);
    pools.set(pool, (pools.get(pool) ?? 0) + count);
  }
  return pools;
};

/** What tells a target from all others, as the operator labels them. */
const keyOf = (label: (name: string) => string): string =>
  ["job", "instance", "endpoint", "namespace", "service", "pod", "metrics_path"].map(label).join(" ");

const numberOf = async (live: LiveStack, query: string): Promise<string | null> => {
  const answer = await ask(live, `query?${new URLSearchParams({ query })}`);
  const value = listAt(listAt(answer, ["data", "result"])[0] ?? null, ["value"])[1];
  return value === undefined ? null : String(value);
};

const ask = ({ prometheus }: LiveStack, path: string): Promise<Json> => getJson(`${prometheus.url}/api/v1/${path}`);
