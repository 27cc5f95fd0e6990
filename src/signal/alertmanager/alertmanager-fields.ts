import { nearest } from "../../core/nearest.ts";
import { listOf } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import { type AlertMatcher, matcherProblem } from "./alert-matcher.ts";
import type { Grouping } from "./alertmanager-config.ts";
import { parseMatchers } from "./parse-matchers.ts";

/** Why Alertmanager would not load the file, with the path of what is wrong. */
export class RefusedConfig extends Error {
  readonly path: Path;
  /** Whether something is not there, which values that are not in sight might add. */
  readonly isLack: boolean;

  constructor(message: string, path: Path, isLack = false) {
    super(message);
    this.path = path;
    this.isLack = isLack;
  }
}

/** `match`, `match_re` and `matchers` together; all of them count. */
export const matchersIn = (body: JsonObject, prefix: string, path: Path): readonly AlertMatcher[] => {
  const pairs = (key: string, op: "=" | "=~"): readonly AlertMatcher[] =>
    Object.entries(isObject(body[key]) ? body[key] : {}).map(([name, value]) => {
      if (op === "=" && !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name))
        throw new RefusedConfig(`"${name}" is no label name`, [...path, key, name]);
      const matcher = { name, op, value: textOf(value) };
      const problem = matcherProblem(matcher);
      if (problem !== null) throw new RefusedConfig(problem, [...path, key, name]);
      return matcher;
    });
  const matchers = `${prefix}matchers`;
  const written = listOf(body[matchers]).flatMap((item, index) => {
    const found = parseMatchers(textOf(item));
    if (found === null) throw new RefusedConfig(`"${textOf(item)}" is no matcher`, [...path, matchers, index]);
    return found;
  });
  return [...pairs(`${prefix}match`, "="), ...pairs(`${prefix}match_re`, "=~"), ...written];
};

/** Of the file itself. */
export const rootFields = [
  "global",
  "inhibit_rules",
  "mute_time_intervals",
  "receivers",
  "route",
  "templates",
  "time_intervals",
  "tracing",
];
export const routeFields = [
  "active_time_intervals",
  "continue",
  "group_by",
  "group_interval",
  "group_wait",
  "match",
  "match_re",
  "matchers",
  "mute_time_intervals",
  "receiver",
  "repeat_interval",
  "routes",
];
export const inhibitFields = [
  "equal",
  "name",
  "source_match",
  "source_match_re",
  "source_matchers",
  "target_match",
  "target_match_re",
  "target_matchers",
];

/**
 * Alertmanager refuses fields that it does not know. Only what looks like a slip is told: a newer
 * Alertmanager may know more.
 */
export const refuseTypos = (body: JsonObject, fields: readonly string[], path: Path): void => {
  for (const key of Object.keys(body)) {
    if (fields.includes(key)) continue;
    const meant = nearest(key, fields);
    if (meant !== undefined)
      throw new RefusedConfig(`it has no field "${key}" here; "${meant}" is meant`, [...path, key]);
  }
};

/** How a route groups, from what it says itself; what it leaves out is that of the one above. */
export const groupingOf = (
  own: Readonly<Record<"by" | "wait" | "interval", Json | undefined>>,
  above: Grouping,
): Grouping => ({
  by: Array.isArray(own.by) ? own.by.map(textOf) : above.by,
  waitMs: parseDuration(textOf(own.wait) || "none") ?? above.waitMs,
  intervalMs: parseDuration(textOf(own.interval) || "none") ?? above.intervalMs,
});

/** What Alertmanager refuses of how a route groups and repeats: its `UnmarshalYAML` of a route. */
export const refuseGrouping = (body: JsonObject, path: Path): void => {
  for (const key of ["group_wait", "group_interval", "repeat_interval"]) {
    const text = textOf(body[key]);
    if (text === "") continue;
    const duration = parseDuration(text);
    if (duration === null)
      throw new RefusedConfig(
        `${key} is "${text}", which is no duration${/^\d+$/.test(text) ? ": it has no unit" : ""}`,
        [...path, key],
      );
    if (duration === 0 && key !== "group_wait") throw new RefusedConfig(`${key} must not be zero`, [...path, key]);
  }
  const all = listOf(body["group_by"]).map(textOf);
  const labels = all.filter((label) => label !== "...");
  const twice = labels.find((label, index) => labels.indexOf(label) < index);
  if (twice !== undefined) throw new RefusedConfig(`group_by names "${twice}" twice`, [...path, "group_by"]);
  if (labels.length > 0 && labels.length < all.length)
    throw new RefusedConfig('group_by has "..." and other labels', [...path, "group_by"]);
};

/** Every scalar is read as text. */
export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");
/** What YAML 1.1 takes for true. */
export const isTrue = (value: Json | undefined): boolean => /^(?:y|yes|on|true)$/i.test(textOf(value));
export const sizeOf = (value: Json | undefined): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
