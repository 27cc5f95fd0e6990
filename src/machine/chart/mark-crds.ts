import { once } from "../../core/once.ts";
import type { ChartCrds } from "../../outside/chart.ts";
import type { ChartTree } from "./chart-tree.ts";

/** A chart in which every chart with definitions has a template that tells whether helm renders it. */
export interface MarkedChart {
  readonly tree: ChartTree;
  readonly crds: ChartCrds;
}

/** The template's file; all that its object has of its own is the number of its chart. */
const file = "prometheus-stack-action-crds.yaml";
const name = "prometheus-stack-action-crds";
const template = (chart: number): Buffer =>
  Buffer.from(`apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}-${chart}\n`);
const told = new RegExp(`^  name: ${name}-(\\d+)$`, "m");

/**
 * Helm prints definitions as their files have them, and the real chart's have 4 MB: with a template of a few bytes in
 * each of their charts it need not, and says as surely which charts its values turn on. For rendering alone: what is
 * applied has no such template. Null where that does not do: in a library helm renders no template.
 * https://github.com/helm/helm/blob/v4.3.1/pkg/chart/v2/chart.go
 */
export const markCrds = (tree: ChartTree): MarkedChart | null => {
  const charts: Definitions[] = [];
  const marked = mark(tree, charts);
  if (marked === null) return null;
  const textsOf = once((chart: Definitions) => chart.map(textOf));
  return {
    tree: marked,
    crds: {
      all: () => charts.flatMap(textsOf),
      toldBy: ({ source, text }) => {
        if (!source.endsWith(`/templates/${file}`)) return null;
        const chart = charts[Number(told.exec(text)?.[1] ?? Number.NaN)];
        return chart === undefined ? null : textsOf(chart);
      },
    },
  };
};

/** The files of one chart's definitions, in the order of their names. */
type Definitions = readonly Buffer[];

/** https://github.com/helm/helm/blob/v4.3.1/pkg/chart/v2/chart.go: `hasManifestExtension`. */
const definition = /^((?:charts\/[^/]+\/)*)crds\/.+\.(?:ya?ml|json)$/i;

const mark = ({ files, nested }: ChartTree, charts: Definitions[]): ChartTree | null => {
  const byChart = Map.groupBy(
    [...files].flatMap(([path, bytes]) => {
      const chart = definition.exec(path)?.[1];
      return chart === undefined ? [] : [{ chart, bytes }];
    }),
    ({ chart }) => chart,
  );
  const marked = new Map(files);
  for (const [chart, definitions] of byChart) {
    const path = `${chart}templates/${file}`;
    if (files.has(path) || files.get(`${chart}Chart.yaml`)?.includes("library") !== false) return null;
    marked.set(path, template(charts.length));
    charts.push(definitions.map(({ bytes }) => bytes));
  }
  const inside = new Map<string, ChartTree>();
  for (const [archive, inner] of nested) {
    const tree = mark(inner, charts);
    if (tree === null) return null;
    inside.set(archive, tree);
  }
  return { files: marked, nested: inside };
};

/** Helm drops the mark that some editors put before a text. */
const textOf = (bytes: Buffer): string => bytes.toString("utf8").replace(/^\ufeff/, "");
