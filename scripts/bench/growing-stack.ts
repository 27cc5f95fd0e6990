import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Report } from "../../src/report/report.ts";
import { kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { actionEnvironment } from "../run-action.ts";
import { type Measured, measure } from "./measure.ts";

const repository = resolve(import.meta.dirname, "../..");

/** Where growth is measured. */
export interface GrowthBench {
  readonly tools: string;
  /** Folder of Kubernetes' schemas. */
  readonly schemas: string;
  /** A temporary folder. */
  readonly work: string;
}

/** A check of a tree with so many files or targets more. */
export interface Grown {
  readonly count: number;
  /** Without earlier answers. */
  readonly cold: Measured;
  /** After a rule of one file, or of one target, was changed. */
  readonly warm: Measured;
}

/** The good stack on the small chart, with so many more files of two GPU alerts each. */
export const measureFiles = async (counts: readonly number[], bench: GrowthBench): Promise<readonly Grown[]> => {
  const grown: Grown[] = [];
  for (const count of counts) {
    const workspace = join(bench.work, `files-${count}`);
    writeStack(workspace, count);
    const changed = join(workspace, alerting, "many/0.yaml");
    grown.push({ count, ...(await coldAndWarm(workspace, bench, changed)) });
  }
  return grown;
};

/** The same with so many targets, each with an overlay of its own; one of them is checked. */
export const measureTargets = async (counts: readonly number[], bench: GrowthBench): Promise<readonly Grown[]> => {
  const grown: Grown[] = [];
  for (const count of counts) {
    const workspace = join(bench.work, `targets-${count}`);
    writeTargets(workspace, count);
    const changed = join(workspace, targetFolder(0), "rules.yaml");
    grown.push({ count, ...(await coldAndWarm(workspace, bench, changed, { target: "target-0" })) });
  }
  return grown;
};

const coldAndWarm = async (
  workspace: string,
  bench: GrowthBench,
  changed: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Omit<Grown, "count">> => {
  const check = checkOf(workspace, bench, inputs);
  // The first is not counted: it fills the cache, and learns which tools there are.
  await measure(check);
  const cold = await measure({ ...check, env: { ...check.env, INPUT_CACHE: "false" } });
  writeFileSync(changed, rules(0, 91));
  const warm = await measure(check);
  assertNothingFound(join(bench.work, "report/report.json"));
  rmSync(workspace, { recursive: true });
  return { cold, warm };
};

const chart = "charts/kube-prometheus-stack";
const alerting = "prometheus-stack/overlays/alerting";

const layOut = (workspace: string): void => {
  for (const part of [chart, "prometheus-stack"])
    cpSync(join(repository, "fixtures", part), join(workspace, part), { recursive: true });
};

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const kustomization = (resources: readonly string[]): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${resources.map((one) => `  - ${one}\n`).join("")}`;

/** Lays the example and the small chart out in a folder, with so many more files of alerts. */
export const writeStack = (workspace: string, count: number): void => {
  layOut(workspace);
  const many = join(workspace, alerting, "many");
  mkdirSync(many);
  for (const n of numbersTo(count)) writeFileSync(join(many, `${n}.yaml`), rules(n, 60 + (n % 40)));
  writeFileSync(join(many, "kustomization.yaml"), kustomization(numbersTo(count).map((n) => `${n}.yaml`)));
  const own = join(workspace, alerting, "kustomization.yaml");
  writeFileSync(own, readFileSync(own, "utf8").replace("resources:\n", "resources:\n  - many\n"));
};

const targetFolder = (n: number): string => `prometheus-stack/overlays/targets/target-${n}`;
const shared = ["alerting", "dashboards", "servicemonitors"].map((name) => `prometheus-stack/overlays/${name}`);

const writeTargets = (workspace: string, count: number): void => {
  layOut(workspace);
  const targets = numbersTo(count).map((n) => {
    const folder = join(workspace, targetFolder(n));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "rules.yaml"), rules(n, 60 + (n % 40)));
    writeFileSync(join(folder, "kustomization.yaml"), `${kustomization(["rules.yaml"])}namespace: monitoring\n`);
    return `  target-${n}:\n    overlays: [${[...shared, targetFolder(n)].join(", ")}]\n`;
  });
  writeFileSync(join(workspace, ".prometheus-stack.yaml"), `targets:\n${targets.join("")}`);
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

const checkOf = (workspace: string, { tools, schemas, work }: GrowthBench, more: Readonly<Record<string, string>>) => {
  const inputs = {
    chart,
    "schema-locations": schemas,
    "kubernetes-version": kubernetesVersion,
    "report-dir": join(work, "report"),
    tools: "path",
    "fail-on": "never",
    ...more,
  };
  const step = actionEnvironment({ inputs, tools, workspace, filesDir: work });
  return {
    file: process.execPath,
    args: [join(repository, "dist/index.js")],
    env: { ...step, RUNNER_TOOL_CACHE: `${workspace}-cache` },
    cwd: work,
  };
};

/** What was cut short took no time. */
const assertNothingFound = (file: string): void => {
  const { findings, error } = JSON.parse(readFileSync(file, "utf8")) as Pick<Report, "findings" | "error">;
  const [first] = findings;
  if (error !== null || first !== undefined) throw new Error(JSON.stringify(error ?? first));
};
