import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { type JsonFault, jsonFault } from "../../text/json-fault.ts";
import { firstValue } from "../../text/json-tree.ts";
import type { PlacedText } from "../../text/placed-text.ts";

/** A dashboard's JSON, as Grafana's provisioning reads it. */
export type DashboardModel =
  | { readonly form: "unseen" }
  | { readonly form: "invalid"; readonly fault: JsonFault }
  | { readonly form: "no-object"; readonly found: string }
  | ReadDashboard;

export interface ReadDashboard {
  /**
   * `classic`: the dashboard itself; `envelope`: what the HTTP API takes, with the dashboard inside;
   * `v1-resource`, `v2-resource`: a Kubernetes-like object of `dashboard.grafana.app`; `v2`: the contents of a
   * V2 dashboard by themselves.
   */
  readonly form: "classic" | "envelope" | "v1-resource" | "v2-resource" | "v2";
  /** Null where there is none, or one that is no text: Grafana sees none then. */
  readonly title: string | null;
  readonly uid: string | null;
  /** The panels and variables. */
  readonly content: JsonObject;
  /** Where the content stands in the JSON. */
  readonly root: Path;
}

export const readDashboard = (text: string, placed: PlacedText): DashboardModel => {
  const value = parse(text);
  if (value === undefined) {
    const fault = jsonFault(placed);
    if (fault !== null) return { form: "invalid", fault };
    // Go's decoder stops after the first value: what follows it does no harm.
    const first = parse(firstValue(text)) ?? null;
    return isObject(first) ? formOf(first) : { form: "no-object", found: kindOf(first) };
  }
  return isObject(value) ? formOf(value) : { form: "no-object", found: kindOf(value) };
};

/** Whether Grafana shows what is inside: a title to compare, panels to judge. */
export const isRead = (model: DashboardModel): model is ReadDashboard => "content" in model;

const formOf = (body: JsonObject): ReadDashboard => {
  const { apiVersion, spec, dashboard, metadata } = body;
  if (typeof apiVersion === "string" && apiVersion.startsWith("dashboard.grafana.app/") && isObject(spec)) {
    const form = apiVersion.startsWith("dashboard.grafana.app/v2") || isV2(spec) ? "v2-resource" : "v1-resource";
    const uid = isObject(metadata) ? textOf(metadata["name"]) : null;
    return { form, title: textOf(spec["title"]), uid, content: spec, root: ["spec"] };
  }
  if (isV2(body)) return { form: "v2", title: textOf(body["title"]), uid: null, content: body, root: [] };
  if (body["title"] === undefined && isObject(dashboard))
    return { form: "envelope", ...namesOf(dashboard), content: dashboard, root: ["dashboard"] };
  return { form: "classic", ...namesOf(body), content: body, root: [] };
};

/** V2 keeps panels as `elements` and where they stand as `layout`. */
const isV2 = (body: JsonObject): boolean => isObject(body["elements"]) && isObject(body["layout"]);

const namesOf = (body: JsonObject) => ({ title: textOf(body["title"]), uid: textOf(body["uid"]) });

const textOf = (value: Json | undefined): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const kindOf = (value: Json): string =>
  Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;
