import { textAt } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import { quantityOf } from "../../kubernetes/quantity.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { isUnlimited } from "./unlimited-classes.ts";

/** Where a Prometheus keeps its samples, and for how long. */
export interface PrometheusStorage {
  /** Of the volume of each pod, as it is asked for; null: no volume is, or no size limits it. */
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
export const storageOf = ({ body }: WorldObject, world: World): PrometheusStorage => {
  const [volume = claim] = [claim, ephemeral, emptyDir].filter((one) => (valueAt(body, one.size) ?? null) !== null);
  const storageClass = volume.storageClass === null ? null : textAt(body, volume.storageClass);
  const limited = storageClass === null || !isUnlimited(storageClass, world);
  const size = bytesOf(textAt(body, ["spec", "retentionSize"]) ?? "");
  const written = textAt(body, ["spec", "retention"]);
  const retention = written ?? (size === null ? "24h" : null);
  const milliseconds = retention === null ? null : parseDuration(retention);
  return {
    volumeBytes: limited ? quantityOf(valueAt(body, volume.size)) : null,
    volumePath: volume.size,
    retention,
    retentionSeconds: milliseconds === null ? null : milliseconds / 1000,
    retentionSizeBytes: size === 0 ? null : size,
    shards: Math.max(Number(jsonWord(valueAt(body, ["spec", "shards"]) ?? 1)) || 1, 1),
  };
};

/** Where a volume is asked for. */
interface VolumePaths {
  readonly size: Path;
  readonly storageClass: Path | null;
}

const storage = (...path: readonly string[]): Path => ["spec", "storage", ...path];
const claimAt = (...path: readonly string[]): VolumePaths => ({
  size: storage(...path, "spec", "resources", "requests", "storage"),
  storageClass: storage(...path, "spec", "storageClassName"),
});
const claim = claimAt("volumeClaimTemplate");
const ephemeral = claimAt("ephemeral", "volumeClaimTemplate");
const emptyDir: VolumePaths = { size: storage("emptyDir", "sizeLimit"), storageClass: null };

/**
 * Bytes of a size as Prometheus takes it, by powers of two (`512MB`, `50GiB`); null for anything else.
 * https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
export const bytesOf = (text: string): number | null => {
  const [, digits, prefix] = /^(\d{0,20}\.?\d{1,20})(?:([KMGTPE])i?)?B$/.exec(text) ?? [];
  if (text === "0") return 0;
  return digits === undefined ? null : Number(digits) * 1024 ** " KMGTPE".indexOf(prefix ?? " ");
};
