import { trimEnd } from "../core/trim-end.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { ruleFileText } from "../validate/promtool/promtool.ts";
import { featureFlags } from "../validate/promtool/rule-groups.ts";
import type { AlertCanary, Canary, CanarySeries } from "./alert-canaries.ts";
import { testRules } from "./promtool-test.ts";

/** Whether an alert fires on synthetic series. */
export interface CanaryResult {
  readonly alert: string;
  readonly fired: boolean;
  /** Why it is not known to fire; null where it fires. */
  readonly why: string | null;
}

type Needs = Pick<Outside, "exec" | "scratch" | "tools" | "memory">;

/** The chart's and the example's canaries take half a second. */
const timeoutMs = 20_000;

/** Lets each canary loose in promtool, all in one run. Throws OperatorError where promtool cannot be run. */
export const runCanaries = async (
  canaries: readonly AlertCanary[],
  manifests: readonly Manifest[],
  outside: Needs,
): Promise<readonly CanaryResult[]> => {
  const made = canaries.map(({ canary }) => canary).filter((canary) => typeof canary !== "string");
  const firing =
    made.length === 0 ? new Map<string, number>() : await countFiring(made, featureFlags(manifests), outside);
  return canaries.map(({ entry, canary }) => {
    const alert = entry.name;
    if (typeof canary === "string") return { alert, fired: false, why: canary };
    const count = firing.get(nameOf(made.indexOf(canary)));
    if (count === undefined) return { alert, fired: false, why: "promtool did not evaluate the series made for it" };
    return count > 0
      ? { alert, fired: true, why: null }
      : { alert, fired: false, why: "the series made for it do not make it fire" };
  });
};

const nameOf = (index: number): string => `canary-${index}`;

/**
 * The number of alerts that fire, by canary. promtool says what it got only of what it did not expect: the
 * test expects fewer than none.
 */
const countFiring = async (
  canaries: readonly Canary[],
  features: readonly string[],
  { exec, scratch, tools, memory }: Needs,
): Promise<ReadonlyMap<string, number>> => {
  const tool = await tools.get("promtool");
  const known = openFacts(memory, ["canaries/1", tool.sha256, ...features]);
  const counts = new Map<string, number>();
  const untried = canaries.flatMap((canary, index) => {
    const count = known.get([factOf(canary)]);
    if (count !== null) counts.set(nameOf(index), Number(count));
    return count === null ? [{ canary, index }] : [];
  });
  if (untried.length === 0) return counts;
  const cwd = await scratch.folder("canaries/tests");
  await Promise.all(
    untried.flatMap(({ canary, index }) => [
      scratch.write(`canaries/rules/${index}.json`, ruleFileText(rulesOf(canary, nameOf(index)))),
      scratch.write(`canaries/tests/${index}.json`, ruleFileText(testOf(canary, index))),
    ]),
  );
  const names = untried.map(({ index }) => `${index}.json`);
  const { stderr } = await testRules(tool.path, { cwd, features, names, timeoutMs }, exec);
  const tried = readCounts(stderr);
  for (const { canary, index } of untried) {
    const count = tried.get(nameOf(index));
    if (count === undefined) continue;
    counts.set(nameOf(index), count);
    known.learn([factOf(canary)], String(count));
  }
  known.save();
  return counts;
};

/** All of a canary but its number. */
const factOf = (canary: Canary): string => JSON.stringify([rulesOf(canary, nameOf(0)), testOf(canary, 0)]);

const readCounts = (stderr: string): ReadonlyMap<string, number> =>
  new Map(
    stderr.split("\n").flatMap((line, index, all) => {
      const name = /canary-\d+/.exec(all[index - 2] ?? "")?.[0];
      const count = /^\s*got:\s*\{\}\s*(\S+)/.exec(line)?.[1];
      return name === undefined || count === undefined || !/^\s*exp:/.test(all[index - 1] ?? "")
        ? []
        : [[name, Number(count)] as const];
    }),
  );

/** The rules in one group, which are evaluated one after the other. */
const rulesOf = ({ rules }: Canary, name: string): JsonObject => ({
  groups: [{ name: "canary", rules: rules.map((rule) => ("alert" in rule ? { ...rule, alert: name } : rule)) }],
});

const testOf = ({ series, minutes }: Canary, index: number): JsonObject => ({
  rule_files: [`../rules/${index}.json`],
  evaluation_interval: "1m",
  tests: [
    {
      interval: "1m",
      input_series: series.map((one) => ({ series: selectorOf(one), values: valuesOf(one, minutes) })),
      promql_expr_test: [
        {
          expr: `count(ALERTS{alertname="${nameOf(index)}", alertstate="firing"}) or vector(0)`,
          eval_time: `${minutes}m`,
          exp_samples: [{ labels: "{}", value: -1 }],
        },
      ],
    },
  ],
});

const selectorOf = ({ metric, labels }: CanarySeries): string =>
  `{${[["__name__", metric] as const, ...labels].map(([name, value]) => `${JSON.stringify(name)}=${JSON.stringify(value)}`).join(", ")}}`;

const valuesOf = ({ behaviour }: CanarySeries, minutes: number): string => {
  if (behaviour.kind === "constant") return `${plain(behaviour.value)}x${minutes}`;
  if (behaviour.kind === "rising") return `0+${plain(behaviour.perSecond * 60)}x${minutes}`;
  return "0 1 ".repeat(Math.ceil((minutes + 1) / 2)).trim();
};

/** promtool takes no exponent with a sign in a series. */
const plain = (value: number): string => {
  const text = trimEnd(trimEnd(value.toFixed(9), "0"), ".");
  return text === "" || text === "-0" ? "0" : text;
};
