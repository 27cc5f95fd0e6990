import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ActionStep, runAction, type StepResult } from "../../scripts/run-action.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { schemaErrors } from "../report/report-schema.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const repository = resolve(import.meta.dirname, "../..");
let tools: string;
let schemas: string;
let temp: string;

beforeAll(async () => {
  [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
  temp = mkdtempSync(join(tmpdir(), "prometheus-stack-dist-"));
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** The built action with the example stack, on a runner's temporary folder of its own. */
const step = (inputs: Readonly<Record<string, string>>, more: Partial<ActionStep> = {}): Promise<StepResult> =>
  runAction({
    entry: "dist/index.js",
    inputs: {
      path: "fixtures/prometheus-stack",
      chart: "fixtures/charts/kube-prometheus-stack",
      "schema-locations": schemas,
      "kubernetes-version": kubernetesVersion,
      ...inputs,
    },
    tools,
    workspace: repository,
    show: false,
    ...more,
    env: { RUNNER_TEMP: temp, GITHUB_ACTIONS: "true", ...more.env },
  });

const reportOf = ({ outputs }: StepResult) => JSON.parse(readFileSync(outputs["report-path"] ?? "", "utf8"));
const leftInTemp = (): readonly string[] => readdirSync(temp).filter((name) => name !== "prometheus-stack-report");

describe("dist/index.js as the runner starts it", () => {
  test("passes the example stack: outputs, summary, report, manifests without Secret values, and nothing private left", async () => {
    const result = await step({});
    expect(result.code, result.output).toBe(0);
    expect(result.outputs).toMatchObject({ conclusion: "success", "failure-reason": "", errors: "0" });
    expect(result.summary).toMatch(/^## ✅ /);
    expect(schemaErrors(reportOf(result))).toEqual([]);
    const chart = readFileSync(join(result.outputs["manifests-path"] ?? "", "chart.yaml"), "utf8");
    expect(chart).toContain("admin-password: (redacted)");
    expect(leftInTemp()).toEqual([]);
  });

  test("tells every bad input at once, with a report", async () => {
    const result = await step({ mode: "delpoy", "fail-on": "info" });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ conclusion: "failure", "failure-reason": "invalid-input" });
    expect(result.output).toContain('mode is "delpoy": it must be one of check, plan, deploy');
    expect(result.output).toContain('fail-on is "info"');
    expect(schemaErrors(reportOf(result))).toEqual([]);
  });

  test("fails on errors, and with fail-on: never only tells them", async () => {
    const path = "fixtures/stacks/no-gpu-rules";
    const failed = await step({ path });
    expect([failed.code, failed.outputs["failure-reason"], failed.outputs["errors"]]).toEqual([1, "findings", "1"]);
    expect(failed.output).toMatch(/^::error title=gpu-rules-missing,file=fixtures\/stacks\/no-gpu-rules\//m);
    const told = await step({ path, "fail-on": "never" });
    expect([told.code, told.outputs["conclusion"], told.outputs["errors"]]).toEqual([0, "success", "1"]);
  });

  test("writes no summary and no annotations where the inputs say so", async () => {
    const result = await step({ path: "fixtures/stacks/no-gpu-rules", summary: "false", annotations: "false" });
    expect(result.summary).toBe("");
    expect(result.output).not.toMatch(/^::error title=gpu-rules-missing/m);
  });

  test("names the missing tool and the way out where nothing may be downloaded", async () => {
    const result = await step({ tools: "path" }, { env: { PATH: "/nonexistent" } });
    expect([result.code, result.outputs["failure-reason"]]).toEqual([1, "tool-missing"]);
    expect(result.output).toMatch(/helm|kubectl/);
  });

  test("a cancelled run says so, and leaves no process and no private folder", async () => {
    // A command that never ends, in the place of helm.
    const slow = join(temp, "slow");
    mkdirSync(slow);
    const started = join(slow, "started");
    writeFileSync(
      join(slow, "helm"),
      `#!/bin/sh\nprintf v4.3.1\n[ "$1" = version ] && exit\necho $$ > ${started}\nexec sleep 600\n`,
      {
        mode: 0o755,
      },
    );
    const result = await step(
      { "report-dir": join(slow, "report") },
      {
        tools: `${slow}:${tools}`,
        started: (kill) => {
          const timer = setInterval(() => {
            if (!existsSync(started)) return;
            clearInterval(timer);
            kill("SIGINT");
          }, 20);
        },
      },
    );
    expect([result.code, result.outputs["failure-reason"]], result.output).toEqual([1, "cancelled"]);
    expect(() => process.kill(Number(readFileSync(started, "utf8")), 0)).toThrow("ESRCH");
    expect(schemaErrors(reportOf(result))).toEqual([]);
    rmSync(slow, { recursive: true });
    expect(leftInTemp()).toEqual([]);
  });

  test("all that V8 has compiled of a run is kept, and the next run takes back all of it", async () => {
    const cache = mkdtempSync(join(temp, "tool-cache-"));
    const kept = (): readonly (readonly [string, number])[] => {
      const folder = join(cache, "prometheus-stack-action/compiled");
      return readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]);
    };
    await step({}, { env: { RUNNER_TOOL_CACHE: cache } });
    const first = kept();
    expect(first.length).toBeGreaterThan(5);
    await step({}, { env: { RUNNER_TOOL_CACHE: cache } });
    expect(kept()).toEqual(first);
    rmSync(cache, { recursive: true });
  });

  test("the post step removes the private folder that a killed step left", async () => {
    const left = mkdtempSync(join(temp, "prometheus-stack-"));
    writeFileSync(join(left, "config.json"), "{}");
    const result = await step({}, { env: { STATE_scratch: left } });
    expect(result.code, result.output).toBe(0);
    expect(existsSync(left)).toBe(false);
    expect(result.outputs).toEqual({});
  });
});
