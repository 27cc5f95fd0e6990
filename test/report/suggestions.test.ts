import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import type { Edit, Finding } from "../../src/core/finding.ts";
import { suggestionsOf } from "../../src/report/suggestions.ts";
import { finding, report } from "./sample-report.ts";

const edit = (more: Partial<Edit> = {}): Edit => ({
  file: "a.yaml",
  startLine: 4,
  endLine: 4,
  text: "  b: 1",
  ...more,
});
const repaired = (edits: readonly Edit[], n = 1, more: Partial<Finding> = {}): Finding =>
  finding("error", n, { fix: { description: "Set b.", edits }, ...more });
const checked = { name: "check", status: "passed", durationMs: 1 } as const;
const of = (findings: readonly Finding[], more = {}) =>
  suggestionsOf(report({ findings, stages: [checked], ...more }), { key: "CI" });

describe("repairs that are suggested", () => {
  test("say what is wrong, what it becomes, and why", () => {
    const [only] = of([repaired([edit({ endLine: 5, text: "a\nb" })])]).suggestions;
    expect(only).toMatchObject({
      path: "a.yaml",
      startLine: 4,
      endLine: 5,
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(only?.body).toMatch(
      /^❌ problem 1\n\n<b>Mend:<\/b> Set b\. <a href="[^"]*">.*\n\n```suggestion\na\nb\n```$/,
    );
  });

  test.each([
    ["without an edit", finding("error", 1)],
    [
      "of several places, which a reviewer would take one by one",
      repaired([edit(), edit({ startLine: 9, endLine: 9 })]),
    ],
    ["that leave an empty line, which a suggestion does not say", repaired([edit({ text: "" })])],
    ["with what nobody sees in their text", repaired([edit({ text: "a\u202eb" })])],
  ])("are none %s", (_, one) => expect(of([one]).suggestions).toEqual([]));

  test("are one for each line, whoever wants it", () => {
    const wanted = [
      edit(),
      edit(),
      edit({ text: "c" }),
      edit({ startLine: 3, endLine: 4 }),
      edit({ startLine: 5, endLine: 5 }),
    ];
    expect(of(wanted.map((one, n) => repaired([one], n))).suggestions.map(({ startLine }) => startLine)).toEqual([
      4, 5,
    ]);
  });

  test("keep their key where lines move, and have another where the repair is another", () => {
    const key = (one: Edit, line: number): string | undefined =>
      of([repaired([one], 1, { at: { file: "a.yaml", line, column: 1 }, lineHash: "ab:1" })]).suggestions[0]?.key;
    expect(key(edit({ startLine: 40, endLine: 40 }), 40)).toBe(key(edit(), 4));
    expect(key(edit({ text: "c" }), 4)).not.toBe(key(edit(), 4));
  });

  test("call earlier ones mended only where the whole was checked, and only of the same target", () => {
    expect(of([]).mended).toMatch(/^✅ Mended/);
    expect(of([], { stages: [{ name: "check", status: "skipped", reason: "r" }] }).mended).toBeNull();
    expect(of([], { target: "west" }).scope).not.toBe(of([]).scope);
  });

  test("are one block of literal text, whatever stands in them, and nothing else of theirs is markup", () => {
    const hostile = fc.constantFrom(
      ...["```", "~~~~", "```suggestion\n", "<img src=x>", "-->", "<!-- x", "@team", "[a](https://x)", "\n", "|", "#1"],
    );
    const said = fc.array(fc.oneof(hostile, fc.string({ maxLength: 8 })), { maxLength: 6 }).map((all) => all.join(""));
    fc.assert(
      fc.property(said, said, (message, lines) => {
        const one = repaired([edit({ text: `x${lines}` })], 1, {
          message: `m${message}`,
          fix: { description: message, edits: [edit({ text: `x${lines}` })] },
        });
        for (const { body } of of([one]).suggestions) {
          const page = marked.parse(body, { async: false });
          const blocks = [...page.matchAll(/<pre><code class="language-suggestion">([^<]*)<\/code><\/pre>/g)];
          expect(blocks).toHaveLength(1);
          const rest = page.replace(blocks[0]?.[0] ?? "", "");
          expect(rest).not.toMatch(/<(?:img|pre|h\d|ul|ol|table|blockquote)|<!--|@[a-z]/);
          expect(rest.match(/<a /g)).toHaveLength(1);
        }
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});
