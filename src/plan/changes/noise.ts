import { fromPointer, isAtOrBelow } from "../../kubernetes/json-pointer.ts";
import type { ObjectDraft } from "../draft.ts";
import type { NoiseKind } from "../plan.ts";

/**
 * Why a changed field says nothing of what the people changed; null where it does. `unstable`: the pointers of this
 * object that two renders of the same input gave differently (`Unstable` in src/render/render.ts). A
 * CustomResourceDefinition, an image and a version of what runs are never noise, whatever else holds of them.
 */
export const noiseOf = (
  { layer, ref }: Pick<ObjectDraft, "layer" | "ref">,
  pointer: string,
  unstable: readonly string[],
): NoiseKind | null => {
  const path = fromPointer(pointer);
  if (isBookkeeping(path)) return "managed-fields";
  if (ref.kind === "CustomResourceDefinition" || saysWhatRuns(path)) return null;
  if (isChecksum(path)) return "checksum";
  if (layer === "release" && isChartLabel(path)) return "chart-label";
  return unstable.some((one) => isAtOrBelow(pointer, one)) ? "unstable" : null;
};

/** Who set which field, and kubectl's own copy of an object. */
const isBookkeeping = ([first, second, third]: readonly string[]): boolean =>
  first === "metadata" &&
  (second === "managedFields" ||
    (second === "annotations" && third === "kubectl.kubernetes.io/last-applied-configuration"));

/** `image` of containers and of the operator's resources, and what the operator makes an image of. */
const saysWhatRuns = (path: readonly string[]): boolean =>
  path.at(-1) === "image" ||
  (path.length === 2 && path[0] === "spec" && ["version", "tag", "sha", "baseImage"].includes(path[1] ?? ""));

/**
 * https://helm.sh/docs/howto/charts_tips_and_tricks/#automatically-roll-deployments: a digest of other objects in the
 * annotations of a pod template, `podMetadata` in the operator's resources.
 */
const isChecksum = (path: readonly string[]): boolean =>
  path.at(-2) === "annotations" &&
  (path.at(-1) ?? "").startsWith("checksum/") &&
  (path.at(-3) === "podMetadata" || (path.at(-3) === "metadata" && path.at(-4) === "template"));

/** https://helm.sh/docs/chart_best_practices/labels/; the last is what charts wrote before. */
const chartLabels: ReadonlySet<string> = new Set(["helm.sh/chart", "app.kubernetes.io/version", "chart"]);

/** Labels that an object or its pods have, not those that a selector wants. */
const isChartLabel = (path: readonly string[]): boolean =>
  path.at(-2) === "labels" && /^(?:pod)?metadata$/i.test(path.at(-3) ?? "") && chartLabels.has(path.at(-1) ?? "");
