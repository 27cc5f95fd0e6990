import type { RE2JS } from "re2js";
import { compileRe2 } from "../../promql/compile-re2.ts";
import type { MatchOperator } from "../../promql/syntax.ts";

/** A condition of an Alertmanager route or inhibition rule on one label of an alert. */
export interface AlertMatcher {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}

/**
 * Whether a label with this value meets the matcher; an absent label has the value "". Alertmanager anchors regular
 * expressions on both ends.
 */
export const meets = ({ op, value }: AlertMatcher, label: string): boolean => {
  if (op === "=") return label === value;
  if (op === "!=") return label !== value;
  return (compile(value)?.test(label) ?? false) === (op === "=~");
};

/** The matcher as Alertmanager writes it. */
export const matcherText = ({ name, op, value }: AlertMatcher): string => `${name}${op}${JSON.stringify(value)}`;

/** Why Alertmanager refuses the matcher; null where it takes it. */
export const matcherProblem = ({ op, value }: AlertMatcher): string | null =>
  (op === "=~" || op === "!~") && compile(value) === null ? `"${value}" is no regular expression` : null;

const compiled = new Map<string, RE2JS | null>();

const compile = (pattern: string): RE2JS | null => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  let made: RE2JS | null = null;
  try {
    made = compileRe2(`^(?:${pattern})$`);
  } catch {
    // No regular expression: null says so.
  }
  compiled.set(pattern, made);
  return made;
};
