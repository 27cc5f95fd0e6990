import { listOf } from "./json-fields.ts";
import { jsonWord } from "./json-word.ts";
import { isLabelKey, isLabelValue } from "./label-syntax.ts";
import type { Labels } from "./labels.ts";
import { isObject, type Json, type JsonObject } from "./manifest.ts";

/** One condition of a selector, in words: `release: prometheus-stack`, `tier in (gpu, cpu)`, `no label debug`. */
export interface Requirement {
  readonly key: string;
  readonly operator: "Equals" | "In" | "NotIn" | "Exists" | "DoesNotExist";
  readonly values: readonly string[];
}

/**
 * Whether a `metav1.LabelSelector` selects these labels, as `LabelSelectorAsSelector` decides it: an absent or null
 * selector selects nothing, `{}` everything, and all conditions must hold. A selector that Kubernetes refuses selects
 * nothing: {@link selectorProblem} says why.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export const matches = (selector: Json | undefined, labels: Labels): boolean =>
  isObject(selector) &&
  selectorProblem(selector) === null &&
  requirementsOf(selector).every((requirement) => holds(requirement, labels));

/** Why the selector does not select these labels, in plain words; null where it does. */
export const explainMismatch = (selector: Json | undefined, labels: Labels): string | null => {
  if (!isObject(selector)) return "the selector is absent, and an absent selector selects nothing";
  const problem = selectorProblem(selector);
  if (problem !== null) return `the selector is not valid: ${problem}`;
  const failed = requirementsOf(selector).filter((requirement) => !holds(requirement, labels));
  if (failed.length === 0) return null;
  return failed.map((requirement) => explain(requirement, labels)).join(", and ");
};

/**
 * The conditions of a selector, matchLabels first; an absent or null selector has none, and neither has `{}`: ask
 * {@link matches} which of the two it is.
 */
export const requirementsOf = (selector: Json | undefined): readonly Requirement[] => {
  if (!isObject(selector)) return [];
  return [
    ...Object.entries(mapOf(selector["matchLabels"])).map(
      ([key, value]): Requirement => ({
        key,
        operator: "Equals",
        values: [jsonWord(value)],
      }),
    ),
    ...listOf(selector["matchExpressions"])
      .filter(isObject)
      .map(
        ({ key, operator, values }): Requirement => ({
          key: jsonWord(key),
          operator: operator as Requirement["operator"],
          values: listOf(values).map(jsonWord),
        }),
      ),
  ];
};

/** Whether the labels meet one condition. `NotIn` and `DoesNotExist` hold where the label is absent. */
export const holds = ({ key, operator, values }: Requirement, labels: Labels): boolean => {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case "Equals":
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    default:
      return false;
  }
};

/** Why Kubernetes refuses the selector; null where it is valid (or absent, or null). */
export const selectorProblem = (selector: Json | undefined): string | null => {
  if (selector === undefined || selector === null) return null;
  if (!isObject(selector)) return "a label selector is a mapping";
  const unknown = listOf(selector["matchExpressions"])
    .filter(isObject)
    .find(({ operator }) => !["In", "NotIn", "Exists", "DoesNotExist"].includes(String(operator)));
  if (unknown !== undefined)
    return `"${jsonWord(unknown["operator"])}" on "${jsonWord(unknown["key"])}" is no operator`;
  for (const { key, operator, values } of requirementsOf(selector)) {
    if (!isLabelKey(key)) return `"${key}" is no label name`;
    const wrong = values.find((value) => !isLabelValue(value));
    if (wrong !== undefined) return `"${wrong}" is no label value`;
    if (["In", "NotIn"].includes(operator) && values.length === 0) return `${operator} on "${key}" has no values`;
    if (["Exists", "DoesNotExist"].includes(operator) && values.length > 0)
      return `${operator} on "${key}" takes no values`;
  }
  return null;
};

/** The selector in words, e.g. `release: prometheus-stack`; `everything` for `{}`, `nothing` for an absent one. */
export const describeSelector = (selector: Json | undefined): string => {
  if (!isObject(selector)) return "nothing";
  const words = requirementsOf(selector).map(describeRequirement);
  return words.length === 0 ? "everything" : words.join(", ");
};

/** Labels in words, e.g. `app: dcgm, tier: gpu`; `no labels` where there are none. */
export const describeLabels = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ") || "no labels";

const describeRequirement = ({ key, operator, values }: Requirement): string => {
  switch (operator) {
    case "Equals":
      return `${key}: ${values[0]}`;
    case "In":
      return `${key} in (${values.join(", ")})`;
    case "NotIn":
      return `${key} not in (${values.join(", ")})`;
    case "Exists":
      return `any ${key}`;
    default:
      return `no ${key}`;
  }
};

const explain = (requirement: Requirement, labels: Labels): string => {
  const { key, operator, values } = requirement;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const wanted = operator === "Equals" ? `"${key}: ${values[0]}"` : `"${describeRequirement(requirement)}"`;
  return `${wanted} is required, and ${value === undefined ? `there is no label "${key}"` : `"${key}" is "${value}"`}`;
};

const mapOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
