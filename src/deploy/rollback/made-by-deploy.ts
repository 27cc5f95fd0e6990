import { textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { fieldManager } from "../../plan/objects/compare.ts";
import { fieldsHeldBy } from "../../plan/objects/settled.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { holdersOf, isOfHelm } from "./field-holders.ts";
import type { FormerLayer } from "./rollback-report.ts";

/**
 * Whether an object that was not there before is the deploy's own, and not one that somebody else has made under its
 * name meanwhile: helm refuses to touch such a one, and it is nobody's to delete.
 */
export const isMadeByDeploy = (layer: FormerLayer, there: JsonObject, release: ReleaseName): boolean => {
  switch (layer) {
    case "release":
      return isOfRelease(there, release);
    case "hook":
      return holdersOf(there).some(isOfHelm);
    case "prune":
      return false;
    default:
      return fieldsHeldBy(there, { name: fieldManager, operation: "Apply" }) !== null;
  }
};

/** The annotations by which helm knows its own: `checkOwnership` in helm's pkg/action/validate.go. */
const isOfRelease = (there: JsonObject, { name, namespace }: ReleaseName): boolean => {
  const annotation = (key: string): string | null => textAt(there, ["metadata", "annotations", key]);
  return annotation("meta.helm.sh/release-name") === name && annotation("meta.helm.sh/release-namespace") === namespace;
};
