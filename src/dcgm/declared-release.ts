import type { Json, JsonObject } from "../kubernetes/manifest.ts";

/** What a release of the gpu-operator or of the chart makes in a cluster. */
export interface DeclaredRelease {
  /** Tag of the exporter's image. */
  readonly exporter: string;
  readonly objects: readonly JsonObject[];
  /** Addresses of the release's own files. */
  readonly sources: readonly string[];
}

/**
 * What the tree says of how the exporter is installed: the part of its values that changes objects, metrics or labels.
 */
export interface ExporterWishes {
  /** Null where the tree does not say it. */
  readonly enabled: boolean | null;
  /** Tag of the exporter's image, where another than the release's is set. */
  readonly version: string | null;
  /** Name of the ConfigMap with a counter list of their own. */
  readonly configMap: string | null;
  /** The counter list itself, where the values hold it. */
  readonly counters: string | null;
  readonly podLabels: boolean;
  readonly podUid: boolean;
  readonly env: readonly JsonObject[];
  readonly monitor: {
    readonly enabled: boolean | null;
    readonly labels: JsonObject;
    readonly interval: string | null;
    readonly scrapeTimeout: string | null;
    readonly honorLabels: boolean | null;
    readonly relabelings: readonly Json[];
  };
}

/** Nothing said: the release's own defaults. */
export const noWishes: ExporterWishes = {
  enabled: null,
  version: null,
  configMap: null,
  counters: null,
  podLabels: false,
  podUid: false,
  env: [],
  monitor: { enabled: null, labels: {}, interval: null, scrapeTimeout: null, honorLabels: null, relabelings: [] },
};
