import { load } from "js-yaml";
import type { JsonObject, Manifest } from "../../../src/kubernetes/manifest.ts";
import type { Render } from "../../../src/render/render.ts";

/** One object of an overlay, from its YAML text. */
export const manifestOf = (text: string): Manifest => {
  const body = load(text) as JsonObject & { metadata: { name: string; namespace?: string } };
  return {
    ref: {
      apiVersion: String(body["apiVersion"]),
      kind: String(body["kind"]),
      namespace: body.metadata.namespace ?? null,
      name: body.metadata.name,
    },
    body,
    text,
    origin: { from: "kustomize", root: "overlays/a", layer: "overlay", file: "overlays/a/a.yaml", generated: false },
    locate: () => ({ file: "overlays/a/a.yaml", line: 1, column: 1 }),
  };
};

/** A render of these objects, by a chart that has these definitions, and hooks. */
export const renderOf = (
  manifests: readonly Manifest[],
  crds: readonly string[] = [],
  hooks: readonly Manifest[] = [],
): Render => ({
  chart: {
    chart: { name: "monitoring", version: "1.0.0", appVersion: null, path: "/none", digest: "", source: "none" },
    manifests: [],
    hooks,
    crds,
    error: null,
  },
  roots: [{ root: "overlays/a", layer: "overlay", text: "", manifests, warnings: [], error: null }],
  unstable: null,
});
