import { listOf } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { RefusedConfig, refuseTypos } from "./alertmanager-fields.ts";

/** First and last of a run of numbers, both inclusive; of minutes, the second is the one that follows. */
type Range = readonly [first: number, last: number];

/** A part of a time interval, as far as it tells whether there is a time that no week lacks. */
export interface Period {
  /** The time zone of its times; empty: UTC. */
  readonly location: string;
  /** Minutes of a day. Without any all of them count. */
  readonly times: readonly Range[];
  /** Days of a week, of which Sunday is 0. Without any all of them count. */
  readonly weekdays: readonly Range[];
  /** Whether days of the month, months or years leave weeks out. */
  readonly hasGaps: boolean;
}

/** Time intervals by their names. */
export type TimeIntervals = ReadonlyMap<string, readonly Period[]>;

/** How a configuration writes the fields of an interval. */
interface Spelling {
  readonly start: string;
  readonly end: string;
  readonly days: string;
}

export const spelling = {
  file: { start: "start_time", end: "end_time", days: "days_of_month" },
  object: { start: "startTime", end: "endTime", days: "daysOfMonth" },
} as const satisfies Readonly<Record<string, Spelling>>;

/** More than anybody writes: aliases let a small file stand for millions. */
const mostRanges = 10_000;

/**
 * What time intervals consist of, `list` being where the named ones are written. Throws RefusedConfig where
 * Alertmanager, and the operator likewise, refuses one.
 * https://github.com/prometheus/alertmanager/blob/main/timeinterval/timeinterval.go
 */
export const timeIntervalsIn = (
  body: JsonObject,
  lists: readonly string[],
  { path, inside, fields }: { readonly path: Path; readonly inside: string; readonly fields: Spelling },
): TimeIntervals => {
  const found = new Map<string, readonly Period[]>();
  let ranges = 0;
  for (const list of lists)
    for (const [index, item] of listOf(body[list]).entries()) {
      const at = [...path, list, index];
      const named = isObject(item) ? item : {};
      const name = jsonWord(named["name"] ?? "");
      if (name === "") throw new RefusedConfig("a time interval has no name", at);
      if (found.has(name)) throw new RefusedConfig(`two time intervals are named "${name}"`, [...at, "name"]);
      const periods = listOf(named[inside]).map((one) => (isObject(one) ? one : {}));
      ranges += periods.length;
      for (const period of periods) for (const value of Object.values(period)) ranges += listOf(value).length;
      if (ranges > mostRanges) throw new RefusedConfig(`it has more than ${mostRanges} times in its intervals`, [list]);
      found.set(
        name,
        periods.map((period, place) => periodOf(period, [...at, inside, place], fields)),
      );
    }
  return found;
};

const periodOf = (body: JsonObject, path: Path, { start, end, days }: Spelling): Period => {
  refuseTypos(body, ["times", "weekdays", days, "months", "years", "location"], path);
  const read = <T>(field: string, one: (value: Json, at: Path) => T): readonly T[] =>
    listOf(body[field]).map((value, index) => one(value, [...path, field, index]));
  const monthDays = read(days, daysOf);
  const months = read("months", (value, at) => rangeOf(value, at, monthNames, "month"));
  const years = read("years", (value, at) => rangeOf(value, at, [], "year"));
  return {
    location: jsonWord(body["location"] ?? ""),
    times: read("times", (value, at) => timesOf(value, at, start, end)),
    weekdays: read("weekdays", (value, at) => rangeOf(value, at, weekdayNames, "day of the week")),
    hasGaps: years.length > 0 || isPartOf(months, 1, [12]) || isPartOf(monthDays, 1, [31, -1]),
  };
};

/** Whether ranges are named of which none is the whole. */
const isPartOf = (ranges: readonly Range[], first: number, last: readonly number[]): boolean =>
  ranges.length > 0 && !ranges.some(([from, to]) => from === first && last.includes(to));

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const monthNames = [
  ...["", "january", "february", "march", "april", "may", "june", "july"],
  ...["august", "september", "october", "november", "december"],
];

const timesOf = (value: Json, path: Path, start: string, end: string): Range => {
  const body = isObject(value) ? value : {};
  refuseTypos(body, [start, end], path);
  const [from, to] = [minuteOf(body, start, path), minuteOf(body, end, path)];
  if (from >= to)
    throw new RefusedConfig(
      `a time of a time interval ends at ${jsonWord(body[end] ?? "")}, not after it begins at ${jsonWord(body[start] ?? "")}: a night is two of them, up to 24:00 and from 00:00 on`,
      path,
    );
  return [from, to];
};

