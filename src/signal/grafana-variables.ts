import { isObject, type JsonObject, valueAt } from "../manifest.ts";
import { objectsAt, textAt } from "./json-fields.ts";

/** A reference to a variable: `$name`, `${name}`, `${name:regex}`, `${name.field}` or `[[name]]`. */
const reference = /\$(\w+)|\$\{(\w+)(?:[.:][^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\]/g;

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

/** PromQL in which something stands for every variable: in strings the reference itself, for durations `5m`, elsewhere a name. */
export const withoutVariables = (expression: string): string => {
  if (!expression.includes("$") && !expression.includes("[[")) return expression;
  return expression.replace(pieces, (piece) => {
    if (/^["'`]/.test(piece)) return piece;
    if (/^(?:\[(?!\[)|offset|:)/i.test(piece)) return piece.replace(reference, "5m");
    const name = piece.replace(reference, (_, plain = "", braced = "", squared = "") => plain + braced + squared);
    return numbers.test(name) ? "300" : durations.test(name) ? "5m" : placeholder;
  });
};

/** Strings; durations in brackets, behind `offset` and behind the colon of a subquery; references elsewhere. */
const pieces =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\[(?!\[)\s*(?:\$\w+|\$\{[^}]*\})|offset\s+-?\s*(?:\$\w+|\$\{[^}]*\})|:\s*(?:\$\w+|\$\{[^}]*\})\s*(?=\])|\$\w+|\$\{[^}]*\}|\[\[\w+(?::[^\]]*)?\]\]/gi;

/** https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables */
const numbers = /^__(?:interval_ms|range_ms|range_s|from|to)$/;
const durations = /^__(?:rate_interval|interval|range)$/;

/** A variable of the dashboard. */
export interface Variable {
  readonly name: string;
  /** E.g. `query`, `datasource`, `custom`. */
  readonly type: string;
  /** Of a data source variable: the type of data source it offers. */
  readonly query: string;
}

/** The dashboard's variables by name: `templating.list` of the classic form, `variables` of V2. */
export const variablesOf = (content: JsonObject): ReadonlyMap<string, Variable> => {
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
