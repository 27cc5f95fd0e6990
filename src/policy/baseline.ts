import { OperatorError } from "../core/errors.ts";
import { compare, type Finding, nameOf } from "../core/finding.ts";
import { isObject, type Json } from "../kubernetes/manifest.ts";

/**
 * Findings that were there when a tree began to be checked: how many of each check there are in each object (or file).
 */
export interface Baseline {
  readonly file: string;
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What a finding is known by although lines move: its object, else its file. */
export const subjectOf = ({ resource, at }: Finding): string =>
  resource === undefined ? (at?.file ?? "the tree") : nameOf(resource);

/** The text of a baseline that holds these findings. */
export const writeBaseline = (findings: readonly Finding[]): string => {
  const byCheck = Map.groupBy(findings, ({ check }) => check);
  const counted = [...byCheck]
    .sort(([a], [b]) => compare(a, b))
    .map(([check, own]) => {
      const bySubject = [...Map.groupBy(own, subjectOf)].sort(([a], [b]) => compare(a, b));
      return [check, Object.fromEntries(bySubject.map(([subject, some]) => [subject, some.length]))];
    });
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(counted) }, null, 2)}\n`;
};

/** Reads a baseline. Throws OperatorError `invalid-input` where it is none. */
export const readBaseline = (text: string, file: string): Baseline => {
  const value = parse(text);
  const findings = isObject(value) && value["version"] === 1 ? value["findings"] : undefined;
  const entries = isObject(findings) ? Object.entries(findings) : null;
  if (entries === null || !entries.every(([, subjects]) => isCounts(subjects)))
    throw new OperatorError(
      "invalid-input",
      `${file} is not a baseline: it must be {"version": 1, "findings": {"<check>": {"<object or file>": <count>}}}.`,
      "Delete it, then write it anew with `prometheus-stack-action check --write-baseline`.",
    );
  return {
    file,
    counts: new Map(
      entries.map(([check, subjects]) => [check, new Map(Object.entries(subjects as Record<string, number>))]),
    ),
  };
};

const isCounts = (value: Json | undefined): boolean =>
  isObject(value) &&
  Object.values(value).every((count) => typeof count === "number" && Number.isInteger(count) && count > 0);

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
};
