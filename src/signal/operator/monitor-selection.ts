import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { ruleSelection } from "./rule-selection.ts";
import { type Selection, selectingObjects } from "./selection.ts";
import { selectionHopsOf } from "./selection-hops.ts";

/** The kinds that make a Prometheus scrape, each with its own pair of selectors. */
export const monitorKinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig"] as const;

const monitors = (selector: string): Selection => ({
  by: ["Prometheus", "PrometheusAgent"],
  selector: `${selector}Selector`,
  namespaceSelector: `${selector}NamespaceSelector`,
  hop: "prometheus-selects-monitor",
  check: "servicemonitor-not-selected",
  namespaceCheck: "servicemonitor-namespace-not-selected",
});

const selections: Readonly<Record<string, Selection>> = {
  ServiceMonitor: monitors("serviceMonitor"),
  PodMonitor: monitors("podMonitor"),
  Probe: monitors("probe"),
  ScrapeConfig: monitors("scrapeConfig"),
  PrometheusRule: ruleSelection,
};

/**
 * How Prometheus chooses objects of this kind; a ServiceMonitor, PodMonitor, Probe, ScrapeConfig or
 * PrometheusRule. Throws for any other.
 */
export const selectionOf = (kind: string): Selection => {
  const selection = selections[kind];
  if (selection === undefined) throw new Error(`no Prometheus selects a ${kind}`);
  return selection;
};

/** Whether a Prometheus selects the monitor, by its labels and by its namespace. */
export const selectionHops = (monitor: WorldObject, world: World): readonly Hop[] =>
  selectionHopsOf(monitor, selectionOf(monitor.ref.kind), world);

/** The Prometheus that evaluates a rule: the first that selects it, else the first of the stack. */
export const evaluatorOf = (object: WorldObject, world: World): WorldObject | null =>
  selectingPrometheuses(object, world)[0] ?? world.ofKind("Prometheus")[0] ?? null;

/**
 * Every Prometheus that selects the object (a monitor or a PrometheusRule), those included of which
 * not everything can be seen.
 */
export const selectingPrometheuses = (object: WorldObject, world: World): readonly WorldObject[] =>
  selectingObjects(object, selectionOf(object.ref.kind), world);
