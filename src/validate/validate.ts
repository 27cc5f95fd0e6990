import type { Inputs } from "../inputs.ts";
import { isObject, type Json, type JsonObject, type Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { openRulesJudge, type RulesJudge } from "./cel/judge-rules.ts";
import { schemaErrorsOf } from "./schemas/explain.ts";
import { runKubeconform } from "./schemas/kubeconform.ts";
import type { KubeconformVerdict } from "./schemas/kubeconform-result.ts";
import { listMapDuplicates } from "./schemas/list-map-duplicates.ts";
import { isProper, keyOf, type Schema, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";
import type { SchemaSource } from "./schemas/schema-source.ts";
import { schemaSources } from "./schemas/schema-sources.ts";
import type { ObjectVerdict, UnjudgedRuleOf, Validation } from "./validation.ts";

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

const judge = (manifest: Manifest, said: Said, collected: Collected): ObjectVerdict => {
  const verdict = judgeBody(manifest, said, collected);
  return said.doubledKey === undefined ? verdict : { ...verdict, doubledKey: said.doubledKey };
};

const judgeBody = (manifest: Manifest, verdict: KubeconformVerdict, { schemas, reasons }: Collected): ObjectVerdict => {
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

/** What an object's schema allows, and a rule of its definition refuses; and what of the rules could not be judged. */
const judgeRules = (
  verdicts: readonly ObjectVerdict[],
  judgeOf: RulesJudge | null,
  { schemas }: Collected,
): Pick<Validation, "verdicts" | "unjudgedRules"> => {
  if (judgeOf === null) return { verdicts, unjudgedRules: [] };
  const unjudgedRules: UnjudgedRuleOf[] = [];
  const judged = verdicts.map((verdict): ObjectVerdict => {
    const { manifest, status } = verdict;
    const schema = schemas.get(schemaKeyText(keyOfManifest(manifest)));
    if (status !== "valid" || schema === undefined) return verdict;
    const { errors, unjudged } = judgeOf(schema.body, manifest.body);
    for (const rule of unjudged) unjudgedRules.push({ ...rule, resource: manifest.ref });
    return errors.length === 0 ? verdict : { manifest, status: "invalid", errors };
  });
  return { verdicts: judged, unjudgedRules };
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

/** kubeconform's words for a key that stands twice in a mapping, which helm and kubectl take without a word. */
const doubledKeyIn = ({ message }: KubeconformVerdict): string | undefined =>
  /key "(.*)" already set in map/.exec(message)?.[1];

interface Said extends KubeconformVerdict {
  readonly doubledKey?: string;
}

/**
 * kubeconform's verdict on each object. It reads a text with a doubled key not at all, where `sigs.k8s.io/yaml` of helm
 * and kubectl lets the last one count: of such a text it gets what we read, which is the same.
 */
const askKubeconform = async (
  manifests: readonly Manifest[],
  { schemas }: Collected,
  outside: Outside,
): Promise<readonly Said[]> => {
  const ask = (texts: readonly string[], of: readonly Manifest[]) =>
    runKubeconform(
      of.map(({ ref }, index) => ({ ...ref, text: texts[index] ?? "" })),
      [...schemas.values()],
      outside,
    );
  const said = await ask(manifests.map(textFor), manifests);
  const doubled = manifests.filter((_, index) => said[index] !== undefined && doubledKeyIn(said[index]) !== undefined);
  if (doubled.length === 0) return said;
  const again = await ask(
    doubled.map(({ body }) => `${JSON.stringify(body)}\n`),
    doubled,
  );
  return manifests.map((manifest, index) => {
    const first = said[index] ?? unasked;
    const second = again[doubled.indexOf(manifest)];
    const doubledKey = doubledKeyIn(first);
    return second === undefined || doubledKey === undefined ? first : { ...second, doubledKey };
  });
};

const unasked: KubeconformVerdict = { status: "unusable", message: "" };

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
 * kubeconform's strict verdict on every object of the render, and that of the CEL rules of its definition: the chart's
 * objects, its hooks included, those of base and of the overlays. The chart's own CustomResourceDefinitions give
 * schemas and are not judged themselves: the API server does that when they are applied. Throws OperatorError
 * `invalid-input` for a wrong schema location, and what the cluster throws where a location is `cluster`.
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
  const [verdictsOf, rulesJudge] = await Promise.all([
    askKubeconform(judged, collected, options.outside),
    openRulesJudge([...collected.schemas.values()].map(({ body }) => body)),
  ]);
  const said = new Map(judged.map((manifest, index) => [manifest, verdictsOf[index]]));
  const verdicts = manifests.map((manifest) => judge(manifest, said.get(manifest) ?? unasked, collected));
  const reasons = [...collected.reasons, ...unusable(verdicts, collected)];
  return {
    ...judgeRules(verdicts, rulesJudge, collected),
    locations: sources.map(({ name }) => name),
    unreachable: reasons.length === 0 ? null : reasons.join("; "),
  };
};
