import { once } from "../../core/once.ts";
import { type Expression, readExpression } from "../../promql/parse-expression.ts";
import type { MetricSelector } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import { type RuleEntry, ruleEntries } from "./rule-entries.ts";

/** The recording rules of a metric, in the order of the objects. */
export type Recordings = (metric: string) => readonly RuleEntry[];

/** Those of the world, the chart's too; none for a metric that no rule records. */
export const recordingsIn = once((world: World): Recordings => {
  const byName = Map.groupBy(
    ruleEntries(world).filter(({ kind }) => kind === "record"),
    ({ name }) => name,
  );
  return (metric) => byName.get(metric) ?? [];
});

/** What an expression reads in the end, recording rules followed to the metrics that they are made of. */
export interface RecordedFrom {
  /** The expression itself, and those of the rules. */
  readonly expressions: readonly Expression[];
  /** The rules on the way, each once; what is recorded before comes before. */
  readonly records: readonly RuleEntry[];
  /** What no rule records. */
  readonly leaves: readonly MetricSelector[];
}

/** Follows an expression; `selectorsOf` says which of an expression's selectors count. */
export const recordedFrom = (
  expr: string,
  recordings: Recordings,
  selectorsOf: (expression: Expression) => readonly MetricSelector[] = ({ selectors }) => selectors,
): RecordedFrom => {
  const records = new Set<RuleEntry>();
  const expressions: Expression[] = [];
  const leaves: MetricSelector[] = [];
  const visit = (text: string, above: readonly string[]): void => {
    const expression = readExpression(text);
    expressions.push(expression);
    for (const selector of selectorsOf(expression)) {
      const metric = selector.metric ?? "";
      const made = recordings(metric);
      if (made.length === 0) leaves.push(selector);
      // A rule may read what it records.
      else if (!above.includes(metric) && above.length < longestChain)
        for (const record of made) {
          if (records.has(record)) continue;
          visit(record.expr, [...above, metric]);
          records.add(record);
        }
    }
  };
  visit(expr, []);
  return { expressions, records: [...records], leaves };
};

/** More than any chain of recording rules, and less than the stack holds. */
const longestChain = 200;

/**
 * An answer about metrics that hangs on those about the metrics which they are recorded from: each is found once. What
 * asks for itself, directly or through others, gets the fallback, and so does the end of an endless chain.
 */
export const answeredOnce = <A, V>(
  find: (metric: string, about: A) => V,
): ((metric: string, about: A, fallback: V) => V) => {
  const found = new Map<string, V>();
  const inProgress = new Set<string>();
  return (metric, about, fallback) => {
    const known = found.get(metric);
    if (known !== undefined) return known;
    if (inProgress.has(metric) || inProgress.size >= longestChain) return fallback;
    inProgress.add(metric);
    const fresh = find(metric, about);
    inProgress.delete(metric);
    found.set(metric, fresh);
    return fresh;
  };
};
