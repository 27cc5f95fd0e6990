import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type ReportJson, reportFromJson } from "../../src/report/earlier/report-from-json.ts";
import type { Report } from "../../src/report/report.ts";
import { kubernetesSchemas, kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../../test/tools-dir.ts";
import { runAction } from "../run-action.ts";

const repository = resolve(import.meta.dirname, "../..");

/** What a check leaves behind. */
interface Result {
  /** The job summary, in GitHub's Markdown. */
  readonly summary: string;
  readonly report: Report;
  /** report.html. */
  readonly page: string;
}

/** A real check, by the action as a step, of the example with a fault in its script, its monitor and its rules. */
export const checkFaultyTree = async (): Promise<Result> => {
  const work = mkdtempSync(join(tmpdir(), "prometheus-stack-picture-"));
  try {
    const stack = join(work, "prometheus-stack");
    cpSync(join(repository, "fixtures/prometheus-stack"), stack, { recursive: true });
    edit(join(stack, "upstream/install.sh"), / {4}--version 88\.5\.3 \\\n/, "");
    edit(join(stack, "overlays/servicemonitors/dcgm-exporter.yaml"), /interval:/, "intervall:");
    edit(
      join(stack, "overlays/alerting/gpu-health.yaml"),
      /expr: DCGM_FI_DEV_GPU_TEMP > 85/,
      "expr: max(DCGM_FI_DEV_GPU_TEMP > 85",
    );
    const [tools, schemas] = await Promise.all([toolsDir(checkCommands), kubernetesSchemas()]);
    const { summary, outputs } = await runAction({
      entry: "src/main.ts",
      inputs: {
        chart: resolve(repository, process.env["KPS_CHART"] ?? "fixtures/charts/kube-prometheus-stack"),
        "schema-locations": schemas,
        "kubernetes-version": kubernetesVersion,
        tools: "path",
        "report-dir": join(work, "report"),
      },
      tools,
      workspace: work,
      env: { RUNNER_TEMP: work },
    });
    const written = (output: string): string => readFileSync(outputs[output] ?? "", "utf8");
    return {
      summary,
      report: reportFromJson(JSON.parse(written("report-path")) as ReportJson),
      page: written("html-path"),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** Changes a file in one place; a place that is no longer there is an error, not a picture without the fault. */
const edit = (file: string, from: RegExp, to: string): void => {
  const text = readFileSync(file, "utf8");
  if (!from.test(text)) throw new Error(`${file} has nothing like ${from}`);
  writeFileSync(file, text.replace(from, to));
};
