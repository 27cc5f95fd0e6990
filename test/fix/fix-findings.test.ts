import { describe, expect, test } from "vitest";
import type { Edit, Finding } from "../../src/core/finding.ts";
import { type EditableFiles, fixFindings } from "../../src/fix/fix-findings.ts";

const change = (line: number, text: string): Edit => ({ file: "a", startLine: line, endLine: line, text });
const finding = (message: string, ...edits: readonly Edit[]): Finding => ({
  check: "some-check",
  severity: "error",
  message,
  help: "https://example.org",
  fix: { description: "Do it", edits },
});

const hide = (text: string): string => text.replaceAll("hunter2", "***");

/** A file and a linter of it. */
const tree = (text: string, find: (text: string) => readonly Finding[]) => {
  const disk = new Map([["a", text]]);
  let checks = 0;
  const files: EditableFiles = {
    read: async (file) => disk.get(file) ?? null,
    write: async (file, changed) => void disk.set(file, changed),
  };
  const check = async () => {
    checks++;
    return { fixable: find(disk.get("a") ?? ""), hide };
  };
  return { files, check, text: () => disk.get("a"), checks: () => checks };
};

describe("repairing a tree", () => {
  test("goes on while a repair brings another to light, and tells every line", async () => {
    const it = tree("one\ntwo\n", (text) => [
      ...(text.includes("one") ? [finding("first", change(1, "1"))] : []),
      ...(text.includes("one") || !text.includes("two") ? [] : [finding("second", change(2, "2\n3"))]),
    ]);
    const { last, fixed, made, left } = await fixFindings(it.check, it.files);
    expect(it.text()).toBe("1\n2\n3\n");
    expect(last.fixable).toEqual([]);
    expect(fixed.map(({ message }) => message)).toEqual(["first", "second"]);
    expect(made.map(({ before, edit }) => [before, edit.text])).toEqual([
      [["one"], "1"],
      [["two"], "2\n3"],
    ]);
    expect(left).toEqual([]);
    expect(it.checks()).toBe(3);
  });

  test("of two repairs of a line makes the first, and the second where it is still wanted", async () => {
    const it = tree("x\n", (text) => [
      ...(text.includes("a") ? [] : [finding("a", change(1, `${text.trimEnd()}a`))]),
      ...(text.includes("b") ? [] : [finding("b", change(1, `${text.trimEnd()}b`))]),
    ]);
    expect((await fixFindings(it.check, it.files)).left).toEqual([]);
    expect(it.text()).toBe("xab\n");
  });

  test("ends where a repair does not help, or two undo each other, and says so", async () => {
    const useless = tree("x\n", () => [finding("same", change(1, "x"))]);
    const { left, fixed } = await fixFindings(useless.check, useless.files);
    expect(useless.checks()).toBe(1);
    expect(fixed).toEqual([]);
    expect(left.map(({ because }) => because)).toEqual(["its repair does not end it"]);

    const endless = tree("x\n", (text) => [finding("other", change(1, text === "x\n" ? "y" : "x"))]);
    expect((await fixFindings(endless.check, endless.files)).left).toHaveLength(1);
    expect(endless.checks()).toBe(11);
  });

  test("leaves a file alone that may not be written", async () => {
    const it = tree("x\n", () => [finding("elsewhere", { ...change(1, "y"), file: "b" })]);
    expect((await fixFindings(it.check, it.files)).left.map(({ because }) => because)).toEqual(["b cannot be written"]);
    expect(it.text()).toBe("x\n");
  });

  test("makes a repair of a line with a secret, and does not tell it", async () => {
    const it = tree("data: {db: hunter2}\n", (text) =>
      text.includes("data: {") ? [finding("flow", change(1, "stringData: {db: hunter2, password: other}"))] : [],
    );
    const { made } = await fixFindings(it.check, it.files);
    expect(it.text()).toBe("stringData: {db: hunter2, password: other}\n");
    expect(made.map(({ before, edit }) => [before, edit.text])).toEqual([
      [["data: {db: ***}"], "stringData: {db: ***, password: ***}"],
    ]);
  });
});
