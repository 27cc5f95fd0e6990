import { describe, expect, test } from "vitest";
import { annotationsOf, mustChoose } from "../../src/report/annotations.ts";
import { finding } from "./sample-report.ts";

const many = (n: number) => Array.from({ length: n }, (_, i) => finding("warning", i + 1));

describe("annotationsOf", () => {
  test("keeps all where the runner keeps all", () => {
    expect(annotationsOf(many(10))).toHaveLength(10);
  });

  test("says how many more there are where the runner would drop them", () => {
    const annotations = annotationsOf(many(25));
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-1)?.title).toBe("and 16 more warnings in the summary");
    expect(annotationsOf(many(11), { rest: "report.json" }).at(-1)?.title).toBe("and 2 more warnings in report.json");
  });

  test("leaves one error to the step's own failure message", () => {
    expect(annotationsOf(Array.from({ length: 30 }, (_, i) => finding("error", i + 1)))).toHaveLength(9);
  });

  test("leaves room for what the run itself has to notice after them", () => {
    const notices = Array.from({ length: 12 }, (_, i) => finding("notice", i + 1));
    const told = annotationsOf([...many(10), ...notices.slice(0, 8)], { ownNotices: 2 });
    expect(told).toHaveLength(18);
    const fewer = annotationsOf([...many(10), ...notices], { ownNotices: 3 });
    expect(fewer.map(({ level }) => level)).toEqual([...Array(10).fill("warning"), ...Array(7).fill("notice")]);
    expect(fewer.at(-1)?.title).toBe("and 6 more notices in the summary");
    expect([8, 9].map((count) => mustChoose(notices.slice(0, count), 2))).toEqual([false, true]);
  });

  test("shows changed files first", () => {
    const last = "prometheus-stack/base/25.yaml";
    expect(annotationsOf(many(25), { changedFiles: new Set([last]) })[0]?.file).toBe(last);
  });

  test("shows new ones before those that were there, and by the line that brought them", () => {
    const anchor = { file: "values.yaml", line: 7, column: 3, endLine: 7, endColumn: 9 };
    const known = many(12).map((one) => ({ ...one, change: "known" as const }));
    const [first] = annotationsOf([...known, finding("warning", 30, { change: "new", anchor })]);
    expect(first).toMatchObject({ file: "values.yaml", startLine: 7, startColumn: 3, endColumn: 9 });
    expect(first?.message).toContain("It shows at prometheus-stack/base/30.yaml:30.");
  });

  test("keeps the order of the rest, whatever the names of changed files are", () => {
    const changedFiles = new Set(["::error::x", "", "prometheus-stack/base/12.yaml"]);
    const files = annotationsOf(many(12), { changedFiles }).map(({ file }) => file);
    const rest = Array.from({ length: 8 }, (_, i) => `prometheus-stack/base/${i + 1}.yaml`);
    expect(files).toEqual(["prometheus-stack/base/12.yaml", ...rest, undefined]);
  });

  test("it matters which come first where a level has more than is shown of it", () => {
    const errors = (n: number) => Array.from({ length: n }, (_, i) => finding("error", i + 1));
    expect([[], many(10), errors(9), [...many(10), ...errors(9)]].map(mustChoose)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([many(11), errors(10), [...errors(1), ...many(11)]].map(mustChoose)).toEqual([true, true, true]);
  });

  test("levels do not take each other's room, errors come first", () => {
    const levels = annotationsOf([...many(25), finding("notice", 1), finding("error", 1)]).map(({ level }) => level);
    expect(levels).toEqual(["error", ...Array(10).fill("warning"), "notice"]);
  });

  test("carries the repair and the page, and cuts what GitHub would cut", () => {
    const [short] = annotationsOf([finding("error", 1, { fix: { description: "write it otherwise", edits: [] } })]);
    expect(short?.message).toBe("problem 1\nMend: write it otherwise\nhttps://example.com/yaml-invalid.md");
    const [long] = annotationsOf([finding("error", 1, { message: "x".repeat(5000) })]);
    expect(long?.message).toHaveLength(4096);
  });

  test("gives no columns over several lines, which GitHub refuses", () => {
    const at = { file: "a.yaml", line: 1, column: 3, endLine: 4, endColumn: 2 };
    const [annotation] = annotationsOf([finding("error", 1, { at })]);
    expect(annotation).toMatchObject({ startLine: 1, endLine: 4 });
    expect(annotation).not.toHaveProperty("startColumn");
  });
});
