import { textAt } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import { quantityOf } from "../../kubernetes/quantity.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { WorldObject } from "../../world/world.ts";

/** Where a Prometheus keeps its samples, and for how long. */
export interface PrometheusStorage {
  /** Of the volume of each pod, as it is asked for; null: none is, or it has no size. */
  readonly volumeBytes: number | null;
  /** Where the size stands in the object. */
  readonly volumePath: Path;
  /** As written, e.g. `15d`; null: by size alone. */
  readonly retention: string | null;
  readonly retentionSeconds: number | null;
  /** Null: not by size. */
  readonly retentionSizeBytes: number | null;
  /** Instances that share the targets. */
  readonly shards: number;
}

/** Reads a Prometheus object; the operator keeps 24h where neither a time nor a size is said. */
export const storageOf = ({ body }: WorldObject): PrometheusStorage => {
  const [volumePath = claim] = [claim, ephemeral, emptyDir].filter(
    (path) => valueAt(body, path) !== undefined && valueAt(body, path) !== null,
  );
  const size = bytesOf(textAt(body, ["spec", "retentionSize"]) ?? "");
  const written = textAt(body, ["spec", "retention"]);
  const retention = written ?? (size === null ? "24h" : null);
  const milliseconds = retention === null ? null : parseDuration(retention);
  return {
    volumeBytes: quantityOf(valueAt(body, volumePath)),
    volumePath,
    retention,
    retentionSeconds: milliseconds === null ? null : milliseconds / 1000,
    retentionSizeBytes: size === 0 ? null : size,
    shards: Math.max(Number(jsonWord(valueAt(body, ["spec", "shards"]) ?? 1)) || 1, 1),
  };
};

const storage = (...path: readonly string[]): Path => ["spec", "storage", ...path];
const request = ["spec", "resources", "requests", "storage"];
const claim = storage("volumeClaimTemplate", ...request);
const ephemeral = storage("ephemeral", "volumeClaimTemplate", ...request);
const emptyDir = storage("emptyDir", "sizeLimit");

/**
 * Bytes of a size as Prometheus takes it, by powers of two (`512MB`, `50GiB`); null for anything else.
 * https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
export const bytesOf = (text: string): number | null => {
  const [, digits, prefix] = /^(\d{0,20}\.?\d{1,20})(?:([KMGTPE])i?)?B$/.exec(text) ?? [];
  if (text === "0") return 0;
  return digits === undefined ? null : Number(digits) * 1024 ** " KMGTPE".indexOf(prefix ?? " ");
};
