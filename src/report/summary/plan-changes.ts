import { nameOf } from "../../core/finding.ts";
import { fromPointer } from "../../kubernetes/json-pointer.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import type { FieldChange, PlannedObject } from "../../plan/plan.ts";
import { code, counted, details, fenced, table, text } from "./markdown.ts";

/** A pointer is made of keys, which an object may have of any length. */
const longestPointer = 200;

/** A JSON pointer, cut to what one reads. */
export const pointerCode = (pointer: string): string => code(cutTo(pointer, longestPointer));

/** The changed fields of an object, collapsed, with noise apart; empty where none is known. */
export const fieldChanges = ({ ref, action, changes }: PlannedObject, rows: number): string => {
  if (changes.length === 0) return "";
  const own = changes.filter(({ noise }) => noise === null);
  const noise = changes.filter((change) => change.noise !== null);
  const besides = noise.length === 0 ? "" : `${own.length === 0 ? "" : " and "}${noiseClause(noise)}`;
  const title = `${text(nameOf(ref))}: ${action}, ${own.length === 0 ? "" : counted(own.length, "field")}${besides}`;
  return details(
    title,
    [ofSecret(ref.kind, own), told(own, rows), told(noise, rows)].filter((part) => part !== "").join("\n\n"),
  );
};

const noiseWords = {
  checksum: "checksums",
  unstable: "what differs with every render",
  "chart-label": "labels of the chart",
  "managed-fields": "who manages fields",
} as const;

const noiseClause = (noise: readonly FieldChange[]): string => {
  const kinds = [...new Set(noise.flatMap((change) => (change.noise === null ? [] : [noiseWords[change.noise]])))];
  return `${counted(noise.length, "field")} by ${kinds.join(" and ")}`;
};

/** Of a Secret only the keys are told. */
const ofSecret = (kind: string, changes: readonly FieldChange[]): string => {
  const keys = kind !== "Secret" ? [] : [...new Set(changes.flatMap(({ pointer }) => keyOf(pointer)))];
  return keys.length === 0
    ? ""
    : `${keys.length === 1 ? "Key" : "Keys"} ${keys.map((key) => code(cutTo(key, longestPointer))).join(", ")} changed.`;
};

const keyOf = (pointer: string): readonly string[] => {
  const [field, key] = fromPointer(pointer);
  return (field === "data" || field === "stringData") && key !== undefined ? [key] : [];
};

const told = (changes: readonly FieldChange[], rows: number): string => {
  const shown = changes.slice(0, rows);
  const lines = shown.filter((change) => linesOf(change) !== null);
  const short = shown.filter((change) => linesOf(change) === null);
  return [
    table(
      ["Field", "Before", "After"],
      short.map((change) => [pointerCode(change.pointer), ...valuesOf(change)]),
    ),
    ...lines.map((change) => `${pointerCode(change.pointer)}\n\n${fenced(linesOf(change) ?? "", "diff")}`),
    changes.length > shown.length ? `${counted(changes.length - shown.length, "more field")} in plan.json.` : "",
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

const valuesOf = ({ before, after }: FieldChange): readonly [string, string] =>
  before === null && after === null
    ? ["not shown", "not shown"]
    : [before === null ? "" : code(before), after === null ? "" : code(after)];

/** Texts of several lines as a diff; null for other values. */
const linesOf = ({ before, after }: FieldChange): string | null => {
  const [earlier, later] = [textIn(before), textIn(after)];
  if (earlier === null || later === null || !`${earlier}${later}`.includes("\n")) return null;
  const marked = (sign: string, value: string): readonly string[] =>
    value.split("\n").map((line) => (line === "…" ? "  …" : `${sign} ${line}`));
  return [...marked("-", earlier), ...marked("+", later)].join("\n");
};

const textIn = (json: string | null): string | null => {
  if (json === null || !json.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
};
