import { type LabelShape, valuesIn } from "../../promql/label-shape.ts";
import { type AlertMatcher, meets } from "./alert-matcher.ts";
import type { AlertmanagerConfig, Route } from "./alertmanager-config.ts";

/** Where alerts end. */
export interface RouteOutcome {
  /** The routes that notify, in Alertmanager's order; `certain` where every alert with these labels ends there. */
  readonly routes: readonly { readonly route: Route; readonly certain: boolean }[];
  /**
   * Whether one of them has a receiver that notifies somebody; `depends` where that hangs on a label
   * whose value is not known.
   */
  readonly notifies: "always" | "never" | "depends";
}

/**
 * The routes that alerts with these labels take: depth first, the first child that matches unless it continues, the
 * node itself where no child does. With all labels known it is what `amtool config routes test` prints.
 */
export const routeOf = (config: AlertmanagerConfig, labels: LabelShape): RouteOutcome => {
  const notifying = notifyingRoutes(config);
  const found: { route: Route; certain: boolean }[] = [];
  const ends = walk(config.route, true, labels, notifying, found);
  return { routes: found, notifies: ends.size === 2 ? "depends" : ends.has(true) ? "always" : "never" };
};

/** Whether a route tells somebody, at any time, of an alert that ends there. */
export const notifyingRoutes = (config: Pick<AlertmanagerConfig, "receivers">): ((end: Route) => boolean) => {
  const loud = loudReceivers(config);
  return ({ receiver, isNeverTold }) => loud.has(receiver) && !isNeverTold;
};

/** Names of the receivers that notify somebody. */
export const loudReceivers = ({ receivers }: Pick<AlertmanagerConfig, "receivers">): ReadonlySet<string> =>
  new Set(receivers.filter(({ integrations }) => integrations.length > 0).map(({ name }) => name));

/** Whether labels meet all matchers. */
export const matchesAll = (matchers: readonly AlertMatcher[], labels: LabelShape): "yes" | "no" | "maybe" => {
  const verdicts = matchers.map((matcher) => matchesOne(matcher, labels));
  return verdicts.includes("no") ? "no" : verdicts.includes("maybe") ? "maybe" : "yes";
};

const matchesOne = (matcher: AlertMatcher, labels: LabelShape): "yes" | "no" | "maybe" => {
  const values = valuesIn(labels, matcher.name);
  if (values === null) return matcher.op === "=~" && /^\.\*$/.test(matcher.value) ? "yes" : "maybe";
  const met = values.filter((value) => meets(matcher, value)).length;
  return met === 0 ? "no" : met === values.length ? "yes" : "maybe";
};

/** What one alert may have come to so far among the children of a node. */
interface State {
  readonly notified: boolean;
  readonly matched: boolean;
}

/**
 * Follows alerts that have met the node's own matchers, and answers how that can end: whether somebody is notified. The
 * nodes where they end go into `found`.
 */
const walk = (
  node: Route,
  certain: boolean,
  labels: LabelShape,
  notifying: (end: Route) => boolean,
  found: { route: Route; certain: boolean }[],
): ReadonlySet<boolean> => {
  let open: readonly State[] = [{ notified: false, matched: false }];
  const done = new Set<boolean>();
  // Whether every alert is still looking for a match when it comes to the next child.
  let allLook = certain;
  for (const child of node.routes) {
    const met = matchesAll(child.matchers, labels);
    if (met === "no") continue;
    const ends = walk(child, allLook && met === "yes", labels, notifying, found);
    const taken = open.flatMap(({ notified }) =>
      Array.from(ends, (end) => ({ notified: notified || end, matched: true })),
    );
    const passed = met === "maybe" ? open : [];
    if (!child.continue) for (const { notified } of taken) done.add(notified);
    open = distinct(child.continue ? [...passed, ...taken] : passed);
    if (open.length === 0) break;
    if (!child.continue) allLook = false;
  }
  if (open.some(({ matched }) => !matched))
    found.push({ route: node, certain: allLook && open.every(({ matched }) => !matched) });
  for (const { notified, matched } of open) done.add(matched ? notified : notifying(node));
  return done;
};

const distinct = (states: readonly State[]): readonly State[] => [
  ...new Map(states.map((state) => [`${state.notified}${state.matched}`, state])).values(),
];
