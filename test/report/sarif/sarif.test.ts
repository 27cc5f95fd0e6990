import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checks } from "../../../src/checks/index.ts";
import type { Finding } from "../../../src/core/finding.ts";
import type { Report } from "../../../src/report/report.ts";
import { renderSarif } from "../../../src/report/sarif/sarif.ts";
import type { SignalPath } from "../../../src/signal/path/signal-path.ts";
import { cpuTime } from "../../cpu-time.ts";
import { finding, report } from "../sample-report.ts";
import { runIn, sarifErrors } from "./sarif-schema.ts";

const sarif = (more: Partial<Report>, withSuppressed = false): string => renderSarif(report(more), { withSuppressed });
const resultsOf = (...findings: readonly Finding[]) => runIn(sarif({ findings })).results ?? [];

const monitor = { apiVersion: "monitoring.coreos.com/v1", kind: "ServiceMonitor", namespace: "gpu", name: "dcgm" };
const place = { file: "prometheus-stack/overlays/a b/ünï.yaml", line: 4, column: 3, endLine: 4, endColumn: 16 };
const path: SignalPath = {
  signal: "metrics",
  subject: "ServiceMonitor gpu/dcgm",
  resource: monitor,
  status: "broken",
  hops: [
    {
      hop: "prometheus-selects-monitor",
      status: "ok",
      why: "It does.",
      at: { file: "values.yaml", line: 9, column: 1 },
    },
    { hop: "rbac-allows-discovery", status: "ok", why: "It does." },
    {
      hop: "port-exists",
      status: "broken",
      why: "It has no such port.",
      at: place,
      check: "servicemonitor-port-not-found",
    },
    { hop: "pods-exist", status: "unknown", why: "[x](http://evil)", at: { file: "service.yaml", line: 2, column: 5 } },
  ],
};
const broken = finding("error", 4, {
  check: "servicemonitor-port-not-found",
  message: "The Service has no port metrics",
  at: place,
  resource: monitor,
  lineHash: "39fa2ee980eb94b0:1",
  fix: { description: "Name the Service's port: `port: gpu-metrics`.", edits: [] },
});

