import { load } from "js-yaml";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import type { ChartTree } from "./chart-tree.ts";

/** Reads them from a chart; null where its Chart.yaml cannot be read, or has more merged keys than js-yaml allows. */
export const readChartValues = (tree: ChartTree): ChartValues | null => {
  const texts = textsOf(tree);
  const keys = dependencyKeys(texts.get("Chart.yaml") ?? "");
  if (keys === null) return null;
  const present = new Map(
    [...texts.keys()].flatMap((file) => /^charts\/([^/]+)\//.exec(file)?.[1] ?? []).map((name) => [name, name]),
  );
  return {
    own: texts.get("values.yaml") ?? "",
    dependencies: new Map(
      [...present, ...keys].map(([key, name]) => [key, texts.get(`charts/${name}/values.yaml`) ?? null]),
    ),
  };
};

/** What `Chart.yaml` calls its dependencies: by alias, else by name. */
const dependencyKeys = (chartYaml: string): readonly (readonly [string, string])[] | null => {
  try {
    const listed = valueAt(load(chartYaml) as Json, ["dependencies"]);
    return (Array.isArray(listed) ? listed : []).filter(isObject).map((one) => {
      const name = String(one["name"]);
      return [String(one["alias"] ?? name), name];
    });
  } catch {
    return null;
  }
};

/** By their path in the chart, e.g. `charts/grafana/values.yaml`. */
type Texts = ReadonlyMap<string, string>;

const wanted = /^(?:charts\/[^/]+\/)?(?:Chart|values)\.yaml$/;

/** Of one file: the largest known is a tenth of it. */
const mostBytes = 5_000_000;

const textsOf = ({ files, nested }: ChartTree): Texts => {
  const texts = new Map<string, string>();
  for (const [file, bytes] of files)
    if (wanted.test(file) && bytes.length < mostBytes) texts.set(file, bytes.toString("utf8"));
  for (const [archive, tree] of nested) {
    const own = /^charts\/([^/]+)\.tgz$/.exec(archive)?.[1]?.replace(/-v?\d+\.\d+\.\d+.*$/, "");
    if (own === undefined) continue;
    for (const [file, text] of textsOf({ files: tree.files, nested: new Map() }))
      if (!file.startsWith("charts/")) texts.set(`charts/${own}/${file}`, text);
  }
  return texts;
};
