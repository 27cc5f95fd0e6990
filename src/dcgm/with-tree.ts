import { nameOf } from "../core/finding.ts";
import { objectAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";
import { type ExporterFacts, factsOf, noFacts, together } from "./exporter-facts.ts";
import type { ExporterModel } from "./exporter-model.ts";
import { isExporterService, isExporterWorkload, namespaceOfBody, podLabels, selects } from "./exporter-objects.ts";

/** What `exporter` declares, before the tree has its say. */
export interface Declared extends Pick<ExporterModel, "source" | "version" | "known" | "objects"> {
  /** Short words: which exporter, and where. */
  readonly what: string;
  /** Where it would be, also where no object is known. */
  readonly namespaces: readonly string[];
  /** Null where nothing is declared. */
  readonly facts: ExporterFacts | null;
}

/**
 * The model: what is declared, less the namespaces in which the tree deploys an exporter itself. With exporters in
 * both, a metric or label that one of them has counts.
 */
export const withTree = (
  declared: Declared,
  tree: readonly JsonObject[],
  releaseNamespace: string,
): Omit<ExporterModel, "values"> => {
  const own = tree.filter(isExporterWorkload);
  const taken = namespacesTaken(declared.objects, tree, own, releaseNamespace);
  const objects = declared.objects.filter(
    (body) => textOrEmpty(body, ["kind"]) === "Namespace" || !taken.has(namespaceOfBody(body, releaseNamespace)),
  );
  const replaced = declared.namespaces.length > 0 && declared.namespaces.every((namespace) => taken.has(namespace));
  const treeFacts = factsOf(own, tree, releaseNamespace);
  const facts = [
    ...(declared.facts === null || replaced ? [] : [declared.facts]),
    ...(treeFacts === null ? [] : [treeFacts]),
  ];
  const { metrics, labels, notes, sources, releases, collectMs, list } = facts.length === 0 ? noFacts : together(facts);
  const name = nameFor(declared, replaced, own);
  return {
    source: declared.source,
    version: declared.version,
    known: declared.known || replaced,
    name,
    description: notes.length === 0 ? name : `${name}: ${notes.join("; ")}`,
    objects,
    metrics,
    labels,
    sources,
    release: releases.length === 1 ? (releases[0] ?? null) : null,
    collectMs,
    list,
  };
};

/**
 * Namespaces in which the tree deploys an exporter; a Service of the tree alone takes none over whose pods
 * the declared exporter has.
 */
const namespacesTaken = (
  declared: readonly JsonObject[],
  tree: readonly JsonObject[],
  own: readonly JsonObject[],
  releaseNamespace: string,
): ReadonlySet<string> => {
  const services = tree
    .filter((body) => isExporterService(body, own, releaseNamespace))
    .filter((service) => !declared.some((body) => isPodOf(service, body, releaseNamespace)));
  return new Set([...own, ...services].map((body) => namespaceOfBody(body, releaseNamespace)));
};

const isPodOf = (service: JsonObject, workload: JsonObject, releaseNamespace: string): boolean =>
  isExporterWorkload(workload) &&
  namespaceOfBody(workload, releaseNamespace) === namespaceOfBody(service, releaseNamespace) &&
  selects(objectAt(service, ["spec", "selector"]), podLabels(workload));

const nameFor = (declared: Declared, replaced: boolean, own: readonly JsonObject[]): string => {
  const ours = own.map((body) => nameOf(refOf(body))).join(", ");
  const ofTree = `${ours || "manifests"} of the tree`;
  if (replaced) return `${ofTree}, instead of ${declared.what}`;
  if (ours === "") return declared.what;
  return declared.source === "none" ? ofTree : `${declared.what}, and ${ofTree}`;
};
