import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import type { Command } from "../../../src/outside/exec.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { runPromtool } from "../../../src/validate/promtool/promtool.ts";
import type { RuleFile } from "../../../src/validate/promtool/rule-file.ts";
import { realOutside } from "../real-outside.ts";

let real: Outside & { close(): Promise<void> };
let outside: Outside;
/** The files that each run of promtool got. */
const runs: string[][] = [];

beforeAll(async () => {
  real = await realOutside();
  const exec = (command: Command) => {
    runs.push(command.args.filter((one) => one.endsWith(".json")));
    return real.exec(command);
  };
  outside = { ...real, exec };
});
afterAll(() => real.close());

const fileOf = (name: string, ...groups: readonly Json[]): RuleFile => ({ name, content: { groups } });
const group = (name: Json, ...expressions: readonly string[]): Json => ({
  name,
  rules: expressions.map((expr, index) => ({ alert: `A${index}`, expr })),
});

const filesGivenFor = async (files: readonly RuleFile[]) => {
  runs.length = 0;
  const verdicts = await runPromtool(files, [], outside);
  return { runs: [...runs], verdicts: files.map(({ name }) => verdicts.get(name)) };
};

test("rules of many objects are one file to promtool, and counted for each", async () => {
  const files = [fileOf("0.json", group("a", "up", "up == 0")), fileOf("1.json", group("b", "up")), fileOf("2.json")];
  expect(await filesGivenFor(files)).toEqual({
    runs: [["pack-0.json"]],
    verdicts: [
      { rules: 2, errors: [] },
      { rules: 1, errors: [] },
      { rules: 0, errors: [] },
    ],
  });
});

test("one name of a group in two objects is right, and the two are two files", async () => {
  const files = [fileOf("0.json", group("a", "up")), fileOf("1.json", group("a", "up"))];
  expect(await filesGivenFor(files)).toEqual({
    runs: [["0.json", "1.json"]],
    verdicts: [
      { rules: 1, errors: [] },
      { rules: 1, errors: [] },
    ],
  });
});

test("where one of a pack is wrong, each is asked for alone, and no other pack again", async () => {
  const files = [
    fileOf("0.json", group("a", "up")),
    fileOf("1.json", group("b", "up ==")),
    fileOf("2.json", group("a", "up")),
    fileOf("3.json", group("c", "up")),
  ];
  const { runs, verdicts } = await filesGivenFor(files);
  expect(runs).toEqual([
    ["pack-0.json", "pack-1.json"],
    ["0.json", "1.json"],
  ]);
  expect(verdicts.map((verdict) => [verdict?.rules, verdict?.errors.length])).toEqual([
    [1, 0],
    [0, 1],
    [1, 0],
    [1, 0],
  ]);
});

test("rules of more than 256 kB are several files", async () => {
  const long = `up{a="${"x".repeat(100_000)}"}`;
  const files = ["a", "b", "c"].map((name, index) => fileOf(`${index}.json`, group(name, long)));
  expect((await filesGivenFor(files)).runs).toEqual([["pack-0.json", "2.json"]]);
});

test("together promtool says of each what it says of it alone", async () => {
  const name = fc.constantFrom<Json>("a", "b", "c", "d", 5, "5", "", null, "é\u0085");
  const rule = fc.constantFrom<Json>(
    { alert: "A", expr: "up" },
    { record: "a:b", expr: "sum(up)" },
    { alert: "A", expr: "up", for: "" },
    { alert: "A", expr: "up", labels: { "a b": "c" } },
    { alert: "A", expr: "sum(" },
    { alert: "A", record: "a", expr: "up" },
    { alert: "A", expr: "up", annotations: { a: "{{ $value" } },
    { alert: "A", expr: "up", unknown: 1 },
    {},
    "text",
  );
  const good = fc.record({
    name: fc.constantFrom("a", "b", "c", "d", "e"),
    rules: fc.constant([{ alert: "A", expr: "up" }]),
  });
  const any = fc.oneof(
    { weight: 6, arbitrary: good },
    { weight: 2, arbitrary: fc.record({ name, rules: fc.array(rule, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.constantFrom<Json>("text", null, { name: "f" }, { name: "g", rules: null }) },
  );
  const some = fc.array(fc.array(any, { maxLength: 3 }), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, async (all) => {
      const files = all.map((groups, index) => fileOf(`${index}.json`, ...groups));
      const together = await runPromtool(files, [], outside);
      for (const file of files) {
        const alone = await runPromtool([file], [], outside);
        expect(together.get(file.name)).toEqual(alone.get(file.name));
      }
    }),
    { numRuns: 25 },
  );
});
