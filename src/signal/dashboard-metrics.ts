import { isMisspelt } from "../dcgm/known-fields.ts";
import { canYield } from "../promql/can-yield.ts";
import { readExpression } from "../promql/parse-expression.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { promqlIn } from "./dashboard-promql.ts";
import type { DashboardQuery, Place } from "./dashboard-queries.ts";
import type { GpuSeries } from "./gpu-series.ts";
import { hasVariable, isVariable, withoutVariables } from "./grafana-variables.ts";
import { migrationText } from "./metric-migration.ts";
import type { Hop } from "./signal-path.ts";

const hop = "metrics-are-exported";
const check = "dashboard-metric-not-exported";

/** Metrics of NVIDIA's exporter: only these are judged, no other exporter is known here. */
const gpuMetric = /^DCGM_(?:FI|EXP)_/;

/** Whether the exporter has the GPU metrics, and their labels, that the dashboard's panels, variables and legends name. */
export const metricHops = (
  file: DashboardFile,
  queries: readonly DashboardQuery[],
  series: GpuSeries,
): readonly Hop[] => {
  const uses = queries.filter(({ text }) => text.includes("DCGM_")).map((query) => usesIn(query, series));
  const metrics = uses.flatMap(({ metrics }) => metrics);
  if (metrics.length === 0)
    return [{ hop, status: "ok", why: "It reads no metric of the GPU exporter: others are not judged here" }];
  if (!series.known)
    return [{ hop, status: "unknown", why: `${series.source}: which metrics it exports is not known` }];
  const missing = uses.flatMap(({ missing }) => missing);
  const broken = [
    ...byName(missing).map((same) => notExported(file, same, series)),
    ...byName(uses.flatMap(({ labels }) => labels)).flatMap((same) => renamedLabel(file, same, series)),
  ];
  const names = new Set(metrics.map(({ name }) => name));
  return broken.length > 0
    ? broken
    : [{ hop, status: "ok", why: `${series.source} exports every GPU metric that it reads (${names.size})` }];
};

/** A name at a place in the dashboard. */
interface Use {
  readonly name: string;
  readonly place: Place;
}

interface Uses {
  readonly metrics: readonly Use[];
  /** Those without which the query yields nothing. */
  readonly missing: readonly Use[];
  readonly labels: readonly Use[];
}

/** Most queries are sound, and their words alone show it: PromQL is read only where one of them is in doubt. */
const usesIn = (query: DashboardQuery, series: GpuSeries): Uses => {
  const words = [...(query.text.match(/\w+/g) ?? []), ...shownIn(query)];
  const names = words.filter((word) => gpuMetric.test(word));
  const sound =
    names.every((name) => series.has(name)) && words.every((word) => series.labelWrittenOtherwise(word) === null);
  if (!sound) return usesRead(query, series);
  return { metrics: names.map((name) => ({ name, place: query.place })), missing: [], labels: [] };
};

const usesRead = (query: DashboardQuery, series: GpuSeries): Uses => {
  const { place } = query;
  const { text, label } = promqlIn(query);
  const expression = readExpression(withoutVariables(text), hasVariable);
  const isGpu = (name: string | null): name is string => name !== null && gpuMetric.test(name) && !isVariable(name);
  const metrics = expression.selectors.flatMap(({ metric }) => (isGpu(metric) ? [{ name: metric, place }] : []));
  if (metrics.length === 0) return { metrics, missing: [], labels: [] };
  const { chance, because } = canYield(expression.root, ({ metric }) =>
    !isGpu(metric) ? "unknown" : series.has(metric) ? "yes" : "no",
  );
  const missing = (chance === "no" ? because : []).flatMap(({ metric }) =>
    isGpu(metric) && !series.has(metric) ? [{ name: metric, place }] : [],
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

const notExported = (file: DashboardFile, same: readonly Use[], series: GpuSeries): Hop => {
  const name = same[0]?.name ?? "";
  const broken = { hop, status: "broken", ...placed(file, same[0]) } as const;
  const renamed = series.renamed(name);
  if (renamed !== null)
    return {
      ...broken,
      why: `${series.source} exports ${name} as ${renamed.name}: ${queriesStay(same)} empty`,
      fix: { description: migrationText(renamed), edits: [] },
      check: "dcgm-metric-renamed",
    };
  if (isMisspelt(name))
    return {
      ...broken,
      why: `DCGM has no field ${name}: ${queriesStay(same)} empty`,
      fix: { description: "Read a metric that it exports", edits: [] },
      check: "dcgm-unknown-field",
    };
  return {
    ...broken,
    why: `${series.source} does not export ${name}: ${queriesStay(same)} empty`,
    fix: { description: `Read a metric that it exports, or add ${name} to its list of counters`, edits: [] },
    check,
  };
};

const queriesStay = (uses: readonly Use[]): string =>
  uses.length === 1 ? "the query stays" : `${uses.length} queries stay`;

/** Only a name that the exporter writes with other capitals is certainly wrong: relabeling may add any other. */
const renamedLabel = (file: DashboardFile, same: readonly Use[], series: GpuSeries): readonly Hop[] => {
  const name = same[0]?.name ?? "";
  const wanted = series.labelWrittenOtherwise(name);
  if (wanted === null) return [];
  const places = [...new Set(same.map(({ place }) => place))];
  const word = new RegExp(`(?<!\\$\\{?|\\[\\[|\\w)${name}(?!\\w)`, "g");
  return [
    {
      hop,
      status: "broken",
      why: `${series.source} calls the label ${wanted}, not ${name}: ${named(places.length)} nothing`,
      ...placed(file, same[0]),
      fix: { description: `Call it ${wanted}`, edits: file.json.rewrite(places, (raw) => raw.replace(word, wanted)) },
      check,
    },
  ];
};

const named = (places: number): string =>
  places === 1 ? "where it is named it stands for" : `in ${places} places it stands for`;
