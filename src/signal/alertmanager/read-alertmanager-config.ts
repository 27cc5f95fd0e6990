import { loadAll, mapTag, mergeTag, nullYaml11Tag, Schema, seqTag, strTag } from "js-yaml";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import {
  type AlertmanagerConfig,
  defaultGrouping,
  type Grouping,
  type InhibitRule,
  type PlaceOf,
  type ReadConfig,
  type Receiver,
  type Route,
} from "./alertmanager-config.ts";
import {
  groupingOf,
  inhibitFields,
  isTrue,
  matchersIn,
  RefusedConfig,
  refuseGrouping,
  refuseTypos,
  rootFields,
  routeFields,
  sizeOf,
  textOf,
} from "./alertmanager-fields.ts";
import { refuseReceiver } from "./receiver-refusals.ts";
import { neverTold, spelling, type TimeIntervals, timeIntervalsIn } from "./time-intervals.ts";

/** Go's yaml.v2 decodes every scalar into a string field as it is written: `severity: yes` asks for "yes". */
const schema = new Schema([strTag, seqTag, mapTag, nullYaml11Tag, mergeTag]);

/**
 * Reads an alertmanager.yaml. It judges the routing tree as Alertmanager does when it loads the file; of integrations
 * only whether they say whom to notify.
 */
export const readAlertmanagerConfig = (text: string, place: PlaceOf = () => null): ReadConfig => {
  try {
    return { config: configOf(parseAlertmanagerConfig(text), place), problem: null };
  } catch (error) {
    if (!(error instanceof RefusedConfig)) throw error;
    const { message, path, isLack } = error;
    return { config: null, problem: { message, place: () => place(path), isLack } };
  }
};

/** Its values, every scalar as it is written. Throws RefusedConfig. */
export const parseAlertmanagerConfig = (text: string): JsonObject => {
  let value: unknown;
  try {
    // Go reads the first document of a file.
    value = loadAll(text, { schema })[0];
  } catch (error) {
    throw new RefusedConfig(`it is no YAML: ${error instanceof Error ? error.message.split("\n")[0] : error}`, []);
  }
  if (!isObject(value)) throw new RefusedConfig("it has no route", []);
  return value;
};

const configOf = (body: JsonObject, place: PlaceOf): AlertmanagerConfig => {
  refuseTypos(body, rootFields, []);
  const receivers = listOf(body["receivers"]).map((item, index) => receiverOf(item, ["receivers", index], place));
  const seen = new Set<string>();
  const twice = receivers.findIndex(({ name }) => seen.size === seen.add(name).size);
  if (twice !== -1)
    throw new RefusedConfig(`two receivers are named "${receivers[twice]?.name}"`, ["receivers", twice, "name"]);
  const { route: root } = body;
  if (!isObject(root)) throw new RefusedConfig("it has no route", ["route"]);
  const names = new Set(receivers.map(({ name }) => name));
  const intervals = timeIntervalsIn(body, ["mute_time_intervals", "time_intervals"], {
    path: [],
    inside: "time_intervals",
    fields: spelling.file,
  });
  refuseRoot(root);
  for (const [index, item] of listOf(body["receivers"]).entries())
    refuseReceiver(isObject(item) ? item : {}, body["global"], ["receivers", index]);
  return {
    route: routeFrom(root, {
      receiver: "",
      grouping: defaultGrouping,
      path: ["route"],
      names,
      intervals,
      isNeverTold: neverTold(intervals),
      place,
      seen: { routes: 0 },
    }),
    receivers,
    inhibitRules: listOf(body["inhibit_rules"]).map((item, index) =>
      inhibitRuleOf(item, ["inhibit_rules", index], place),
    ),
  };
};

const refuseRoot = (root: JsonObject): void => {
  if (textOf(root["receiver"]) === "") throw new RefusedConfig("its first route names no receiver", ["route"]);
  for (const key of ["match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals"])
    if (sizeOf(root[key]) > 0) throw new RefusedConfig(`its first route must not have ${key}`, ["route", key]);
  if (isTrue(root["continue"])) throw new RefusedConfig("its first route must not continue", ["route", "continue"]);
};

interface Above {
  readonly receiver: string;
  readonly grouping: Grouping;
  readonly path: Path;
  readonly names: ReadonlySet<string>;
  readonly intervals: TimeIntervals;
  readonly isNeverTold: ReturnType<typeof neverTold>;
  readonly place: PlaceOf;
  readonly seen: { routes: number };
}

/** Deeper and more than anybody writes: aliases let a small file stand for millions of routes. */
const mostLevels = 100;
const mostRoutes = 50_000;

const routeFrom = (body: JsonObject, above: Above): Route => {
  const { path, names, intervals, place, seen } = above;
  seen.routes += 1;
  if (path.length > 2 * mostLevels || seen.routes > mostRoutes)
    throw new RefusedConfig(`it has more than ${mostRoutes} routes, or more than ${mostLevels} levels of them`, [
      "route",
    ]);
  refuseTypos(body, routeFields, path);
  refuseGrouping(body, path);
  const own = textOf(body["receiver"]);
  if (own !== "" && !names.has(own))
    throw new RefusedConfig(`a route names the receiver "${own}", which is not defined`, [...path, "receiver"]);
  const receiver = own === "" ? above.receiver : own;
  const grouping = groupingOf(
    { by: body["group_by"], wait: body["group_wait"], interval: body["group_interval"] },
    above.grouping,
  );
  const intervalNames = (key: string) => {
    const used = listOf(body[key]).map(textOf);
    const unknown = used.find((name) => !intervals.has(name));
    if (unknown !== undefined)
      throw new RefusedConfig(`a route names the time interval "${unknown}", which is not defined`, [...path, key]);
    return used;
  };
  const times = { mute: intervalNames("mute_time_intervals"), active: intervalNames("active_time_intervals") };
  return {
    receiver,
    matchers: matchersIn(body, "", path),
    continue: isTrue(body["continue"]),
    routes: listOf(body["routes"])
      .map((item, index) => [item, index] as const)
      .filter(([item]) => item !== null)
      .map(([item, index]) =>
        routeFrom(isObject(item) ? item : {}, { ...above, receiver, grouping, path: [...path, "routes", index] }),
      ),
    muteTimeIntervals: times.mute,
    activeTimeIntervals: times.active,
    isNeverTold: above.isNeverTold(times),
    grouping,
    place: () => place(path),
  };
};

const inhibitRuleOf = (item: Json, path: Path, place: PlaceOf): InhibitRule => {
  const body = isObject(item) ? item : {};
  refuseTypos(body, inhibitFields, path);
  return {
    source: matchersIn(body, "source_", path),
    target: matchersIn(body, "target_", path),
    equal: listOf(body["equal"]).map(textOf),
    place: () => place(path),
  };
};

const receiverOf = (item: Json, path: Path, place: PlaceOf): Receiver => {
  const body = isObject(item) ? item : {};
  const name = textOf(body["name"]);
  if (name === "") throw new RefusedConfig("a receiver has no name", path);
  const counts = Object.fromEntries(
    Object.entries(body)
      .filter(([key, value]) => key.endsWith("_configs") && sizeOf(value) > 0)
      .map(([key, value]) => [key.replace(/_configs$/, ""), sizeOf(value)]),
  );
  return { name, integrations: Object.keys(counts), counts, place: () => place(path) };
};
