import { type Json, type Manifest, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import { readObjects } from "../read-objects.ts";
import type { ChartRender } from "../render.ts";
import { placeInChart } from "./chart-place.ts";
import { type HelmDocument, splitDocuments } from "./split-helm-output.ts";
import type { ValueSources } from "./value-sources.ts";

/**
 * The documents of `helm template --include-crds`, sorted into objects that stay, hooks and CRDs. Throws
 * UnreadableYaml.
 */
export const chartObjects = (
  documents: readonly HelmDocument[],
  sources: ValueSources,
): Pick<ChartRender, "manifests" | "hooks" | "crds"> => {
  const objects = documents.flatMap((document) => (document.crd ? [] : manifestsIn(document, sources)));
  const isHook = ({ origin }: Manifest): boolean => origin.from === "chart" && origin.hooks.length > 0;
  return {
    manifests: objects.filter((manifest) => !isHook(manifest)),
    hooks: objects.filter(isHook),
    crds: documents.flatMap(({ crd, text }) => (crd ? splitDocuments(text) : [])),
  };
};

const manifestsIn = ({ source, text }: HelmDocument, sources: ValueSources): readonly Manifest[] =>
  readObjects(text, source).map(({ body, text: own }) => ({
    ref: refOf(body),
    body,
    text: own,
    origin: {
      from: "chart",
      template: source,
      hooks: hookEvents(valueAt(body, ["metadata", "annotations", "helm.sh/hook"])),
    },
    locate: (path) => placeInChart(body, source, sources, path),
  }));

const hookEvents = (annotation: Json | undefined): readonly string[] =>
  typeof annotation !== "string"
    ? []
    : annotation
        .split(",")
        .map((event) => event.trim())
        .filter((event) => event !== "");
