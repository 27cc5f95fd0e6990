import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentOf } from "../../../src/report/brief/comment.ts";
import { type CommentState, readState, writeState } from "../../../src/report/brief/comment-state.ts";
import type { Report } from "../../../src/report/report.ts";
import { linksOf } from "../../../src/report/summary/links.ts";
import { finding, report, sampleRollback } from "../sample-report.ts";
import { samplePlan } from "../summary/sample-plan.ts";

const links = linksOf({});
const of = (told: Report) => commentOf(told, links, { when: "always", key: "CI" });
const commit = (n: number): string => String(n).repeat(40);

/** A comment that each of these runs wrote into; the texts that it had. */
const written = (...runs: readonly (readonly [commit: string, told: Report])[]): readonly string[] => {
  const bodies: string[] = [];
  for (const [sha, told] of runs) {
    const { marker, body } = of(told);
    const held = bodies.at(-1) ?? null;
    bodies.push(`${marker}\n${body({ body: held, commit: sha })}`);
  }
  return bodies;
};
const found = (...numbers: readonly number[]): Report => report({ findings: numbers.map((n) => finding("error", n)) });
const summaryOf = (body: string): string | undefined =>
  /<(?:summary|sub)>(Since .*?)<\/(?:summary|sub)>/.exec(body)?.[1];

describe("the history of a comment", () => {
  test("is what was mended and what is new since the last push", () => {
    const [first = "", second = ""] = written([commit(1), found(1, 2, 3)], [commit(2), found(3, 4)]);
    expect(summaryOf(first)).toBeUndefined();
    expect(summaryOf(second)).toBe("Since <code>111111111111</code>: 2 mended, 1 new");
    for (const n of [1, 2])
      expect(second).toContain(`- mended: <code>yaml-invalid</code> <code>prometheus-stack/base/${n}.yaml:${n}</code>`);
    expect(second).toContain("- new: <code>yaml-invalid</code> <code>prometheus-stack/base/4.yaml:4</code>");
  });

  test("says of which commit the comment tells; a deploy is told wherever its plan was", () => {
    const [body = ""] = written([commit(1), found(1)]);
    expect([of(found()), of(report({ mode: "deploy" }))].map(({ commitIn }) => commitIn(body))).toEqual([
      commit(1),
      null,
    ]);
    expect(of(found()).commitIn("anything\nelse")).toBeNull();
  });

  test("of one commit that is checked again is compared with the commit before", () => {
    const runs = written([commit(1), found(1)], [commit(2), found()], [commit(2), found(2)]);
    expect(runs.map(summaryOf).slice(1)).toEqual(
      ["1 mended, nothing new", "1 mended, 1 new"].map((said) => `Since <code>111111111111</code>: ${said}`),
    );
  });

  test("goes back to earlier pushes", () => {
    const last = written([commit(1), found(1)], [commit(2), found(2)], [commit(3), found(2, 3)]).at(-1) ?? "";
    expect(last).toContain("- earlier, at <code>222222222222</code>: 1 mended, 1 new");
    expect(summaryOf(last)).toBe("Since <code>222222222222</code>: nothing mended, 1 new");
  });

  test("knows a finding again whose line moved", () => {
    const at = (line: number) =>
      report({ findings: [finding("error", 1, { at: { file: "a", line, column: 1 }, lineHash: "ab:1" })] });
    expect(summaryOf(written([commit(1), at(3)], [commit(2), at(30)])[1] ?? "")).toContain(
      "nothing mended, nothing new",
    );
  });

  test("does not take for mended or new what it had no room to keep", () => {
    const many = found(...Array.from({ length: 500 }, (_, n) => n + 1));
    const [, second = ""] = written([commit(1), many], [commit(2), many]);
    expect(summaryOf(second)).toContain("nothing mended, nothing new");
    expect(summaryOf(written([commit(1), many], [commit(2), found(1)])[1] ?? "")).toContain("299 mended, nothing new");
  });

  test("leaves the comment within GitHub's limit, with its totals, whatever names are", () => {
    const long = (from: number): Report =>
      report({
        counts: { error: 300, warning: 0, notice: 0, suppressed: 0 },
        findings: Array.from({ length: 300 }, (_, n) =>
          finding("error", n, { at: { file: `${"<\u0001é".repeat(60)}${from + n}`, line: 1, column: 1 } }),
        ),
      });
    for (const body of written([commit(1), long(0)], [commit(2), long(300)], [commit(3), long(600)])) {
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
      expect(body).toContain("300 errors");
    }
  });
});

