import { capital } from "../../core/sentence.ts";
import { canYield } from "../../promql/can-yield.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import type { World } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import type { GpuLabels } from "../series/gpu-labels.ts";
import { exporterName } from "../series/gpu-metrics.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { adviceOn, migrationText } from "../series/metric-facts.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { promqlIn, readPromql } from "./dashboard-promql.ts";
import type { DashboardQuery, LazyPath } from "./dashboard-queries.ts";
import { isVariable } from "./grafana-variables.ts";

const hop = "metrics-are-exported";
const check = "dashboard-metric-not-exported";

/** What is known of the GPU exporter: only its metrics are judged here. */
export interface KnownGpu {
  readonly known: KnownMetrics;
  readonly labels: GpuLabels;
  readonly world: World;
}

/**
 * Whether the exporter has the GPU metrics, and their labels, that the dashboard's panels, variables and legends name.
 */
export const metricHops = (file: DashboardFile, queries: readonly DashboardQuery[], gpu: KnownGpu): readonly Hop[] => {
  const { exporter } = gpu.world;
  const uses = queries.filter(({ text }) => text.includes("DCGM_")).map((query) => usesIn(query, gpu));
  const metrics = uses.flatMap(({ metrics }) => metrics);
  if (metrics.length === 0)
    return [{ hop, status: "ok", why: "It reads no metric of the GPU exporter: others are not judged here" }];
  if (exporter.metrics === null)
    return [{ hop, status: "unknown", why: `${exporter.description}: which metrics it exports is not known` }];
  const missing = uses.flatMap(({ missing }) => missing);
  const broken = [
    ...byName(missing).map((same) => notExported(file, same, gpu)),
    ...byName(uses.flatMap(({ labels }) => labels)).flatMap((same) => renamedLabel(file, same, gpu)),
  ];
  const names = new Set(metrics.map(({ name }) => name));
  return broken.length > 0
    ? broken
    : [
        {
          hop,
          status: "ok",
          why: `${capital(exporterName(gpu.world))} exports every GPU metric that it reads (${names.size})`,
        },
      ];
};

/** A name at a place in the dashboard. */
interface Use {
  readonly name: string;
  readonly place: LazyPath;
}

interface Uses {
  readonly metrics: readonly Use[];
  /** Those without which the query yields nothing. */
  readonly missing: readonly Use[];
  readonly labels: readonly Use[];
}

/** Most queries are sound, and their words alone show it: PromQL is read only where one of them is in doubt. */
const usesIn = (query: DashboardQuery, gpu: KnownGpu): Uses => {
  const words = [...(query.text.match(/\w+/g) ?? []), ...shownIn(query)];
  const names = words.filter(isGpuMetric);
  const sound =
    !names.some((name) => isGone(name, gpu)) && words.every((word) => gpu.labels.writtenOtherwise(word) === null);
  if (!sound) return usesRead(query, gpu);
  return { metrics: names.map((name) => ({ name, place: query.place })), missing: [], labels: [] };
};

/** What the exporter has and no monitor scrapes, the monitor's own path tells. */
const isGone = (metric: string, { known }: KnownGpu): boolean => {
  const { status, byExpression } = known.factsOf(metric);
  return status === "missing" && byExpression;
};

const usesRead = (query: DashboardQuery, gpu: KnownGpu): Uses => {
  const { place } = query;
  const { text, label } = promqlIn(query);
  const { expression } = readPromql(text);
  const isGpu = (name: string | null): name is string => name !== null && isGpuMetric(name) && !isVariable(name);
  const metrics = expression.selectors.flatMap(({ metric }) => (isGpu(metric) ? [{ name: metric, place }] : []));
  if (metrics.length === 0) return { metrics, missing: [], labels: [] };
  const { chance, because } = canYield(expression.root, ({ metric }) =>
    !isGpu(metric) ? "unknown" : isGone(metric, gpu) ? "no" : "yes",
  );
  const missing = (chance === "no" ? because : []).flatMap(({ metric }) =>
    isGpu(metric) && isGone(metric, gpu) ? [{ name: metric, place }] : [],
  );
  const used = [...expression.labelUses.map(({ name }) => name), ...(label === null ? [] : [label])];
  const legend = query.legend?.place ?? place;
  return {
    metrics,
    missing,
    labels: [
      ...used.filter((name) => !isVariable(name)).map((name) => ({ name, place })),
      ...shownIn(query).map((name) => ({ name, place: legend })),
    ],
  };
};

/** The labels of a legend, e.g. of `{{hostname}}`. */
const shownIn = ({ legend }: DashboardQuery): readonly string[] =>
  legend === null ? [] : [...legend.text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name);

const byName = (uses: readonly Use[]): readonly (readonly Use[])[] => [
  ...Map.groupBy(uses, ({ name }) => name).values(),
];

const placed = ({ json }: DashboardFile, use: Use | undefined): Pick<Hop, "at"> =>
  use === undefined ? {} : { at: json.within(use.place(), use.name) };

const notExported = (file: DashboardFile, same: readonly Use[], { known }: KnownGpu): Hop => {
  const name = same[0]?.name ?? "";
  const facts = known.factsOf(name);
  const { why, renamed, noField } = facts;
  return {
    hop,
    status: "broken",
    ...placed(file, same[0]),
    why: `${capital(why)}: ${queriesStay(same)} empty`,
    fix: { description: renamed === undefined ? adviceOn(name, facts) : migrationText(renamed), edits: [] },
    check: renamed !== undefined ? "dcgm-metric-renamed" : noField ? "dcgm-unknown-field" : check,
  };
};

const queriesStay = (uses: readonly Use[]): string =>
  uses.length === 1 ? "the query stays" : `${uses.length} queries stay`;

/** Only a name that the exporter writes with other capitals is certainly wrong: relabeling may add any other. */
const renamedLabel = (file: DashboardFile, same: readonly Use[], { labels, world }: KnownGpu): readonly Hop[] => {
  const name = same[0]?.name ?? "";
  const wanted = labels.writtenOtherwise(name);
  if (wanted === null) return [];
  const places = [...new Set(same.map(({ place }) => place))];
  const word = new RegExp(`(?<!\\$\\{?|\\[\\[|\\w)${RegExp.escape(name)}(?!\\w)`, "g");
  return [
    {
      hop,
      status: "broken",
      why: `${capital(exporterName(world))} calls the label ${wanted}, not ${name}: ${named(places.length)} nothing`,
      ...placed(file, same[0]),
      fix: { description: `Call it ${wanted}`, edits: file.json.rewrite(places, (raw) => raw.replace(word, wanted)) },
      check,
    },
  ];
};

const named = (places: number): string =>
  places === 1 ? "where it is named it stands for" : `in ${places} places it stands for`;
