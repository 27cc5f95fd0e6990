import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ResourceRef, Severity } from "../../src/core/finding.ts";
import { kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import type { Tree } from "./trees.ts";

/** A finding of report.json. */
export interface ReportedFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly resource?: ResourceRef;
}

/** What the command line needs beside the tree. */
export interface CheckSetting {
  /** Folder with helm and the others. */
  readonly tools: string;
  /** Kubernetes' own schemas, as kubeconform takes them. */
  readonly schemas: string;
  /** Folder of the chart at its default version; null: helm loads it. */
  readonly chart: string | null;
  /** Folder with older versions of the chart, each in a folder of its version's name; null: helm loads them. */
  readonly charts: string | null;
}

/**
 * Runs `check` in `folder`, where the tree is laid out, and keeps its report there as report.json. Throws where the
 * check could not be made.
 */
export function checkTree(tree: Tree, folder: string, setting: CheckSetting, fix = false): readonly ReportedFinding[] {
  const report = reportOf(tree, folder, setting, fix ? ["--fix"] : []);
  writeFileSync(join(folder, "report.json"), report);
  return (JSON.parse(report) as { readonly findings: readonly ReportedFinding[] }).findings;
}

/** The text of report.json, with more options. Throws where the check could not be made. */
export function reportOf(tree: Tree, folder: string, setting: CheckSetting, more: readonly string[]): string {
  const run = spawnSync(
    process.execPath,
    [
      resolve("src/cli.ts"),
      ...["check", "--quiet", "--format", "json", ...more],
      ...Object.entries(options(tree, setting)).flatMap(([name, value]) => [`--${name}`, value]),
    ],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      env: { ...process.env, PATH: `${setting.tools}:${process.env["PATH"]}` },
    },
  );
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`${tree.repository} was not checked: ${run.stderr || run.stdout.slice(0, 2000)}`);
  return run.stdout;
}

function options(tree: Tree, setting: CheckSetting): Readonly<Record<string, string>> {
  const chart = chartFolder(tree, setting);
  return {
    tools: "path",
    "schema-locations": setting.schemas,
    "kubernetes-version": kubernetesVersion,
    ...(chart === null ? {} : { chart }),
  };
}

function chartFolder({ chart: version }: Tree, { chart, charts }: CheckSetting): string | null {
  if (version === undefined) return chart;
  const folder = charts === null ? null : join(charts, version);
  return folder !== null && existsSync(folder) ? folder : null;
}
