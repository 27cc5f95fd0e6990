import { load } from "js-yaml";
import { isObject, type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import type { ChartTree } from "./chart-tree.ts";

/** Reads them from a chart; null where its Chart.yaml cannot be read, or has more merged keys than js-yaml allows. */
export const readChartValues = (tree: ChartTree): ChartValues | null => {
  const texts = textsOf(tree);
  const listed = dependenciesOf(texts.get("Chart.yaml") ?? "");
  if (listed === null) return null;
  const keys = listed.map(({ key, name }) => [key, name] as const);
  const present = new Map(
    [...texts.keys()].flatMap((file) => /^charts\/([^/]+)\//.exec(file)?.[1] ?? []).map((name) => [name, name]),
  );
  return {
    own: texts.get("values.yaml") ?? "",
    dependencies: new Map(
      [...present, ...keys].map(([key, name]) => [key, texts.get(`charts/${name}/values.yaml`) ?? null]),
    ),
    nesting: nestingIn(tree, [...present, ...keys]),
    switches: new Map(listed.flatMap(({ key, switchedBy }) => (switchedBy === "" ? [] : [[switchedBy, key] as const]))),
    templates: templatesIn(tree),
  };
};

interface Dependency {
  /** Its alias, else its name: the key of its values. */
  readonly key: string;
  readonly name: string;
  /** The first key of its condition; empty where it has none. */
  readonly switchedBy: string;
}

/** What `Chart.yaml` says of its dependencies; null where it cannot be read. */
const dependenciesOf = (chartYaml: string): readonly Dependency[] | null => {
  try {
    const listed = valueAt(load(chartYaml) as Json, ["dependencies"]);
    return (Array.isArray(listed) ? listed : []).filter(isObject).map((one) => {
      const name = String(one["name"]);
      const switchedBy = String(one["condition"] ?? "").split(/[.,]/, 1)[0] ?? "";
      return { key: String(one["alias"] ?? name), name, switchedBy };
    });
  } catch {
    return null;
  }
};

/** The name that a chart of `charts/` has by its archive, e.g. `grafana` for `charts/grafana-9.1.0.tgz`. */
const packedName = (archive: string): string | undefined =>
  /^charts\/([^/]+)\.tgz$/.exec(archive)?.[1]?.replace(/-v?\d+\.\d+\.\d+.*$/, "");

const nestingIn = ({ files, nested }: ChartTree, keys: readonly (readonly [string, string])[]): ReadonlySet<string> => {
  const unpacked = [...files.keys(), ...nested.keys()].flatMap(
    (file) => /^charts\/([^/]+)\/charts\//.exec(file)?.[1] ?? [],
  );
  const packed = [...nested].flatMap(([archive, tree]) =>
    tree.nested.size > 0 || [...tree.files.keys()].some((file) => file.startsWith("charts/"))
      ? (packedName(archive) ?? [])
      : [],
  );
  const names = new Set([...unpacked, ...packed]);
  return new Set(keys.flatMap(([key, name]) => (names.has(name) ? [key] : [])));
};

/** The tree is let go: what stays are the bytes of its templates. */
const templatesIn = (tree: ChartTree): (() => readonly string[]) => {
  const templates = templateBytes(tree);
  return () => templates.flatMap((bytes) => (bytes.includes(".Values") ? [bytes.toString("utf8")] : []));
};

const templateBytes = ({ files, nested }: ChartTree): readonly Buffer[] => [
  ...[...files].flatMap(([file, bytes]) => (/^(?:charts\/[^/]+\/)*templates\//.test(file) ? [bytes] : [])),
  ...[...nested.values()].flatMap(templateBytes),
];

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
    const own = packedName(archive);
    if (own === undefined) continue;
    for (const [file, text] of textsOf({ files: tree.files, nested: new Map() }))
      if (!file.startsWith("charts/")) texts.set(`charts/${own}/${file}`, text);
  }
  return texts;
};
