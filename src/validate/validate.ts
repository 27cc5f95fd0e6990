import type { Inputs } from "../inputs.ts";
import type { Manifest } from "../manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { explain } from "./explain.ts";
import { runKubeconform, type Verdict } from "./kubeconform.ts";
import { listMapDuplicates } from "./list-map-duplicates.ts";
import { isProper, keyOf, type Schema, type SchemaKey, textOf } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";
import { schemaSources } from "./schema-sources.ts";
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
    const missing = keys.filter((key) => !schemas.has(textOf(key)));
    if (missing.length === 0) break;
    const answer = await source.find(missing);
    for (const schema of answer.schemas) if (!schemas.has(textOf(schema.key))) schemas.set(textOf(schema.key), schema);
    if (answer.unreachable !== null) reasons.push(answer.unreachable);
  }
  return { schemas, reasons };
};

const judge = (manifest: Manifest, verdict: Verdict, { schemas, reasons }: Collected): ObjectVerdict => {
  const schema = schemas.get(textOf(keyOfManifest(manifest)));
  if (verdict.status === "invalid")
    return { manifest, status: "invalid", errors: explain(manifest.body, schema?.body ?? null, verdict.message) };
  if (schema === undefined) return { manifest, status: reasons.length > 0 ? "unchecked" : "no-schema", errors: [] };
  if (verdict.status !== "valid") return { manifest, status: "unchecked", errors: [] };
  // Two groups of one name promtool tells of a rule.
  const errors = manifest.ref.kind === "PrometheusRule" ? [] : listMapDuplicates(schema.body, manifest.body);
  return { manifest, status: errors.length === 0 ? "valid" : "invalid", errors };
};

/** Schemas that kubeconform could not use, e.g. for a reference to another file in them. */
const unusable = (verdicts: readonly ObjectVerdict[], { schemas }: Collected): readonly string[] => {
  const found = verdicts
    .filter(({ status }) => status === "unchecked")
    .flatMap(({ manifest }) => schemas.get(textOf(keyOfManifest(manifest))) ?? []);
  return [...new Set(found)].map(
    ({ key, source }) => `kubeconform cannot use the schema of ${textOf(key)} from ${source}`,
  );
};

/**
 * kubeconform's strict verdict on every object of the render: the chart's, its hooks included, those of base and of the overlays. The
 * chart's own CustomResourceDefinitions give schemas and are not judged themselves: the API server does that when they are applied.
 * Throws OperatorError `invalid-input` for a wrong schema location, and what the cluster throws where a location is `cluster`.
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
  const keys = [...new Map(manifests.map(keyOfManifest).map((key) => [textOf(key), key])).values()].filter(isProper);
  const collected = await collect(keys, sources);
  const texts = manifests.map(({ text }) => text);
  const said = await runKubeconform(texts, [...collected.schemas.values()], options.outside);
  const verdicts = manifests.map((manifest, index) =>
    judge(manifest, said[index] ?? { status: "unusable", message: "" }, collected),
  );
  const reasons = [...collected.reasons, ...unusable(verdicts, collected)];
  return {
    verdicts,
    locations: sources.map(({ name }) => name),
    unreachable: reasons.length === 0 ? null : reasons.join("; "),
  };
};
