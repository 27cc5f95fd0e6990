import { anchoredRegexp } from "./anchored-regexp.ts";
import type { LabelMatcher } from "./syntax.ts";

type Condition = Pick<LabelMatcher, "op" | "value" | "open">;

/**
 * Whether a label with this value meets the matcher; an absent label has the value "". Null where that cannot be
 * told: the value is open, or the regular expression is none, which promtool reports. Prometheus anchors regular
 * expressions on both ends.
 */
export const accepts = ({ op, value, open }: Condition, label: string): boolean | null => {
  if (open) return null;
  if (op === "=") return label === value;
  if (op === "!=") return label !== value;
  const found = matchesFully(value, label);
  return found === null ? null : (op === "=~") === found;
};

/**
 * The only values that meet the matcher, where they are few and stated: of `=`, and of `=~` with plain alternatives.
 * Null where they cannot be listed.
 */
export const statedValues = ({ op, value, open }: Condition): readonly string[] | null => {
  if (open) return null;
  if (op === "=") return [value];
  return op === "=~" && plain.test(value) ? value.split("|") : null;
};

const plain = /^[\w\- ]+(?:\|[\w\- ]+)*$/;

const matchesFully = (pattern: string, text: string): boolean | null => {
  if (plain.test(pattern)) return pattern.split("|").includes(text);
  return anchoredRegexp(pattern)?.test(text) ?? null;
};
