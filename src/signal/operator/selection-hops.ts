import { nameOf } from "../../core/finding.ts";
import { labelFix } from "../../fix/label-fix.ts";
import { describeLabels, describeSelector, explainMismatch, selectorProblem } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop, HopName } from "../path/signal-path.ts";
import { placed } from "../path/verdict.ts";
import { operatorFlags, whyUnwatched } from "./operator-flags.ts";
import { type Choice, choicesOf, isAbsent, nearestOf, type Selection, whyNotReconciled } from "./selection.ts";

/** The two hops of selection: labels, and namespace. */
export const selectionHopsOf = (object: WorldObject, selection: Selection, world: World): readonly Hop[] => {
  const nearest = nearestOf(choicesOf(object, selection, world));
  const second: HopName = "prometheus-selects-namespace";
  if (nearest === undefined) {
    const why = `The render has no ${selection.by.join(" or ")} that could select it: whether one elsewhere does cannot be seen from here.`;
    return [
      { hop: selection.hop, status: "unknown", why },
      { hop: second, status: "unknown", why },
    ];
  }
  return [labelHop(object, nearest, selection, world), namespaceHop(object, nearest, selection, world)];
};

/**
 * Why nothing selects the object, as a clause: its labels, else its namespace; null where something does, or
 * where that cannot be told.
 */
export const whyNotSelected = (object: WorldObject, selection: Selection, world: World): string | null => {
  const nearest = nearestOf(choicesOf(object, selection, world));
  if (nearest?.byLabels === "broken") return whyMissed(object, nearest.selecting, selection);
  return nearest?.byNamespace === "broken" ? whyNamespace(object, nearest, selection, world) : null;
};

const labelHop = (object: WorldObject, choice: Choice, selection: Selection, world: World): Hop => {
  const { selecting, byLabels: status } = choice;
  const selector = valueAt(selecting.body, ["spec", selection.selector]);
  const { hop, check } = selection;
  if (status === "ok")
    return { hop, status, why: `${nameOf(selecting.ref)} selects it: ${selection.selector} is ${wordsOf(selector)}.` };
  const place = placed(object, ["metadata", "labels"]);
  if (status === "unknown") return { hop, status, why: `${whyNotReconciled(selecting, world)}.`, ...place };
  const fix = labelFix(object, selector, world);
  return { hop, status, why: `${whyMissed(object, selecting, selection)}.`, ...place, ...(fix ? { fix } : {}), check };
};

const whyMissed = (object: WorldObject, selecting: WorldObject, selection: Selection): string => {
  const selector = valueAt(selecting.body, ["spec", selection.selector]);
  const labels = labelsOf(object.body);
  const field = `${selection.selector} of ${nameOf(selecting.ref)}`;
  if (isAbsent(selector)) return `${field} is not set, and then it selects no object of this kind`;
  if (selectorProblem(selector) !== null)
    return `${field} is not valid (${selectorProblem(selector)}): it selects nothing`;
  return `${field} does not select it: ${explainMismatch(selector, labels)} (labels: ${describeLabels(labels)})`;
};

const namespaceHop = (object: WorldObject, choice: Choice, selection: Selection, world: World): Hop => {
  const { byNamespace: status } = choice;
  const hop: HopName = "prometheus-selects-namespace";
  const why = `${whyNamespace(object, choice, selection, world)}.`;
  if (status === "ok") return { hop, status, why };
  return {
    hop,
    status,
    why,
    ...placed(object, ["metadata", "namespace"]),
    ...(status === "broken" ? { check: selection.namespaceCheck } : {}),
  };
};

const whyNamespace = (
  object: WorldObject,
  { selecting, byNamespace: status }: Choice,
  { namespaceSelector }: Selection,
  world: World,
): string => {
  const namespace = namespaceOf(object, world);
  const unwatched = whyUnwatched(operatorFlags(world), object.ref.kind, namespace);
  if (unwatched !== null) return `The operator ${unwatched}`;
  const selector = valueAt(selecting.body, ["spec", namespaceSelector]);
  const field = `${namespaceSelector} of ${nameOf(selecting.ref)}`;
  if (isAbsent(selector))
    return `${field} is not set, which means its own namespace ${namespaceOf(selecting, world)}; the object lies in ${namespace}`;
  if (status === "ok") return `${field} is ${wordsOf(selector)}, and the object lies in ${namespace}`;
  const { labels } = world.namespaceLabels(namespace);
  if (status === "unknown")
    return `${field} asks for ${describeSelector(selector)}, and the labels of the namespace ${namespace} are not in the tree`;
  return `${field} does not select the namespace ${namespace}: ${explainMismatch(selector, labels)} (labels: ${describeLabels(labels)})`;
};

const wordsOf = (selector: Json | undefined): string => {
  const words = describeSelector(selector);
  return words === "everything" ? "{}, which selects everything" : `"${words}"`;
};
