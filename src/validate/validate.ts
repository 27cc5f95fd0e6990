import { once } from "../core/once.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { type Collected, keyOfManifest, schemaOfManifest } from "./collected.ts";
import { judgeObjects } from "./judge-objects.ts";
import type { Schema } from "./schemas/schema.ts";
import { isProper, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";
import type { SchemaSource } from "./schemas/schema-source.ts";
import { schemaSources } from "./schemas/schema-sources.ts";
import type { ObjectVerdict, Validation } from "./validation.ts";

/** Asks the sources in their order, each only for what those before it do not have. */
const collect = async (
  keys: readonly SchemaKey[],
  sources: readonly SchemaSource[],
  { memory }: Pick<Outside, "memory">,
): Promise<Collected> => {
  const known = openFacts(memory, ["schemas that were read/1"]);
  const schemas = new Map<string, Schema>();
  const reasons: string[] = [];
  for (const source of sources) {
    const missing = keys.filter((key) => !schemas.has(schemaKeyText(key)));
    if (missing.length === 0) break;
    const wasRead = once((text: string) => known.get([source.name, text]) !== null);
    const answer = await source.find(missing, wasRead);
    for (const schema of answer.schemas)
      if (!schemas.has(schemaKeyText(schema.key))) schemas.set(schemaKeyText(schema.key), schema);
    for (const { text } of answer.schemas) if (!wasRead(text)) known.learn([source.name, text], "");
    if (answer.unreachable !== null) reasons.push(answer.unreachable);
  }
  known.save();
  return { schemas, reasons };
};

/** Schemas that kubeconform could not use, e.g. for a reference to another file in them. */
const unusable = (verdicts: readonly ObjectVerdict[], collected: Collected): readonly string[] => {
  const found = verdicts
    .filter(({ status }) => status === "unchecked")
    .flatMap(({ manifest }) => schemaOfManifest(manifest, collected) ?? []);
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
  const { outside } = options;
  const collected = await collect(keys, sources, outside);
  const judged = await judgeObjects(manifests, collected, outside);
  const reasons = [...collected.reasons, ...unusable(judged.verdicts, collected)];
  return {
    ...judged,
    locations: sources.map(({ name }) => name),
    unreachable: reasons.length === 0 ? null : reasons.join("; "),
  };
};