describe("what a comment keeps", () => {
  const run = (n: number): CommentState["now"] => ({
    ...{ commit: commit(n), keys: ["0123abcd"], isAll: true },
    named: [{ key: "0123abcd", check: "yaml-invalid", place: "a.yaml:1" }],
  });
  const state: CommentState = { now: run(2), before: run(1), pushes: [{ commit: commit(1), mended: 1, added: 0 }] };

  test("is read again as it was", () => expect(readState(writeState(state))).toEqual(state));

  test("is nothing where somebody wrote something else there", () => {
    const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const line = (text: string): string => `<!-- prometheus-stack-action-state ${text} -->`;
    const named = (more: object) => ({ ...state, now: { ...run(2), named: [{ ...run(2).named[0], ...more }] } });
    for (const value of [
      ...[null, [], 1, {}, { ...state, now: null }, { ...state, pushes: [{}] }, { ...state, before: [] }],
      ...[named({ check: "<img>" }), named({ place: "x".repeat(500) }), named({ key: "-->" }), named({ place: 1 })],
      { ...state, now: { ...run(2), commit: "main" } },
      { ...state, now: { ...run(2), keys: Array.from({ length: 301 }, () => "0123abcd") } },
      { ...state, pushes: Array.from({ length: 11 }, () => state.pushes[0]) },
      { ...state, pushes: [{ commit: commit(1), mended: -1, added: 1e300 }] },
    ])
      expect(readState(line(encoded(value))), JSON.stringify(value)).toBeNull();
    expect(readState(line(`${"A".repeat(20_000)}`))).toBeNull();
    expect(readState(`${writeState(state)} `)).toBeNull();
  });

  test("is nothing, or something that is shown as text, whatever stands there", () => {
    const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = Buffer.from(JSON.stringify(state));
        for (const { at, by } of changes) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
        const { marker, body } = of(found());
        const held = `${marker}\n<!-- prometheus-stack-action-state ${bytes.toString("base64url")} -->\n`;
        const text = body({ body: held, commit: commit(3) });
        expect(text.split("\n").slice(1).join("\n")).not.toMatch(/<!--|<img|@\w/);
      }),
      { seed: 20261130, numRuns: 500 },
    );
  });
});

describe("a comment on a deploy", () => {
  const deploy = {
    cluster: { server: "https://c.example", uid: "u", version: "1.35.4" },
    release: { name: "stack", namespace: "monitoring", revision: 12, status: "deployed" },
    ...{ objects: [], workloads: [], notReady: [] },
  };
  const deployed = report({ mode: "deploy", deploy, plan: samplePlan() });

  test("says what was deployed and stays; the next run writes another", () => {
    const { marker, body, isOpen, isMergedToo } = of(deployed);
    const text = `${marker}\n${body({ body: null, commit: commit(1) })}`;
    expect(text).toContain(
      "> Deployed, chart <code>kube-prometheus-stack 88.5.3</code>, release <code>stack</code> at revision 12, plan <code>",
    );
    expect(text).toContain("This comment stays as it is");
    expect(isMergedToo).toBe(true);
    expect(isOpen(text)).toBe(false);
    // By the same marker.
    expect(of(report()).marker).toBe(marker);
    expect(of(report()).isOpen(text)).toBe(false);
    for (const open of written([commit(1), found(1)])) expect(of(deployed).isOpen(open)).toBe(true);
  });

  test("says of one that was taken back that it was, and of one that failed what it left", () => {
    const failed = { ...deployed, conclusion: "failure", failureReason: "apply-failed" } as const;
    expect(of(failed).body({ body: null, commit: null })).toContain("> Deployed in part, ");
    const back = of({ ...failed, rollback: sampleRollback() }).body({ body: null, commit: null });
    expect(back).toContain("> Deployed, and taken back, ");
    expect(back).toContain("at revision 3");
  });

  test("stays open where nothing was deployed", () => {
    const refused = report({ mode: "deploy", conclusion: "failure", failureReason: "gate-missing" });
    const { marker, body, isOpen } = of(refused);
    expect(isOpen(`${marker}\n${body({ body: null, commit: commit(1) })}`)).toBe(true);
  });
});
