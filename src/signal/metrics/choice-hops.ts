import type { Edit, Fix } from "../../core/finding.ts";
import { nameOf } from "../../core/finding.ts";
import { pairEdit } from "../../fix/block-edit.ts";
import { labelFix as addedLabels } from "../../fix/label-fix.ts";
import { scalarEdit } from "../../fix/scalar-edit.ts";
import {
  describeLabels,
  describeSelector,
  explainMismatch,
  holds,
  requirementsOf,
} from "../../kubernetes/label-selector.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { placed } from "../path/verdict.ts";
import { ignoresSelectors, selectorPath } from "../scrape/monitor-namespaces.ts";
import { type Aim, asksForPodsOf, type Choosable, matchNamesOf } from "./aim.ts";
import { namespaceEdit } from "./namespace-edit.ts";

/**
 * The two hops from a ServiceMonitor or PodMonitor to what it scrapes: the namespace where it looks,
 * and the labels it looks for.
 */
export const choiceHops = (
  monitor: WorldObject,
  prometheus: WorldObject | null,
  aim: Aim,
  world: World,
): readonly Hop[] => [lookHop(monitor, prometheus, aim, world), labelHop(monitor, aim, world)];

const lookHop = (monitor: WorldObject, prometheus: WorldObject | null, aim: Aim, world: World): Hop => {
  const hop = "monitor-selects-namespace";
  const place = () => placed(monitor, selectorPath(monitor));
  const { namespaces, at: things, verdict } = aim;
  const looks = describeNamespaces(monitor, prometheus, aim);
  const inside = things.filter(({ namespace }) => namespaces === "all" || namespaces.includes(namespace));
  const [thing] = inside.length > 0 ? inside : things;
  if (thing === undefined) {
    const known = namespaces === "all" || namespaces.some((name) => world.knowsNamespace(name));
    return known
      ? { hop, status: "ok", why: `It looks ${looks}.` }
      : { hop, status: "unknown", why: `It looks ${looks}, of which nothing is in sight.`, ...place() };
  }
  const found = `${nameOf(thing.object.ref)} is in ${thing.namespace}`;
  if (inside.length > 0) return { hop, status: "ok", why: `It looks ${looks}, and ${found}.` };
  if (verdict === "elsewhere" && !aim.certain)
    return {
      hop,
      status: "unknown",
      why: `It looks ${looks}, and ${found}: whether that is meant cannot be seen.`,
      ...place(),
    };
  return {
    hop,
    status: "broken",
    why: `It looks ${looks}, but ${found}.`,
    ...place(),
    ...fixOf(
      ignoresSelectors(prometheus) ? null : `Look in the namespace ${thing.namespace}.`,
      new Set(things.map(({ namespace }) => namespace)).size === 1
        ? [namespaceEdit(monitor, thing.namespace, world)]
        : [null],
    ),
    check: "servicemonitor-missing-namespace-selector",
  };
};

const describeNamespaces = (monitor: WorldObject, prometheus: WorldObject | null, { namespaces }: Aim): string => {
  if (namespaces === "all") return "in all namespaces";
  const names = namespaces.join(", ");
  if (ignoresSelectors(prometheus))
    return `only in its own namespace ${names}, because ${prometheus === null ? "" : nameOf(prometheus.ref)} sets ignoreNamespaceSelectors`;
  return matchNamesOf(monitor).length === 0
    ? `in its own namespace ${names}, because it has no namespaceSelector`
    : `in ${names}`;
};

