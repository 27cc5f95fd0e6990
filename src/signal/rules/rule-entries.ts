import { once } from "../../core/once.ts";
import { labelsAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { type Path, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/** One rule of a PrometheusRule. */
export interface RuleEntry {
  readonly object: WorldObject;
  /** Where the rule stands in the object. */
  readonly path: Path;
  readonly kind: "alert" | "record";
  /** The alert's name, or the metric that it records. */
  readonly name: string;
  readonly expr: string;
  /** Its own labels, over those of its group. Alerts may have templates as values. */
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** Every rule of the world, the chart's too, in the order of the objects. */
export const ruleEntries = once((world: World): readonly RuleEntry[] =>
  world.ofKind("PrometheusRule").flatMap(entriesOf),
);

const entriesOf = (object: WorldObject): readonly RuleEntry[] =>
  objectsAt(object.body, ["spec", "groups"]).flatMap((group, g) =>
    objectsAt(group, ["rules"]).flatMap((rule, r): RuleEntry[] => {
      const kind = textAt(rule, ["alert"]) !== null ? "alert" : "record";
      const name = textAt(rule, [kind]);
      const expr = valueAt(rule, ["expr"]);
      if (name === null || expr === undefined || expr === null) return [];
      return [
        {
          object,
          path: ["spec", "groups", g, "rules", r],
          kind,
          name,
          // The CRD takes a number, too.
          expr: jsonWord(expr),
          labels: { ...labelsAt(group, ["labels"]), ...labelsAt(rule, ["labels"]) },
          annotations: labelsAt(rule, ["annotations"]),
        },
      ];
    }),
  );

/** E.g. `alert GPUTemperatureHigh in PrometheusRule monitoring/gpu-health`, as messages name a rule. */
export const ruleName = ({ kind, name, object }: RuleEntry, world: World): string =>
  `${kind} ${name} in PrometheusRule ${namespaceOf(object, world)}/${object.ref.name}`;
