import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ActionStep, runAction, type StepResult } from "../../scripts/run-action.ts";
import { type Tree, treeIn } from "../../scripts/tamper/ground.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");

/** A small stack in a clone that moves on, the example beside it in `example`, and runs of the action over them. */
export interface FailingStack {
  readonly tree: Tree;
  /** Writes values of the chart and data of base's ConfigMap, and commits them. */
  commit(change?: Change): void;
  /** Checks a commit out, `main` or one before it. */
  checkout(commit: string): void;
  run(inputs: Readonly<Record<string, string>>, more?: Partial<ActionStep>): Promise<StepResult>;
}

interface Change {
  /** Of the Deployment's pods, as the embedded cluster's nodes play them; empty: they run. */
  readonly fails?: string;
  /** Whether base has a PersistentVolumeClaim. */
  readonly claim?: boolean;
  readonly data?: string;
  /** Name of base's ConfigMap. */
  readonly name?: string;
}

const namespace = "{ apiVersion: v1, kind: Namespace, metadata: { name: monitoring } }\n";
const configMap = (name: string, data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: monitoring }\ndata: { a: "${data}" }\n`;

const claimOfData = `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: monitoring }
spec: { accessModes: [ReadWriteOnce], storageClassName: none, resources: { requests: { storage: 1Gi } } }
`;

const templates = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app }, annotations: { kwok-test/fails: {{ .Values.fails | quote }} } }
    spec: { containers: [{ name: main, image: "registry.example.com/app:1.0.0" }] }
`;

const install = `#!/bin/sh
cd "$(dirname "$0")"
helm upgrade --install prometheus-stack ../../chart --namespace monitoring -f values.yaml
`;

/** Makes it in the new folder `dir`; runs find `tools` first, and say to `given` what they say to nothing else. */
export const failingStack = (
  dir: string,
  { tools, given }: { readonly tools: string; readonly given: Readonly<Record<string, string>> },
): FailingStack => {
  const clone = join(dir, "clone");
  mkdirSync(clone);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", clone, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
  git("init", "--quiet", "--initial-branch=main");
  const tree = treeIn(clone);
  tree.write("chart/Chart.yaml", "apiVersion: v2\nname: small\nversion: 1.0.0\n");
  tree.write("chart/templates/all.yaml", templates);
  tree.write("prometheus-stack/base/kustomization.yaml", "resources: [namespace.yaml, settings.yaml]\n");
  tree.write("prometheus-stack/base/namespace.yaml", namespace);
  tree.write("prometheus-stack/upstream/install.sh", install);
  for (const [from, to] of [
    ["prometheus-stack", "example"],
    ["charts/kube-prometheus-stack", "example-chart"],
  ] as const)
    cpSync(join(fixtures, from), join(clone, to), { recursive: true });
  return {
    tree,
    commit({ fails = "", claim = false, data = "1", name = "settings" } = {}) {
      tree.write("prometheus-stack/upstream/values.yaml", JSON.stringify({ fails }));
      const objects = `${configMap(name, data)}${claim ? claimOfData : ""}`;
      tree.write("prometheus-stack/base/settings.yaml", objects);
      tree.commit();
    },
    checkout: (commit) => void git("checkout", "--quiet", commit),
    run(inputs, more = {}) {
      const temp = mkdtempSync(join(dir, "run-"));
      return runAction({
        ...{ entry: "src/main.ts", tools, workspace: clone, show: false },
        ...more,
        inputs: { ...given, ...inputs },
        env: {
          ...{ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/stack", GITHUB_REF: "refs/heads/main", KUBECONFIG: "" },
          ...{ GITHUB_EVENT_NAME: "push", GITHUB_RUN_ATTEMPT: "1", GITHUB_RUN_ID: "100" },
          ...{ GITHUB_SHA: git("rev-parse", "HEAD"), RUNNER_TEMP: temp },
          ...more.env,
        },
      });
    },
  };
};
