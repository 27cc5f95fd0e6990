import type { XidCode } from "../../dcgm/xid-codes.ts";
import { xidCarrier, xidLabels } from "../../dcgm/xid-metrics.ts";
import { textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { nodesIn, type PromqlNode } from "../../promql/syntax.ts";
import { thresholdsIn } from "../../promql/threshold.ts";
import { matchesAll } from "../alertmanager/alert-route.ts";
import { pagesFor } from "./paging.ts";
import type { XidAlert } from "./xid-alerts.ts";

/** Codes of which two alerts tell at once, one that pages and one that does not. */
export interface XidTiers {
  readonly quiet: XidAlert;
  readonly loud: XidAlert;
  readonly codes: readonly XidCode[];
}

/**
 * Alerts that ask for the same codes in the same way, and differ in whether they page. One that takes any XID is no
 * tier, one that wants more of them or waits longer is an escalation, and one that the other mutes tells nobody twice.
 */
export const xidTiers = (alerts: readonly XidAlert[], severities: readonly string[]): readonly XidTiers[] => {
  const named = alerts
    .filter(({ any, unclear }) => !any && !unclear)
    .map((alert) => ({ alert, asked: askedBy(alert) }));
  const pages = (alert: XidAlert, { code }: XidCode) => pagesFor(alert, code, severities);
  return named.flatMap(({ alert: quiet, asked }) =>
    named.flatMap(({ alert: loud, asked: askedToo }) => {
      if (quiet === loud || asked !== askedToo || mutes(loud, quiet)) return [];
      const codes = quiet.codes.filter(
        (code) => loud.codes.includes(code) && pages(quiet, code) === "no" && pages(loud, code) === "yes",
      );
      return codes.length === 0 ? [] : [{ quiet, loud, codes }];
    }),
  );
};

/** All by which an alert decides beside the code: whose XIDs, how many, within which time, for how long. */
const askedBy = ({ way: { entry } }: XidAlert): string => {
  const { root, selectors } = readExpression(entry.expr);
  const codeLabels: readonly string[] = ["__name__", ...Object.values(xidLabels)];
  const matchers = selectors.flatMap((selector) =>
    selector.matchers.filter(({ name }) => !codeLabels.includes(name)).map(({ name, op, value }) => [name, op, value]),
  );
  const others = selectors.filter(({ metric }) => xidCarrier(metric ?? "") === null).map(({ metric }) => metric);
  const bounds = thresholdsIn(root)
    .filter(({ of }) => nodesIn(of).some(counts))
    .map(({ op, value }) => `${op} ${value}`);
  const windows = nodesIn(root).flatMap((node) => (node.kind === "range" ? [node.window] : []));
  const rule = valueAt(entry.object.body, entry.path);
  const parts = [matchers, others, bounds, [...windows]].map((part) => [...new Set(part.map(String))].sort());
  return JSON.stringify([...parts, textAt(rule, ["for"]) ?? "0s"]);
};

const counts = (node: PromqlNode): boolean =>
  node.kind === "call" ||
  (node.kind === "aggregate" && node.name.startsWith("count")) ||
  (node.kind === "selector" && xidCarrier(node.selector.metric ?? "") === "count");

/** Whether an inhibition rule may mute the one while the other fires; two alerts never share their names. */
const mutes = (loud: XidAlert, quiet: XidAlert): boolean =>
  quiet.inhibitRules.some(
    ({ source, target, equal }) =>
      matchesAll(target, quiet.labels) !== "no" &&
      matchesAll(source, loud.labels) !== "no" &&
      (!equal.includes("alertname") || loud.way.entry.name === quiet.way.entry.name),
  );
