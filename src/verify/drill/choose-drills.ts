import type { Labels } from "../../kubernetes/labels.ts";
import { exactly, type LabelShape } from "../../promql/label-shape.ts";
import { loudReceivers, routeOf } from "../../signal/alertmanager/alert-route.ts";
import type { AlertmanagerConfig, Route } from "../../signal/alertmanager/alertmanager-config.ts";
import { routeNames } from "../../signal/alertmanager/route-names.ts";
import type { SampledLabels } from "./drill-labels.ts";

/** A GPU alert with the labels that it could be sent with now. */
export interface DrillCandidate extends SampledLabels {
  readonly alert: string;
  /** Everything that is known of its labels, whatever the sample. */
  readonly shape: LabelShape;
}

/** An alert to post, and the routes that it proves. */
export interface Drill {
  readonly candidate: DrillCandidate;
  /** Every one has a receiver that notifies. */
  readonly ends: readonly Route[];
}

/** A route that cannot be drilled; `why` is a sentence. */
export interface Undrilled {
  readonly route: Route;
  readonly verdict: "not-delivered" | "cannot-be-told";
  readonly why: string;
}

/** What is posted, what is not, and which alerts take each route. */
export interface DrillChoice {
  readonly drills: readonly Drill[];
  readonly undrilled: readonly Undrilled[];
  readonly takers: ReadonlyMap<Route, readonly string[]>;
  readonly notes: readonly string[];
}

interface Wishes {
  /** The labels that a drill has beside its own. */
  readonly marks: Labels;
  readonly mayTell: (receiver: string) => boolean;
  /** Whether an alert would come into a group that is there already: one that makes its own says more. */
  readonly joins: (route: Route, labels: Labels) => boolean;
}

/** The routes that an alert with exactly these labels takes. */
const endsOf = (config: AlertmanagerConfig, labels: Labels): readonly Route[] =>
  routeOf(config, exactly(labels)).routes.map(({ route }) => route);

/**
 * As few alerts as prove each route that one of the candidates takes, and only such as reach nobody whom `mayTell`
 * leaves out.
 */
export const chooseDrills = (
  config: AlertmanagerConfig,
  candidates: readonly DrillCandidate[],
  { marks, mayTell, joins }: Wishes,
): DrillChoice => {
  const loud = loudReceivers(config);
  const ways = candidates.map((candidate) => {
    const all = endsOf(config, candidate.labels);
    const drilled = endsOf(config, { ...candidate.labels, ...marks });
    const ends = all.filter(({ receiver }) => loud.has(receiver));
    const joining = ends.filter((end) => joins(end, { ...candidate.labels, ...marks })).length;
    return {
      candidate,
      all,
      ends,
      joining,
      moves: all.length !== drilled.length || all.some((end) => !drilled.includes(end)),
    };
  });
  // A silent end beside a loud one takes nothing away.
  const routes = new Set(ways.flatMap(({ all, ends }) => (ends.length > 0 ? ends : all)));
  const drills: Drill[] = [];
  const undrilled: Undrilled[] = [];
  for (const route of routes) {
    if (!mayTell(route.receiver) || drills.some(({ ends }) => ends.includes(route))) continue;
    const takers = ways.filter(({ all }) => all.includes(route));
    const fit = takers
      .filter(({ ends, moves }) => !moves && ends.includes(route) && ends.every(({ receiver }) => mayTell(receiver)))
      .sort((a, b) => a.joining - b.joining || a.ends.length - b.ends.length)[0];
    if (fit !== undefined) drills.push({ candidate: fit.candidate, ends: fit.ends });
    else undrilled.push({ route, ...whyNot(route, loud, takers) });
  }
  return {
    drills,
    undrilled,
    takers: new Map(
      [...routes].map((route) => [
        route,
        ways.filter(({ all }) => all.includes(route)).map(({ candidate }) => candidate.alert),
      ]),
    ),
    notes: [...otherValues(config, candidates, routes), ...looksAtDrill(config, Object.keys(marks))],
  };
};

const whyNot = (
  { receiver }: Route,
  loud: ReadonlySet<string>,
  takers: readonly { readonly moves: boolean; readonly ends: readonly Route[] }[],
): Omit<Undrilled, "route"> => {
  if (!loud.has(receiver))
    return {
      verdict: "not-delivered",
      why: `The receiver "${receiver}" has no integration: it notifies nobody, and nothing was posted.`,
    };
  if (takers.every(({ moves }) => moves))
    return {
      verdict: "cannot-be-told",
      why: 'A matcher looks at a label that only a drill has, with drill="true" an alert takes another way, and nothing was posted.',
    };
  const others = [...new Set(takers.flatMap(({ ends }) => ends.map((end) => end.receiver)))];
  return {
    verdict: "cannot-be-told",
    why: `Every alert that takes this route also reaches somebody who is not to be drilled (its receivers: ${others.join(", ")}), and nothing was posted.`,
  };
};

/** Routes that only other values of labels lead to. */
const otherValues = (
  config: AlertmanagerConfig,
  candidates: readonly DrillCandidate[],
  taken: ReadonlySet<Route>,
): readonly string[] => {
  const names = routeNames(config);
  const possible = new Set(candidates.flatMap(({ shape }) => routeOf(config, shape).routes.map(({ route }) => route)));
  return [...possible]
    .filter((route) => !taken.has(route))
    .map(
      (route) =>
        `Route ${names.get(route)} (receiver "${route.receiver}") is taken only by alerts with other values of their labels: it was not drilled.`,
    );
};

/** A rule of inhibition that looks at such a label treats a drill otherwise than what it stands for. */
const looksAtDrill = ({ inhibitRules }: AlertmanagerConfig, marks: readonly string[]): readonly string[] =>
  inhibitRules.some(({ source, target, equal }) =>
    [...equal, ...[...source, ...target].map(({ name }) => name)].some((name) => marks.includes(name)),
  )
    ? ["A rule of inhibition looks at a label that only a drill has: a real alert may be muted otherwise."]
    : [];
