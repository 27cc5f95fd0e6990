import { nameOf } from "../../core/finding.ts";
import { matches } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, selectsNamespace } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { HopCheck } from "../path/hop-check.ts";
import type { HopName, HopStatus } from "../path/signal-path.ts";
import { operatorFlags, whyUnwatched } from "./operator-flags.ts";

/** The fields of a selecting object's `spec` that choose objects of one kind. */
export interface Selectors {
  /** The one with the selector on objects, e.g. `serviceMonitorSelector`. */
  readonly selector: string;
  readonly namespaceSelector: string;
}

/** How objects of one kind are chosen, and who tells where they are not. */
export interface Selection extends Selectors {
  /** Kinds that select, e.g. Prometheus. */
  readonly by: readonly string[];
  readonly hop: HopName;
  /** Checks that report a wrong label and a wrong namespace. */
  readonly check: HopCheck;
  readonly namespaceCheck: HopCheck;
}

/** What one Prometheus, or one Alertmanager, thinks of one object. */
export interface Choice {
  readonly selecting: WorldObject;
  readonly byLabels: HopStatus;
  readonly byNamespace: HopStatus;
}

/** The verdict of each selecting object in the world, in its order. */
export const choicesOf = (object: WorldObject, selection: Selection, world: World): readonly Choice[] =>
  selection.by.flatMap((kind) => world.ofKind(kind).map((selecting) => choiceOf(object, selecting, selection, world)));

/** The verdict of one of them. */
export const choiceOf = (object: WorldObject, selecting: WorldObject, selectors: Selectors, world: World): Choice => ({
  selecting,
  byLabels: byLabels(object, selecting, selectors, world),
  byNamespace: byNamespace(object, selecting, selectors, world),
});

/** The objects that select this one, or may select it: a part of them cannot be seen. */
export const selectingObjects = (object: WorldObject, selection: Selection, world: World): readonly WorldObject[] =>
  choicesOf(object, selection, world)
    .filter(isPossible)
    .map(({ selecting }) => selecting);

const isPossible = ({ byLabels, byNamespace }: Choice): boolean => byLabels !== "broken" && byNamespace !== "broken";

/** Whether it selects the object, with nothing left open. */
export const isCertain = ({ byLabels, byNamespace }: Choice): boolean => byLabels === "ok" && byNamespace === "ok";

/**
 * The objects that judge this one: those that select it (`selects`: which of the choices count so), else the one that
 * comes nearest to that. Selection has a hop of its own: what is not selected is judged here as if it were. None
 * where the world has none.
 */
export const judging = (
  object: WorldObject,
  selection: Selection,
  world: World,
  selects: (choice: Choice) => boolean = isPossible,
): readonly WorldObject[] => {
  const choices = choicesOf(object, selection, world);
  const selecting = choices.filter(selects);
  const nearest = nearestOf(choices);
  const all = selecting.length > 0 || nearest === undefined ? selecting : [nearest];
  return all.map((choice) => choice.selecting);
};

/**
 * The selecting object that judges this one: one that selects it, else the one that misses it by least. Undefined
 * where the world has none.
 */
export const nearestOf = (choices: readonly Choice[]): Choice | undefined => {
  const rank = ({ byLabels, byNamespace }: Choice): number => points[byLabels] + points[byNamespace];
  return choices.reduce<Choice | undefined>(
    (best, choice) => (best === undefined || rank(choice) > rank(best) ? choice : best),
    undefined,
  );
};

const points: Readonly<Record<HopStatus, number>> = { ok: 2, unknown: 1, broken: 0 };

const byLabels = (
  object: WorldObject,
  selecting: WorldObject,
  { selector }: Selectors,
  world: World,
): Choice["byLabels"] => {
  if (whyNotReconciled(selecting, world) !== null) return "unknown";
  return matches(valueAt(selecting.body, ["spec", selector]), labelsOf(object.body)) ? "ok" : "broken";
};

const byNamespace = (
  object: WorldObject,
  selecting: WorldObject,
  { namespaceSelector }: Selectors,
  world: World,
): Choice["byNamespace"] => {
  const namespace = namespaceOf(object, world);
  if (whyUnwatched(operatorFlags(world), object.ref.kind, namespace) !== null) return "broken";
  const selector = valueAt(selecting.body, ["spec", namespaceSelector]);
  if (isAbsent(selector)) return namespace === namespaceOf(selecting, world) ? "ok" : "broken";
  const verdict = selectsNamespace(selector, namespace, world);
  return verdict === "unknown" ? "unknown" : verdict ? "ok" : "broken";
};

/**
 * Why the operator leaves the configuration of a Prometheus or an Alertmanager as it is, whatever its selectors
 * choose; null where it writes it.
 */
export const whyNotReconciled = (selecting: WorldObject, world: World): string | null => {
  const name = nameOf(selecting.ref);
  const unwatched = whyUnwatched(operatorFlags(world), selecting.ref.kind, namespaceOf(selecting, world));
  if (unwatched !== null) return `${name} is left alone: the operator ${unwatched}`;
  if (valueAt(selecting.body, ["spec", "paused"]) === true)
    return `${name} is paused: the operator leaves its configuration as it is`;
  return isUnmanaged(selecting, world)
    ? `${name} sets none of the selectors for monitors, probes and scrape configs: the operator then leaves the configuration to whoever wrote it`
    : null;
};

/**
 * `unmanagedPrometheusConfiguration` in pkg/prometheus/server/operator.go of the operator: agents and rulers always are
 * managed.
 */
const isUnmanaged = (selecting: WorldObject, world: World): boolean =>
  selecting.ref.kind === "Prometheus" &&
  operatorFlags(world).leavesConfigurationUnmanaged &&
  ["serviceMonitorSelector", "podMonitorSelector", "probeSelector", "scrapeConfigSelector"].every((field) =>
    isAbsent(valueAt(selecting.body, ["spec", field])),
  );

/** Null is as good as not there. */
export const isAbsent = (value: Json | undefined): value is null | undefined => value === undefined || value === null;
