import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import type { SchemaError } from "../schemas/explain.ts";
import { celName, celValue, holdsTyped, holdsUnordered } from "./cel-value.ts";
import { defaulted } from "./defaulted.ts";
import { type CelExpression, type Engine, type Evaluated, openEngine } from "./open-engine.ts";
import { type CelRule, hasRules, type RulePlace, rulePlaces } from "./rule-places.ts";
import { pathOfField, type RuleSyntax } from "./rule-syntax.ts";

/** A rule that could not be judged, and why. */
export interface UnjudgedRule {
  readonly rule: string;
  readonly why: string;
}

/** What the rules of its CustomResourceDefinition say of an object. */
export interface RulesVerdict {
  readonly errors: readonly SchemaError[];
  readonly unjudged: readonly UnjudgedRule[];
  /** That the rules take, also those that were not judged for it. */
  readonly steps: number;
}

/** Judges an object that its schema allows. */
export type RulesJudge = (schema: JsonObject, body: JsonObject) => RulesVerdict;

/**
 * A CRD of the tree is as little trusted as the rest of it, and loops in loops are soon too many: so many steps all
 * rules of a run may take, about two seconds. What would take more is not judged.
 */
export const mostSteps = 20_000_000;

/** Longer ones are cut in messages. */
const longestRule = 200;

/**
 * Judges as the API server does on creation: what hangs on the object's old state is left out, and so is `status`,
 * which it ignores. Null where no schema has a rule: then nothing is loaded.
 */
export const openRulesJudge = async (schemas: readonly JsonObject[]): Promise<RulesJudge | null> => {
  if (!schemas.some(hasRules)) return null;
  const engine = await openEngine();
  let steps = mostSteps;
  return (schema, body) => {
    const verdict = { errors: [] as SchemaError[], unjudged: [] as UnjudgedRule[], steps: 0 };
    const affords = (syntax: RuleSyntax, value: Json): boolean => {
      const cost = costOf(syntax, value);
      verdict.steps += cost;
      if (cost > steps) return false;
      steps -= cost;
      return true;
    };
    if (!hasRules(schema)) return verdict;
    const { status: _, ...written } = body;
    for (const place of rulePlaces(schema, defaulted(schema, written))) {
      const said = judge(place, body, engine, affords);
      if (said === null) continue;
      if ("why" in said) verdict.unjudged.push(said);
      else verdict.errors.push(said);
    }
    return verdict;
  };
};

type Affords = (syntax: RuleSyntax, value: Json) => boolean;

/** Null where the rule holds, or is none for an object that is new. */
const judge = (
  place: RulePlace,
  body: JsonObject,
  engine: Engine,
  affords: Affords,
): SchemaError | UnjudgedRule | null => {
  const { rule, schema, value } = place;
  const unjudged = (why: string): UnjudgedRule => ({ rule: rule.rule, why });
  const expression = engine(rule.rule);
  if (typeof expression === "string") return unjudged(expression);
  const { syntax } = expression;
  if (syntax.readsOldSelf && !rule.optionalOldSelf) return null;
  if (syntax.unknownFunction !== null) return unjudged(`the function ${syntax.unknownFunction} is not known here`);
  if (!affords(syntax, value)) return unjudged("its loops could take too long");
  const self = celValue(schema, value);
  const said = expression.evaluate(self);
  if ("unknown" in said) return unjudged(said.unknown);
  if ("value" in said && said.value === true) return null;
  if (holdsTyped(self)) return unjudged("it may hang on a date or a duration");
  if (syntax.comparesFields && holdsUnordered(schema, value)) return unjudged("it may hang on lists without an order");
  if ("fails" in said) return refused(place, body, syntax, `the rule cannot be evaluated: ${said.fails}`);
  if (said.value !== false) return unjudged("its result is neither true nor false");
  return refused(
    place,
    body,
    syntax,
    messageOf(rule, self, engine, (one) => affords(one.syntax, value)),
  );
};

const refused = (place: RulePlace, body: JsonObject, syntax: RuleSyntax, message: string): SchemaError => ({
  path: blamed(place, body, syntax),
  message: `${message}; the API server refuses the object by this rule of its CRD: ${cut(place.rule.rule)}`,
});

const cut = (rule: string): string => {
  const line = rule.replaceAll(/\s+/g, " ").trim();
  return line.length > longestRule ? `${line.slice(0, longestRule)}…` : line;
};

/**
 * What a person has to look at: the field that the rule itself names, else the last one of those it reads that is
 * written, else the value that it is of.
 */
const blamed = ({ rule, path }: RulePlace, body: JsonObject, { reads }: RuleSyntax): Path => {
  if (rule.fieldPath !== null) return [...path, ...pathOfField(rule.fieldPath)];
  const written = valueAt(body, path);
  return [...path, ...(reads.map((fields) => keysOf(fields, written)).findLast((keys) => keys !== null) ?? [])];
};

/** The keys in `value` that a rule names as these fields; null where they are not written. */
const keysOf = ([first, ...rest]: readonly string[], value: Json | undefined): Path | null => {
  if (first === undefined) return [];
  const key = isObject(value)
    ? Object.keys(value).find((name) => name === first || celName(name) === first)
    : undefined;
  const below = key === undefined ? null : keysOf(rest, valueAt(value, [key]));
  return key === undefined || below === null ? null : [key, ...below];
};

/** As the API server words it: a message that is made must be one line, or what is written counts. */
const messageOf = (
  { rule, message, messageExpression }: CelRule,
  self: unknown,
  engine: Engine,
  affords: (expression: CelExpression) => boolean,
): string => {
  const made = messageExpression === null ? null : engine(messageExpression);
  const said: Evaluated | null =
    made === null || typeof made === "string" || made.syntax.unknownFunction !== null || !affords(made)
      ? null
      : made.evaluate(self);
  const text = said !== null && "value" in said && typeof said.value === "string" ? said.value.trim() : "";
  if (text !== "" && !text.includes("\n")) return text;
  return message?.trim() || `failed rule: ${cut(rule)}`;
};

/** At most: each node once for each turn of the loops, long texts more often, and the value once to be read. */
const costOf = ({ nodes, loops, grows }: RuleSyntax, value: Json): number => {
  const { values, longestList, longestText } = measure(value);
  const turns = (longestList + nodes + (grows ? longestText : 0)) * (grows ? nodes : 1);
  return nodes * turns ** loops * (1 + longestText / 64) + values;
};

interface Extent {
  readonly values: number;
  /** Elements of the longest list or map. */
  readonly longestList: number;
  /** Characters. */
  readonly longestText: number;
}

const measure = (value: Json): Extent => {
  if (typeof value === "string") return { values: 1, longestList: 0, longestText: value.length };
  const parts = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return parts
    .map((part: Json | undefined) => measure(part ?? null))
    .reduce<Extent>(
      (all, part) => ({
        values: all.values + part.values,
        longestList: Math.max(all.longestList, part.longestList),
        longestText: Math.max(all.longestText, part.longestText),
      }),
      { values: 1, longestList: parts.length, longestText: 0 },
    );
};
