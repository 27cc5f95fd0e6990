import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { githubApi } from "../loopback-servers/github-api.ts";
import { proposal, proposed } from "./proposed.ts";
import { type BadRun, canary, type Disk, expectWhole, runBad } from "./spoiled-stack.ts";

const timeout = 240_000;
const alerting = "prometheus-stack/overlays/alerting/kustomization.yaml";
const dashboards = "prometheus-stack/overlays/dashboards/kustomization.yaml";
const exporter = "prometheus-stack/overlays/alerting/gpu-exporter.yaml";
const counters = "prometheus-stack/upstream/dcgm-metrics.csv";
const values = "prometheus-stack/upstream/values.yaml";

const reportOf = ({ outputs }: BadRun) => JSON.parse(readFileSync(outputs["report-path"] ?? "", "utf8"));
const sarifOf = ({ outputs }: BadRun) => JSON.parse(readFileSync(outputs["sarif-path"] ?? "", "utf8")).runs[0].results;
const lineOf = (disk: Disk, file: string, text: string): number =>
  readFileSync(join(disk.workspace, file), "utf8").split("\n").indexOf(text) + 1;

describe.concurrent("a pull request", () => {
  test("what is new is shown on the line that brought it; what was there, and what is mended, is told apart", {
    timeout,
  }, async () => {
    const spoil = proposed({
      before: (disk) => {
        disk.replace(counters, "DCGM_FI_DEV_FABRIC_MANAGER_STATUS,", "# DCGM_FI_DEV_FABRIC_MANAGER_STATUS,");
        disk.replace(dashboards, 'grafana_dashboard: "1"', 'grafana_dashboard: "true"');
      },
      change: (disk) => {
        disk.replace(dashboards, 'grafana_dashboard: "true"', 'grafana_dashboard: "1"');
        disk.replace(alerting, "      release: prometheus-stack", "      release: kps");
        disk.write("README.md", "unread\n");
      },
    });
    await runBad({ spoil, env: proposal }, (run) => {
      expectWhole(run, "findings");
      const line = lineOf(run.disk, alerting, "      release: kps");
      const { findings, change } = reportOf(run);
      const fresh = findings.filter((one: { change: string }) => one.change === "new");
      expect(fresh.map(({ check, file }: Record<string, string>) => [check, file?.split("/").at(-1)])).toEqual(
        ["gpu-exporter.yaml", "gpu-health.yaml", "gpu-usage.yaml"].map((file) => ["prometheusrule-not-selected", file]),
      );
      for (const { anchor } of fresh) expect(anchor).toMatchObject({ file: alerting, line, column: 7 });
      expect(findings.filter((one: { change: string }) => one.change === "known")).toMatchObject([
        { check: "promql-metric-not-exported" },
      ]);
      expect(change).toMatchObject({
        affected: true,
        note: null,
        mended: [{ check: "dashboard-not-selected", file: dashboards }],
      });
      // Where a reviewer looks.
      expect(
        run.output.match(new RegExp(`^::error title=prometheusrule-not-selected,file=${alerting},line=${line},`, "gm")),
      ).toHaveLength(3);
      const shown = sarifOf(run).filter((one: { ruleId: string }) => one.ruleId === "prometheusrule-not-selected");
      expect(shown[0]).toMatchObject({
        locations: [{ physicalLocation: { artifactLocation: { uri: alerting }, region: { startLine: line } } }],
        relatedLocations: [
          { id: 1, physicalLocation: { artifactLocation: { uri: expect.stringContaining("gpu-exporter.yaml") } } },
        ],
      });
      expect(run.summary).toMatch(
        /### What this change does\n\nAgainst commit <code>[0-9a-f]{12}<\/code>: \*\*3 new\*\*, 1 mended, 1 as before\./,
      );
    });
  });

  test("words of the older tree are told without its secrets", { timeout }, async () => {
    const spoil = proposed({
      before: (disk) => {
        disk.replace(exporter, "severity: critical", "severity: hunter2hunter2");
        disk.append(values, "grafana:\n  adminPassword: hunter2hunter2\n");
      },
      change: (disk) => {
        disk.replace(exporter, "severity: hunter2hunter2", "severity: critical");
        disk.replace(values, "grafana:\n  adminPassword: hunter2hunter2\n", "");
      },
    });
    await runBad({ spoil, env: proposal }, (run) => {
      expectWhole(run, null);
      expect(reportOf(run).change.mended.map(({ check }: { check: string }) => check)).toEqual([
        "alert-severity-invalid",
        "secret-in-clear-text",
      ]);
      expect(run.told).not.toContain("hunter2");
    });
  });

  test("of a clone that lacks the commit a notice says so, once, and nothing fails", { timeout }, async () => {
    const spoil = proposed({ change: (disk) => disk.write("README.md", "x\n"), base: "7".repeat(40) });
    await runBad({ spoil, env: proposal }, (run) => {
      expectWhole(run, null);
      expect(reportOf(run).change).toMatchObject({ base: null, affected: true, mended: [] });
      expect(run.output.match(/^::notice title=This change::Findings are not compared.*fetch-depth: 2/gm)).toHaveLength(
        1,
      );
    });
  });

  test("a link out of the repository that was there before is not followed", { timeout }, async () => {
    const link = "prometheus-stack/overlays/alerting/more.yaml";
    const spoil = proposed({
      before: (disk) => {
        symlinkSync(join(disk.outside, "canary.yaml"), join(disk.workspace, link));
        disk.replace(alerting, "resources:\n", "resources:\n  - more.yaml\n");
      },
      change: (disk) => {
        disk.remove(link);
        disk.replace(alerting, "resources:\n  - more.yaml\n", "resources:\n");
      },
    });
    await runBad({ spoil, env: proposal }, (run) => {
      expectWhole(run, null);
      expect(run.told).not.toContain(canary);
      expect(reportOf(run).change.note).toContain("more.yaml is a link");
    });
  });

  test("a stack that the change brings is new as a whole", { timeout }, async () => {
    const spoil = proposed({
      before: (disk) => disk.remove("prometheus-stack"),
      change: (disk) => {
        disk.write(
          "prometheus-stack/upstream/install.sh",
          "helm upgrade --install kps ./chart --namespace monitoring\n",
        );
        disk.write("prometheus-stack/base/kustomization.yaml", "resources: [namespace.yaml]\n");
        disk.write(
          "prometheus-stack/base/namespace.yaml",
          "apiVersion: v1\nkind: Namespace\nmetadata: {name: other}\n",
        );
      },
    });
    await runBad({ spoil, env: proposal, inputs: { "fail-on": "never" } }, (run) => {
      const { findings, change } = reportOf(run);
      expect(change.note).toBeNull();
      expect(findings.length).toBeGreaterThan(0);
      for (const one of findings) expect(one.change).toBe("new");
    });
  });
});

