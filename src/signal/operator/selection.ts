import { nameOf } from "../../core/finding.ts";
import { labelFix } from "../../fix/label-fix.ts";
import {
  describeLabels,
  describeSelector,
  explainMismatch,
  matches,
  selectorProblem,
} from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, selectsNamespace } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop, HopName, HopStatus } from "../path/signal-path.ts";
import { placed } from "../path/verdict.ts";
import { operatorFlags, operatorWatches } from "./operator-flags.ts";

/** How objects of one kind are chosen: by which fields of which selecting kinds. */
export interface Selection {
  /** Kinds that select, e.g. Prometheus. */
  readonly by: readonly string[];
  /** Field of `spec` with the selector on objects, e.g. `serviceMonitorSelector`. */
  readonly selector: string;
  readonly namespaceSelector: string;
  readonly hop: HopName;
  /** Checks that report a wrong label and a wrong namespace. */
  readonly check: string;
  readonly namespaceCheck: string;
}

/** What one Prometheus thinks of one object. */
export interface Choice {
  readonly selecting: WorldObject;
  readonly byLabels: HopStatus;
  readonly byNamespace: HopStatus;
}

/** The verdict of each selecting object in the world, in its order. */
export const choicesOf = (object: WorldObject, selection: Selection, world: World): readonly Choice[] =>
  selection.by.flatMap((kind) =>
    world.ofKind(kind).map((selecting) => ({
      selecting,
      byLabels: byLabels(object, selecting, selection, world),
      byNamespace: byNamespace(object, selecting, selection, world),
    })),
  );

/** The objects that select this one, those included of which a part cannot be seen. */
export const selectingObjects = (object: WorldObject, selection: Selection, world: World): readonly WorldObject[] =>
  choicesOf(object, selection, world)
    .filter(({ byLabels, byNamespace }) => byLabels !== "broken" && byNamespace !== "broken")
    .map(({ selecting }) => selecting);

/** The selecting object that judges this one: one that selects it, else the one that misses it by least. Undefined where the world has none. */
export const nearestOf = (choices: readonly Choice[]): Choice | undefined => {
  const rank = ({ byLabels, byNamespace }: Choice): number => points[byLabels] + points[byNamespace];
  return choices.reduce<Choice | undefined>(
    (best, choice) => (best === undefined || rank(choice) > rank(best) ? choice : best),
    undefined,
  );
};

const points: Readonly<Record<HopStatus, number>> = { ok: 2, unknown: 1, broken: 0 };

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

const byLabels = (
  object: WorldObject,
  selecting: WorldObject,
  { selector }: Selection,
  world: World,
): Choice["byLabels"] => {
  if (isPaused(selecting) || isUnmanaged(selecting, world)) return "unknown";
  return matches(valueAt(selecting.body, ["spec", selector]), labelsOf(object.body)) ? "ok" : "broken";
};

const byNamespace = (
  object: WorldObject,
  selecting: WorldObject,
  { namespaceSelector }: Selection,
  world: World,
): Choice["byNamespace"] => {
  const namespace = namespaceOf(object, world);
  if (!operatorWatches(operatorFlags(world), namespace)) return "broken";
  const selector = valueAt(selecting.body, ["spec", namespaceSelector]);
  if (isAbsent(selector)) return namespace === namespaceOf(selecting, world) ? "ok" : "broken";
  const verdict = selectsNamespace(selector, namespace, world);
  return verdict === "unknown" ? "unknown" : verdict ? "ok" : "broken";
};

const labelHop = (object: WorldObject, choice: Choice, selection: Selection, world: World): Hop => {
  const { selecting, byLabels: status } = choice;
  const selector = valueAt(selecting.body, ["spec", selection.selector]);
  const labels = labelsOf(object.body);
  const { hop, check } = selection;
  if (status === "ok")
    return { hop, status, why: `${nameOf(selecting.ref)} selects it: ${selection.selector} is ${wordsOf(selector)}.` };
  const place = placed(object, ["metadata", "labels"]);
  if (status === "unknown") return { hop, status, why: notReconciled(selecting), ...place };
  const fix = labelFix(object, selector, world);
  return {
    hop,
    status,
    why: mismatch(selecting, selection, selector, labels),
    ...place,
    ...(fix ? { fix } : {}),
    check,
  };
};

const mismatch = (
  selecting: WorldObject,
  selection: Selection,
  selector: Json | undefined,
  labels: Readonly<Record<string, string>>,
): string => {
  const field = `${selection.selector} of ${nameOf(selecting.ref)}`;
  if (isAbsent(selector)) return `${field} is not set, and then it selects no object of this kind.`;
  if (selectorProblem(selector) !== null)
    return `${field} is not valid (${selectorProblem(selector)}): it selects nothing.`;
  return `${field} does not select it: ${explainMismatch(selector, labels)} (labels: ${describeLabels(labels)}).`;
};

const namespaceHop = (object: WorldObject, choice: Choice, selection: Selection, world: World): Hop => {
  const { selecting, byNamespace: status } = choice;
  const hop: HopName = "prometheus-selects-namespace";
  const why = whyNamespace(object, selecting, selection, status, world);
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
  selecting: WorldObject,
  { namespaceSelector }: Selection,
  status: HopStatus,
  world: World,
): string => {
  const namespace = namespaceOf(object, world);
  const flags = operatorFlags(world);
  if (!operatorWatches(flags, namespace))
    return flags.namespaces === null
      ? `The operator is told to ignore the namespace ${namespace} (--deny-namespaces).`
      : `The operator watches only the namespaces ${flags.namespaces.join(", ")} (--namespaces), and the object lies in ${namespace}.`;
  const selector = valueAt(selecting.body, ["spec", namespaceSelector]);
  const field = `${namespaceSelector} of ${nameOf(selecting.ref)}`;
  if (isAbsent(selector))
    return `${field} is not set, which means its own namespace ${namespaceOf(selecting, world)}; the object lies in ${namespace}.`;
  if (status === "ok") return `${field} is ${wordsOf(selector)}, and the object lies in ${namespace}.`;
  const { labels } = world.namespaceLabels(namespace);
  if (status === "unknown")
    return `${field} asks for ${describeSelector(selector)}, and the labels of the namespace ${namespace} are not in the tree.`;
  return `${field} does not select the namespace ${namespace}: ${explainMismatch(selector, labels)} (labels: ${describeLabels(labels)}).`;
};

const notReconciled = (selecting: WorldObject): string =>
  isPaused(selecting)
    ? `${nameOf(selecting.ref)} is paused: the operator leaves its configuration as it is.`
    : `${nameOf(selecting.ref)} sets none of the selectors for monitors, probes and scrape configs: the operator then leaves the configuration to whoever wrote it.`;

const isPaused = (selecting: WorldObject): boolean => valueAt(selecting.body, ["spec", "paused"]) === true;

/** https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/operator.go (`unmanagedPrometheusConfiguration`): agents and rulers always are managed. */
const isUnmanaged = (selecting: WorldObject, world: World): boolean =>
  selecting.ref.kind === "Prometheus" &&
  operatorFlags(world).leavesConfigurationUnmanaged &&
  ["serviceMonitorSelector", "podMonitorSelector", "probeSelector", "scrapeConfigSelector"].every((field) =>
    isAbsent(valueAt(selecting.body, ["spec", field])),
  );

const isAbsent = (value: Json | undefined): value is null | undefined => value === undefined || value === null;

const wordsOf = (selector: Json | undefined): string => {
  const words = describeSelector(selector);
  return words === "everything" ? "{}, which selects everything" : `"${words}"`;
};
