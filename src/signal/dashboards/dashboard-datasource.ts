import type { Edit } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Datasource, Datasources } from "../grafana/grafana-datasources.ts";
import type { HopCheck } from "../path/hop-check.ts";
import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import type { ReadDashboard } from "./dashboard-model.ts";
import type { DatasourceUse } from "./dashboard-queries.ts";
import { type GrafanaVariable, variableIn, variablesOf } from "./grafana-variables.ts";

const hop = "datasource-exists";

/** Names that Grafana itself gives a meaning. */
const builtIn = new Set([
  "",
  "default",
  "grafana",
  "__expr__",
  "-100",
  "-- Grafana --",
  "-- Mixed --",
  "-- Dashboard --",
]);
const builtInTypes = new Set(["__expr__", "grafana"]);

/** Whether the data sources that the dashboard asks exist: those that Grafana is given in files. */
export const datasourceHops = (
  file: DashboardFile,
  model: ReadDashboard,
  uses: readonly DatasourceUse[],
  known: Datasources,
): readonly Hop[] => {
  const variables = variablesOf(model.content);
  const named = uses.filter(({ ref, type }) => !builtIn.has(ref) && !builtInTypes.has(type ?? ""));
  const hops = [...Map.groupBy(named, ({ ref }) => ref).values()].flatMap((same): readonly Hop[] => {
    const first = same.find(({ isAsked }) => isAsked);
    if (first === undefined) return [];
    const judged = judge(first, variables, model.content, known);
    if (judged === null) return [];
    const at = file.json.at(first.place());
    if (judged.status === "unknown") return [{ hop, status: judged.status, why: judged.why, at }];
    return [{ hop, ...judged, at, fix: datasourceFix(file, same, model.content, known) }];
  });
  return hops.length > 0 ? hops : [{ hop, status: "ok", why: found(named, known) }];
};

const found = (named: readonly DatasourceUse[], { list }: Datasources): string =>
  named.length === 0
    ? "It uses Grafana's default data source"
    : `All data sources that it names exist: Grafana is given ${list.map(({ uid }) => uid).join(", ")}`;

type DatasourceVerdict =
  | { readonly status: "unknown"; readonly why: string }
  | { readonly status: "broken"; readonly why: string; readonly check: HopCheck };

/** Null where the data source exists. */
const judge = (
  { ref, type }: DatasourceUse,
  variables: ReadonlyMap<string, GrafanaVariable>,
  content: JsonObject,
  known: Datasources,
): DatasourceVerdict | null => {
  const name = variableIn(ref);
  if (name !== null) {
    if (name.startsWith("__")) return null;
    const variable = variables.get(name);
    if (variable === undefined) return unresolved(ref, name, content, known);
    if (variable.type !== "datasource" || known.list.some((one) => one.type === variable.query)) return null;
    return absent(`No data source of type ${variable.query} exists for the variable ${name}`, known);
  }
  if (known.list.some((one) => one.uid === ref || one.name === ref)) return null;
  return absent(`No data source has the uid or name ${ref}${type === null ? "" : ` (${type})`}`, known);
};

const unresolved = (
  ref: string,
  name: string,
  content: JsonObject,
  { list, others }: Datasources,
): DatasourceVerdict => {
  // Another Grafana reads it, e.g. through an operator that fills the inputs in.
  if (list.length === 0 && others !== null)
    return { status: "unknown", why: `${ref} is filled in elsewhere: ${others}` };
  const isInput = name.startsWith("DS_") || objectsAt(content, ["__inputs"]).some((one) => one["name"] === name);
  const why = isInput
    ? `${ref} is an input that only Grafana's import dialog asks for: file provisioning leaves it as it is`
    : `${ref} names a variable that the dashboard does not have`;
  return { status: "broken", why, check: "dashboard-unresolved-input" };
};

const absent = (what: string, { list, others }: Datasources): DatasourceVerdict => {
  if (others !== null) return { status: "unknown", why: `${what} among those in files; ${others}` };
  const given = list.map(({ uid, name }) => `${uid} (${name})`).join(", ");
  const why = `${what}: Grafana is given ${given === "" ? "none" : given}`;
  return { status: "broken", why, check: "dashboard-datasource-not-found" };
};

/** Where one data source of that type is the default, or the only one, it can only be meant. */
const datasourceFix = (
  file: DashboardFile,
  uses: readonly DatasourceUse[],
  content: JsonObject,
  known: Datasources,
): NonNullable<Hop["fix"]> => {
  const type = uses.find((use) => use.type !== null)?.type ?? typeOfInput(uses[0]?.ref ?? "", content);
  const fitting = known.list.filter((one) => one.type === type);
  const wanted: Datasource | undefined =
    fitting.find(({ isDefault }) => isDefault) ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (wanted === undefined)
    return { description: "Name a data source that Grafana is given, or a variable of the type datasource", edits: [] };
  const edits: readonly Edit[] = file.json.rewrite(
    uses.map(({ place }) => place),
    () => JSON.stringify(wanted.uid),
  );
  return { description: `Use the data source ${wanted.uid}, or a variable of the type datasource`, edits };
};

/**
 * Of a name alone nothing says the type: `Loki` is not Prometheus. An input says it, in its own entry or by the
 * name that exports give it.
 */
const typeOfInput = (ref: string, content: JsonObject): string | null => {
  const name = variableIn(ref);
  if (name === null) return null;
  const input = objectsAt(content, ["__inputs"]).find((one) => one["name"] === name);
  return textAt(input, ["pluginId"]) ?? /^DS_([A-Z]+)/.exec(name)?.[1]?.toLowerCase() ?? null;
};
