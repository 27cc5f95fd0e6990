import { once } from "../../core/once.ts";
import { holds, type Requirement, requirementsOf, selectorProblem } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { isOfChart, isOwn, type World, type WorldObject } from "../../world/world.ts";
import { monitorKinds, selectionOf } from "./monitor-selection.ts";
import { operatorFlags, whyUnwatched } from "./operator-flags.ts";
import { type Choice, choicesOf, nearestOf, type Selection } from "./selection.ts";

/** What one selector leaves out of the chart's own objects of one kind. */
export interface ChartLoss {
  readonly kind: string;
  /** The Prometheus or ThanosRuler that comes nearest to selecting them. */
  readonly selecting: WorldObject;
  /** The field of its `spec` that leaves them out, e.g. `ruleSelector`. */
  readonly field: string;
  /** The chart's objects that are left out, one or more, in the order of the render. */
  readonly missed: readonly WorldObject[];
  /** How many objects of the kind the chart has. */
  readonly count: number;
  /** All objects of the kind that base and overlays bring, where it leaves out every one of them; else none. */
  readonly own: readonly WorldObject[];
  /** Where the field says what they do not meet; their labels, where the field is as the chart has it by itself. */
  readonly cause: { readonly object: WorldObject; readonly path: Path };
  /** Whether it selects nothing at all, from wherever it comes. */
  readonly selectsNone: boolean;
}

/**
 * The monitors and rules of the chart that no Prometheus selects: one entry a cause. What a selector names to leave it
 * out (`NotIn`, `DoesNotExist`) is left out on purpose, and what the operator does not watch has another cause.
 */
export const chartLosses = once((world: World): readonly ChartLoss[] =>
  [...monitorKinds, "PrometheusRule"].flatMap((kind) => lossesOf(kind, world)),
);

const lossesOf = (kind: string, world: World): readonly ChartLoss[] => {
  const objects = world.ofKind(kind);
  const chart = objects.filter(isOfChart);
  const misses = chart.flatMap((object) => missOf(object, world) ?? []);
  return [...Map.groupBy(misses, causeKey(world)).values()].flatMap((same): readonly ChartLoss[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { selecting, field } = first;
    const missesToo = (object: WorldObject): boolean => {
      const miss = missOf(object, world);
      return miss?.selecting === selecting && miss.field === field;
    };
    const own = objects.filter(isOwn);
    return [
      {
        kind,
        selecting,
        field,
        missed: same.map(({ object }) => object),
        count: chart.length,
        own: own.every(missesToo) ? own : [],
        cause: causeOf(first, world),
        selectsNone: objects.every(missesToo),
      },
    ];
  });
};

interface Miss {
  readonly object: WorldObject;
  readonly selecting: WorldObject;
  readonly field: string;
  /** What it does not meet; none where the field is absent or not valid. */
  readonly failed: readonly Requirement[];
}

/** Null where something selects the object, or may, or leaves it out on purpose. */
const missOf = (object: WorldObject, world: World): Miss | null => {
  const selection = selectionOf(object.ref.kind);
  const nearest = nearestOf(choicesOf(object, selection, world));
  const field = nearest === undefined ? null : fieldThatMisses(nearest, selection);
  if (nearest === undefined || field === null) return null;
  const namespace = namespaceOf(object, world);
  if (whyUnwatched(operatorFlags(world), object.ref.kind, namespace) !== null) return null;
  const { selecting } = nearest;
  const labels = field === selection.selector ? labelsOf(object.body) : world.namespaceLabels(namespace).labels;
  const selector = valueAt(selecting.body, ["spec", field]);
  const failed =
    selectorProblem(selector) === null
      ? requirementsOf(selector).filter((requirement) => !holds(requirement, labels))
      : [];
  return failed.some(({ operator }) => operator === "NotIn" || operator === "DoesNotExist")
    ? null
    : { object, selecting, field, failed };
};

const fieldThatMisses = (
  { byLabels, byNamespace }: Choice,
  { selector, namespaceSelector }: Selection,
): string | null => (byLabels === "broken" ? selector : byNamespace === "broken" ? namespaceSelector : null);

/** Values that change a selector miss many objects for one cause; labels that are changed miss their own object. */
const causeKey =
  (world: World) =>
  (miss: Miss): string => {
    const { object, path } = causeOf(miss, world);
    return JSON.stringify([miss.field, miss.selecting.ref, object === miss.selecting ? null : object.locate(path)]);
  };

const causeOf = ({ object, selecting, field, failed }: Miss, world: World): ChartLoss["cause"] => {
  const byItself = { matchLabels: { release: world.releaseName } };
  if (sameJson(valueAt(selecting.body, ["spec", field]) ?? null, byItself))
    return { object, path: ["metadata", "labels"] };
  const [first] = failed;
  if (first === undefined) return { object: selecting, path: ["spec", field] };
  const below = first.operator === "Equals" ? ["matchLabels", first.key] : ["matchExpressions"];
  return { object: selecting, path: ["spec", field, ...below] };
};