const labelHop = (monitor: WorldObject, aim: Aim, world: World): Hop => {
  const hop = "monitor-selects-service";
  const selector = valueAt(monitor.body, ["spec", "selector"]);
  const place = () => placed(monitor, ["spec", "selector"]);
  const things = monitor.ref.kind === "PodMonitor" ? "pods" : "Service";
  const [thing] = aim.at;
  if (thing === undefined) {
    const why = `No ${things} in sight ${things === "pods" ? "have" : "has"} the labels "${describeSelector(selector)}": whether one outside does cannot be seen.`;
    return { hop, status: "unknown", why, ...place() };
  }
  const names = aim.at.map(({ object }) => nameOf(object.ref)).slice(0, 3);
  if (aim.verdict === "elsewhere" && !aim.certain) {
    const why = `Its selector "${describeSelector(selector)}" matches ${names.join(", ")}, where it does not look: whether it is for another one cannot be seen.`;
    return { hop, status: "unknown", why, ...place() };
  }
  if (aim.verdict !== "missed") {
    const more = aim.at.length > names.length ? ` and ${aim.at.length - names.length} more` : "";
    return {
      hop,
      status: "ok",
      why: `Its selector "${describeSelector(selector)}" matches ${names.join(", ")}${more}.`,
    };
  }
  const ofPods = asksForPodsOf(monitor, thing);
  const fix = aim.at.length === 1 ? missedFix(monitor, thing, ofPods, world) : null;
  const trap = ofPods ? " Its pods have what is asked for, and it is the Service's own labels that count." : "";
  return {
    hop,
    status: "broken",
    why: `Its selector misses ${names.join(" and ")}: ${explainMismatch(selector, thing.labels) ?? "as a regular expression it does not match"} (labels: ${describeLabels(shown(thing.labels))}).${trap}`,
    ...place(),
    ...(fix === null ? {} : { fix }),
    check: "servicemonitor-no-matching-service",
  };
};

/** Labels whose values are decided in the cluster tell nobody anything. */
const shown = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([, value]) => !value.includes("‹")));

/** Labels for a Service that lacks those of its pods, or has none; else others for the monitor to ask for. */
const missedFix = (monitor: WorldObject, thing: Choosable, ofPods: boolean, world: World): Fix | null => {
  const lacksThem = ofPods || Object.keys(thing.labels).length === 0;
  const added = lacksThem ? addedLabels(thing.object, valueAt(monitor.body, ["spec", "selector"]), world) : null;
  if (added === null) return labelFix(monitor, thing, world);
  return { ...added, description: `${nameOf(thing.object.ref)}: ${added.description}` };
};

/** Other values for labels that are there, or the label that names the application for the one that is not. */
const labelFix = (monitor: WorldObject, { labels }: Choosable, world: World): Fix | null => {
  const selector = valueAt(monitor.body, ["spec", "selector"]);
  const failed = requirementsOf(selector).filter((requirement) => !holds(requirement, labels));
  if (failed.length === 0 || failed.some(({ operator }) => operator !== "Equals")) return null;
  const missing = failed.filter(({ key }) => !Object.hasOwn(labels, key));
  const [identity] = identityLabels.filter((key) => Object.hasOwn(labels, key));
  if (missing.length > 1 || (missing.length === 1 && identity === undefined)) return null;
  const wanted = failed.map(({ key, values }) => {
    const now = Object.hasOwn(labels, key) ? key : (identity ?? "");
    return { key, old: values[0] ?? "", now, value: labels[now] ?? "" };
  });
  const edits = wanted.map(({ key, old, now, value }) => {
    const path = ["spec", "selector", "matchLabels", key];
    return now === key
      ? scalarEdit(monitor, path, { old, value }, world)
      : pairEdit(monitor, path, { key: now, value }, world);
  });
  const words = wanted.map(({ now, value }) => `\`${now}: ${value}\``).join(" and ");
  return fixOf(`Select by ${words}.`, edits).fix ?? null;
};

/** Labels that say which application it is; those with a version or a release's name in them change. */
const identityLabels = ["app.kubernetes.io/name", "app", "k8s-app", "app.kubernetes.io/component", "name"];

/** A fix of these edits; nothing where one of them is not certain. */
export const fixOf = (description: string | null, edits: readonly (Edit | null)[]): { readonly fix?: Fix } => {
  const certain = edits.filter((edit) => edit !== null);
  return description === null || certain.length === 0 || certain.length < edits.length
    ? {}
    : { fix: { description, edits: certain } };
};
