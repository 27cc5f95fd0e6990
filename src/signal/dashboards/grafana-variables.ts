import type { Span } from "../../core/span.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";

/** A reference to a variable: `$name`, `${name}`, `${name:regex}`, `${name.field}` or `[[name]]`. */
const reference = /\$(\w+)|\$\{(\w+)(?:[.:][^{}]*)?\}|\[\[(\w+)(?::[^[\]]*)?\]\]/g;

/** Stands for the value of a variable that only Grafana knows; no metric and no label has this name. */
const placeholder = "__grafana_variable";

/** True for a name that a variable makes up, at least in part. */
export const isVariable = (name: string): boolean => name.includes(placeholder);

/** The variable that a text consists of, e.g. of `${DS_PROMETHEUS}`; null where it is none. */
export const variableIn = (text: string): string | null => {
  const [match] = text.trim().matchAll(reference);
  if (match === undefined || match[0] !== text.trim()) return null;
  return match[1] ?? match[2] ?? match[3] ?? null;
};

/** Every reference to a variable, with its name and its place. */
export const referencesIn = (text: string): readonly (Span & { readonly name: string })[] =>
  [...text.matchAll(reference)].map((match) => ({
    name: match[1] ?? match[2] ?? match[3] ?? "",
    from: match.index,
    to: match.index + match[0].length,
  }));

/** True for a text with a reference to a variable in it. */
export const hasVariable = (text: string): boolean => referencesIn(text).length > 0;

/** A text in which something stands for every variable, with the way back to the text as written. */
export interface Substituted {
  readonly text: string;
  /** The place in the written text of a place in this one; what stands for a variable is where the variable is. */
  written(span: Span): Span;
}

/**
 * PromQL in which something stands for every variable: in strings the reference itself, for durations `5m`, elsewhere a
 * name; and where each part of it stands as written.
 */
export const substituted = (expression: string): Substituted => {
  if (!expression.includes("$") && !expression.includes("[["))
    return { text: expression, written: ({ from, to }) => ({ from, to }) };
  const changes: VariableChange[] = [];
  let grown = 0;
  const text = expression.replace(pieces, (piece, ...rest) => {
    const put = standIn(piece);
    const start = rest.find((one): one is number => typeof one === "number") ?? 0;
    if (put !== piece) {
      changes.push({ at: start + grown, to: start + grown + put.length, start, end: start + piece.length });
      grown += put.length - piece.length;
    }
    return put;
  });
  return {
    text,
    written: ({ from, to }) => ({ from: backFrom(changes, from, "start"), to: backFrom(changes, to, "end") }),
  };
};

const standIn = (piece: string): string => {
  if (/^["'`]/.test(piece)) return piece;
  if (/^(?:\[(?!\[)|offset|:)/i.test(piece)) return piece.replace(reference, "5m");
  const name = piece.replace(reference, (_, plain = "", braced = "", squared = "") => plain + braced + squared);
  return numbers.test(name) ? "300" : durations.test(name) ? "5m" : placeholder;
};

/** `[at, to)` of the substituted text stands for `[start, end)` of the written one. */
interface VariableChange {
  readonly at: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** An offset inside a change is at that edge of what was written. */
const backFrom = (changes: readonly VariableChange[], offset: number, edge: "start" | "end"): number => {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = changes[middle]?.at ?? 0;
    if (at < offset || (edge === "start" && at === offset)) low = middle + 1;
    else high = middle;
  }
  const before = changes[low - 1];
  if (before === undefined) return offset;
  const inside = edge === "start" ? offset < before.to : offset <= before.to;
  return inside ? before[edge] : offset - before.to + before.end;
};

/** Strings; durations in brackets, behind `offset` and behind the colon of a subquery; references elsewhere. */
const pieces =
  /"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)|\[(?!\[)\s*(?:\$\w+|\$\{[^{}]*\})|offset\s+(?:-\s*)?(?:\$\w+|\$\{[^{}]*\})|:\s*(?:\$\w+|\$\{[^{}]*\})\s*(?=\])|\$\w+|\$\{[^{}]*\}|\[\[\w+(?::[^[\]]*)?\]\]/gis;

/** https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables */
const numbers = /^__(?:interval_ms|range_ms|range_s|from|to)$/;
const durations = /^__(?:rate_interval|interval|range)$/;

/** A variable of the dashboard. */
export interface GrafanaVariable {
  readonly name: string;
  /** E.g. `query`, `datasource`, `custom`. */
  readonly type: string;
  /** Of a data source variable: the type of data source it offers. */
  readonly query: string;
}

/** The dashboard's variables by name: `templating.list` of the classic form, `variables` of V2. */
export const variablesOf = (content: JsonObject): ReadonlyMap<string, GrafanaVariable> => {
  const classic = objectsAt(content, ["templating", "list"]).map((one) => [one, String(one["type"])] as const);
  const v2 = objectsAt(content, ["variables"]).map((one) => {
    const type = String(one["kind"])
      .replace(/Variable$/, "")
      .toLowerCase();
    return [isObject(one["spec"]) ? one["spec"] : one, type] as const;
  });
  return new Map(
    [...classic, ...v2].map(([one, type]) => {
      const query =
        textAt(one, ["query"]) ?? textAt(one, ["pluginId"]) ?? textAt(valueAt(one, ["query"]), ["query"]) ?? "";
      return [String(one["name"]), { name: String(one["name"]), type, query }];
    }),
  );
};
