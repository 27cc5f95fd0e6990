import type { Location } from "../../core/finding.ts";
import { isObject, type Json, type Path } from "../../kubernetes/manifest.ts";
import { fieldOf } from "../../stack/kustomize/kustomize-fields.ts";
import type { BuildTree } from "./tree.ts";

/** The place in a kustomization that set a namespace, a label or an annotation to this value, or null. */
export const placeInKustomization = (tree: BuildTree, path: Path, built: Json): Location | null => {
  for (const { yaml } of tree.kustomizations) {
    const document = yaml.documents[0];
    if (document === undefined || !isObject(document.value)) continue;
    const { value } = document;
    const found = candidates(path, fieldOf(value, "labels")).find((place) => readAt(value, place) === built);
    if (found !== undefined) return document.locate(found);
  }
  return null;
};

const candidates = (path: Path, labels: Json | undefined): readonly Path[] => {
  const key = path.at(-1);
  if (path.join("/") === "metadata/namespace") return [["namespace"]];
  if (key === undefined) return [];
  const holder = path.at(-2);
  if (holder === "annotations") return [["commonAnnotations", key]];
  // Labels go into selectors and pod templates as well.
  if (holder !== "labels" && holder !== "matchLabels" && holder !== "selector") return [];
  const pairs = Array.isArray(labels) ? labels.map((_: Json, index): Path => ["labels", index, "pairs", key]) : [];
  return [["commonLabels", key], ...pairs];
};

const readAt = (value: Json | undefined, path: Path): Json | undefined => {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return readAt(value[Number(first)], rest);
  return isObject(value) ? readAt(value[String(first)], rest) : undefined;
};
