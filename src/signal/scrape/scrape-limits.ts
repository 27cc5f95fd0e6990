import { nameOf } from "../../core/finding.ts";
import { isOfEveryGpu } from "../../dcgm/every-gpu.ts";
import { numberAt } from "../../kubernetes/json-fields.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { hasUnseen, isUndecided, unseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { exposedLabels } from "./exposed-labels.ts";
import type { Relabeled } from "./relabel.ts";
import type { ScrapeFailure } from "./scrape-fault.ts";
import type { PredictedTarget } from "./targets.ts";

/**
 * A limit that what the GPU exporter answers exceeds for certain: Prometheus then takes nothing of the scrape. Null
 * where there is none.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config
 */
export const exceededLimit = (target: PredictedTarget, world: World): ScrapeFailure | null => {
  const kept = (world.exporter.metrics ?? [])
    .filter(({ name, type }) => type !== "label" && ofEachGpu.test(name))
    .map((metric) => target.series(metric.name, sureLabels(exposedLabels(metric, world))));
  if (kept.length === 0 || !target.certain || kept.some((one) => one.kept === "unknown")) return null;
  const stored = kept.filter((one) => one.kept === true);
  if (stored.length === 0) return null;
  const labels = Math.min(...stored.map(labelCount));
  const length = Math.min(...stored.map(longestValue));
  const samples = stored.filter((one) => isOfEveryGpu(one.labels["__name__"] ?? "")).length;
  return (
    exceeded("sampleLimit", "enforcedSampleLimit", samples, "one GPU alone has at least # samples", target) ??
    exceeded("labelLimit", "enforcedLabelLimit", labels, "each sample has at least # labels", target) ??
    exceeded(
      "labelValueLengthLimit",
      "enforcedLabelValueLengthLimit",
      length,
      "each sample has a value of # characters",
      target,
    )
  );
};

/** Metrics that have the labels of a GPU: not of switches, links and CPUs. */
const ofEachGpu = /^DCGM_FI_(?:DEV_(?!NVSWITCH|NVLINK|CPU|.*LINK)|PROF_(?!NVLINK))/;

/** Labels that no GPU lacks, whether it is cut up and used by a pod or not. */
const sureLabels = (labels: Relabeled["labels"]): Relabeled["labels"] =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => sure.has(name)));

const sure: ReadonlySet<string> = new Set(["gpu", "UUID", "device", "modelName"]);

const labelCount = ({ labels }: Relabeled): number =>
  Object.values(labels).filter((value) => !isUndecided(value)).length;

const uuid = unseen("UUID");
/** `GPU-` and a UUID. */
const uuidLength = 40;

const longestValue = ({ labels }: Relabeled): number =>
  Math.max(
    ...Object.values(labels).map((value) => (value === uuid ? uuidLength : hasUnseen(value) ? 0 : value.length)),
  );

const exceeded = (
  own: string,
  enforced: string,
  least: number,
  words: string,
  { monitor, scraper }: PredictedTarget,
): ScrapeFailure | null => {
  const limits = [limitAt(monitor, ["spec", own]), ...(scraper === null ? [] : [limitAt(scraper, ["spec", enforced])])];
  const strictest = limits.filter(({ limit }) => limit > 0).sort((a, b) => a.limit - b.limit)[0];
  if (strictest === undefined || least <= strictest.limit) return null;
  const { object, path, limit } = strictest;
  const field = String(path.at(-1));
  return {
    status: "broken",
    why: `${field} of ${nameOf(object.ref)} is ${limit}, and ${words.replace("#", String(least))}: Prometheus refuses all of the scrape.`,
    object,
    path,
    advice: `Raise ${field} above what all GPUs of a node bring together, or leave it away.`,
  };
};

interface Limit {
  readonly object: WorldObject;
  readonly path: Path;
  /** 0: none. */
  readonly limit: number;
}

const limitAt = (object: WorldObject, path: Path): Limit => ({ object, path, limit: numberAt(object.body, path) });
