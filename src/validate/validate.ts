import { once } from "../core/once.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import { type Collected, keyOfManifest, schemaOfManifest } from "./collected.ts";
import { judgeObjects } from "./judge-objects.ts";
import type { Schema } from "./schemas/schema.ts";
import { isProper, keyOf, type SchemaKey, schemaKeyText } from "./schemas/schema-key.ts";
import type { SchemaSource } from "./schemas/schema-source.ts";
import { schemaSources } from "./schemas/schema-sources.ts";
import { expand, standardLayout } from "./schemas/schema-template.ts";
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

/** Every release of Kubernetes has them. */
const surelyThere: ReadonlySet<string> = new Set(
  ["ConfigMap", "Namespace", "Secret", "Service", "ServiceAccount"].map((kind) => schemaKeyText(keyOf("v1", kind))),
);

const isOfKubernetes = ({ group }: SchemaKey): boolean => !group.includes(".") || group.endsWith(".k8s.io");

/**
 * A location that has the schemas of another release, or of none: each object would be told to have the wrong version.
 * Of a folder with schemas of somebody's own definitions alone another location has those of Kubernetes.
 */
const lackingRelease = (
  keys: readonly SchemaKey[],
  { schemas, reasons }: Collected,
  { locations, kubeVersion }: { readonly locations: readonly string[]; readonly kubeVersion: string },
): readonly string[] => {
  if (reasons.length > 0 || locations.length === 0) return [];
  if (!keys.some((key) => surelyThere.has(schemaKeyText(key)))) return [];
  if (keys.some((key) => isOfKubernetes(key) && schemas.has(schemaKeyText(key)))) return [];
  const example = expand(standardLayout, keyOf("v1", "ConfigMap"), kubeVersion);
  const wayOut = "set kubernetes-version to a release that it has";
  return [`${locations.join(", ")} has no schemas of Kubernetes ${kubeVersion}, such as ${example}: ${wayOut}`];
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
  const asked = await collect(keys, sources, outside);
  const { kubeVersion, inputs } = options;
  const locations = sources.slice(sources.length - inputs.schemaLocations.length).map(({ name }) => name);
  const reasonsToo = [...asked.reasons, ...lackingRelease(keys, asked, { locations, kubeVersion })];
  const collected = { ...asked, reasons: reasonsToo };
  const judged = await judgeObjects(manifests, collected, outside);
  const reasons = [...collected.reasons, ...unusable(judged.verdicts, collected)];
  return {
    ...judged,
    locations: sources.map(({ name }) => name),
    unreachable: reasons.length === 0 ? null : reasons.join("; "),
  };
};
