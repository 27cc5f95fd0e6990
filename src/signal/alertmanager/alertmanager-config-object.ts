import { objectAt, objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { type MatchOperator, matchOperators } from "../../promql/syntax.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type AlertMatcher, matcherProblem } from "./alert-matcher.ts";
import { defaultGrouping, type Grouping, type InhibitRule, type Receiver, type Route } from "./alertmanager-config.ts";
import { groupingOf, RefusedConfig } from "./alertmanager-fields.ts";
import { receiverProblem } from "./object-receivers.ts";
import { neverTold, spelling, type TimeIntervals, timeIntervalsIn } from "./time-intervals.ts";

/** What an AlertmanagerConfig adds to the configuration; its receivers are renamed as the operator does. */
export interface ConfigParts {
  /** Null: it has no route. */
  readonly route: Route | null;
  readonly receivers: readonly Receiver[];
  readonly inhibitRules: readonly InhibitRule[];
}

/**
 * The parts of an AlertmanagerConfig. With `confined` they see only alerts of its own namespace, as the matcher
 * strategy OnNamespace has it. As in pkg/alertmanager/amcfg.go of the operator.
 */
export const configPartsOf = (
  object: WorldObject,
  confined: boolean,
  world: World,
  grouping: Grouping = defaultGrouping,
): ConfigParts => {
  const namespace = namespaceOf(object, world);
  const own = (name: string): string => (name === "" ? "" : `${namespace}/${object.ref.name}/${name}`);
  const extra: readonly AlertMatcher[] = confined ? [{ name: "namespace", op: "=", value: namespace }] : [];
  const root = valueAt(object.body, ["spec", "route"]);
  const intervals = intervalsOf(object);
  const route = isObject(root)
    ? routeFrom(root, {
        object,
        own,
        receiver: "",
        grouping,
        path: ["spec", "route"],
        isNeverTold: neverTold(intervals instanceof RefusedConfig ? new Map() : intervals),
      })
    : null;
  return {
    // Whatever it says, alerts go on to the routes after it.
    route: route === null ? null : { ...route, matchers: [...route.matchers, ...extra], continue: true },
    receivers: objectsAt(object.body, ["spec", "receivers"]).map((body, index) => {
      const counts = integrationsOf(body);
      return {
        name: own(textAt(body, ["name"]) ?? ""),
        integrations: Object.keys(counts),
        counts,
        place: () => object.locate(["spec", "receivers", index]),
      };
    }),
    inhibitRules: objectsAt(object.body, ["spec", "inhibitRules"]).map((body, index) => ({
      source: [...matchersAt(body, "sourceMatch"), ...extra],
      target: [...matchersAt(body, "targetMatch"), ...extra],
      equal: textsAt(body, ["equal"]),
      place: () => object.locate(["spec", "inhibitRules", index]),
    })),
  };
};

const intervalsOf = ({ body }: WorldObject): TimeIntervals | RefusedConfig => {
  try {
    return timeIntervalsIn(objectAt(body, ["spec"]), ["muteTimeIntervals", "timeIntervals"], {
      path: ["spec"],
      inside: "timeIntervals",
      fields: spelling.object,
    });
  } catch (error) {
    if (error instanceof RefusedConfig) return error;
    throw error;
  }
};

const integrationsOf = (receiver: JsonObject): Receiver["counts"] =>
  Object.fromEntries(
    Object.entries(receiver).flatMap(([key, value]) =>
      key.endsWith("Configs") && Array.isArray(value) && value.length > 0
        ? [[key.replace(/Configs$/, "").toLowerCase(), value.length]]
        : [],
    ),
  );

/**
 * Why the operator refuses an AlertmanagerConfig, and where; null where it takes it. Secrets that its
 * receivers name are not looked for.
 */
export const configProblem = (object: WorldObject): { readonly message: string; readonly path: Path } | null => {
  const names = objectsAt(object.body, ["spec", "receivers"]).map((body) => textAt(body, ["name"]) ?? "");
  const twice = names.findIndex((name, index) => names.indexOf(name) < index);
  if (twice !== -1) return { message: `two receivers are named "${names[twice]}"`, path: ["spec", "receivers", twice] };
  const receiver = receiverProblem(object);
  if (receiver !== null) return receiver;
  const route = valueAt(object.body, ["spec", "route"]);
  const intervals = intervalsOf(object);
  if (intervals instanceof RefusedConfig) return { message: intervals.message, path: intervals.path };
  return isObject(route) ? routeProblem(route, ["spec", "route"], names, [...intervals.keys()]) : null;
};

/** Deeper than anybody writes. */
const mostLevels = 100;

const routeProblem = (
  body: JsonObject,
  path: Path,
  names: readonly string[],
  intervals: readonly string[],
): ReturnType<typeof configProblem> => {
  const receiver = textAt(body, ["receiver"]);
  if (path.length > mostLevels * 2)
    return { message: `its routes are nested deeper than ${mostLevels} levels`, path: [] };
  if (receiver === null && path.length === 2) return { message: "its first route names no receiver", path };
  if (receiver !== null && !names.includes(receiver))
    return {
      message: `a route names the receiver "${receiver}", which it does not define`,
      path: [...path, "receiver"],
    };
  const grouping = groupingProblem(textsAt(body, ["groupBy"]));
  if (grouping !== null) return { message: grouping, path: [...path, "groupBy"] };
  for (const field of ["muteTimeIntervals", "activeTimeIntervals"]) {
    const unknown = textsAt(body, [field]).find((name) => !intervals.includes(name));
    if (unknown !== undefined)
      return {
        message: `a route names the time interval "${unknown}", which it does not define`,
        path: [...path, field],
      };
  }
  const problem = matchersAt(body, "matchers")
    .map(matcherProblem)
    .find((one) => one !== null);
  if (problem !== undefined && problem !== null) return { message: problem, path: [...path, "matchers"] };
  return (
    objectsAt(body, ["routes"])
      .map((child, index) => routeProblem(child, [...path, "routes", index], names, intervals))
      .find((one) => one !== null) ?? null
  );
};

const groupingProblem = (labels: readonly string[]): string | null => {
  const twice = labels.find((label, index) => labels.indexOf(label) < index);
  if (twice !== undefined) return `groupBy names "${twice}" twice`;
  return labels.length > 1 && labels.includes("...") ? 'groupBy has "..." and other labels' : null;
};

interface Above {
  readonly object: WorldObject;
  readonly own: (name: string) => string;
  readonly receiver: string;
  readonly grouping: Grouping;
  readonly path: Path;
  readonly isNeverTold: ReturnType<typeof neverTold>;
}

const routeFrom = (body: JsonObject, above: Above): Route => {
  const { object, own, path } = above;
  const named = own(textAt(body, ["receiver"]) ?? "");
  const receiver = named === "" ? above.receiver : named;
  const { groupBy, groupWait, groupInterval } = body;
  const grouping = groupingOf({ by: groupBy, wait: groupWait, interval: groupInterval }, above.grouping);
  const times = { mute: textsAt(body, ["muteTimeIntervals"]), active: textsAt(body, ["activeTimeIntervals"]) };
  return {
    receiver,
    matchers: matchersAt(body, "matchers"),
    continue: body["continue"] === true,
    routes: objectsAt(body, ["routes"]).map((child, index) =>
      routeFrom(child, { ...above, receiver, grouping, path: [...path, "routes", index] }),
    ),
    muteTimeIntervals: times.mute.map(own),
    activeTimeIntervals: times.active.map(own),
    isNeverTold: above.isNeverTold(times),
    grouping,
    place: () => object.locate(path),
  };
};

const matchersAt = (body: JsonObject, field: string): readonly AlertMatcher[] =>
  objectsAt(body, [field]).map((one) => ({
    name: textAt(one, ["name"]) ?? "",
    op: operatorOf(one["matchType"], one["regex"]),
    value: textAt(one, ["value"]) ?? "",
  }));

const operatorOf = (matchType: Json | undefined, regex: Json | undefined): MatchOperator =>
  matchOperators.find((op) => op === matchType) ?? (regex === true ? "=~" : "=");
