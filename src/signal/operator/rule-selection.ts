import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import type { Selection } from "./selection.ts";
import { selectionHopsOf, whyNotSelected } from "./selection-hops.ts";

/** Agents evaluate no rules; a ThanosRuler does. */
export const ruleSelection: Selection = {
  by: ["Prometheus", "ThanosRuler"],
  selector: "ruleSelector",
  namespaceSelector: "ruleNamespaceSelector",
  hop: "prometheus-selects-rule",
  check: "prometheusrule-not-selected",
  namespaceCheck: "prometheusrule-namespace-not-selected",
};

/** Whether a Prometheus selects the PrometheusRule, by its labels and by its namespace. */
export const ruleSelectionHops = (rule: WorldObject, world: World): readonly Hop[] =>
  selectionHopsOf(rule, ruleSelection, world);

/** Why none does, as a clause; null where one does, or where that cannot be told. */
export const whyRuleNotSelected = (rule: WorldObject, world: World): string | null =>
  whyNotSelected(rule, ruleSelection, world);
