import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectedOutcomes } from "../fixtures/stack-table.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { type ActRun, workflowRepository } from "./act.ts";

interface Case {
  readonly id: string;
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly conclusion: string;
  readonly failureReason: string;
  readonly checks: readonly string[];
}

const cases: readonly Case[] = [
  { id: "good", path: "fixtures/prometheus-stack", inputs: {}, conclusion: "success", failureReason: "", checks: [] },
  ...expectedOutcomes().map(({ stack, ...outcome }, n) => ({
    id: `stack-${n}`,
    path: `fixtures/stacks/${stack}`,
    ...outcome,
  })),
];

/** One step a stack with the action as its user writes it, then one that tells its outcome. */
const stepsOf = ({ id, path, inputs }: Case, schemas: string, reports: string): readonly object[] => [
  {
    uses: "./",
    id,
    "continue-on-error": true,
    with: {
      path,
      chart: "fixtures/charts/kube-prometheus-stack",
      "schema-locations": schemas,
      "kubernetes-version": kubernetesVersion,
      "report-dir": join(reports, id),
      ...inputs,
    },
  },
  {
    run: 'echo "$ID|$OUTCOME|$CONCLUSION|$REASON|$ERRORS" >> "$RESULTS"',
    env: {
      ID: id,
      OUTCOME: `\${{ steps.${id}.outcome }}`,
      CONCLUSION: `\${{ steps.${id}.outputs.conclusion }}`,
      REASON: `\${{ steps.${id}.outputs.failure-reason }}`,
      ERRORS: `\${{ steps.${id}.outputs.errors }}`,
    },
  },
];

describe("the action as `uses: ./` in a workflow", () => {
  const repository = workflowRepository(["fixtures"]);
  let reports: string;
  let run: ActRun;

  beforeAll(async () => {
    reports = await mkdtemp(join(tmpdir(), "prometheus-stack-reports-"));
    const schemas = await kubernetesSchemas();
    run = await repository.push({
      on: "push",
      jobs: {
        test: {
          "runs-on": "ubuntu-latest",
          steps: [{ uses: "actions/checkout@v6" }, ...cases.flatMap((one) => stepsOf(one, schemas, reports))],
        },
      },
    });
  }, 240_000);

  afterAll(async () => {
    repository.remove();
    await rm(reports, { recursive: true, force: true });
  });

  test("the job itself is green: every step that should fail was allowed to", () => {
    expect(run.code, run.log.slice(-5000)).toBe(0);
    expect(run.results).toHaveLength(cases.length);
  });

  test.each(cases)(
    "$path $inputs ends with $conclusion $failureReason",
    ({ id, conclusion, failureReason, checks }) => {
      const result = run.results.find((line) => line.startsWith(`${id}|`))?.split("|") ?? [];
      const report = JSON.parse(readFileSync(join(reports, id, "report.json"), "utf8"));
      expect(result.slice(1, 4), JSON.stringify(report.error ?? report.findings)).toEqual([
        conclusion,
        conclusion,
        failureReason,
      ]);
      const found = report.findings as readonly { readonly check: string; readonly severity: string }[];
      expect([...new Set(found.map(({ check }) => check))].sort()).toEqual(checks);
      expect(result[4]).toBe(String(found.filter(({ severity }) => severity === "error").length));
      expect(schemaErrors(report)).toEqual([]);
    },
  );
});
