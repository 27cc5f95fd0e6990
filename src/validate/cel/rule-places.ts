import { once } from "../../core/once.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";

/** The keyword of a schema under which its CEL rules stand. */
export const ruleKeyword = "x-kubernetes-validations";

/**
 * `set` and `map`: two such lists are alike in any order.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export const listTypeKeyword = "x-kubernetes-list-type";

/**
 * One rule of a CustomResourceDefinition, as written:
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export interface CelRule {
  readonly rule: string;
  readonly message: string | null;
  readonly messageExpression: string | null;
  /** E.g. `.spec.mode`, from the value that the rule is of; null: the value itself. */
  readonly fieldPath: string | null;
  /** Whether a rule that reads `oldSelf` is evaluated on creation, too. */
  readonly optionalOldSelf: boolean;
}

/** A rule and a value that it is of. */
export interface RulePlace {
  readonly rule: CelRule;
  /** Of the value. */
  readonly schema: JsonObject;
  readonly value: Json;
  readonly path: Path;
}

const textOf = (value: Json | undefined): string | null => (typeof value === "string" && value !== "" ? value : null);

const rulesOf = (schema: JsonObject): readonly CelRule[] => {
  const rules = schema[ruleKeyword];
  if (!Array.isArray(rules)) return [];
  return rules.filter(isObject).flatMap((written: JsonObject) => {
    const rule = textOf(written["rule"]);
    if (rule === null) return [];
    return [
      {
        rule,
        message: textOf(written["message"]),
        messageExpression: textOf(written["messageExpression"]),
        fieldPath: textOf(written["fieldPath"]),
        optionalOldSelf: written["optionalOldSelf"] === true,
      },
    ];
  });
};

/** Whether a schema has a rule anywhere. */
export const hasRules = once((schema: JsonObject): boolean => holdsRules(schema));

const holdsRules = (value: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some(holdsRules);
  return isObject(value) && (Array.isArray(value[ruleKeyword]) || Object.values(value).some(holdsRules));
};

/** The schema of a field: its own, or that of all fields. */
export const schemaOfField = ({ properties, additionalProperties }: JsonObject, name: string): Json | undefined =>
  (isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined) ?? additionalProperties;

/**
 * Every rule of a schema with every value in `value` that it is of, from the root on. Null is judged by no rule. Rules
 * stand beside `properties`, `items` and `additionalProperties`; in `allOf` and the like the API server takes none.
 */
export const rulePlaces = (schema: JsonObject, value: Json): readonly RulePlace[] => [...within(schema, value, [])];

function* within(schema: Json | undefined, value: Json | undefined, path: Path): Generator<RulePlace> {
  if (!isObject(schema) || value === null || value === undefined) return;
  for (const rule of rulesOf(schema)) yield { rule, schema, value, path };
  if (Array.isArray(value))
    for (const [index, element] of value.entries()) yield* within(schema["items"], element, [...path, index]);
  else if (isObject(value))
    for (const [name, inner] of Object.entries(value))
      yield* within(schemaOfField(schema, name), inner, [...path, name]);
}
