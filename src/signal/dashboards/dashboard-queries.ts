import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";

/**
 * The way to a value, made when it is asked for: that of every value together would be too
 * long in a deeply nested text.
 */
export type LazyPath = () => Path;

/** A PromQL text of a dashboard, with the place it has in its JSON. */
export interface DashboardQuery {
  readonly text: string;
  readonly place: LazyPath;
  /** `variable`: `label_values(…)` and the like, or PromQL. */
  readonly kind: "panel" | "variable";
  /** The legend of the same query, e.g. `{{Hostname}}`. */
  readonly legend: { readonly text: string; readonly place: LazyPath } | null;
}

/** A data source that something in a dashboard names. */
export interface DatasourceUse {
  /** Uid or name, as written. */
  readonly ref: string;
  /** E.g. `prometheus`; null where it is not said. */
  readonly type: string | null;
  readonly place: LazyPath;
  /** False of a query's whose panel names another: nobody asks it then. */
  readonly isAsked: boolean;
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
 * Every query and every data source of a dashboard, in the order of the text: both keep their names in all generations
 * of the format. A list instead of recursion: text of a pull request may be nested deeper than any call stack.
 */
export const dashboardPartsOf = (content: JsonObject, root: Path): DashboardParts => {
  const queries: DashboardQuery[] = [];
  const datasources: DatasourceUse[] = [];
  const waiting: Visit[] = [{ value: content, key: "", parent: null }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const { value } = visit;
    const first = waiting.length;
    if (Array.isArray(value)) {
      for (const [key, held] of value.entries()) if (isNested(held)) waiting.push({ value: held, key, parent: visit });
    } else if (isObject(value)) {
      const query = queryIn(value);
      if (query !== null) queries.push(placed(query, placeIn(root, visit)));
      if (value["datasource"] !== undefined) {
        const isAsked = !isOverridden(visit);
        const uses = datasourcesIn(value["datasource"], placeIn(root, visit));
        datasources.push(...uses.map((use) => ({ ...use, isAsked })));
      }
      for (const key of Object.keys(value)) {
        const held = value[key];
        if (isNested(held) && !(visit.parent === null && aside.has(key)))
          waiting.push({ value: held, key, parent: visit });
      }
    }
    reverseFrom(waiting, first);
  }
  return { queries, datasources };
};

/**
 * Whether the panel above names a data source: Grafana then asks that for every query, whatever the query names, unless
 * the panel's is Mixed. `prepareRequests` in packages/scenes/src/querying/SceneQueryRunner.ts of grafana/scenes; `run`
 * in public/app/features/query/state/PanelQueryRunner.ts of grafana/grafana before that.
 */
const isOverridden = ({ parent }: Visit): boolean => {
  const panel = parent?.key === "targets" && Array.isArray(parent.value) ? parent.parent?.value : undefined;
  const datasource = isObject(panel) ? panel["datasource"] : undefined;
  const names = isObject(datasource) ? [datasource["uid"], datasource["type"]] : [datasource];
  return names.some((name) => typeof name === "string" && name !== "") && !names.some(isMixed);
};

const isMixed = (name: Json | undefined): boolean => name === "-- Mixed --" || name === "mixed";

const isNested = (value: Json | undefined): value is JsonObject | readonly Json[] =>
  typeof value === "object" && value !== null;

/** The last of the list is visited first. */
const reverseFrom = (list: Visit[], first: number): void => {
  if (list.length - first > 1) list.push(...list.splice(first).reverse());
};

/** What only the import dialog reads. */
const aside = new Set(["__inputs", "__requires", "__elements"]);

interface Found {
  readonly text: string;
  readonly at: Path;
  readonly kind: DashboardQuery["kind"];
  readonly legend: string | null;
}

const queryIn = (value: JsonObject): Found | null => {
  const { expr, legendFormat, definition, query } = value;
  if (typeof expr === "string")
    return { text: expr, at: ["expr"], kind: "panel", legend: typeof legendFormat === "string" ? legendFormat : null };
  if (value["type"] !== "query" || typeof value["name"] !== "string") return null;
  const variable = (text: string, ...at: string[]): Found => ({ text, at, kind: "variable", legend: null });
  const nested = isObject(query) ? query["query"] : undefined;
  if (typeof query === "string") return variable(query, "query");
  if (typeof nested === "string") return variable(nested, "query", "query");
  return typeof definition === "string" ? variable(definition, "definition") : null;
};

const placed = ({ text, at, kind, legend }: Found, here: LazyPath): DashboardQuery => ({
  text,
  kind,
  place: () => [...here(), ...at],
  legend: legend === null ? null : { text: legend, place: () => [...here(), "legendFormat"] },
});

/** A data source is a name, or an object with a uid (V2: with a name). */
const datasourcesIn = (datasource: Json, here: LazyPath): readonly Omit<DatasourceUse, "isAsked">[] => {
  if (typeof datasource === "string") return [{ ref: datasource, type: null, place: () => [...here(), "datasource"] }];
  if (!isObject(datasource)) return [];
  const type = typeof datasource["type"] === "string" ? datasource["type"] : null;
  return ["uid", "name"].flatMap((key) => {
    const ref = datasource[key];
    return typeof ref === "string" ? [{ ref, type, place: () => [...here(), "datasource", key] }] : [];
  });
};

const placeIn =
  (root: Path, visit: Visit): LazyPath =>
  () => {
    const path: (string | number)[] = [];
    for (let here = visit; here.parent !== null; here = here.parent) path.push(here.key);
    return [...root, ...path.reverse()];
  };
