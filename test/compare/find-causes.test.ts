import { describe, expect, test } from "vitest";
import { anchorFindings } from "../../src/compare/anchor-findings.ts";
import type { FileChange } from "../../src/compare/change-steps.ts";
import type { LaidFiles } from "../../src/compare/lay-over.ts";
import type { Finding, Location } from "../../src/core/finding.ts";

const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
  ...{ check: "a-check", severity: "error", message, help: "https://x/", change: "new" },
  ...{ at: { file: "elsewhere.yaml", line: 1, column: 1 }, ...more },
});

/** Finds by what the files say; counts how often it was asked. */
const judgeBy = (rules: readonly (readonly [Finding, (files: LaidFiles) => boolean])[]) => {
  const asked: LaidFiles[] = [];
  return {
    asked,
    judge: async (files: LaidFiles) => {
      asked.push(files);
      return rules.flatMap(([one, holds]) => (holds(files) ? [one] : []));
    },
  };
};

const lines = (count: number, mark: string, at: number): string =>
  Array.from({ length: count }, (_, n) =>
    n % 3 === 0 ? `same: ${n}\n` : n === at ? `${mark}\n` : `k${n}: ${mark}\n`,
  ).join("");

const file = (name: string, before: string | null, after: string | null): FileChange => ({
  ...{ file: name, before, after, patch: null },
});
const anchorsOf = async (
  findings: readonly Finding[],
  changes: readonly FileChange[],
  judge: ReturnType<typeof judgeBy>["judge"],
) => (await anchorFindings(findings, { paths: [], changes, judge })).map(({ anchor }) => anchor && placeOf(anchor));
const placeOf = ({ file: name, line }: Location): string => `${name}:${line}`;

describe("the line that brought a finding", () => {
  test("among hundreds of changed lines, in a number of tries that grows with their logarithm", async () => {
    const one = finding("one");
    const changes = [file("a.yaml", lines(900, "old", 0), lines(900, "new", 500)), file("b.yaml", "x: 1\n", "x: 2\n")];
    const { judge, asked } = judgeBy([[one, (files) => files.get("a.yaml")?.includes("\nnew\n") ?? false]]);
    expect(await anchorsOf([one], changes, judge)).toEqual(["a.yaml:501"]);
    expect(asked.length).toBeLessThan(12);
  });

  test("of several findings, each its own; states are shared", async () => {
    const [one, two] = [finding("one"), finding("two")];
    const changes = ["a", "b", "c", "d"].map((name) => file(name, "1\n", "2\n"));
    const { judge, asked } = judgeBy([
      [one, (files) => files.get("b") === "2\n"],
      [two, (files) => files.get("d") === "2\n"],
    ]);
    expect(await anchorsOf([one, two], changes, judge)).toEqual(["b:1", "d:1"]);
    expect(asked.length).toBe(3);
  });

  test("nothing is tried where one line alone was changed", async () => {
    const { judge, asked } = judgeBy([]);
    expect(await anchorsOf([finding("one")], [file("a", "x\n1\n", "x\n2\n")], judge)).toEqual(["a:2"]);
    expect(asked).toEqual([]);
  });

  test("where it takes two of them, the one that the finding knows of", async () => {
    const known = { file: "a", line: 1, column: 1 };
    const one = finding("one", {
      fix: { description: "", edits: [{ file: "a", startLine: 1, endLine: 1, text: "" }] },
    });
    const changes = [file("a", "1\n", "2\n"), file("b", "1\n", "2\n")];
    const { judge } = judgeBy([[one, (files) => files.get("a") === "2\n" && files.get("b") === "2\n"]]);
    expect(await anchorsOf([one], changes, judge)).toEqual([placeOf(known)]);
  });

  test("where lines were taken out, the one before; of a file that is gone, none", async () => {
    const one = finding("one");
    const { judge } = judgeBy([]);
    expect(await anchorsOf([one], [file("a", "1\n2\n3\n", "1\n3\n")], judge)).toEqual(["a:1"]);
    expect(await anchorsOf([one], [file("a", "1\n2\n", "2\n")], judge)).toEqual(["a:1"]);
    expect(await anchorsOf([one], [file("a", "1\n", null)], judge)).toEqual([undefined]);
  });

  test("no more is tried than may be", async () => {
    const changes = ["a", "b", "c", "d"].map((name) => file(name, "1\n", "2\n"));
    expect(await anchorsOf([finding("one")], changes, async () => null as never)).toEqual([undefined]);
  });

  test("those that were there before, and those on a changed line, are let be", async () => {
    const { judge, asked } = judgeBy([]);
    const own = finding("own", { at: { file: "a", line: 1, column: 1 } });
    const known = finding("known", { change: "known" });
    expect(await anchorsOf([own, known], [file("a", "1\n", "2\n"), file("b", "1\n", "2\n")], judge)).toEqual([
      undefined,
      undefined,
    ]);
    expect(asked).toEqual([]);
  });
});
