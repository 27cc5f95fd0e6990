import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../../test/cluster/cluster.ts";
import { kubernetesSchemas } from "../../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../../test/tools-dir.ts";
import { type ActionStep, runAction, type StepResult } from "../run-action.ts";
import { must } from "./api.ts";
import { firstCommit, secondCommit } from "./ground.ts";
import type { Given, Handover, Site } from "./tampering.ts";

/** Folders of commands. */
export type Tools = "helm4" | "helm3" | "other-kubectl";

/** A run of the action at its place. */
interface Run {
  readonly mode: "plan" | "deploy";
  /** The clone; default the one that nobody tampers with. */
  readonly dir?: string;
  readonly sha?: string;
  readonly tools?: Tools;
  readonly inputs?: Given;
  readonly env?: Given;
}

/** Two clusters, of which the first has the first commit, and a clone with the second. */
export interface Stage {
  readonly site: Omit<Site, "folder">;
  /** Runs the action; its report folder is gone afterwards, but for `plan.json`. */
  readonly run: (run: Run) => Promise<StepResult & { readonly plan: Uint8Array | null }>;
  /** The clone, copied; `name` is its folder's. */
  readonly copy: (name: string) => string;
  /** A new folder. */
  readonly folder: (name: string) => string;
  readonly close: () => Promise<void>;
}

/** How both jobs are set up; everything that a case does not change. */
const usualInputs: Given = {
  chart: "chart",
  target: "staging",
  "plan-key": "the-key-that-both-jobs-share",
  "plan-details": "full",
  "fail-on": "never",
  prune: "true",
  tools: "path",
  // Nothing runs here that could be seen.
  "verify-timeout": "0s",
};
const usualEnv: Given = {
  GITHUB_ACTIONS: "true",
  GITHUB_REPOSITORY: "acme/stack",
  GITHUB_REF: "refs/heads/main",
  GITHUB_EVENT_NAME: "push",
  GITHUB_RUN_ID: "4711",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_WORKFLOW: "deploy",
  KUBECONFIG: "",
};

export const openStage = async (entry: ActionStep["entry"]): Promise<Stage> => {
  const work = mkdtempSync(join(tmpdir(), "prometheus-stack-tamper-"));
  const [helm4, helm3, schemas] = await Promise.all([
    toolsDir(checkCommands),
    toolsDir(["helm3", ...checkCommands]),
    kubernetesSchemas(),
  ]);
  const tools: Readonly<Record<Tools, string>> = {
    helm4,
    helm3: asHelm(join(work, "helm3"), helm3),
    "other-kubectl": otherKubectl(join(work, "other-kubectl"), helm4),
  };
  const [cluster, other] = await Promise.all([startCluster({ nodes: 1 }), startCluster({ nodes: 1 })]);
  const dir = join(work, "clone");
  const folder = (name: string): string => {
    mkdirSync(join(work, name), { recursive: true });
    return join(work, name);
  };
  let count = 0;
  const kubeconfig = twoContexts(cluster.kubeconfig, join(work, "kubeconfig"));
  const runOf =
    (usualSha: string): Stage["run"] =>
    async ({ mode, dir: workspace = dir, sha = usualSha, tools: which = "helm4", inputs, env }) => {
      count += 1;
      const temp = folder(`run-${count}`);
      const given = { ...usualInputs, mode, kubeconfig, "schema-locations": schemas, ...inputs };
      const result = await runAction({
        ...{ entry, tools: tools[which], workspace, show: false },
        inputs: given,
        env: { ...usualEnv, GITHUB_SHA: sha, RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: join(work, "cache"), ...env },
      });
      const plan = result.outputs["plan-path"] ? readFileSync(result.outputs["plan-path"]) : null;
      rmSync(temp, { recursive: true, force: true });
      return { ...result, plan };
    };
  const first = await runOf(firstCommit(dir))({ mode: "deploy" });
  if (first.code !== 0) throw new Error(`the first deploy failed:\n${first.output}`);
  const { metadata } = (await must(cluster.request, "GET", "/api/v1/namespaces/kube-system")) as {
    readonly metadata: { readonly uid: string };
  };
  const commit = secondCommit(dir);
  return {
    site: {
      request: cluster.request,
      otherKubeconfig: other.kubeconfig,
      otherAddress: byLocalhost(cluster.kubeconfig, join(work, "by-localhost")),
      clusterUid: metadata.uid,
      commit,
    },
    run: runOf(commit),
    copy: (name) => {
      const to = join(work, name);
      cpSync(dir, to, { recursive: true });
      return to;
    },
    folder,
    async close() {
      await Promise.all([cluster.stop(), other.stop()]);
      rmSync(work, { recursive: true, force: true });
    },
  };
};

/** Plans the second commit; throws where that fails. */
export const approve = async (stage: Stage, more: Omit<Run, "mode"> = {}): Promise<Handover> => {
  const { plan, outputs, output } = await stage.run({ mode: "plan", ...more });
  const digest = outputs["plan-digest"];
  if (plan === null || !digest) throw new Error(`it could not be planned:\n${output}`);
  return { bytes: plan, digest };
};

/** The commands, with helm 3 as `helm`. */
const asHelm = (folder: string, from: string): string => {
  mkdirSync(folder);
  for (const name of ["kubectl", "kubeconform", "promtool"]) symlinkSync(join(from, name), join(folder, name));
  symlinkSync(join(from, "helm3"), join(folder, "helm"));
  return folder;
};

const otherKubectl = (folder: string, from: string): string => {
  mkdirSync(folder);
  for (const name of ["helm", "kubeconform", "promtool"]) symlinkSync(join(from, name), join(folder, name));
  const real = join(from, "kubectl");
  const script = `#!/bin/sh\ncase "$*" in *version*--client*) "${real}" "$@" | sed -E 's/v1\\.([0-9]+)\\.[0-9]+/v1.\\1.77/g' ;; *) exec "${real}" "$@" ;; esac\n`;
  writeFileSync(join(folder, "kubectl"), script);
  chmodSync(join(folder, "kubectl"), 0o755);
  return folder;
};

interface Kubeconfig {
  readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string } }[];
  readonly contexts: readonly { readonly name: string; readonly context: object }[];
}

const rewritten = (from: string, to: string, change: (config: Kubeconfig) => object): string => {
  writeFileSync(to, JSON.stringify(change(JSON.parse(readFileSync(from, "utf8")))), { mode: 0o600 });
  return to;
};

const twoContexts = (from: string, to: string): string =>
  rewritten(from, to, (config) => ({
    ...config,
    contexts: [...config.contexts, ...config.contexts.map((one) => ({ ...one, name: "again" }))],
  }));

const byLocalhost = (from: string, to: string): string =>
  rewritten(from, to, (config) => ({
    ...config,
    clusters: config.clusters.map(({ name, cluster }) => ({
      name,
      cluster: { ...cluster, server: cluster.server.replace("127.0.0.1", "localhost"), "tls-server-name": "127.0.0.1" },
    })),
  }));
