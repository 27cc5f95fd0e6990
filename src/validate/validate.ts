import type { Inputs } from "../inputs.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { openRulesJudge, type RulesJudge } from "./cel/judge-rules.ts";
import { bodyOf, type Collected, keyOfManifest } from "./collected.ts";
import { askKubeconform, mayBeHandedOver, type Said, unasked } from "./hand-over.ts";
import { schemaErrorsOf } from "./schemas/explain.ts";
import type { KubeconformVerdict } from "./schemas/kubeconform-result.ts";
import { listMapDuplicates } from "./schemas/list-map-duplicates.ts";
import { isProper, type Schema, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";
import type { SchemaSource } from "./schemas/schema-source.ts";
import { schemaSources } from "./schemas/schema-sources.ts";
import type { ObjectVerdict, UnjudgedRuleOf, Validation } from "./validation.ts";

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

const judgeBody = (manifest: Manifest, verdict: KubeconformVerdict, collected: Collected): ObjectVerdict => {
  const { schemas, reasons } = collected;
  const schema = schemas.get(schemaKeyText(keyOfManifest(manifest)));
  if (verdict.status === "invalid")
    return {
      manifest,
      status: "invalid",
      errors: schemaErrorsOf(bodyOf(manifest, collected), schema?.body ?? null, verdict.message),
    };
  if (schema === undefined) return { manifest, status: reasons.length > 0 ? "unchecked" : "no-schema", errors: [] };
  if (verdict.status !== "valid") return { manifest, status: "unchecked", errors: [] };
  // Two groups of one name promtool tells of a rule.
  const errors =
    manifest.ref.kind === "PrometheusRule" ? [] : listMapDuplicates(schema.body, bodyOf(manifest, collected));
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
