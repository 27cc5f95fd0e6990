import { expect, test } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import type { BytesResult } from "../../../src/outside/workspace.ts";
import { lineHashes } from "../../../src/report/lines/line-hash.ts";
import { markLines } from "../../../src/report/lines/mark-lines.ts";
import { finding } from "../sample-report.ts";

const text = "\ufeffa: 1\r\nb:\r\n  c: é\r\n";
const bytes = async (file: string): Promise<BytesResult> =>
  file === "a.yaml"
    ? { ok: true, bytes: new TextEncoder().encode(text) }
    : { ok: false, why: "missing", message: "there is none" };

const mark = async (...findings: readonly Finding[]): Promise<readonly Finding[]> =>
  (await markLines({ findings, suppressed: [], notRun: [] }, { bytes })).findings;

const at = (line: number, column: number, more = {}) => ({
  at: { file: "a.yaml", line, column, ...more },
});

test("a place without an end ends with its line, in columns without a byte-order mark and a carriage return", async () => {
  const places = await mark(
    finding("error", 1, at(1, 1)),
    finding("error", 2, at(3, 3)),
    finding("error", 3, at(4, 9)),
  );
  expect(places.map((one) => one.at)).toEqual([
    { file: "a.yaml", line: 1, column: 1, endLine: 1, endColumn: 5 },
    { file: "a.yaml", line: 3, column: 3, endLine: 3, endColumn: 7 },
    { file: "a.yaml", line: 4, column: 9, endLine: 4, endColumn: 9 },
  ]);
});

test("one with an end keeps it, and one that names its last line ends there", async () => {
  const places = await mark(
    finding("error", 1, at(1, 1, { endLine: 3, endColumn: 2 })),
    finding("error", 2, at(1, 3, { endLine: 3 })),
  );
  expect(places.map((one) => [one.at?.endLine, one.at?.endColumn])).toEqual([
    [3, 2],
    [3, 7],
  ]);
});

test("the hash is that of the file as it lies there, whose mark counts", async () => {
  const [first] = await mark(finding("error", 1, at(1, 1)));
  expect(first?.lineHash).toBe(lineHashes(text, new Set([1])).get(1));
  expect(first?.lineHash).not.toBe(lineHashes(text.slice(1), new Set([1])).get(1));
});

test("what has no place, a file that is gone or a line that is not there, stays as it is", async () => {
  const { at: _, ...nowhere } = finding("error", 1);
  const gone = finding("error", 2);
  const [first, second, third] = await mark(nowhere, gone, finding("error", 3, at(99, 1)));
  expect([first, second]).toEqual([nowhere, gone]);
  expect(third).not.toHaveProperty("lineHash");
});

test("what is let be is marked as well", async () => {
  const one = { finding: finding("error", 1, at(1, 1)), by: "comment", reason: "r" } as const;
  const { suppressed } = await markLines({ findings: [], suppressed: [one], notRun: [] }, { bytes });
  expect(suppressed[0]?.finding.lineHash).toMatch(/^[0-9a-f]+:1$/);
});
