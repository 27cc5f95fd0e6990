import { nameOf, type Problem } from "../../core/finding.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import { type ChartAlerts, chartAlerts } from "../../signal/alerts/chart-alerts.ts";
import type { HopCheck } from "../../signal/path/hop-check.ts";
import type { Hop, SignalPath } from "../../signal/path/signal-path.ts";
import { mayLackValues } from "../../stack/places.ts";
import type { Check, Subject } from "../check.ts";

type ResolvedSubject = Pick<Subject, "stack" | "resolution">;

interface Broken {
  readonly path: SignalPath;
  readonly hop: Hop;
}

/** A check that only tells the broken hops which name it: `tell` says how, and by default each is told by itself. */
export const hopCheck = ({
  tell = hopProblems,
  ...check
}: Pick<Check, "title" | "severity"> & {
  readonly id: HopCheck;
  readonly tell?: (subject: ResolvedSubject, check: HopCheck) => Iterable<Problem>;
}): Check => ({
  ...check,
  decidedBy: "own",
  reads: ["stack", "resolution"],
  find: (subject) => tell(subject, check.id),
});

/** What a check of the signal path tells: every broken hop that names the check. */
export const hopProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  for (const broken of brokenHops(subject, check)) yield problemOf(broken.path.subject, broken);
};

/** The same where the whole object is at fault: what all its alerts have in common is told once, of the object. */
export const objectProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  for (const broken of brokenHops(subject, check)) yield problemOf(nameOf(broken.path.resource), broken);
};

/** The same where one cause stops many signals: told once for all that it stops, the chart's alerts among them. */
export const sharedProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  const causes = Map.groupBy(brokenHops(subject, check), ({ hop: { why, at } }) => JSON.stringify([why, at]));
  const ofChart = mayLackValues(subject.stack) ? [] : brokenOfChart(subject, check);
  const told = new Set<ChartAlerts>();
  for (const [first, ...others] of causes.values()) {
    if (first === undefined) continue;
    const same = ofChart.find((one) => !told.has(one) && sameJson(placeOf(one.hop), placeOf(first.hop)));
    if (same !== undefined) told.add(same);
    yield shared(first, others, same);
  }
  for (const one of ofChart) if (!told.has(one)) yield aboutHop(allOf(one), one.hop);
};

const brokenOfChart = ({ resolution }: ResolvedSubject, check: HopCheck): readonly ChartAlerts[] =>
  chartAlerts(resolution.world).filter(({ hop }) => hop.status === "broken" && hop.check === check);

const placeOf = ({ at }: Hop): Json => (at === undefined ? null : [at.file, at.line, at.column]);

/** The dead man's switch is what is missed first: it says that alerts arrive at all. */
const allOf = ({ alerts }: ChartAlerts): string => {
  const watchdog = alerts.some(({ name }) => name === "Watchdog") ? ", Watchdog among them" : "";
  return `all ${alerts.length} alerts of the chart${watchdog}`;
};

const brokenHops = ({ resolution }: ResolvedSubject, check: HopCheck): readonly Broken[] =>
  resolution.paths.flatMap((path) =>
    path.hops.filter((hop) => hop.status === "broken" && hop.check === check).map((hop) => ({ path, hop })),
  );

const shared = (first: Broken, others: readonly Broken[], ofChart: ChartAlerts | undefined): Problem => {
  const { subject } = first.path;
  const more = others.length === 0 ? [] : [`${others.length} more`];
  const all = [subject, ...more, ...(ofChart === undefined ? [] : [allOf(ofChart)])];
  return all.length === 1 ? problemOf(subject, first) : aboutHop(all.join(" and "), first.hop);
};

const problemOf = (subject: string, { path: { resource }, hop }: Broken): Problem => ({
  ...aboutHop(subject, hop),
  resource,
});

const aboutHop = (subject: string, { why, at, fix }: Hop): Problem => ({
  message: `${subject}: ${why}`,
  ...(at === undefined ? {} : { at }),
  ...(fix === undefined ? {} : { fix }),
});