const minuteOf = (body: JsonObject, field: string, path: Path): number => {
  const text = jsonWord(body[field] ?? "");
  if (!/^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/.test(text))
    throw new RefusedConfig(`${field} of a time interval is "${text}", which is no time of the form 09:30`, [
      ...path,
      ...(body[field] === undefined ? [] : [field]),
    ]);
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
};

/** `monday:friday`, `may`, `2026`; numbers stand for themselves where `names` has no weekdays. */
const rangeOf = (value: Json, path: Path, names: readonly string[], what: string): Range => {
  const text = jsonWord(value);
  const ends = text.toLowerCase().split(":");
  const [from = Number.NaN, to = from] = ends.map((end) => numberOf(end, names));
  if (ends.length > 2 || Number.isNaN(from) || Number.isNaN(to))
    throw new RefusedConfig(`"${text}" in a time interval is no ${what}${names.length > 0 ? `: ${inFull}` : ""}`, path);
  if (from > to)
    throw new RefusedConfig(
      `"${text}" in a time interval ends before it begins${names === weekdayNames ? ": weeks begin with Sunday" : ""}`,
      path,
    );
  return [from, to];
};

const inFull = "names are written in full, a range as `first:last`";

const numberOf = (text: string, names: readonly string[]): number => {
  const index = text === "" ? -1 : names.indexOf(text);
  if (index !== -1) return index;
  return names !== weekdayNames && /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
};

/** The file writes `1:15`, the object a mapping. */
const daysOf = (value: Json, path: Path): Range => {
  const ends = isObject(value) ? [value["start"], value["end"]] : jsonWord(value).split(":");
  const [from = Number.NaN, to = from] = ends.map((end) => numberOf(jsonWord(end ?? ""), []));
  const text = ends.map((end) => jsonWord(end ?? "")).join(":");
  if (ends.length > 2 || ![from, to].every((day) => day !== 0 && Math.abs(day) <= 31))
    throw new RefusedConfig(`"${text}" in a time interval is no day of the month`, path);
  // A month has 28 days at least.
  const atLeast = (day: number): number => (day < 0 ? 28 + day : day);
  if ((from < 0 && to > 0) || atLeast(from) > atLeast(to))
    throw new RefusedConfig(`"${text}" in a time interval ends before it begins`, path);
  return [from, to];
};

/** Names of intervals within which a route is mute, and of those without which it is. */
interface Times {
  readonly mute: readonly string[];
  readonly active: readonly string[];
}

/**
 * Whether a route notifies at no time at all: at each, a mute interval holds for certain, or no active one does. False
 * where that would take long to tell.
 */
export const neverTold = (intervals: TimeIntervals): ((times: Times) => boolean) => {
  const verdicts = new Map<string, boolean>();
  const named = (names: readonly string[]): readonly Period[] => names.flatMap((name) => intervals.get(name) ?? []);
  return ({ mute, active }) => {
    if (mute.length + active.length === 0) return false;
    const key = JSON.stringify([mute, active]);
    const verdict = verdicts.get(key) ?? isNeverTold(named(mute), active.length === 0 ? null : named(active));
    verdicts.set(key, verdict);
    return verdict;
  };
};

const mostPeriods = 100;

/** Between the times that periods name nothing changes, so that one moment of each stretch is enough. */
const isNeverTold = (muting: readonly Period[], telling: readonly Period[] | null): boolean => {
  const all = [...muting, ...(telling ?? [])];
  const minutes = new Set([0, ...all.flatMap(({ times }) => times.flat())].filter((minute) => minute < 24 * 60));
  if (all.length > mostPeriods || minutes.size > mostPeriods) return false;
  const moments = [...minutes].flatMap((minute) => weekdayNames.map((_, day) => ({ minute, day })));
  const zones = ["", ...new Set(all.map(({ location }) => location))];
  return zones.some((zone) =>
    moments.every(
      (moment) =>
        muting.some((period) => !period.hasGaps && holds(period, moment, zone) === true) ||
        telling?.every((period) => holds(period, moment, zone) === false) === true,
    ),
  );
};

/** Whether a period holds in its weeks; null where another time zone's clock decides. */
const holds = (
  { location, times, weekdays }: Period,
  { minute, day }: { readonly minute: number; readonly day: number },
  zone: string,
): boolean | null => {
  if (times.length + weekdays.length > 0 && location !== zone) return null;
  return (
    (times.length === 0 || times.some(([from, to]) => minute >= from && minute < to)) &&
    (weekdays.length === 0 || weekdays.some(([from, to]) => day >= from && day <= to))
  );
};
