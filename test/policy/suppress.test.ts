import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { readBaseline, writeBaseline } from "../../src/policy/baseline.ts";
import { noSuppressions, suppress } from "../../src/policy/suppress.ts";
import { suppressionComments } from "../../src/stack/suppression-comments.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import { emptyStack } from "../checks/subject.ts";

const commentsIn = (text: string, file = "stack/a.yaml") =>
  suppressionComments({ ...emptyStack, files: [parseYaml(text, file)] });

describe("a suppression comment", () => {
  test.each([
    [
      "on the line",
      "a: 1 # prometheus-stack: ignore alert-for-missing -- the bench\n",
      1,
      ["alert-for-missing"],
      "the bench",
    ],
    ["above it", "# prometheus-stack: ignore a-b, c-d -- two\na: 1\n", 2, ["a-b", "c-d"], "two"],
    ["above other comments", "# prometheus-stack: ignore a-b -- why\n\n# more\na: 1\n", 4, ["a-b"], "why"],
    ["without a reason", "a: 1 # prometheus-stack: ignore a-b\n", 1, ["a-b"], ""],
    ["without a check", "a: 1 # prometheus-stack: ignore -- all\n", 1, [], "all"],
    ["with windows' line breaks", "# prometheus-stack: ignore a-b -- why\r\na: 1\r\n", 2, ["a-b"], "why"],
  ])("%s", (_, text, covers, checks, reason) => {
    expect(commentsIn(text)).toMatchObject([{ covers, checks, reason }]);
  });

  test.each(["a: prometheus-stack: x\n", "a: 1 # prometheus-stack is ours\n", "a: 'x#prometheus-stack: ignore a-b'\n"])(
    "is not %j",
    (text) => {
      expect(commentsIn(text)).toEqual([]);
    },
  );
});

const finding = (line: number, more: Partial<Finding> = {}): Finding => ({
  check: "a-b",
  severity: "error",
  message: `line ${line}`,
  at: { file: "stack/a.yaml", line, column: 1 },
  help: "",
  ...more,
});
const judge = { known: ["a-b", "c-d"], ran: () => true };

describe("findings are let be", () => {
  test("by the comment on their line alone", () => {
    const comments = commentsIn("# prometheus-stack: ignore a-b -- why\na: 1\nb: 1\n");
    const { open, suppressed, unused } = suppress([finding(2), finding(3)], { ...noSuppressions, comments }, judge);
    expect(open).toEqual([finding(3)]);
    expect(suppressed).toEqual([{ finding: finding(2), by: "comment", reason: "why" }]);
    expect(unused).toEqual([]);
  });

  test("by no comment without a reason", () => {
    const comments = commentsIn("a: 1 # prometheus-stack: ignore a-b\n");
    expect(suppress([finding(1)], { ...noSuppressions, comments }, judge).open).toHaveLength(1);
  });

  test("by an entry of the configuration, for its file and object", () => {
    const resource = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "gpu" };
    const entry = { check: "a-b", resource: "ConfigMap monitoring/gpu", reason: "why", line: 7 };
    const by = { ...noSuppressions, configured: [entry], configFile: "c.yaml" };
    expect(suppress([finding(1, { resource }), finding(2)], by, judge)).toMatchObject({
      open: [{ message: "line 2" }],
      suppressed: [{ by: "configuration" }],
      unused: [],
    });
    expect(suppress([finding(2)], by, judge).unused).toMatchObject([{ at: { file: "c.yaml", line: 7 } }]);
  });

  test("by the baseline, as many as there were, wherever their lines are now", () => {
    const baseline = readBaseline(writeBaseline([finding(1), finding(2)]), "b.json");
    const { open, suppressed } = suppress([finding(5), finding(8), finding(9)], { ...noSuppressions, baseline }, judge);
    expect(suppressed.map((one) => one.finding.message)).toEqual(["line 5", "line 8"]);
    expect(open.map(({ message }) => message)).toEqual(["line 9"]);
  });
});

test("thousands of names that are no checks are told in a few sentences, and in little time", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(",");
  const line = `# prometheus-stack: ignore ${names},${"a".repeat(60_000)} -- why\na: 1\n`;
  const comments = commentsIn(line.repeat(20));
  const start = process.cpuUsage();
  const { unused } = suppress([], { ...noSuppressions, comments }, judge);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  expect(unused).toHaveLength(20 * 6);
  expect(unused.at(-1)?.message).toBe("19996 more names in this comment are no checks");
});

describe("what lets nothing be", () => {
  const comments = commentsIn("# prometheus-stack: ignore a-b, c-e -- why\na: 1\n");

  test("is told, with the nearest name of an unknown check", () => {
    expect(suppress([], { ...noSuppressions, comments }, judge).unused.map(({ message }) => message)).toEqual([
      "a-b finds nothing on line 2: delete the comment that suppresses it",
      "There is no check c-e that this comment could suppress; did you mean c-d?",
    ]);
  });

  test("is not told where the check did not run", () => {
    const { unused } = suppress([], { ...noSuppressions, comments }, { ...judge, ran: () => false });
    expect(unused).toHaveLength(1);
  });

  test("of the baseline is told by its file", () => {
    const baseline = readBaseline(writeBaseline([finding(1)]), "b.json");
    expect(suppress([], { ...noSuppressions, baseline }, judge).unused).toMatchObject([{ at: { file: "b.json" } }]);
  });
});

test("a baseline that is none is refused by name", () => {
  for (const text of ["", "{}", '{"version":2,"findings":{}}', '{"version":1,"findings":{"a-b":{"x":0}}}'])
    expect(() => readBaseline(text, "b.json")).toThrow("b.json is not a baseline");
});