/** No command of ours is there. */
const withoutTools = async (body: (tools: string) => Promise<void>): Promise<void> => {
  const tools = mkdtempSync(join(tmpdir(), "no-tools-"));
  await body(tools).finally(() => rmSync(tools, { recursive: true }));
};
const onlyChanged = { "changed-only": "true", tools: "path" };

describe.concurrent("changed-only", () => {
  test("a change that concerns nothing of the stack ends in success, before any tool", { timeout }, async () => {
    const spoil = proposed({ change: (disk) => disk.write("apps/README.md", "unread\n") });
    await withoutTools((tools) =>
      runBad(
        { spoil, env: proposal, inputs: onlyChanged },
        (run) => {
          expectWhole(run, null);
          const { stages, tools: used, change, findings } = reportOf(run);
          expect([used, findings]).toEqual([{}, []]);
          expect(change).toMatchObject({
            affected: false,
            note: expect.stringContaining("none of the 1 changed files"),
          });
          expect(stages.slice(1).every(({ status }: { status: string }) => status === "skipped")).toBe(true);
          expect(run.summary).toContain("the change does not concern it");
        },
        { tools },
      ),
    );
  });

  test.each([
    ["the stack", counters],
    ["the baseline", ".prometheus-stack-baseline.json"],
    ["a workflow", ".github/workflows/check.yml"],
    ["the chart", "chart/values.yaml"],
  ])("one of %s is judged", { timeout }, async (_, file) => {
    const spoil = proposed({
      before: (disk) => disk.write(file, file.endsWith("json") ? '{"version": 1, "findings": {}}' : "# one\n"),
      change: (disk) => disk.append(file, "\n"),
    });
    await withoutTools((tools) =>
      runBad({ spoil, env: proposal, inputs: onlyChanged }, (run) => expectWhole(run, "tool-missing"), { tools }),
    );
  });

  test("where the clone does not tell, GitHub is asked; where neither does, everything is judged", {
    timeout,
  }, async () => {
    const { url } = await githubApi({ files: ["apps/README.md"] });
    const spoil = proposed({ change: (disk) => disk.write("apps/README.md", "x\n"), base: "7".repeat(40) });
    const env = { ...proposal, GITHUB_API_URL: url };
    await withoutTools(async (tools) => {
      const inputs = { ...onlyChanged, "github-token": "ghs_hunter2hunter2" };
      await runBad({ spoil, env, inputs }, (run) => expect(reportOf(run).change.affected).toBe(false), { tools });
      await runBad(
        { spoil, env, inputs: onlyChanged },
        (run) => {
          expectWhole(run, "tool-missing");
          expect(run.output).toContain("Everything is judged, for nobody tells what is changed");
        },
        { tools },
      );
    });
  });
});
