import { nameOf } from "../../core/finding.ts";
import { once } from "../../core/once.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { unseen } from "../../world/unseen.ts";
import type { World } from "../../world/world.ts";
import { endpointPath } from "./endpoint-path.ts";
import { exposedLabels } from "./exposed-labels.ts";
import type { Relabeled } from "./relabel.ts";
import { barredScrape } from "./scrape-barrier.ts";
import { placedClassOf } from "./scrape-class.ts";
import type { ScrapeFailure } from "./scrape-fault.ts";
import { exceededLimit } from "./scrape-limits.ts";
import { wrongScheme } from "./scrape-scheme.ts";
import { isGpuTarget } from "./scraped-targets.ts";
import type { PredictedTarget } from "./targets.ts";

/** What has every scrape of the target fail; null where nothing is known to. */
export const scrapeFailureOf = (target: PredictedTarget, world: World): ScrapeFailure | null => failure(world)(target);

/** Whether every scrape of the target fails for certain. */
export const failsToScrape = (target: PredictedTarget, world: World): boolean =>
  scrapeFailureOf(target, world)?.status === "broken";

const failure = once((world: World) =>
  once((target: PredictedTarget): ScrapeFailure | null => {
    const failures = [
      barredScrape(target, world),
      losesNames(target, world),
      ...(isGpuTarget(target, world) ? ofExporter(target, world) : []),
    ];
    const known = failures.filter((one) => one !== null);
    return known.find(({ status }) => status === "broken") ?? known[0] ?? null;
  }),
);

/** What is known of the GPU exporter alone. */
const ofExporter = (target: PredictedTarget, world: World): readonly (ScrapeFailure | null)[] => [
  wrongScheme(target, world),
  exceededLimit(target, world),
];

/** Whether a series that is kept has lost its name: Prometheus then refuses all that the target answers. */
export const isNameless = ({ kept, labels }: Relabeled): boolean => kept !== false && labels["__name__"] === undefined;

/**
 * Prometheus ends a scrape at the first sample without a name (`errNameLabelMandatory`).
 * https://github.com/prometheus/prometheus/blob/v3.13.1/scrape/scrape.go
 */
const losesNames = (target: PredictedTarget, world: World): ScrapeFailure | null => {
  const nameless = exposedBy(target, world).filter(isNameless);
  if (nameless.length === 0) return null;
  const rules = namingRules(target);
  return {
    status: target.certain && nameless.some(({ kept }) => kept === true) ? "broken" : "unknown",
    why: `${rules.words} take the label \`__name__\` away: Prometheus refuses a sample without a name, and with it all of the scrape.`,
    object: rules.object,
    path: rules.path,
    advice: "Keep `__name__`: let the `regex` of `labelkeep` match it, and that of `labeldrop` not.",
  };
};

/** What a target exposes, as it is stored: of an unknown program, a metric of an unknown name. */
const exposedBy = (target: PredictedTarget, world: World): readonly Relabeled[] => {
  const declared = isGpuTarget(target, world) ? (world.exporter.metrics ?? []) : [];
  const series = declared
    .filter(({ type }) => type !== "label")
    .map((metric) => target.series(metric.name, exposedLabels(metric, world)));
  return series.length > 0 ? series : [target.series(unseen("name of a metric"), {})];
};

/** The rules of the monitor, or those of its scrape class where it has none. */
const namingRules = ({ monitor, endpoint, scraper }: PredictedTarget) => {
  const path = [...endpointPath(monitor, endpoint), "metricRelabelings"];
  const scrapeClass = placedClassOf(monitor, scraper);
  if (scrapeClass === null || objectsAt(monitor.body, path).length > 0)
    return { words: `The metricRelabelings of ${nameOf(monitor.ref)}`, object: monitor, path };
  const { prometheus, path: classPath, words } = scrapeClass;
  return {
    words: `The metricRelabelings of ${words}`,
    object: prometheus,
    path: [...classPath, "metricRelabelings"],
  };
};
