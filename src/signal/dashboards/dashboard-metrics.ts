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
import { labelsMisnamed, type MisnamedLabel, shownIn } from "./dashboard-labels.ts";
import { promqlIn, readPromql } from "./dashboard-promql.ts";
import type { DashboardQuery } from "./dashboard-queries.ts";
import { placeOf, queriesStay, type Use } from "./dashboard-use.ts";
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
  if (metrics.length === 0) return [{ hop, status: "ok", why: "It reads no metric of the GPU exporter" }];
  const missing = uses.flatMap(({ missing }) => missing);
  if (exporter.metrics === null && missing.length === 0)
    return [{ hop, status: "unknown", why: `${exporter.description}: which metrics it exports is not known` }];
  const isByQuery = ({ name }: Use): boolean => gpu.known.factsOf(name).byExpression;
  const broken = [
    ...byName(missing.filter(isByQuery)).map((same) => notExported(file, same, gpu)),
    ...notScraped(
      file,
      missing.filter((use) => !isByQuery(use)),
      gpu,
    ),
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

interface Uses {
  readonly metrics: readonly Use[];
  /** Those without which the query yields nothing. */
  readonly missing: readonly Use[];
  readonly labels: readonly MisnamedLabel[];
}

/** Most queries are sound, and their words alone show it: PromQL is read only where one of them is in doubt. */
const usesIn = (query: DashboardQuery, gpu: KnownGpu): Uses => {
  const words = [...(query.text.match(/\w+/g) ?? []), ...shownIn(query).map(({ name }) => name)];
  const names = words.filter(isGpuMetric);
  const sound =
    !names.some((name) => isMissing(name, gpu)) && words.every((word) => gpu.labels.writtenOtherwise(word) === null);
  if (!sound) return usesRead(query, gpu);
  return { metrics: names.map((name) => ({ name, place: query.place })), missing: [], labels: [] };
};

const isMissing = (metric: string, { known }: KnownGpu): boolean => known.factsOf(metric).status === "missing";

const usesRead = (query: DashboardQuery, gpu: KnownGpu): Uses => {
  const { place } = query;
  const { expression } = readPromql(promqlIn(query).text);
  const isGpu = (name: string | null): name is string => name !== null && isGpuMetric(name) && !isVariable(name);
  const metrics = expression.selectors.flatMap(({ metric }) => (isGpu(metric) ? [{ name: metric, place }] : []));
  if (metrics.length === 0) return { metrics, missing: [], labels: [] };
  const { chance, because } = canYield(expression.root, ({ metric }) =>
    !isGpu(metric) ? "unknown" : isMissing(metric, gpu) ? "no" : "yes",
  );
  const missing = (chance === "no" ? because : []).flatMap(({ metric }) =>
    isGpu(metric) && isMissing(metric, gpu) ? [{ name: metric, place }] : [],
  );
  return { metrics, missing, labels: labelsMisnamed(query, gpu.labels) };
};

const byName = <One extends Use>(uses: readonly One[]): readonly (readonly One[])[] => [
  ...Map.groupBy(uses, ({ name }) => name).values(),
];

const notExported = (file: DashboardFile, same: readonly Use[], { known }: KnownGpu): Hop => {
  const name = same[0]?.name ?? "";
  const facts = known.factsOf(name);
  const { why, renamed, noField } = facts;
  return {
    hop,
    status: "broken",
    ...placeOf(file, same[0]),
    why: `${capital(why)}: ${queriesStay(same)} empty`,
    fix: { description: renamed === undefined ? adviceOn(name, facts) : migrationText(renamed), edits: [] },
    check: renamed !== undefined ? "dcgm-metric-renamed" : noField ? "dcgm-unknown-field" : check,
  };
};

/** What the exporter has and nothing scrapes, the monitor's own path tells: the dashboard is right. */
const notScraped = (file: DashboardFile, uses: readonly Use[], { known }: KnownGpu): readonly Hop[] => {
  const [first] = uses;
  if (first === undefined) return [];
  const places = new Set(uses.map(({ place }) => place));
  const stay = queriesStay([...places]);
  return [
    { hop, status: "broken", ...placeOf(file, first), why: `${capital(known.factsOf(first.name).why)}: ${stay} empty` },
  ];
};

/** Only a name that the exporter writes with other capitals is certainly wrong: relabeling may add any other. */
const renamedLabel = (file: DashboardFile, same: readonly MisnamedLabel[], { world }: KnownGpu): readonly Hop[] => {
  const [first] = same;
  if (first === undefined) return [];
  const { name, wanted } = first;
  return [
    {
      hop,
      status: "broken",
      why: `${capital(exporterName(world))} calls the label ${wanted}, not ${name}: ${named(same.length)} nothing`,
      ...placeOf(file, first),
      fix: { description: `Call it ${wanted}`, edits: file.json.change(same.flatMap(({ changes }) => changes())) },
      check,
    },
  ];
};

const named = (places: number): string =>
  places === 1 ? "where it is named it stands for" : `in ${places} places it stands for`;
