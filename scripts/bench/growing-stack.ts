import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Report } from "../../src/report/report.ts";
import { kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { actionEnvironment } from "../run-action.ts";
import { type Measured, measure } from "./measure.ts";

const repository = resolve(import.meta.dirname, "../..");
const sizes = [10, 100, 1000];

interface Bench {
  readonly tools: string;
  /** Folder of Kubernetes' schemas. */
  readonly schemas: string;
  /** A temporary folder. */
  readonly work: string;
}

/**
 * The good stack on the small chart, with 10, 100 and 1,000 more files of two GPU alerts each: a check without earlier
 * answers, and one after a rule of one file was changed.
 */
export const tellGrowth = async (bench: Bench): Promise<void> => {
  console.log("files  cold ms  a file  rule changed ms  a file  own CPU ms  memory MiB");
  for (const count of sizes) {
    const workspace = join(bench.work, `files-${count}`);
    writeStack(workspace, count);
    const cold = await measure(checkOf(workspace, bench, { INPUT_CACHE: "false" }));
    await measure(checkOf(workspace, bench));
    writeFileSync(join(workspace, many, "0.yaml"), rules(0, 91));
    const warm = await measure(checkOf(workspace, bench));
    assertNothingFound(join(bench.work, "report/report.json"));
    console.log(rowOf(count, cold, warm));
    rmSync(workspace, { recursive: true });
  }
};

const rowOf = (count: number, cold: Measured, warm: Measured): string =>
  [
    String(count).padStart(5),
    cold.wallMs.toFixed(0).padStart(7),
    (cold.wallMs / count).toFixed(1).padStart(6),
    warm.wallMs.toFixed(0).padStart(15),
    (warm.wallMs / count).toFixed(1).padStart(6),
    String(cold.ownCpuMs ?? "?").padStart(10),
    cold.peakBytes === null ? "?" : (cold.peakBytes / 1024 / 1024).toFixed(0).padStart(10),
  ].join("  ");

const chart = "charts/kube-prometheus-stack";
const many = "prometheus-stack/overlays/alerting/many";

const writeStack = (workspace: string, count: number): void => {
  for (const part of [chart, "prometheus-stack"])
    cpSync(join(repository, "fixtures", part), join(workspace, part), { recursive: true });
  mkdirSync(join(workspace, many));
  const numbers = Array.from({ length: count }, (_, n) => n);
  for (const n of numbers) writeFileSync(join(workspace, many, `${n}.yaml`), rules(n, 60 + (n % 40)));
  const listed = numbers.map((n) => `  - ${n}.yaml\n`).join("");
  writeFileSync(
    join(workspace, many, "kustomization.yaml"),
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${listed}`,
  );
  const own = join(workspace, many, "../kustomization.yaml");
  writeFileSync(own, readFileSync(own, "utf8").replace("resources:\n", "resources:\n  - many\n"));
};

/** Two alerts with thresholds of their own. */
const rules = (n: number, degrees: number): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: more-${n}
  labels:
    release: prometheus-stack
spec:
  groups:
    - name: more-${n}
      rules:
        - alert: MoreTemperature${n}
          expr: DCGM_FI_DEV_GPU_TEMP{gpu="${n}"} > ${degrees}
          for: 5m
          labels:
            severity: warning
          annotations:
            summary: GPU {{ $labels.gpu }} of {{ $labels.hostname }} is at {{ $value }} degrees Celsius.
            description: GPU ${n} is warmer than it should be.
            runbook_url: https://runbooks.example/temperature
        - alert: MoreReplays${n}
          expr: rate(DCGM_FI_DEV_PCIE_REPLAY_COUNTER{gpu="${n}"}[10m]) > ${degrees}
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: GPU {{ $labels.gpu }} of {{ $labels.hostname }} replays {{ $value }} a second.
            description: The link of GPU ${n} is not sound.
            runbook_url: https://runbooks.example/replays
`;

const checkOf = (workspace: string, { tools, schemas, work }: Bench, env: NodeJS.ProcessEnv = {}) => {
  const inputs = {
    chart,
    "schema-locations": schemas,
    "kubernetes-version": kubernetesVersion,
    "report-dir": join(work, "report"),
    tools: "path",
    "fail-on": "never",
  };
  const step = actionEnvironment({ inputs, tools, workspace, filesDir: work });
  return {
    file: process.execPath,
    args: [join(repository, "dist/index.js")],
    env: { ...step, RUNNER_TOOL_CACHE: join(work, "cache"), ...env },
    cwd: work,
  };
};

/** What was cut short took no time. */
const assertNothingFound = (file: string): void => {
  const { findings, error } = JSON.parse(readFileSync(file, "utf8")) as Pick<Report, "findings" | "error">;
  const [first] = findings;
  if (error !== null || first !== undefined) throw new Error(JSON.stringify(error ?? first));
};
