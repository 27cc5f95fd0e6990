import { lately } from "../../core/lately.ts";
import { type Json, type Manifest, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { Memory } from "../../outside/memory.ts";
import { type ReadObject, readAllObjects } from "../read-objects.ts";
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
  memory: Memory,
): Pick<ChartRender, "manifests" | "hooks" | "crds"> => ({
  ...objectsIn(
    documents.filter(({ crd }) => !crd),
    sources,
    memory,
  ),
  crds: documents.flatMap(({ crd, text }) => (crd ? splitDocuments(text) : [])),
});

/** The same objects as long as helm says the same of them, and the same places govern them. */
const objectsIn = lately(
  (
    documents: readonly HelmDocument[],
    sources: ValueSources,
    memory: Memory,
  ): Pick<ChartRender, "manifests" | "hooks"> => {
    const read = readAllObjects(documents, memory);
    const objects = documents.flatMap(({ source }, index) => manifestsOf(read[index] ?? [], source, sources));
    const isHook = ({ origin }: Manifest): boolean => origin.from === "chart" && origin.hooks.length > 0;
    return { manifests: objects.filter((manifest) => !isHook(manifest)), hooks: objects.filter(isHook) };
  },
  (documents, { files, sets, fallback }) =>
    [
      JSON.stringify([sets, fallback]),
      ...files.map(({ file, text }) => `${file}\n${text}`),
      ...documents.map(({ source, text }) => `${source}\n${text}`),
    ].join("\0"),
);

const manifestsOf = (read: readonly ReadObject[], source: string, sources: ValueSources): readonly Manifest[] =>
  read.map(({ body, text }) => ({
    ref: refOf(body),
    body,
    text,
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
