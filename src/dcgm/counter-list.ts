import { trimEnd } from "../core/trim-end.ts";
import type { ExportedMetric } from "./exporter-model.ts";
import { unitOf } from "./metric-unit.ts";

/** A counter list as the exporter reads it; with a `problem` it does not start, and exports nothing. */
export interface CounterList {
  readonly metrics: readonly ExportedMetric[];
  readonly problem: { readonly line: number; readonly message: string } | null;
}

/**
 * Reads a counter list as dcgm-exporter does: Go's `encoding/csv` with `#` as comment, which is one only in the first
 * column; three fields a row, spaces (not tabs) around them dropped.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/counters/counter_config.go
 */
export const parseCounterList = (text: string): CounterList => {
  const metrics: ExportedMetric[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\r$/, "");
    if (line === "" || line.startsWith("#")) continue;
    const read = readRow(line);
    if (typeof read === "string") return { metrics: [], problem: { line: index + 1, message: read } };
    metrics.push(read);
  }
  return metrics.length === 0
    ? { metrics, problem: { line: 1, message: "it has no row" } }
    : { metrics, problem: null };
};

/** Whether a text is meant as a counter list: some row starts with a DCGM field and a comma. */
export const looksLikeCounterList = (text: string): boolean => /^[ \t]*DCGM_(?:FI|EXP)_\w+[ \t]*,/m.test(text);

const readRow = (line: string): ExportedMetric | string => {
  const cells = splitRow(line);
  if (cells === null) return 'a quote may only open and close a whole field, and `"` in it is written twice';
  if (cells.length !== 3) return `a row has 3 fields (field, type, help), and this one has ${cells.length}`;
  const [name = "", type = "", help = ""] = cells.map((cell) => trimEnd(cell.replace(/^ +/, ""), " "));
  if (!/^DCGM_(?:FI|EXP)_\w+$/.test(name)) return `"${name}" is no DCGM field`;
  const prometheusType = types.get(type);
  if (prometheusType === undefined)
    return `"${type}" is no metric type: it must be one of ${[...types.keys()].join(", ")}`;
  return { name, type: prometheusType, unit: unitOf(name, help), help };
};

/** The exporter takes histogram, summary and untyped as words and writes plain samples all the same. */
const types: ReadonlyMap<string, ExportedMetric["type"]> = new Map([
  ["gauge", "gauge"],
  ["counter", "counter"],
  ["label", "label"],
  ["histogram", "gauge"],
  ["summary", "gauge"],
  ["untyped", "gauge"],
]);

/**
 * The cells of one row; null where Go's reader finds a quote out of place. A field over several lines is none that
 * the exporter's lists have.
 */
const splitRow = (line: string): readonly string[] | null => {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    cell.lastIndex = at;
    const match = cell.exec(line);
    if (match === null) return null;
    cells.push((match[1] ?? match[2] ?? "").replaceAll('""', '"'));
    at = cell.lastIndex;
    if (match[3] === "") return cells;
  }
};

const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
