import { nameOf, type Problem } from "../../core/finding.ts";
import type { HopCheck } from "../../signal/path/hop-check.ts";
import type { Hop, SignalPath } from "../../signal/path/signal-path.ts";
import type { Check, Subject } from "../check.ts";

type ResolvedSubject = Pick<Subject, "resolution">;

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
}): Check => ({ ...check, decidedBy: "own", reads: ["resolution"], find: (subject) => tell(subject, check.id) });

/** What a check of the signal path tells: every broken hop that names the check. */
export const hopProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  for (const broken of brokenHops(subject, check)) yield problemOf(broken.path.subject, broken);
};

/** The same where the whole object is at fault: what all its alerts have in common is told once, of the object. */
export const objectProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  for (const broken of brokenHops(subject, check)) yield problemOf(nameOf(broken.path.resource), broken);
};

/** The same where one cause stops many signals: told once for all that it stops. */
export const sharedProblems = function* (subject: ResolvedSubject, check: HopCheck): Iterable<Problem> {
  const causes = Map.groupBy(brokenHops(subject, check), ({ hop: { why, at } }) => JSON.stringify([why, at]));
  for (const [first, ...others] of causes.values()) if (first !== undefined) yield shared(first, others);
};

const brokenHops = ({ resolution }: ResolvedSubject, check: HopCheck): readonly Broken[] =>
  resolution.paths.flatMap((path) =>
    path.hops.filter((hop) => hop.status === "broken" && hop.check === check).map((hop) => ({ path, hop })),
  );

const shared = (first: Broken, others: readonly Broken[]): Problem => {
  const { subject } = first.path;
  if (others.length === 0) return problemOf(subject, first);
  const { resource: _, ...problem } = problemOf(`${subject} and ${others.length} more`, first);
  return problem;
};

const problemOf = (subject: string, { path: { resource }, hop: { why, at, fix } }: Broken): Problem => ({
  message: `${subject}: ${why}`,
  resource,
  ...(at === undefined ? {} : { at }),
  ...(fix === undefined ? {} : { fix }),
});
