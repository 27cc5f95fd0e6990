import { allDone } from "../../core/all-done.ts";
import { type LivePrometheus, type LiveTarget, livePrometheus, type Sample } from "../prometheus/live-prometheus.ts";
import type { Known } from "../reach/known.ts";
import type { Scene } from "../scene.ts";

/** Devices of which Prometheus has series now, by node; null stands for a node that nothing tells. */
export type ExportedDevices = ReadonlyMap<string | null, { readonly gpus: number; readonly slices: number }>;

/**
 * Labels that name a device and where it is: `UUID` (`gpu` where relabeling took that away) and `GPU_I_ID` of
 * dcgm-exporter; the others tell the node.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/internal/pkg/rendermetrics/render_metrics.go
 */
const labels = ["UUID", "gpu", "GPU_I_ID", "job", "instance", "node", "Hostname", "hostname"];

/** The code of the last XID error stays when its GPU is gone: it is no sign of life. */
const query = `count by (${labels.join(",")}) ({__name__=~"DCGM_FI_.+",__name__!~"DCGM_FI_DEV_XID_ERRORS?"})`;

/**
 * The GPUs, and slices of GPUs, that any Prometheus of the stack has series of. A series belongs to the node of the pod
 * that its target is; where discovery did not tell, to the one that its labels name. Not known where none answers.
 */
export const exportedDevices = async (scene: Scene): Promise<Known<ExportedDevices>> => {
  const programs = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
  if (programs.length === 0) return { ok: false, why: "no Prometheus is part of the stack" };
  const answers = await allDone(programs.map(placedSeries));
  const known = answers.flatMap((one) => (one.ok ? [one.value] : []));
  const [failed] = answers.flatMap((one) => (one.ok ? [] : [one]));
  if (known.length === 0 && failed !== undefined) return failed;
  return { ok: true, value: countedByNode(known.flat()) };
};

interface Placed {
  readonly node: string | null;
  readonly uuid: string;
  /** Null: the whole GPU. */
  readonly slice: string | null;
}

const placedSeries = async (live: LivePrometheus): Promise<Known<readonly Placed[]>> => {
  const [series, targets] = await allDone([live.query(query), live.targets()]);
  if (!series.ok) return series;
  const nodes = new Map((targets.ok ? targets.value : []).map((target) => [keyOf(target.labels), nodeOf(target)]));
  // Switches and processors have series of their own, and neither label.
  const gpus = series.value.filter((sample) => sample.labels["UUID"] || sample.labels["gpu"]);
  return { ok: true, value: gpus.map((sample) => placed(sample, nodes)) };
};

const keyOf = (all: LiveTarget["labels"]): string => JSON.stringify([all["job"], all["instance"]]);

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const nodeOf = ({ discovered, labels: own }: LiveTarget): string | null =>
  discovered["__meta_kubernetes_pod_node_name"] ??
  discovered["__meta_kubernetes_endpointslice_endpoint_node_name"] ??
  discovered["__meta_kubernetes_node_name"] ??
  own["node"] ??
  null;

/** The exporter's `hostname` is the node's name where it is told that, and its pod's else. */
const placed = ({ labels: own }: Sample, nodes: ReadonlyMap<string, string | null>): Placed => ({
  node: nodes.get(keyOf(own)) ?? own["node"] ?? own["Hostname"] ?? own["hostname"] ?? null,
  uuid: own["UUID"] || `${own["instance"]} ${own["gpu"]}`,
  slice: own["GPU_I_ID"] || null,
});

const countedByNode = (series: readonly Placed[]): ExportedDevices =>
  new Map(
    [...Map.groupBy(series, ({ node }) => node)].map(([node, all]) => {
      const slices = new Set(all.flatMap(({ uuid, slice }) => (slice === null ? [] : [`${uuid} ${slice}`])));
      const sliced = new Set(all.filter(({ slice }) => slice !== null).map(({ uuid }) => uuid));
      // A GPU in MIG mode is given out in slices alone, whatever series there are of the whole.
      const gpus = new Set(all.map(({ uuid }) => uuid).filter((uuid) => !sliced.has(uuid)));
      return [node, { gpus: gpus.size, slices: slices.size }];
    }),
  );
