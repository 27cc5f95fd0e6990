import type { Inputs } from "../inputs.ts";
import { isObject, type Json, type JsonObject, type Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { schemaErrorsOf } from "./schemas/explain.ts";
import { type KubeconformVerdict, runKubeconform } from "./schemas/kubeconform.ts";
import { listMapDuplicates } from "./schemas/list-map-duplicates.ts";
import { isProper, keyOf, type Schema, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";
import type { SchemaSource } from "./schemas/schema-source.ts";
import { schemaSources } from "./schemas/schema-sources.ts";
import type { ObjectVerdict, Validation } from "./validation.ts";

interface Collected {
  /** By `textOf` of their key. */
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly reasons: readonly string[];
}

const keyOfManifest = ({ ref }: Manifest): SchemaKey => keyOf(ref.apiVersion, ref.kind);

/** Asks the sources in their order, each only for what those before it do not have. */
const collect = async (keys: readonly SchemaKey[], sources: readonly SchemaSource[]): Promise<Collected> => {
  const schemas = new Map<string, Schema>();
  const reasons: string[] = [];
  for (const source of sources) {
    const missing = keys.filter((key) => !schemas.has(schemaKeyText(key)));
    if (missing.length === 0) break;
    const answer = await source.find(missing);
    for (const schema of answer.schemas)
      if (!schemas.has(schemaKeyText(schema.key))) schemas.set(schemaKeyText(schema.key), schema);
    if (answer.unreachable !== null) reasons.push(answer.unreachable);
  }
  return { schemas, reasons };
};

const judge = (manifest: Manifest, verdict: KubeconformVerdict, { schemas, reasons }: Collected): ObjectVerdict => {
  const schema = schemas.get(schemaKeyText(keyOfManifest(manifest)));
  if (verdict.status === "invalid")
    return {
      manifest,
      status: "invalid",
      errors: schemaErrorsOf(manifest.body, schema?.body ?? null, verdict.message),
    };
  if (schema === undefined) return { manifest, status: reasons.length > 0 ? "unchecked" : "no-schema", errors: [] };
  if (verdict.status !== "valid") return { manifest, status: "unchecked", errors: [] };
  // Two groups of one name promtool tells of a rule.
  const errors = manifest.ref.kind === "PrometheusRule" ? [] : listMapDuplicates(schema.body, manifest.body);
  return { manifest, status: errors.length === 0 ? "valid" : "invalid", errors };
};

/**
 * kubeconform makes a path of its schema of an object's apiVersion and kind, and of those of a list's items:
 * `kind: ../../x` must not reach it. Go's decoder takes `KIND` for `kind`.
 */
const mayBeHandedOver = (body: JsonObject): boolean => {
  const under = (wanted: string): readonly Json[] =>
    Object.entries(body).flatMap(([key, value = null]) => (key.toLowerCase() === wanted ? [value] : []));
  const texts = (values: readonly Json[]): readonly string[] =>
    values.flatMap((value) => (typeof value === "string" && value !== "" ? [value] : []));
  const kinds = texts(under("kind"));
  const named = texts(under("apiversion")).every((version) => kinds.every((kind) => isProper(keyOf(version, kind))));
  const items = kinds.some((kind) => /^list$/i.test(kind)) ? under("items").filter(Array.isArray).flat() : [];
  return named && items.every((item: Json) => !isObject(item) || mayBeHandedOver(item));
};

/**
 * What is a line break, a merge or a tag to Go's reader and may be none to ours: there kubeconform gets what we read.
 */
const readInTwoWays = /[\u0085\u2028\u2029]|<<|![!<]/;

const textFor = ({ text, body }: Manifest): string => (readInTwoWays.test(text) ? `${JSON.stringify(body)}\n` : text);

/** Schemas that kubeconform could not use, e.g. for a reference to another file in them. */
const unusable = (verdicts: readonly ObjectVerdict[], { schemas }: Collected): readonly string[] => {
  const found = verdicts
    .filter(({ status }) => status === "unchecked")
    .flatMap(({ manifest }) => schemas.get(schemaKeyText(keyOfManifest(manifest))) ?? []);
  return [...new Set(found)].map(
    ({ key, source }) => `kubeconform cannot use the schema of ${schemaKeyText(key)} from ${source}`,
  );
};

/**
 * kubeconform's strict verdict on every object of the render: the chart's, its hooks included, those of base and of the
 * overlays. The chart's own CustomResourceDefinitions give schemas and are not judged themselves: the API server does
 * that when they are applied. Throws OperatorError `invalid-input` for a wrong schema location, and what the cluster
 * throws where a location is `cluster`.
 */
export const validateRender = async (
  render: Render,
  options: {
    readonly inputs: Pick<Inputs, "schemaLocations">;
    readonly kubeVersion: string;
    readonly cluster: Cluster | null;
    readonly outside: Outside;
  },
): Promise<Validation> => {
  const chart = render.chart;
  const manifests = [
    ...chart.manifests,
    ...chart.hooks,
    ...allManifests({ ...render, chart: { ...chart, manifests: [] } }),
  ];
  const sources = schemaSources(render, manifests, options);
  const keys = [...new Map(manifests.map(keyOfManifest).map((key) => [schemaKeyText(key), key])).values()].filter(
    isProper,
  );
  const collected = await collect(keys, sources);
  const judged = manifests.filter(({ body }) => mayBeHandedOver(body));
  const verdictsOf = await runKubeconform(judged.map(textFor), [...collected.schemas.values()], options.outside);
  const said = new Map(judged.map((manifest, index) => [manifest, verdictsOf[index]]));
  const verdicts = manifests.map((manifest) =>
    judge(manifest, said.get(manifest) ?? { status: "unusable", message: "" }, collected),
  );
  const reasons = [...collected.reasons, ...unusable(verdicts, collected)];
  return {
    verdicts,
    locations: sources.map(({ name }) => name),
    unreachable: reasons.length === 0 ? null : reasons.join("; "),
  };
};
