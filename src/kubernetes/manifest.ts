import type { Location, ResourceRef } from "../core/finding.ts";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
export type Path = readonly (string | number)[];

/** Where a rendered object comes from. Files are relative to the repository root. */
export type Origin =
  | {
      readonly from: "kustomize";
      /** The folder of the apply root that built it. */
      readonly root: string;
      /** `base` or `overlay`: base is applied before the chart, overlays after it. */
      readonly layer: "base" | "overlay";
      /** The file that holds the object, or the kustomization whose generator made it. */
      readonly file: string;
      /** True where a generator made the object: no file holds it as such. */
      readonly generated: boolean;
    }
  | {
      readonly from: "chart";
      /** The template as helm names it, e.g. `kube-prometheus-stack/charts/grafana/templates/service.yaml`. */
      readonly template: string;
      /** The hook events of a helm hook, e.g. `pre-install`; empty for an object that stays. */
      readonly hooks: readonly string[];
    };

/** One rendered Kubernetes object, with the way back to what a person can edit. */
export interface Manifest {
  readonly ref: ResourceRef;
  readonly body: JsonObject;
  readonly origin: Origin;
  /** The object's own YAML text as rendered: what is validated and applied. */
  readonly text: string;
  /**
   * The editable place of the value at `path` (e.g. `["spec", "groups", 0, "rules", 2, "expr"]`). Where the
   * value itself has no place of its own (a default, a patch, a chart template) it is the nearest one that
   * governs it; it never fails.
   */
  locate(path: Path): Location;
}

/** The value at `path`, or undefined where the path leads nowhere. */
export const valueAt = (value: Json | undefined, path: Path): Json | undefined => {
  let here: Json | undefined = value;
  for (const key of path) {
    if (here === null || typeof here !== "object") return undefined;
    here = (here as Readonly<Record<string | number, Json | undefined>>)[key];
  }
  return here;
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
