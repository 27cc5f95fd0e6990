import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAlertmanagerConfig } from "../../../src/signal/alertmanager/read-alertmanager-config.ts";
import { neverTold, type Period } from "../../../src/signal/alertmanager/time-intervals.ts";
import { askAmtool } from "./ask-amtool.ts";

const seed = Number(process.env["SEED"] ?? 20_261_201);

const minute = fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60);
const range = (end: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(end, end).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const period: fc.Arbitrary<Period> = fc.record({
  location: fc.constantFrom("", "", "Europe/Berlin"),
  times: fc.array(
    range(minute).filter(([from, to]) => from < to),
    { maxLength: 2 },
  ),
  weekdays: fc.array(range(fc.integer({ min: 0, max: 6 })), { maxLength: 2 }),
  hasGaps: fc.constantFrom(false, false, false, true),
});
const intervals = fc.array(fc.array(period, { maxLength: 3 }), { minLength: 4, maxLength: 4 });
const nameSets = fc.subarray(["0", "1", "2", "3"]);

/** Whether the period holds at that hour of a week in which all that has gaps holds or does not. */
const holds = ({ times, weekdays, hasGaps }: Period, hour: number, inGap: boolean): boolean => {
  const [day, now] = [Math.floor(hour / 24), (hour % 24) * 60];
  if (hasGaps && inGap) return false;
  const isTime = times.length === 0 || times.some(([from, to]) => from <= now && now < to);
  return isTime && (weekdays.length === 0 || weekdays.some(([from, to]) => from <= day && day <= to));
};

test("a route is never told where every hour of a week is mute, or not active", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(intervals, nameSets, nameSets, (all, mute, active) => {
      const one = all.map((periods) => periods.map((each) => ({ ...each, location: "" })));
      const named = (names: readonly string[]) => names.flatMap((name) => one[Number(name)] ?? []);
      const told = [false, true].some((inGap) =>
        Array.from({ length: 7 * 24 }, (_, hour) => hour).some(
          (hour) =>
            !named(mute).some((each) => holds(each, hour, inGap)) &&
            (active.length === 0 || named(active).some((each) => holds(each, hour, inGap))),
        ),
      );
      const verdict = (periods: readonly (readonly Period[])[]) =>
        neverTold(new Map(periods.map((each, index) => [String(index), each])))({ mute, active });
      // Gaps of two periods may be in different weeks: then it may be told, and is said to be.
      if (told) expect(verdict(one)).toBe(false);
      if (!all.flat().some(({ hasGaps }) => hasGaps)) expect(verdict(one)).toBe(!told);
      // Clocks of two places say less.
      if (told) expect(verdict(all)).toBe(false);
      seen.add(verdict(all));
    }),
    { numRuns: 500, seed },
  );
  expect(seen.size).toBe(2);
});

describe("amtool refuses the intervals that we refuse", () => {
  const period = [
    { times: [{ start_time: "22:00", end_time: "06:00" }] },
    { times: [{ start_time: "22:00", end_time: "24:00" }] },
    { times: [{ start_time: "22:00", end_time: "22:00" }] },
    { times: [{ start_time: "9:00", end_time: "17:00" }] },
    { times: [{ start_time: "09:00" }] },
    { times: [{ start: "09:00", end_time: "10:00" }] },
    { weekdays: ["saturday:sunday"] },
    { weekdays: ["sunday:saturday", "Monday"] },
    { weekdays: ["mon"] },
    { weekdays: ["1:5"] },
    { weekdays: ["monday:friday:sunday"] },
    { weekdays: [""] },
    { days_of_month: ["1:15", "-1"] },
    { days_of_month: ["15:1"] },
    { days_of_month: ["-1:1"] },
    { days_of_month: ["1:-28"] },
    { days_of_month: ["5:-28"] },
    { days_of_month: ["0"] },
    { days_of_month: ["32"] },
    { days_of_month: [1] },
    { days_of_month: ["first"] },
    { months: ["january:march", "May"] },
    { months: ["december:january"] },
    { months: ["jan"] },
    { months: ["1:3", "13"] },
    { months: [""] },
    { years: ["2026", "2026:2030"] },
    { years: ["2030:2026"] },
    { years: ["soon"] },
    { weekday: ["monday"] },
    {},
  ];
  const cases = [
    ...period.map((one) => [{ name: "night", time_intervals: [one] }]),
    [{ name: "", time_intervals: [] }],
    [{ time_intervals: [] }],
    [{ name: "night" }, { name: "night" }],
    [{ name: "night" }],
  ];
  test(`${cases.length} of them`, async () => {
    const configs = cases.flatMap((all) =>
      ["time_intervals", "mute_time_intervals"].map((list) => ({
        route: { receiver: "a" },
        receivers: [{ name: "a" }],
        [list]: all,
      })),
    );
    const answers = await askAmtool(configs.map((config) => ({ config, labels: { alertname: "A" } })));
    const ours = configs.map((config) => readAlertmanagerConfig(JSON.stringify(config)).config !== null);
    expect(configs.filter((_, index) => ours[index] !== (answers[index] !== null))).toEqual([]);
    expect(new Set(ours).size).toBe(2);
  });
});
