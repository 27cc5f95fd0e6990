import { trimEnd } from "../core/trim-end.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Canary, CanarySeries } from "./alert-canaries.ts";
import { sampledValues } from "./canary-sampling.ts";

/** Canaries that are tried in one test, by the names that their alerts have in it. */
export type NamedCanaries = ReadonlyMap<string, Canary>;

/** Rules in one group, which are evaluated one after the other: those that record, each once, then the alerts. */
export const rulesOf = (canaries: NamedCanaries): JsonObject => {
  const records = new Map<string, JsonObject>();
  const alerts: JsonObject[] = [];
  for (const [name, { rules }] of canaries)
    for (const rule of rules) {
      if ("alert" in rule) alerts.push({ ...rule, alert: name });
      else records.set(JSON.stringify(rule), rule);
    }
  return { groups: [{ name: "canary", rules: [...records.values(), ...alerts] }] };
};

/**
 * A test that asks of each canary at how many evaluations its alert has been firing, to the last one; none where it
 * does not fire then. promtool says what it got only of what it did not expect: the test expects fewer than none.
 */
export const testOf = (canaries: NamedCanaries, ruleFile: string): JsonObject => {
  const all = [...canaries];
  const minutes = Math.max(...all.map(([, canary]) => canary.minutes));
  const series = new Map(all.flatMap(([, canary]) => canary.series).map((one) => [seriesKey(one), one]));
  return {
    rule_files: [ruleFile],
    evaluation_interval: "1m",
    tests: [
      {
        interval: "1m",
        input_series: [...series.values()].map((one) => ({ series: selectorOf(one), values: valuesOf(one, minutes) })),
        promql_expr_test: all.map(([name, canary]) => ({
          expr: firingEvaluations(`ALERTS{alertname="${name}", alertstate="firing"}`, canary.minutes),
          eval_time: `${canary.minutes}m`,
          exp_samples: [{ labels: "{}", value: -1 }],
        })),
      },
    ],
  };
};

/** The window begins before the first sample, which a window of Prometheus 3 would leave out. */
const firingEvaluations = (alert: string, minutes: number): string =>
  `max(count_over_time(${alert}[${minutes + 1}m]) and ${alert}) or vector(0)`;

/** What promtool got, by the canaries' names. */
export const countsIn = (stderr: string): ReadonlyMap<string, number> =>
  new Map(
    stderr.split("\n").flatMap((line, index, all) => {
      const name = /canary-\d+/.exec(all[index - 2] ?? "")?.[0];
      const count = /^\s*got:\s*\{\}\s*(\S+)/.exec(line)?.[1];
      return name === undefined || count === undefined || !/^\s*exp:/.test(all[index - 1] ?? "")
        ? []
        : [[name, Number(count)] as const];
    }),
  );

/** All that decides whether a canary fires. */
export const canaryText = ({ rules, series, minutes }: Canary): string =>
  JSON.stringify([rules, series.map(seriesKey), minutes]);

/** Two series of one key are the same. */
export const seriesKey = (series: CanarySeries): string =>
  JSON.stringify([selectorOf(series), series.behaviour, ...(series.sampling === undefined ? [] : [series.sampling])]);

const selectorOf = ({ metric, labels }: CanarySeries): string =>
  `{${[["__name__", metric] as const, ...labels].map(([name, value]) => `${JSON.stringify(name)}=${JSON.stringify(value)}`).join(", ")}}`;

const valuesOf = ({ behaviour, sampling }: CanarySeries, minutes: number): string => {
  if (sampling !== undefined)
    return sampledValues(sampling, minutes, (sample) => {
      if (behaviour.kind === "constant") return plain(behaviour.value);
      return behaviour.kind === "rising"
        ? plain(behaviour.perSecond * 60 * sampling.minutes * sample)
        : String(sample % 2);
    });
  if (behaviour.kind === "constant") return `${plain(behaviour.value)}x${minutes}`;
  if (behaviour.kind === "rising") return `0+${plain(behaviour.perSecond * 60)}x${minutes}`;
  return "0 1 ".repeat(Math.ceil((minutes + 1) / 2)).trim();
};

/** promtool takes no exponent with a sign in a series. */
const plain = (value: number): string => {
  const text = trimEnd(trimEnd(value.toFixed(9), "0"), ".");
  return text === "" || text === "-0" ? "0" : text;
};
