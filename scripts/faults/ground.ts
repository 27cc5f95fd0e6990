import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedCluster, startCluster } from "../../test/cluster/cluster.ts";
import { writeKubeconfig } from "../../test/cluster/credentials.ts";
import { kubernetesSchemas } from "../../test/kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../../test/tools-dir.ts";
import { withHelm3 } from "../../test/with-helm3.ts";
import { type ActionStep, runAction, type StepResult } from "../run-action.ts";
import { files, firstCommit, type Tree, treeIn } from "../tamper/ground.ts";
import type { FaultyRun, RunSetting } from "./fault.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

/** A cluster behind a proxy, with the example stack deployed by one helm, and a clone that moves on. */
export interface Ground {
  readonly cluster: EmbeddedCluster;
  readonly proxy: FaultProxy;
  readonly helm: 3 | 4;
  readonly folder: (name: string) => string;
  /** Commits a change of every part of the tree, and what `more` changes; answers what has to be live then. */
  readonly advance: (more?: (tree: Tree) => void) => Wanted;
  /** Takes back what the last commit changed beside that. */
  readonly revert: (paths: readonly string[]) => Wanted;
  readonly deploy: (setting?: RunSetting & { readonly started?: (run: FaultyRun) => void }) => Promise<StepResult>;
  readonly close: () => Promise<void>;
}

/** What the cluster holds once a commit is deployed. */
export interface Wanted {
  readonly days: number;
}

interface Opening {
  readonly entry: ActionStep["entry"];
  readonly helm: 3 | 4;
}

export const openGround = async ({ entry, helm }: Opening): Promise<Ground> => {
  const work = mkdtempSync(join(tmpdir(), `prometheus-stack-faults-${helm}-`));
  const folder = (name: string): string => {
    mkdirSync(join(work, name), { recursive: true });
    return join(work, name);
  };
  const [commands, schemas, cluster] = await Promise.all([
    toolsDir(["helm3", ...checkCommands]),
    kubernetesSchemas(),
    startCluster({ nodes: 1 }),
  ]);
  const tools = helm === 4 ? await toolsDir(checkCommands) : withHelm3(folder("tools"), commands);
  const proxy = await startFaultProxy(cluster, ({ server, ca }) =>
    writeKubeconfig(join(work, "kubeconfig"), { server, ca, token: cluster.adminToken }),
  );
  const dir = join(work, "clone");
  let sha = firstCommit(dir);
  const tree = treeIn(dir);
  tree.write("prometheus-stack/base/contacts.yaml", contacts(15));
  tree.append(files.base, "  - contacts.yaml\n");
  let days = 15;
  let runs = 0;
  sha = tree.commit();
  const deploy: Ground["deploy"] = async ({ started, ...setting } = {}) => {
    runs += 1;
    const temp = folder(`run-${runs}`);
    const { promise: over, resolve: ended } = Promise.withResolvers<void>();
    try {
      return await runAction({
        ...{ entry, tools: setting.tools ?? tools, workspace: dir, show: false },
        ...(setting.prefix === undefined ? {} : { prefix: setting.prefix }),
        started: (kill, pid) => started?.({ kill, pid, temp, over }),
        inputs: {
          ...{ mode: "deploy", chart: "chart", target: "staging", tools: "path", "fail-on": "never", summary: "false" },
          // Nothing runs here that could be seen.
          ...{ "verify-timeout": "0s" },
          ...{ "schema-locations": schemas, kubeconfig: setting.kubeconfig ?? proxy.kubeconfig, timeout: "2m" },
          ...setting.inputs,
        },
        env: { ...usualEnv, GITHUB_SHA: sha, GITHUB_RUN_ID: String(100 + runs), RUNNER_TEMP: temp, ...setting.env },
      });
    } finally {
      ended();
      rmSync(temp, { recursive: true, force: true });
    }
  };
  return {
    ...{ cluster, proxy, helm, folder, deploy },
    advance(more) {
      const next = days + 1;
      tree.write("prometheus-stack/base/contacts.yaml", contacts(next));
      tree.replace(files.values, `retention: ${days}d`, `retention: ${next}d`);
      tree.replace(files.usage, `for: ${days}m`, `for: ${next}m`);
      days = next;
      sha = tree.commit();
      // By itself, so that it can be taken back by itself.
      more?.(tree);
      if (more !== undefined) sha = tree.commit();
      return { days };
    },
    revert(paths) {
      execFileSync("git", ["-C", dir, "checkout", "--quiet", "HEAD~1", "--", ...paths]);
      sha = tree.commit();
      return { days };
    },
    async close() {
      await proxy.end();
      await cluster.stop();
      rmSync(work, { recursive: true, force: true });
    },
  };
};

const usualEnv = {
  ...{ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/stack", GITHUB_REF: "refs/heads/main", KUBECONFIG: "" },
  ...{ GITHUB_EVENT_NAME: "push", GITHUB_RUN_ATTEMPT: "1" },
} as const;

const contacts = (days: number): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: contacts\n  namespace: monitoring\ndata:\n  days: "${days}"\n`;
