import semver from "semver";
import { nameOf } from "../../core/finding.ts";
import { isOfEveryGpu } from "../../dcgm/every-gpu.ts";
import { numberAt } from "../../kubernetes/json-fields.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { hasUnseen, isUndecided, unseen } from "../../world/unseen.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { prometheusVersion } from "../operator/refusal.ts";
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
  const samples = stored.filter((one) => isOfEveryGpu(one.labels["__name__"] ?? "")).length;
  const least = [
    ["sampleLimit", samples, "one GPU alone has at least # samples"],
    ["labelLimit", Math.min(...stored.map(labelCount)), "each sample has at least # labels"],
    ["labelNameLengthLimit", Math.min(...stored.map(longestName)), "each sample has a label of # characters"],
    ["labelValueLengthLimit", Math.min(...stored.map(longestValue)), "each sample has a value of # characters"],
  ] as const;
  return least.map((one) => exceeded(one, target, world)).find((one) => one !== null) ?? null;
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

const longestName = ({ labels }: Relabeled): number =>
  Math.max(
    ...Object.entries(labels)
      .filter(([, value]) => !isUndecided(value))
      .map(([name]) => name.length),
  );

const exceeded = (
  [own, least, words]: readonly [field: string, least: number, words: string],
  target: PredictedTarget,
  world: World,
): ScrapeFailure | null => {
  const strictest = limitsOf(own, target, world).toSorted((a, b) => a.limit - b.limit)[0];
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

/** Since then Prometheus has limits for all jobs. https://github.com/prometheus/prometheus/releases/tag/v2.45.0 */
const globalLimitsSince = "2.45.0";

/**
 * The limits that count, as the operator writes them (`getLimit` and `appendGlobalLimits`): that of the monitor, else
 * the one which its Prometheus has for all jobs, and in either case the enforced one.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/promcfg.go
 */
const limitsOf = (own: string, { monitor, scraper }: PredictedTarget, world: World): readonly Limit[] => {
  const ofMonitor = limitAt(monitor, ["spec", own]);
  if (scraper === null) return [ofMonitor].filter(isSet);
  const enforced = limitAt(scraper, ["spec", `enforced${own.charAt(0).toUpperCase()}${own.slice(1)}`]);
  const hasGlobal = semver.gte(prometheusVersion(scraper, world), globalLimitsSince);
  const ofAll = hasGlobal ? [limitAt(scraper, ["spec", own])] : [];
  return [...(isSet(ofMonitor) ? [ofMonitor] : ofAll), enforced].filter(isSet);
};

interface Limit {
  readonly object: WorldObject;
  readonly path: Path;
  /** 0: none. */
  readonly limit: number;
}

const isSet = ({ limit }: Limit): boolean => limit > 0;

const limitAt = (object: WorldObject, path: Path): Limit => ({ object, path, limit: numberAt(object.body, path) });
