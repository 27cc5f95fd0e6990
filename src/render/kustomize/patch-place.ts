import type { Location, ResourceRef } from "../../core/finding.ts";
import { toPointer } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import type { YamlDocument } from "../../text/yaml-file.ts";
import { type BuildTree, writtenObjectsIn } from "./tree.ts";

/** The place of a value that a patch file sets to exactly this, or null. */
export const placeInPatch = (target: ResourceRef, tree: BuildTree, path: Path, built: Json): Location | null => {
  for (const { references } of tree.kustomizations)
    for (const { field, path: file } of references) {
      if (!/^patches/i.test(field) || file === null) continue;
      const yaml = tree.files.find((one) => one.file === file);
      if (yaml === undefined) continue;
      const merged = writtenObjectsIn(yaml).find(
        ({ value }) => isSameObject(refOf(value), target) && sameJson(valueAt(value, path), built),
      );
      if (merged !== undefined) return merged.document.locate([...merged.prefix, ...path]);
      for (const document of yaml.documents) {
        const at = placeInOperations(document, path, built);
        if (at !== null) return at;
      }
    }
  return null;
};

const isSameObject = (patch: ResourceRef, target: ResourceRef): boolean =>
  patch.kind === target.kind && patch.name === target.name;

/** JSON 6902: the operation on this path, or on what holds it. */
const placeInOperations = ({ value, locate }: YamlDocument, path: Path, built: Json): Location | null => {
  if (!Array.isArray(value)) return null;
  const index = value.findIndex((operation: Json) => {
    if (!isObject(operation) || typeof operation["path"] !== "string") return false;
    return operation["path"] === toPointer(path) && sameJson(operation["value"], built);
  });
  return index === -1 ? null : locate([index, "value"]);
};
