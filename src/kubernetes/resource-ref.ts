import type { ResourceRef } from "../core/finding.ts";
import { jsonWord } from "./json-word.ts";
import { type Json, type JsonObject, valueAt } from "./manifest.ts";

/** What names an object; missing parts are empty, so that a broken object can still be told. */
export const refOf = (body: JsonObject): ResourceRef => {
  const namespace = valueAt(body, ["metadata", "namespace"]);
  return {
    apiVersion: text(body["apiVersion"]),
    kind: text(body["kind"]),
    namespace: typeof namespace === "string" && namespace !== "" ? namespace : null,
    name: text(valueAt(body, ["metadata", "name"])),
  };
};

/** One key for a ref, unique within a render. */
export const refKey = (ref: ResourceRef): string =>
  [ref.apiVersion, ref.kind, ref.namespace ?? "", ref.name].join("\n");

/** One key for an object, whichever version of its kind's group names it: it is the same in each. */
export const objectKey = (ref: ResourceRef): string =>
  [groupOf(ref), ref.kind, ref.namespace ?? "", ref.name].join("\n");

/** Each object once, in the order of the first. */
export const uniqueRefs = (refs: readonly ResourceRef[]): readonly ResourceRef[] => [
  ...new Map(refs.map((ref) => [refKey(ref), ref])).values(),
];

/** As much of an object as names it, for kubectl to read. */
export const namedBy = ({ apiVersion, kind, namespace, name }: ResourceRef): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === null ? {} : { namespace }) },
});

/** The group of an `apiVersion`; empty for the core group. */
export const groupOf = ({ apiVersion }: Pick<ResourceRef, "apiVersion">): string =>
  apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";

/** Whether both name the same object. */
export const sameRef = (a: ResourceRef, b: ResourceRef): boolean =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace && a.apiVersion === b.apiVersion;

const text = (value: Json | undefined): string => (value === undefined || value === null ? "" : jsonWord(value));
