import { expect, test } from "vitest";
import type { Round } from "../../../src/cli/watch/round.ts";
import { lastingText, roundLine, roundScreen } from "../../../src/cli/watch/round-text.ts";
import type { Finding, Severity } from "../../../src/core/finding.ts";
import type { TextOptions } from "../../../src/report/text/terminal-text.ts";
import { report } from "../../report/sample-report.ts";

const options: TextOptions = {
  paint: (_, text) => text,
  shown: (file) => file.replace(/^\/repository\//, ""),
  brief: true,
};

const finding = (severity: Severity, file: string, message = "It does not arrive."): Finding => ({
  check: "alert-for-missing",
  severity,
  message,
  at: { file, line: 3, column: 5 },
  help: "https://docs.example/checks",
});

const roundOf = (findings: readonly Finding[], more: Partial<Round> = {}): Round => {
  const of = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  const counts = { error: of("error"), warning: of("warning"), notice: of("notice"), suppressed: 0 };
  return {
    report: report({ findings, counts }),
    trouble: null,
    changed: [],
    endedAt: new Date(2026, 0, 2, 3, 4, 5),
    durationMs: 214,
    ...more,
  };
};

const size = { columns: 80, rows: 24 };

test("the worst comes first, whatever its file is called", () => {
  const screen = roundScreen(roundOf([finding("notice", "a.yaml"), finding("error", "b.yaml")]), options, size);
  expect(screen.indexOf("b.yaml")).toBeLessThan(screen.indexOf("a.yaml"));
  expect(screen).toMatch(/^03:04:05, in 0\.21 s\n\nb\.yaml\n {2}3:5 error alert-for-missing\n/);
  expect(screen).toMatch(/\n1 error, 1 notice\n\nCtrl-C ends it$/);
});

test("a screen is never longer than the terminal, and what has no room is counted", () => {
  const many = Array.from({ length: 60 }, (_, n) => finding(n === 59 ? "error" : "warning", `file-${n}.yaml`));
  for (const rows of [6, 10, 24, 50]) {
    const lines = roundScreen(roundOf(many), options, { columns: 80, rows }).split("\n");
    expect(lines.length).toBeLessThanOrEqual(rows);
    expect(lines.some((line) => /^… \d+ more lines$/.test(line))).toBe(true);
    expect(lines.at(-3)).toBe("1 error, 59 warnings");
  }
});

test("a line that is wider than the terminal takes more than one row", () => {
  const wide = Array.from({ length: 5 }, (_, n) => finding("error", `${n}.yaml`, "警".repeat(70)));
  const lines = roundScreen(roundOf(wide), options, { columns: 40, rows: 20 }).split("\n");
  const rows = lines.map((line) =>
    Math.max(1, Math.ceil([...line].reduce((sum, c) => sum + (c > "z" ? 2 : 1), 0) / 40)),
  );
  expect(rows.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(20);
});

test("for what is no terminal a round is a line", () => {
  const changed = ["/repository/stack/a.yaml", "/repository/stack/b.yaml"];
  expect(roundLine(roundOf([finding("error", "a.yaml")], { changed }), options)).toBe(
    "03:04:05 1 error (0.21 s); stack/a.yaml and 1 more file changed",
  );
  expect(roundLine(roundOf([]), options)).toBe("03:04:05 nothing found (0.21 s)");
});

test("what keeps a check from being made is shown with the way out, and nothing in it is obeyed", () => {
  const trouble = { message: "There is no folder \u001b[2Jx.\nSecond line", hint: "Make one." };
  const round = roundOf([], { report: null, trouble });
  expect(roundLine(round, options)).toBe("03:04:05 error: There is no folder \ufffd[2Jx. (0.21 s)");
  expect(roundScreen(round, options, size)).toContain("error: There is no folder \ufffd[2Jx.\nSecond line\nMake one.");
});

test("what is the same as before is known by its text, not by its time", () => {
  const one = roundOf([finding("error", "a.yaml")]);
  expect(lastingText({ ...one, durationMs: 5, endedAt: new Date(0) }, options)).toBe(lastingText(one, options));
  expect(lastingText(roundOf([]), options)).not.toBe(lastingText(one, options));
});
