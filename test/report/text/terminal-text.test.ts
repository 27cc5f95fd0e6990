import { describe, expect, test } from "vitest";
import { renderFixes, renderTerminalText, type TextOptions } from "../../../src/report/text/terminal-text.ts";
import { finding, report } from "../sample-report.ts";

const options: TextOptions = { paint: (style, text) => `<${style}>${text}</>`, shown: (file) => `../${file}` };
const edit = { file: "a.yaml", startLine: 4, endLine: 4, text: "metadata:\n  labels: {}" };
const counts = { error: 1, warning: 1, notice: 0, suppressed: 0 };

describe("the result at a terminal", () => {
  test("groups findings by file, each with its place, severity, check, object and repair, and offers --fix", () => {
    const fix = { description: "Do it", edits: [edit] };
    const resource = { apiVersion: "v1", kind: "Service", namespace: "monitoring", name: "a" };
    const { at, ...placeless } = finding("warning", 2, { message: "one line\nand another" });
    expect(at).toBeDefined();
    expect(
      renderTerminalText(
        report({ conclusion: "failure", counts, findings: [finding("error", 3, { fix, resource }), placeless] }),
        options,
      ),
    ).toBe(`<file>../prometheus-stack/base/3.yaml</>
  <place>3:1</> <error>error</> <check>yaml-invalid</>
    problem 3
    in Service monitoring/a
    fix: Do it

<file>Without a place</>
  <warning>warning</> <check>yaml-invalid</>
    one line
    and another

1 error, 1 warning; --fix fixes 1 of them
`);
  });

  test("says which GPU failures somebody is told of, and whether the alerts fire; not where it is to be brief", () => {
    const of = (title: string, status: "ok" | "broken" | "none", exported: boolean) =>
      ({ id: title, title, status, exported, alerts: [] }) as never;
    const gpuCoverage = [
      of("XID", "ok", true),
      of("Power", "none", true),
      of("NVLink", "none", false),
      of("Hot", "broken", true),
    ];
    const alertProofs = [
      { name: "A", passed: 2, failed: 0, canary: { fired: true, why: null, course: null } },
      { name: "B", passed: 0, failed: 0, canary: { fired: false, why: "absent() is not simulated", course: null } },
    ];
    const told = report({ gpuCoverage, alertProofs });
    expect(
      renderTerminalText(told, options),
    ).toBe(`GPU failures that somebody is told of: 1 of 3; nobody is told of: Power, Hot
Alerts: unit tests of 1 of 2 alerts: 2 passed, 0 failed; 1 of 2 GPU alerts fired on synthetic series

<good>nothing found</>
`);
    expect(renderTerminalText(told, { ...options, brief: true })).toBe("<good>nothing found</>\n");
  });

  test("says what it could not check, and nothing where an error ended the run before it found anything", () => {
    const checksNotRun = [{ check: "some-check", reason: "the chart cannot be rendered" }];
    expect(renderTerminalText(report({ checksNotRun }), options)).toBe(
      "Not checked: some-check: the chart cannot be rendered\n\n<good>nothing found</>\n",
    );
    const suppressed = { error: 0, warning: 0, notice: 0, suppressed: 2 };
    expect(renderTerminalText(report({ counts: suppressed }), options)).toBe("<good>nothing found</>; 2 suppressed\n");
    expect(renderTerminalText(report({ error: { message: "no helm", hint: "get it" } }), options)).toBe("");
  });

  test("names a few checks that one reason kept from running, and reads nothing good into a part of a check", () => {
    const reason = "the chart did not render";
    const checksNotRun = ["a", "b", "c", "d", "e"].map((check) => ({ check, reason }));
    const stages = [{ name: "render", status: "failed", durationMs: 1, reason }] as const;
    expect(renderTerminalText(report({ checksNotRun, stages }), options)).toBe(
      "Not checked: a, b, c, and 2 more: the chart did not render\n\nnothing found; not all was checked: the chart did not render\n",
    );
  });

  test("lets no text from a file move the cursor", () => {
    const evil = finding("error", 1, { message: "a\u001b[2Jb\r", at: { file: "x\u0007.yaml", line: 1, column: 1 } });
    const text = renderTerminalText(report({ findings: [evil] }), options);
    expect(text).toContain("x\ufffd.yaml");
    expect(text).toContain("a\ufffd[2Jb\ufffd");
  });

  test("shows repairs as lines before and after, without those that stay, and what was not fixed and why", () => {
    const shown = renderFixes(
      {
        fixed: [finding("error", 1)],
        made: [{ edit, before: ["metadata:"] }],
        left: [{ finding: finding("error", 2), because: "a.yaml cannot be written" }],
      },
      options,
    );
    expect(shown).toBe(`<file>../a.yaml:5</>
<good>  +   labels: {}</>
Not fixed: yaml-invalid at ../prometheus-stack/base/2.yaml:2: a.yaml cannot be written
1 finding fixed

`);
    expect(renderFixes({ fixed: [], made: [], left: [] }, options)).toBe("");
  });
});
