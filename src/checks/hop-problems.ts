import type { Problem } from "../finding.ts";
import type { Hop, SignalPath } from "../signal/signal-path.ts";
import type { Subject } from "./check.ts";

/** What a check of the signal path tells: every broken hop that names the check. */
export const hopProblems = function* ({ signals }: Pick<Subject, "signals">, check: string): Iterable<Problem> {
  for (const path of signals)
    for (const hop of path.hops) if (hop.status === "broken" && hop.check === check) yield problemOf(path, hop);
};

const problemOf = ({ subject, resource }: SignalPath, { why, at, fix }: Hop): Problem => ({
  message: `${subject}: ${why}`,
  resource,
  ...(at === undefined ? {} : { at }),
  ...(fix === undefined ? {} : { fix }),
});
