import { isObject, type Json, type JsonObject, type Path } from "../manifest.ts";

/** A PromQL text of a dashboard, with the place it has in its JSON. */
export interface DashboardQuery {
  readonly text: string;
  readonly path: Path;
  /** `variable`: `label_values(…)` and the like, or PromQL. */
  readonly kind: "panel" | "variable";
  /** The legend of the same query, e.g. `{{Hostname}}`. */
  readonly legend: { readonly text: string; readonly path: Path } | null;
}

/** A data source that something in a dashboard names. */
export interface DatasourceUse {
  /** Uid or name, as written. */
  readonly ref: string;
  /** E.g. `prometheus`; null where it is not said. */
  readonly type: string | null;
  readonly path: Path;
}

export interface DashboardParts {
  readonly queries: readonly DashboardQuery[];
  readonly datasources: readonly DatasourceUse[];
}

/** A step down from a value to the one it holds; paths are made only of those that are wanted. */
interface Visit {
  readonly value: Json;
  readonly key: string | number;
  readonly parent: Visit | null;
}

/**
 * Every query and every data source of a dashboard, in the order of the text: both keep their names in all generations of the format. A list instead of
 * recursion: text of a pull request may be nested deeper than any call stack.
 */
export const partsOf = (content: JsonObject, root: Path): DashboardParts => {
  const queries: DashboardQuery[] = [];
  const datasources: DatasourceUse[] = [];
  const waiting: Visit[] = [{ value: content, key: "", parent: null }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { value } = visit;
    if (isObject(value)) {
      const here = visit;
      const at = (...keys: string[]): Path => [...root, ...pathOf(here), ...keys];
      queries.push(...queriesIn(value, at));
      datasources.push(...datasourcesIn(value, at));
    }
    if (typeof value !== "object" || value === null) continue;
    const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [key, held] of inner.reverse())
      if (typeof held === "object" && held !== null && !(visit.parent === null && aside.has(String(key))))
        waiting.push({ value: held, key, parent: visit });
  }
  return { queries, datasources };
};

/** What only the import dialog reads. */
const aside = new Set(["__inputs", "__requires", "__elements"]);

type At = (...keys: string[]) => Path;

const queriesIn = (value: JsonObject, at: At): readonly DashboardQuery[] => {
  const { expr, legendFormat, definition, query, type } = value;
  if (typeof expr === "string") {
    const legend = typeof legendFormat === "string" ? { text: legendFormat, path: at("legendFormat") } : null;
    return [{ text: expr, path: at("expr"), kind: "panel", legend }];
  }
  const isVariable = type === "query" && typeof value["name"] === "string";
  if (!isVariable) return [];
  const nested = isObject(query) ? query["query"] : undefined;
  if (typeof query === "string") return [{ text: query, path: at("query"), kind: "variable", legend: null }];
  if (typeof nested === "string") return [{ text: nested, path: at("query", "query"), kind: "variable", legend: null }];
  return typeof definition === "string"
    ? [{ text: definition, path: at("definition"), kind: "variable", legend: null }]
    : [];
};

/** `datasource` is a name, or an object with a uid (V2: with a name). */
const datasourcesIn = ({ datasource }: JsonObject, at: At): readonly DatasourceUse[] => {
  if (typeof datasource === "string") return [{ ref: datasource, type: null, path: at("datasource") }];
  if (!isObject(datasource)) return [];
  const type = typeof datasource["type"] === "string" ? datasource["type"] : null;
  return ["uid", "name"].flatMap((key) => {
    const ref = datasource[key];
    return typeof ref === "string" ? [{ ref, type, path: at("datasource", key) }] : [];
  });
};

const pathOf = (visit: Visit): Path => {
  const path: (string | number)[] = [];
  for (let here = visit; here.parent !== null; here = here.parent) path.unshift(here.key);
  return path;
};