describe("the results", () => {
  test("of a broken signal, with the places along its way", async () => {
    const text = sarif({ findings: [broken], signalPaths: [path], target: "west", path: "clusters/west/stack" });
    expect(sarifErrors(text)).toEqual([]);
    const { results, automationDetails, invocations } = runIn(text);
    await expect(`${JSON.stringify({ results, automationDetails, invocations }, null, 2)}\n`).toMatchFileSnapshot(
      "golden/broken-signal.json",
    );
  });

  test("come worst first, each with its level and the index of no other rule than its own", () => {
    const results = resultsOf(finding("notice", 1), finding("warning", 2), finding("error", 3));
    expect(results.map(({ level }) => level)).toEqual(["error", "warning", "note"]);
    const rules = runIn(sarif({})).tool.driver.rules ?? [];
    expect(new Set(results.map(({ ruleId }) => ruleId)).isSubsetOf(new Set(rules.map(({ id }) => id)))).toBe(true);
  });

  test("have one place each, also without one: the whole file would be refused", () => {
    const { at: _, ...nowhere } = finding("error", 1);
    expect(resultsOf(nowhere)[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("prometheus-stack");
  });

  test("of one check on one line are told apart, others are known by their line alone", () => {
    const lineHash = "39fa2ee980eb94b0:1";
    const at = { file: "a.yaml", line: 1, column: 1 };
    const results = resultsOf(
      ...["first", "second"].map((message) => finding("error", 1, { at, message, lineHash })),
      finding("error", 1, { at, check: "other", lineHash }),
      finding("error", 1, { at: { ...at, file: "b.yaml" }, lineHash }),
    );
    expect(results.map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"])).toEqual([
      ...[lineHash, `${lineHash}:2`, lineHash, lineHash],
    ]);
  });

  test("leave out what is let be, for code scanning, or suppress it, for all others", () => {
    const by = ["comment", "configuration", "baseline"] as const;
    const suppressed = by.map((one, n) => ({ finding: finding("error", n + 1), by: one, reason: `because ${n}` }));
    expect(runIn(sarif({ suppressed })).results).toEqual([]);
    const text = sarif({ suppressed }, true);
    expect(sarifErrors(text)).toEqual([]);
    expect(runIn(text).results?.map(({ suppressions }) => suppressions?.[0])).toEqual([
      { kind: "inSource", status: "accepted", justification: "because 0" },
      { kind: "external", status: "accepted", justification: "because 1" },
      { kind: "external", status: "accepted", justification: "because 2" },
    ]);
  });
});

describe("the rules", () => {
  const rules = runIn(sarif({})).tool.driver.rules ?? [];

  test("are all checks, each with what its page says, whose links lead somewhere from everywhere", () => {
    expect(rules.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    for (const { help, shortDescription, fullDescription, id } of rules) {
      for (const text of [shortDescription?.text, fullDescription?.text])
        expect(text?.length, id).toSatisfy((length: number) => length > 0 && length <= 1024);
      expect(help?.markdown, id).toContain("## How to mend it");
      expect(help?.markdown, id).not.toMatch(/\]\((?!https:)/);
    }
  });

  test("have the words by which code scanning orders alerts", () => {
    const of = (id: string) => rules.find((rule) => rule.id === id);
    expect(of("alert-template-invalid")).toMatchObject({
      defaultConfiguration: { level: "error" },
      properties: { precision: "very-high", "problem.severity": "error", tags: ["prometheus", "monitoring", "alert"] },
    });
    expect(of("alert-name-style")).toMatchObject({
      defaultConfiguration: { level: "note" },
      properties: { precision: "high", "problem.severity": "recommendation" },
    });
  });
});

describe("the limits of code scanning", () => {
  test("hold with 25,000 findings whose texts do not compress, and it says what is left out", () => {
    const findings = Array.from({ length: 25_000 }, (_, n) =>
      finding("error", n + 1, { message: Array.from({ length: 80 }, () => Math.random().toString(36)).join(" ") }),
    );
    expect(cpuTime(() => sarif({ findings }))).toBeLessThan(5000);
    const text = sarif({ findings });
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(10_000_000);
    const { results = [], invocations } = runIn(text);
    expect(results.length).toBeGreaterThanOrEqual(1000);
    expect(JSON.stringify(invocations)).toContain(`${25_000 - results.length} more findings in report.json.`);
  });

  test("hold for any texts, and the schema does", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom("](1)", "[x](1)", "##[add-path]x", "\n::error::x\n", "\u202e", "\ud800", "é".repeat(3000)),
    );
    const position = fc.integer({ min: 1, max: 9999 });
    const at = fc.record({ file: text, line: position, column: position });
    const anyFinding = fc.record({
      message: text,
      at: fc.option(at, { nil: undefined }),
      reason: text,
      description: text,
    });
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 5 }), text, (all, target) => {
        const findings = all.map(({ message, at: where, description }, n): Finding => {
          const { at: _, ...nowhere } = finding("error", n + 1, { message, fix: { description, edits: [] } });
          return where === undefined ? nowhere : { ...nowhere, at: where };
        });
        const suppressed = findings.map((one) => ({ finding: one, by: "comment", reason: target }) as const);
        const whole = sarif({ findings, suppressed, target, error: { message: target, hint: target } }, true);
        expect(sarifErrors(whole)).toEqual([]);
        expect(whole).not.toMatch(/^::|##\[|\\ud[89ab]../m);
        for (const result of runIn(whole).results ?? []) {
          expect(result.message.text?.length).toBeLessThanOrEqual(1024);
          expect(result.message.text).not.toMatch(/\]\(/);
        }
      }),
      { numRuns: 50 },
    );
  });
});
