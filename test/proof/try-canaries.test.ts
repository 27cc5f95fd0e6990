import { afterAll, beforeAll, expect, test } from "vitest";
import type { Command } from "../../src/outside/exec.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { readExpression } from "../../src/promql/parse-expression.ts";
import type { Canary } from "../../src/proof/alert-canaries.ts";
import { tryCanaries } from "../../src/proof/try-canaries.ts";
import { realOutside } from "../validate/real-outside.ts";

let outside: Outside & { close(): Promise<void> };
beforeAll(async () => {
  outside = await realOutside();
});
afterAll(() => outside.close());

/** Two GPUs at so many degrees, and an alert on them that fires at the third evaluation. */
const canary = (expr: string, { celsius = 90, minutes = 10, record = "" } = {}): Canary => ({
  series: ["0", "1"].map((gpu) => ({
    metric: "temp",
    labels: new Map([["gpu", gpu]]),
    behaviour: { kind: "constant", value: celsius },
  })),
  reads: [expr, record].flatMap((text) => readExpression(text).selectors.filter(({ metric }) => metric !== "temp:max")),
  rules: [...(record === "" ? [] : [{ record: "temp:max", expr: record }]), { alert: "Hot", expr, for: "2m" }],
  minutes,
});

const run = async (canaries: readonly Canary[]) => {
  const commands: Command[] = [];
  const exec: Outside["exec"] = (command) => {
    commands.push(command);
    return outside.exec(command);
  };
  const { path: file } = await outside.tools.get("promtool");
  const counts = await tryCanaries(canaries, { file, features: [] }, { exec, scratch: outside.scratch });
  const testsOf = ({ args }: Command): number => args.filter((arg) => arg.endsWith(".json")).length;
  return { counts: canaries.map((one) => counts.get(one)), tests: commands.map(testsOf) };
};

test("those on the same series are tried in one test, and each is counted for itself", async () => {
  const hot = Array.from({ length: 30 }, (_, degrees) => canary(`temp > ${75 + degrees}`));
  const { counts, tests } = await run(hot);
  expect(counts).toEqual(hot.map((_, degrees) => (75 + degrees < 90 ? 9 : 0)));
  expect(tests).toEqual([1]);
});

test("what others record, ask for later or read absent series of changes nothing", async () => {
  const all = [
    canary("temp:max > 80", { record: "max(temp)" }),
    canary("temp:max > 95", { record: "max(temp)", minutes: 12 }),
    canary("absent(temp)"),
    canary("absent(temp)", { celsius: 20 }),
    canary("count(ALERTS) > 2"),
    canary("temp < 30", { celsius: 20, minutes: 3 }),
    canary("temp < 30", { celsius: 20, minutes: 1 }),
  ];
  const together = await run(all);
  expect(together.counts).toEqual([9, 0, 0, 0, 0, 2, 0]);
  for (const [index, one] of all.entries()) expect((await run([one])).counts).toEqual([together.counts[index]]);
});

test("one that cannot be evaluated leaves the others as they are", async () => {
  const { counts, tests } = await run([canary("temp > 80"), canary("temp + on (team) temp > 0"), canary("temp > 95")]);
  expect(counts).toEqual([9, undefined, 0]);
  expect(tests).toEqual([1, 3]);
});

test("those that read no series of another's are tried in one test, too", async () => {
  const of = (gpu: string, celsius: number): Canary => ({
    ...canary(`temp{gpu="${gpu}"} > 80 or absent(temp{gpu="${gpu}"})`),
    series: [{ metric: "temp", labels: new Map([["gpu", gpu]]), behaviour: { kind: "constant", value: celsius } }],
  });
  const { counts, tests } = await run([of("0", 90), of("1", 70), of("2", 81), of("2", 79)]);
  expect(counts).toEqual([9, 0, 9, 0]);
  expect(tests).toEqual([2]);
});

test("those on different series are tried a hundred at a time", async () => {
  const many = Array.from({ length: 250 }, (_, n) => canary("temp > 80", { celsius: 60 + n / 10 }));
  const { counts, tests } = await run(many);
  expect(counts).toEqual(many.map((_, n) => (60 + n / 10 > 80 ? 9 : 0)));
  expect(tests.toSorted((a, b) => a - b)).toEqual([50, 100, 100]);
});
