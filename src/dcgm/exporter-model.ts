import type { JsonObject } from "../kubernetes/manifest.ts";
import type { ExporterValues } from "./exporter-values.ts";

/** One metric of the exporter. */
export interface ExportedMetric {
  /** E.g. `DCGM_FI_DEV_GPU_TEMP`. */
  readonly name: string;
  /** As the counter list declares it; `label` fields become labels of the other metrics, not series. */
  readonly type: "gauge" | "counter" | "label";
  /**
   * One of {@link Unit}'s; null for counts, codes and states, and where neither the field nor its help text says one.
   */
  readonly unit: Unit | null;
  readonly help: string;
  /** Labels that only this metric has, e.g. `err_code` of the XID errors. */
  readonly labels?: readonly string[];
}

/** Units as DCGM's fields have them, by one name each. */
export const units = [
  "hertz",
  "megahertz",
  "celsius",
  "watts",
  "joules",
  "millijoules",
  "percent",
  "ratio",
  "bytes",
  "KB",
  "MiB",
  "bytes/s",
  "KB/s",
  "MB/s",
  "seconds",
  "microseconds",
  "nanoseconds",
] as const;
export type Unit = (typeof units)[number];

/** What `exporter` declares: where GPU metrics come from, as far as it is known. */
export interface ExporterModel {
  readonly source: "gpu-operator" | "dcgm-exporter" | "manifests" | "cluster" | "none";
  /** The version asked for, without a leading `v`; null where there is none (`none`, `cluster`, a path). */
  readonly version: string | null;
  /** False: nothing is declared, or there is no data for that version; what lies outside the tree is unknown then. */
  readonly known: boolean;
  /** What it is and where, e.g. `gpu-operator v26.7.0 in gpu-operator`. */
  readonly name: string;
  /** One sentence for the summary, its name and what is to be known of it. */
  readonly description: string;
  /**
   * Kubernetes objects that exist beside the tree: Services, DaemonSets or Pods, ServiceMonitors that the exporter
   * brings, its counter ConfigMap. Namespaces only where their labels are known (`cluster`, a path): nobody can know
   * those of a namespace that another installation makes.
   */
  readonly objects: readonly JsonObject[];
  /** Metrics exported by default, or by the custom counter list in the tree; null: unknown. */
  readonly metrics: readonly ExportedMetric[] | null;
  /**
   * Names of the labels that GPU metrics can have before relabeling (`gpu`, `UUID`, `Hostname` or `hostname`, …): those
   * of MIG devices and of the pod that uses the GPU too, which a series lacks where there is none. Null: unknown.
   */
  readonly labels: readonly string[] | null;
  /** Where the facts come from: addresses of the release's own files. */
  readonly sources: readonly string[];
  /** The version of dcgm-exporter itself, `x.y.z`; null where it is not known, or there are several. */
  readonly release: string | null;
  /** How often it asks DCGM, in milliseconds; null where that is not known. */
  readonly collectMs: number | null;
  /**
   * The file of the tree that is the exporter's list of counters; null where it reads another, or part of a manifest.
   */
  readonly list: { readonly file: string; readonly text: string } | null;
  /** What the tree's values say of it, wherever they are kept. */
  readonly values: ExporterValues;
}
