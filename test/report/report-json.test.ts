import { expect, test } from "vitest";
import { renderReportJson } from "../../src/report/report-json.ts";
import { schemaErrors } from "./report-schema.ts";
import { finding, report, sampleRollback } from "./sample-report.ts";

const json = (value: Parameters<typeof renderReportJson>[0]): Record<string, unknown> =>
  JSON.parse(renderReportJson(value));

test("keeps to its JSON Schema", () => {
  const resource = { apiVersion: "v1", kind: "Namespace", namespace: null, name: "monitoring" };
  const findings = [
    finding("error", 1, { resource }),
    { check: "a", severity: "notice", message: "m", help: "https://e.com" } as const,
  ];
  expect(schemaErrors(json(report({ findings })))).toEqual([]);
});

test("keeps to it where a deploy was taken back", () => {
  const taken = report({ mode: "deploy", rollback: sampleRollback() });
  expect(schemaErrors(json(taken))).toEqual([]);
  const perhaps = { ...json(taken), rollback: { ...sampleRollback(), outcome: "perhaps" } };
  expect(schemaErrors(perhaps).join()).toContain("/rollback/outcome");
});

test("spreads a finding's place into the finding", () => {
  expect(json(report({ findings: [finding("error", 3)] }))["findings"]).toMatchObject([
    { check: "yaml-invalid", file: "prometheus-stack/base/3.yaml", line: 3, column: 1 },
  ]);
});

test("the JSON Schema refuses what is not a report", () => {
  const broken = { ...json(report()), conclusion: "maybe", extra: 1, stages: [{ name: "load", status: "failed" }] };
  expect(schemaErrors(broken).length).toBeGreaterThanOrEqual(3);
});
