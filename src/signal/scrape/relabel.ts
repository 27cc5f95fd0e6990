import { createHash } from "node:crypto";
import type { Labels } from "../../kubernetes/labels.ts";
import { anchoredRegexp } from "../../promql/anchored-regexp.ts";
import { hasUnseen, hideUnseen, inCase, isSame, matchesUnseen, undecided } from "../../world/unseen.ts";

/**
 * One step of Prometheus' relabeling, with its defaults filled in.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
export interface RelabelRule {
  readonly action: string;
  readonly sourceLabels: readonly string[];
  readonly separator: string;
  readonly regex: string;
  readonly targetLabel: string;
  readonly replacement: string;
  readonly modulus: bigint;
}

export interface Relabeled {
  /** `unknown`: it hangs on what is decided only in the cluster. The labels are those it has when it is kept. */
  readonly kept: boolean | "unknown";
  readonly labels: Labels;
}

const defaults: RelabelRule = {
  action: "replace",
  sourceLabels: [],
  separator: ";",
  regex: "(.*)",
  targetLabel: "",
  replacement: "$1",
  modulus: 0n,
};

/** A rule with Prometheus' defaults for what is not said. */
export const relabelRule = (rule: Partial<RelabelRule>): RelabelRule => ({ ...defaults, ...rule });

/**
 * Applies the rules in order, as Prometheus does. Where a value has parts that are not known yet and the regular
 * expression does not match the rest of it, both outcomes are possible: the target may or may not be kept, and the
 * label it would have set has a value nobody can tell. A pattern that RE2 refuses matches nothing.
 */
export const relabel = (labels: Labels, rules: readonly RelabelRule[]): Relabeled => {
  const now = new Map(Object.entries(labels).filter(([, value]) => value !== ""));
  let kept: boolean | "unknown" = true;
  for (const rule of rules) {
    const verdict = apply(rule, now);
    if (verdict === false) return { kept: false, labels: Object.fromEntries(now) };
    if (verdict === "unknown") kept = "unknown";
  }
  return { kept, labels: Object.fromEntries(now) };
};

/** Whether `keep` and `drop` rules let these labels pass; quick, because it changes none. */
export const passes = (labels: ReadonlyMap<string, string>, rules: readonly RelabelRule[]): boolean | "unknown" => {
  let passed: boolean | "unknown" = true;
  for (const rule of rules) {
    const match = matchOf(rule, sourceOf(rule, labels));
    const verdict = rule.action === "drop" ? not(match) : match;
    if (verdict === false) return false;
    if (verdict === "unknown") passed = "unknown";
  }
  return passed;
};

const sourceOf = ({ sourceLabels, separator }: RelabelRule, labels: ReadonlyMap<string, string>): string =>
  sourceLabels.map((name) => labels.get(name) ?? "").join(separator);

const apply = (rule: RelabelRule, labels: Map<string, string>): boolean | "unknown" => {
  const value = sourceOf(rule, labels);
  switch (rule.action.toLowerCase()) {
    case "keep":
      return matchOf(rule, value);
    case "drop":
      return not(matchOf(rule, value));
    case "keepequal":
      return isSame(labels.get(rule.targetLabel) ?? "", value);
    case "dropequal":
      return not(isSame(labels.get(rule.targetLabel) ?? "", value));
    default:
      change(rule, value, labels);
      return true;
  }
};

const change = (rule: RelabelRule, value: string, labels: Map<string, string>): void => {
  const action = rule.action.toLowerCase();
  if (action === "replace") replace(rule, value, labels);
  else if (action === "lowercase" || action === "uppercase") set(labels, rule.targetLabel, inCase(value, action));
  else if (action === "hashmod") set(labels, rule.targetLabel, hashmod(value, rule));
  else if (action === "labelmap" || action === "labeldrop" || action === "labelkeep") byName(rule, action, labels);
};

const replace = (rule: RelabelRule, value: string, labels: Map<string, string>): void => {
  if (value === "" && rule.regex === defaults.regex && !/\$/.test(rule.targetLabel + rule.replacement)) {
    set(labels, rule.targetLabel, rule.replacement);
    return;
  }
  const regexp = anchoredRegexp(rule.regex);
  if (regexp === null) return;
  if (hasUnseen(value) && matchesUnseen(regexp, value) === "unknown") {
    // It may match; which label it then sets is known only where the target is no template.
    if (!rule.targetLabel.includes("$")) set(labels, rule.targetLabel, undecided(rule.targetLabel));
    return;
  }
  const { text, restore } = hideUnseen(value);
  const target = regexp.expand(rule.targetLabel, text);
  if (target !== null) set(labels, restore(target), restore(regexp.expand(rule.replacement, text) ?? ""));
};

const byName = (
  rule: RelabelRule,
  action: "labelmap" | "labeldrop" | "labelkeep",
  labels: Map<string, string>,
): void => {
  const regexp = anchoredRegexp(rule.regex);
  const mapped = new Map<string, string>();
  for (const [name, value] of [...labels]) {
    if (action !== "labelmap") {
      if ((regexp?.test(name) ?? false) === (action === "labeldrop")) labels.delete(name);
      continue;
    }
    const renamed = regexp?.expand(rule.replacement, name) ?? null;
    if (renamed === null) continue;
    // Prometheus goes through the labels in no order: of two that get the same name, either may win.
    const first = mapped.get(renamed) ?? value;
    mapped.set(renamed, first === value ? value : undecided(renamed));
  }
  for (const [name, value] of mapped) set(labels, name, value);
};

/** An empty value and an absent label are the same to Prometheus. */
const set = (labels: Map<string, string>, name: string, value: string): void => {
  if (value === "") labels.delete(name);
  else if (name !== "") labels.set(name, value);
};

const matchOf = ({ regex }: RelabelRule, value: string): boolean | "unknown" => {
  const regexp = anchoredRegexp(regex);
  if (regexp === null) return false;
  return hasUnseen(value) ? matchesUnseen(regexp, value) : regexp.test(value);
};

const not = (verdict: boolean | "unknown"): boolean | "unknown" => (verdict === "unknown" ? verdict : !verdict);

/** Prometheus takes the last eight bytes of the MD5 sum: no secret hangs on it. */
const hashmod = (value: string, { modulus, targetLabel }: RelabelRule): string => {
  if (hasUnseen(value) || modulus === 0n) return undecided(targetLabel);
  const digest = createHash("md5").update(value).digest();
  return String(digest.readBigUInt64BE(8) % modulus);
};
