import { compare } from "../../core/finding.ts";
import type { RuleEntry } from "../../signal/rules/rule-entries.ts";

const labelsText = ({ labels }: RuleEntry): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => compare(a, b)));

/** Whether two rules have the same labels of their own. */
export const sameLabels = (one: RuleEntry, other: RuleEntry): boolean => labelsText(one) === labelsText(other);

/**
 * What a rule is, as one text: two rules with one name and other labels or another expression are two rules, e.g. a
 * warning and a critical one.
 */
export const identityOf = (rule: RuleEntry): string =>
  JSON.stringify([rule.kind, rule.name, rule.expr.replace(/\s+/g, " ").trim(), labelsText(rule)]);

/** Whether two rules are one, written twice. */
export const sameRule = (one: RuleEntry, other: RuleEntry): boolean => identityOf(one) === identityOf(other);
