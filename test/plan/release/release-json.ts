import { objectsAt, textAt, textsAt } from "../../../src/kubernetes/json-fields.ts";
import { parseDocuments } from "../../../src/kubernetes/kubernetes-yaml.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import type { ChartValues } from "../../../src/outside/chart.ts";

/** A file of a chart, by its path in the chart's folder. */
export interface ChartEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a release would be made of. */
export interface ReleaseParts {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  readonly helmMajor: 3 | 4;
  /** Of the chart itself; files of charts in it (`charts/…`) may be among them and are not stored. */
  readonly entries: readonly ChartEntry[];
  /** As src/outside/chart.ts has them. */
  readonly chartValues: Pick<ChartValues, "dependencies">;
  /** The values that the user gives, merged. */
  readonly config: JsonObject;
  /** All objects that stay, as YAML. */
  readonly manifest: string;
  /** Each hook's own YAML. */
  readonly hooks: readonly { readonly ref: { readonly kind: string; readonly name: string }; readonly text: string }[];
  readonly notes: string;
}

/**
 * A release as helm would store it, as JSON; to the size only, for what is not known before (times, how hooks ended) is
 * stood in for. From `Release`, `Chart` and `LoadFiles` in helm's pkg/release, pkg/chart and pkg/chart/loader, and
 * `ProcessDependencies` in pkg/chartutil: the charts in a chart are not stored, but their values are.
 */
export const releaseJson = (parts: ReleaseParts): string => {
  const { name, namespace, revision, helmMajor, config, manifest, hooks, notes } = parts;
  const description = revision === 1 ? "Install complete" : "Upgrade complete";
  return JSON.stringify({
    name,
    info: {
      ...{ first_deployed: time, last_deployed: time, ...(helmMajor === 3 ? { deleted: "" } : {}) },
      ...{ description, status: "deployed", ...(notes === "" ? {} : { notes }) },
    },
    chart: chartOf(parts),
    ...(Object.keys(config).length === 0 ? {} : { config }),
    manifest,
    ...(hooks.length === 0 ? {} : { hooks: hooks.map(hookOf) }),
    version: revision,
    namespace,
    ...(helmMajor === 4 ? { apply_method: "ssa" } : {}),
  });
};

/** As long as a real one. */
const time = "2026-01-02T03:04:05.678901234Z";

const hookOf = ({ ref, text }: ReleaseParts["hooks"][number]): JsonObject => ({
  ...{ name: ref.name, kind: ref.kind, path: `chart/templates/${ref.name}.yaml`, manifest: text },
  ...{ events: ["pre-install", "pre-upgrade"], last_run: { started_at: time, completed_at: time, phase: "Succeeded" } },
});

const chartOf = ({ entries, chartValues, config, helmMajor }: ReleaseParts): JsonObject => {
  const file = ({ name, bytes }: ChartEntry): JsonObject => ({
    ...{ name, data: base64(bytes) },
    ...(helmMajor === 4 ? { modtime: "1970-01-01T00:00:00Z" } : {}),
  });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const yaml = (name: string): JsonObject | null => objectOf(byName.get(name)?.bytes);
  const own = yaml("values.yaml") ?? {};
  const chart = yaml("Chart.yaml") ?? {};
  const [kept, values] = withDependencies(chart, own, chartValues, config);
  const schema = byName.get("values.schema.json");
  const others = entries.filter(({ name }) => !/^(?:Chart\.(?:yaml|lock)|values\.(?:yaml|schema\.json))$/.test(name));
  return {
    metadata: kept.length === 0 ? chart : { ...chart, dependencies: kept },
    lock: yaml("Chart.lock"),
    templates: others.filter(({ name }) => name.startsWith("templates/")).map(file),
    values,
    schema: schema === undefined ? null : base64(schema.bytes),
    ...(helmMajor === 4 ? { schemamodtime: "0001-01-01T00:00:00Z" } : {}),
    files: others.filter(({ name }) => !/^(?:templates|charts)\//.test(name)).map(file),
    ...(helmMajor === 4 ? { modtime: "1970-01-01T00:00:00Z" } : {}),
  };
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

const objectOf = (bytes: Uint8Array | undefined): JsonObject | null => {
  if (bytes === undefined) return null;
  try {
    const [value] = parseDocuments(Buffer.from(bytes).toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    // Helm says it better, and is about to.
    return null;
  }
};

/** The dependencies that are switched on, and the chart's values with theirs. */
const withDependencies = (
  chart: JsonObject,
  own: JsonObject,
  { dependencies }: Pick<ChartValues, "dependencies">,
  config: JsonObject,
): readonly [readonly JsonObject[], JsonObject] => {
  const given = merged(config, own);
  const declared = objectsAt(chart, ["dependencies"]);
  const kept = declared.filter((one) => isOn(one, given));
  const keyOf = (one: JsonObject): string => textAt(one, ["alias"]) ?? textAt(one, ["name"]) ?? "";
  const off = new Set(declared.filter((one) => !kept.includes(one)).map(keyOf));
  const theirs = [...dependencies].flatMap(([key, text]) => {
    const values = text === null || off.has(key) ? null : objectOf(Buffer.from(text));
    return values === null ? [] : [[key, values] as const];
  });
  return [kept.map((one) => ({ ...one, enabled: true })), merged(own, Object.fromEntries(theirs))];
};

/** `processDependencyTags`, then `processDependencyConditions`: the first condition with a value decides. */
const isOn = (dependency: JsonObject, values: JsonObject): boolean => {
  const conditions = (textAt(dependency, ["condition"]) ?? "").split(",").map((one) => one.trim());
  const decided = conditions.map((one) => valueAt(values, one.split("."))).find((one) => typeof one === "boolean");
  if (decided !== undefined) return decided === true;
  const tags = textsAt(dependency, ["tags"]).map((tag) => valueAt(values, ["tags", tag]));
  return tags.includes(true) || !tags.includes(false);
};

/** Mappings are merged, and of anything else the first counts. */
const merged = (first: JsonObject, second: JsonObject): JsonObject => {
  const all: Record<string, Json | undefined> = Object.create(null);
  for (const [key, value] of [...Object.entries(second), ...Object.entries(first)]) {
    const other = all[key];
    all[key] = isObject(value) && isObject(other) ? merged(value, other) : value;
  }
  return all;
};
