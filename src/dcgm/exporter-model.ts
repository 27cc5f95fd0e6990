import type { JsonObject } from "../manifest.ts";

/** One metric of the exporter. */
export interface ExportedMetric {
  /** E.g. `DCGM_FI_DEV_GPU_TEMP`. */
  readonly name: string;
  /** As the counter list declares it; `label` fields become labels of the other metrics, not series. */
  readonly type: "gauge" | "counter" | "label";
  /** E.g. `celsius`, `MiB`, `percent`, `ratio`, `hertz`; null where the list says none. */
  readonly unit: string | null;
  readonly help: string;
}

/** What `exporter` declares: where GPU metrics come from, as far as it is known. */
export interface ExporterModel {
  readonly source: "gpu-operator" | "dcgm-exporter" | "manifests" | "cluster" | "none";
  /** The version asked for, without a leading `v`; null where there is none (`none`, a path). */
  readonly version: string | null;
  /** False: there is no data for that version; what hangs on it is unknown. */
  readonly known: boolean;
  /** One sentence for the summary, e.g. `gpu-operator v26.7.0 in gpu-operator`. */
  readonly description: string;
  /** Kubernetes objects that exist beside the tree: Services, DaemonSets or Pods, ServiceMonitors that the exporter brings, its counter ConfigMap, the Namespace. */
  readonly objects: readonly JsonObject[];
  /** Metrics exported by default, or by the custom counter list in the tree; null: unknown. */
  readonly metrics: readonly ExportedMetric[] | null;
  /** Names of the labels on every GPU metric before relabeling (`gpu`, `UUID`, `Hostname` or `hostname`, …); null: unknown. */
  readonly labels: readonly string[] | null;
  /** Where the facts come from: addresses of the release's own files. */
  readonly sources: readonly string[];
}
