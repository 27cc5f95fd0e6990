import { rowOf } from "../../dcgm/optional-counters.ts";
import { holdsForAny, lastXid, xidLabels, xidsInTotal, xidsInWindow } from "../../dcgm/xid-metrics.ts";
import type { PromqlNode } from "../../promql/syntax.ts";
import { type Threshold, thresholdsIn } from "../../promql/threshold.ts";
import type { World } from "../../world/world.ts";

/** Comparisons of the gauge of the last XID that hold for any code. */
export const anyLastXid = (root: PromqlNode): readonly Threshold[] =>
  thresholdsIn(root).filter(({ of, op, value }) => {
    if (of.kind !== "selector" || !lastXid.includes(of.selector.metric ?? "")) return false;
    // These name codes, too.
    if (of.selector.matchers.some(({ name }) => name === xidLabels.gauge || name === "err_msg")) return false;
    return holdsForAny(op, value);
  });

/** How to ask for codes by what counts each: the expression, and the row that switches its metric on. */
export const countedInstead = ({ exporter }: World, codes: readonly number[]): string => {
  const exported = new Set(exporter.metrics?.map(({ name }) => name));
  const matcher = codes.length === 1 ? `xid="${codes[0]}"` : `xid=~"${codes.join("|")}"`;
  const within = `max_over_time(${xidsInWindow.name}{${matcher}}[1h]) > 0`;
  const total = `${xidsInTotal.name}{${matcher}}`;
  const since = `increase(${total}[1h]) > 0 or (${total} unless ${total} offset 1h)`;
  if (exported.has(xidsInWindow.name)) return `Ask what counts each code: ${within}.`;
  // The first XID of a code brings its series.
  if (exported.has(xidsInTotal.name)) return `Ask what counts each code: ${since}.`;
  return `Ask what counts each code, ${within}, and switch it on by the row \`${rowOf(xidsInWindow)}\` in the exporter's list of counters (dcgm-exporter ${xidsInWindow.since} and newer; from ${xidsInTotal.since} on there is ${xidsInTotal.name}, too).`;
};
