import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";

/** A place in a kustomization that names something else. */
export interface WrittenReference {
  readonly field: string;
  readonly text: string;
  readonly path: Path;
  /**
   * `plugin`: generators, transformers and validators, which name a file, a folder, or hold the object
   * itself; `helm-home`: where helm looks for programs; `unsafe`: what helm would not take as the name
   * or version it stands for.
   */
  readonly means: "file" | "any" | "folder" | "plugin" | "chart" | "helm-home" | "unsafe";
  /** For a generator's file: what stands before the path, `key=` or nothing. */
  readonly key?: string;
}

/**
 * Everything a kustomization refers to, in the order of its fields. Field names match in any letter case: kustomize
 * decodes them with Go's JSON decoder, so `RESOURCES` reads files too.
 */
export const writtenReferences = (kustomization: JsonObject): readonly WrittenReference[] =>
  Object.entries(kustomization).flatMap(([key, value]) => {
    const field = fieldNames.get(fold(key));
    return field === undefined ? [] : readers[field](field, value, [key]);
  });

type Read = (field: string, value: Json | undefined, path: Path) => readonly WrittenReference[];

const list =
  (means: WrittenReference["means"]): Read =>
  (field, value, path) =>
    items(value).flatMap(([item, index]) =>
      typeof item === "string" ? [{ field, text: item, path: [...path, index], means }] : [],
    );

/** Files that the entries of a list name, e.g. `patches[].path`. */
const inside =
  (...keys: readonly string[]): Read =>
  (field, value, path) =>
    items(value).flatMap(([item, index]) => under(field, item, [...path, index], keys));

const under = (field: string, value: Json | undefined, path: Path, keys: readonly string[]): WrittenReference[] =>
  !isObject(value)
    ? []
    : Object.entries(value).flatMap(([key, held]) =>
        keys.some((wanted) => fold(wanted) === fold(key))
          ? texts(held, [...path, key]).map(named(`${field}.${key}`))
          : [],
      );

const named =
  (field: string) =>
  ([text, path]: readonly [string, Path]): WrittenReference => ({ field, text, path, means: "file" });

/** `key=path`: the file is what stands behind the sign. */
const generator: Read = (field, value, path) =>
  inside("files", "envs", "env")(field, value, path).map((reference) => {
    if (!fold(reference.field).endsWith(".files")) return reference;
    const key = /^[^=]*=/.exec(reference.text)?.[0] ?? "";
    return { ...reference, key, text: reference.text.slice(key.length) };
  });

/** The files that an object with the configuration of a builtin plugin names, whichever of them it is. */
export const builtinFiles = (field: string, object: JsonObject): readonly WrittenReference[] => [
  ...generator(field, [object], []).map((reference) => ({ ...reference, path: reference.path.slice(1) })),
  ...under(field, object, [], pluginFiles).filter(({ text }) => !text.includes("\n")),
  ...inside("path")(`${field}.replacements`, fieldOf(object, "replacements"), ["replacements"]),
  ...(fieldOf(object, "kind") === "HelmChartInflationGenerator" ? helmWords(field, object, []) : []),
];

/**
 * Every field of kustomize's builtin plugins that names a file or a folder (api/internal/builtins, `Loader().Load`).
 */
const pluginFiles = ["path", "paths", "targetFilePath", "valuesFile", "additionalValuesFiles", "chartHome"];

/** A patch may stand in the list itself, as YAML text. */
const strategicMerge: Read = (field, value, path) =>
  list("file")(field, value, path).filter((reference) => !reference.text.includes("\n"));

const charts =
  (nameKey: string): Read =>
  (field, value, path) =>
    items(value).flatMap(([item, index]): WrittenReference[] => {
      const name = isObject(item) ? fieldOf(item, nameKey) : undefined;
      const chart: WrittenReference = {
        field,
        text: typeof name === "string" ? name : "(unnamed)",
        path: [...path, index],
        means: "chart",
      };
      return [
        chart,
        ...under(field, item, [...path, index], ["valuesFile", "additionalValuesFiles", "values", "chartHome"]),
        ...helmWords(field, item, [...path, index]),
      ];
    });

/**
 * What kustomize puts on helm's command line without a sign before it: a release called `--post-renderer=./x` would be
 * an option, and a chart or a version with `../` a folder elsewhere. In `configHome` helm looks for plugins.
 */
const helmWords = (field: string, item: Json | undefined, path: Path): readonly WrittenReference[] => [
  ...under(field, item, path, ["configHome", "helmHome"]).map((one) => ({ ...one, means: "helm-home" as const })),
  ...(Object.entries(helmNames) as [string, RegExp][]).flatMap(([key, allowed]) =>
    under(field, item, path, [key])
      .filter(({ text }) => !allowed.test(text))
      .map((one) => ({ ...one, means: "unsafe" as const })),
  ),
];

const chartName = /^\w[\w.-]*(?:\/\w[\w.-]*)*$/;
const chartVersion = /^[^/\\]*$/;
const helmNames: Readonly<Record<string, RegExp>> = {
  name: chartName,
  chartName,
  releaseName: /^[A-Za-z0-9][\w.-]*$/,
  version: chartVersion,
  chartVersion,
};

const readers = {
  resources: list("any"),
  bases: list("any"),
  components: list("folder"),
  generators: list("plugin"),
  transformers: list("plugin"),
  validators: list("plugin"),
  crds: list("file"),
  configurations: list("file"),
  patchesStrategicMerge: strategicMerge,
  patches: inside("path"),
  patchesJson6902: inside("path"),
  replacements: inside("path"),
  openapi: (field, value, path) => under(field, value, path, ["path"]),
  configMapGenerator: generator,
  secretGenerator: generator,
  helmCharts: charts("name"),
  helmChartInflationGenerator: charts("chartName"),
  helmGlobals: (field, value, path) => [...under(field, value, path, ["chartHome"]), ...helmWords(field, value, path)],
} as const satisfies Readonly<Record<string, Read>>;

/** As Go's decoder compares names: without case; two characters beyond ASCII fold to `s` and `k`. */
const fold = (name: string): string => name.toUpperCase().toLowerCase();

const fieldNames: ReadonlyMap<string, keyof typeof readers> = new Map(
  (Object.keys(readers) as (keyof typeof readers)[]).map((name) => [fold(name), name]),
);

/** The value under `key`, in any letter case. */
export const fieldOf = (object: JsonObject, key: string): Json | undefined =>
  Object.entries(object).find(([name]) => fold(name) === fold(key))?.[1];

const items = (value: Json | undefined): readonly (readonly [Json, number])[] =>
  Array.isArray(value) ? value.map((item: Json, index) => [item, index] as const) : [];

const texts = (value: Json | undefined, path: Path): readonly (readonly [string, Path])[] => {
  if (typeof value === "string") return value === "" ? [] : [[value, path]];
  return items(value).flatMap(([item, index]) => (typeof item === "string" ? [[item, [...path, index]] as const] : []));
};
