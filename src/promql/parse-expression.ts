import { lately } from "../core/lately.ts";
import { once } from "../core/once.ts";
import { readTree } from "./read-tree.ts";
import { resultType } from "./result-type.ts";
import type { LabelUse, MetricSelector, PromqlNode, ResultType } from "./syntax.ts";

/** A PromQL expression, read as far as it can be. Whether it is valid, promtool says. */
export interface Expression {
  readonly text: string;
  /** False where the grammar does not understand all of it: then selectors may be missing. */
  readonly complete: boolean;
  readonly root: PromqlNode;
  /** In the order in which they stand. */
  readonly selectors: readonly MetricSelector[];
  /** Null where it cannot be told. */
  readonly type: ResultType | null;
  /** Names of the functions it calls, sorted. */
  readonly functions: readonly string[];
  /** Every place that names a label. */
  readonly labelUses: readonly LabelUse[];
}

const never = (): boolean => false;

/**
 * Reads a PromQL expression; it never throws. `isOpen` tells values of matchers that are not what Prometheus will see,
 * such as a Grafana variable.
 */
export const readExpression = (text: string, isOpen: (value: string) => boolean = never): Expression =>
  isOpen === never ? readClosed(text) : readOpen(isOpen)(text);

const read = (text: string, isOpen: (value: string) => boolean): Expression => {
  const tree = readTree(text, isOpen);
  return { text, ...tree, type: resultType(tree.root) };
};

/** The same few expressions stand in alerts, records and dashboards again and again: each text is read once. */
const readClosed = lately(
  (text: string) => read(text, never),
  (text) => text,
);
const readOpen = once((isOpen: (value: string) => boolean) => once((text: string) => read(text, isOpen)));
