import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledEntry } from "../../scripts/bundle-sources.ts";
import type { StepResult } from "../../scripts/run-action.ts";
import { must } from "../../scripts/tamper/api.ts";
import type { FailureReason } from "../../src/core/errors.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { waitUntil } from "../cluster/wait-until.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { kubeconfigOf } from "../rbac/accounts.ts";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";
import { type FailingStack, failingStack } from "./failing-stack.ts";
import { failureSections } from "./failure-page.ts";
import { commandsOf } from "./markdown.ts";

const root = resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-ways-out-"));
const nobody = "127.0.0.1:1";
let cluster: EmbeddedCluster;
let tools: string;
let schemas: string;
let stack: FailingStack;

beforeAll(async () => {
  [cluster, tools, schemas] = await Promise.all([
    startCluster({ nodes: 1 }),
    toolsDir(checkCommands),
    kubernetesSchemas(),
  ]);
  const given = { "fail-on": "never", "schema-locations": schemas, tools: "path", "verify-timeout": "0s" };
  stack = failingStack(work, { tools, given });
  stack.commit();
  const first = await deploy();
  expect(first.code, first.output).toBe(0);
});

afterAll(async () => {
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
});

type Inputs = Readonly<Record<string, string>>;
const example = { path: "example", chart: "example-chart", "fail-on": "error" };
const check = (inputs: Inputs = {}, ...more: readonly [Parameters<FailingStack["run"]>[1]?]) =>
  stack.run({ ...example, ...inputs }, ...more);
const plan = (inputs: Inputs = {}, env: Inputs = {}) =>
  stack.run({ mode: "plan", kubeconfig: cluster.kubeconfig, ...inputs }, { env });
const deploy = (inputs: Inputs = {}) => stack.run({ mode: "deploy", kubeconfig: cluster.kubeconfig, ...inputs });
const byKubectl = (args: string, stdin?: string) => kubectl(cluster.kubeconfig, args.split(" "), stdin);
const settings = async (): Promise<unknown> =>
  JSON.parse(await byKubectl("get configmap settings --namespace monitoring --output json")).data;

/** A folder of the commands with one of them exchanged, or left out where it is null. */
const toolsWith = async (name: string, script: string | null): Promise<string> => {
  const folder = mkdtempSync(join(work, "tools-"));
  for (const one of checkCommands) if (one !== name) symlinkSync(await tool(one), join(folder, one));
  if (script === null) return folder;
  writeFileSync(join(folder, name), script);
  chmodSync(join(folder, name), 0o755);
  return folder;
};

/** As helm would have its newest revision in a status that it does not stay in. */
const setPending = async (): Promise<void> => {
  const list = "/api/v1/namespaces/monitoring/secrets?labelSelector=owner%3Dhelm,status%3Ddeployed";
  const { items } = (await must(cluster.request, "GET", list)) as {
    items: { data: { release: string }; metadata: { name: string; labels: Record<string, string> } }[];
  };
  const secret = items.at(-1);
  if (secret === undefined) throw new Error("there is no release");
  const release = JSON.parse(gunzipSync(Buffer.from(atob(secret.data.release), "base64")).toString());
  release.info.status = "pending-upgrade";
  secret.data.release = btoa(gzipSync(JSON.stringify(release)).toString("base64"));
  secret.metadata.labels["status"] = "pending-upgrade";
  await must(cluster.request, "PUT", `/api/v1/namespaces/monitoring/secrets/${secret.metadata.name}`, secret);
};

const lock =
  "/apis/coordination.k8s.io/v1/namespaces/default/leases/prometheus-stack-action.monitoring.prometheus-stack";

/** Refuses that the ConfigMap goes back from 2 to 1. */
const oneWay = JSON.stringify({
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      ...{ apiVersion: "admissionregistration.k8s.io/v1", kind: "ValidatingAdmissionPolicy" },
      metadata: { name: "one-way" },
      spec: {
        matchConstraints: {
          resourceRules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["UPDATE"], resources: ["configmaps"] }],
        },
        validations: [
          {
            expression: "object.metadata.name != 'settings' || !has(object.data.probe) && object.data.a != '1'",
            message: "not back",
          },
        ],
      },
    },
    {
      ...{ apiVersion: "admissionregistration.k8s.io/v1", kind: "ValidatingAdmissionPolicyBinding" },
      metadata: { name: "one-way" },
      spec: { policyName: "one-way", validationActions: ["Deny"] },
    },
  ],
});

/** Whether the API server would take a change that the policy refuses. */
const isTaken = (): Promise<boolean> => {
  const args = ["patch", "configmap", "settings", "--namespace=monitoring", "--dry-run=server", "--type=merge"];
  return kubectl(cluster.kubeconfig, [...args, '--patch={"data":{"probe":"1"}}']).then(
    () => true,
    () => false,
  );
};

const full = join(work, "full");
/** Put before a command: it has a small disk of its own at that folder. */
const onSmallDisk = [
  ...["unshare", "--map-root-user", "--mount", "sh", "-c"],
  ...[`mount -t tmpfs -o size=64k none '${full}' && exec "$@"`, "sh"],
];
const hasNamespaces = spawnSync("unshare", ["--map-root-user", "--mount", "true"]).status === 0;

/** How a run is made to fail by this reason, and the way out that the page gives, at whose end is a run again. */
interface WayOut {
  readonly cause: () => Promise<StepResult>;
  readonly wayOut: (failed: StepResult) => Promise<StepResult>;
  /** What the machine lacks for it; null where it lacks nothing. */
  readonly lacks?: string | null;
  /** What of the message is told, where it is another than the page's example. */
  readonly says?: string;
}

/** What takes it elsewhere: a file of this repository that holds these words. */
interface Elsewhere {
  readonly by: string;
  readonly holds: string;
}

const waysOut: Readonly<Record<FailureReason, WayOut | Elsewhere>> = {
  findings: {
    cause: () => {
      stack.tree.replace("example/overlays/servicemonitors/dcgm-exporter.yaml", "port: gpu-metrics", "port: metrics");
      return check();
    },
    says: "1 error: example/overlays/servicemonitors/dcgm-exporter.yaml:17: ",
    wayOut: async () => {
      const [, fix = ""] = /`prometheus-stack-action (check --fix)`/.exec(sectionOf("findings").text) ?? [];
      const found = ["example", "--chart", "example-chart", "--schema-locations", schemas, "--tools", "path"];
      const env = { PATH: tools, HOME: work };
      execFileSync(process.execPath, [await bundledEntry("cli"), ...fix.split(" "), ...found], {
        ...{ cwd: stack.tree.dir, env, stdio: "pipe" },
      });
      return check();
    },
  },
  "invalid-input": { cause: () => check({ mode: "deplyo" }), wayOut: () => check({ mode: "check" }) },
  "tool-missing": {
    cause: async () => {
      const folder = await toolsWith("promtool", null);
      const path = [folder, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
      return check({}, { tools: folder, env: { PATH: path } });
    },
    wayOut: () => check(),
  },
  "schemas-unavailable": {
    cause: () =>
      check(
        { "schema-locations": "default", cache: "false" },
        { env: { HTTPS_PROXY: `http://${nobody}`, https_proxy: `http://${nobody}`, RUNNER_TOOL_CACHE: work } },
      ),
    wayOut: () => check(),
  },
  "render-failed": {
    cause: () => check({ chart: "charts/small", "chart-repository": `http://${nobody}`, "chart-version": "1.0.0" }),
    wayOut: () => check(),
  },
  "plan-changed": {
    cause: async () => {
      const approved = await approve();
      stack.commit({ data: "2" });
      return deploy(approved);
    },
    wayOut: async () => deploy(await approve()),
  },
  "cluster-unreachable": {
    cause: async () =>
      plan({ kubeconfig: await cluster.kubeconfigWith({ token: cluster.adminToken, server: `https://${nobody}` }) }),
    wayOut: () => plan(),
  },
  "wrong-cluster": {
    cause: () => plan({ "expected-cluster": "0f1e2d3c-0000-4000-8000-000000000001" }),
    wayOut: async () => {
      const [, command = ""] = /take its uid: `kubectl ([^`]+)`/.exec(sectionOf("wrong-cluster").text) ?? [];
      return plan({ "expected-cluster": await byKubectl(command) });
    },
  },
  "owned-elsewhere": {
    cause: async () => {
      const theirs = "argocd.argoproj.io/tracking-id=stack:/ConfigMap:monitoring/settings";
      await byKubectl(`annotate configmap settings --namespace monitoring ${theirs}`);
      stack.commit({ data: "3" });
      return deploy();
    },
    wayOut: async () => {
      const done = await deploy({ "allow-owned": "ConfigMap/monitoring/settings" });
      await byKubectl("annotate configmap settings --namespace monitoring argocd.argoproj.io/tracking-id-");
      return done;
    },
  },
  "gate-missing": { by: "test/gate/prove-gate-at-github.test.ts", holds: "a job in the environment deploys" },
  "data-loss": {
    cause: async () => {
      stack.commit({ claim: true });
      const claimed = await deploy();
      expect(claimed.code, claimed.output).toBe(0);
      stack.commit();
      return deploy({ prune: "true" });
    },
    wayOut: () => deploy({ prune: "true", "allow-data-loss": "PersistentVolumeClaim/monitoring/data" }),
  },
  "release-pending": {
    cause: async () => {
      await setPending();
      stack.commit({ data: "4" });
      return deploy();
    },
    wayOut: () => deploy({ "on-pending": "rollback" }),
  },
  locked: {
    cause: async () => {
      const spec = { holderIdentity: "who", leaseDurationSeconds: 2 ** 31 - 1, renewTime: null, acquireTime: null };
      await must(cluster.request, "PATCH", lock, { spec });
      stack.commit({ data: "5" });
      return deploy();
    },
    says: "no run of this action writes such times",
    wayOut: async ({ output }) => {
      const [, command = ""] = /`kubectl (delete lease [^`]+)`/.exec(output) ?? [];
      await byKubectl(command);
      return deploy();
    },
  },
  outdated: {
    cause: () => {
      stack.checkout("main~1");
      return deploy();
    },
    wayOut: () => {
      stack.checkout("main");
      return deploy();
    },
  },
  unauthorized: {
    cause: async () => plan({ kubeconfig: await cluster.kubeconfigWith({ token: cluster.developerToken }) }),
    wayOut: async () => {
      await byKubectl("apply --filename -", textOf("docs/rbac/plan.yaml"));
      return plan({ kubeconfig: await kubeconfigOf(cluster, "prometheus-stack-ci", "prometheus-stack-plan") });
    },
  },
  "untrusted-event": {
    cause: () => plan({}, { GITHUB_EVENT_NAME: "issue_comment" }),
    wayOut: () => plan({}, { GITHUB_EVENT_NAME: "push" }),
  },
  timeout: {
    cause: () => {
      stack.commit({ fails: "readiness" });
      return deploy({ timeout: "8s" });
    },
    says: "Deployment monitoring/app: ",
    wayOut: () => {
      stack.commit();
      return deploy();
    },
  },
  "apply-failed": {
    cause: () => {
      stack.commit({ name: "Bad_Name" });
      return deploy();
    },
    says: "ConfigMap monitoring/Bad_Name",
    wayOut: () => {
      stack.commit();
      return deploy();
    },
  },
  "verify-failed": { by: "scripts/faults/planted.ts", holds: "all seen again" },
  "rollback-failed": {
    cause: async () => {
      expect(await settings()).toEqual({ a: "1" });
      await byKubectl("apply --filename -", oneWay);
      await waitUntil("the policy holds", async () => !(await isTaken()));
      stack.commit({ data: "2", fails: "readiness" });
      return deploy({ timeout: "8s", "rollback-on-failure": "true" });
    },
    wayOut: async () => {
      await byKubectl("delete validatingadmissionpolicybinding one-way");
      await byKubectl("delete validatingadmissionpolicy one-way");
      await waitUntil("the policy is gone", isTaken);
      const [command = ""] = commandsOf(textOf("docs/rollback.md"));
      const env = { PATH: [tools, process.env["PATH"]].join(delimiter), HOME: work, KUBECONFIG: cluster.kubeconfig };
      execFileSync("bash", ["-o", "pipefail", "-c", command], { env, stdio: "pipe" });
      expect(await settings()).toEqual({ a: "1" });
      stack.commit({ data: "2" });
      expect((await deploy()).outputs["failure-reason"]).toBe("owned-elsewhere");
      return deploy({ "allow-owned": "ConfigMap/monitoring/settings" });
    },
  },
  "disk-full": {
    lacks: hasNamespaces ? null : "this machine gives an ordinary user no disk of its own",
    cause: () => {
      mkdirSync(full);
      return check({}, { prefix: onSmallDisk, env: { RUNNER_TEMP: full } });
    },
    wayOut: () => check({}, { env: { RUNNER_TEMP: full } }),
  },
  cancelled: {
    cause: () => {
      const { promise, resolve } = Promise.withResolvers<(signal: NodeJS.Signals) => void>();
      return check({}, { started: resolve, heard: () => void promise.then((kill) => kill("SIGINT")) });
    },
    wayOut: () => check(),
  },
  internal: {
    cause: async () => {
      const real = await tool("kubeconform");
      const script = `#!/bin/sh\n[ "$1" = -v ] && exec '${real}' -v\nexit 2\n`;
      return check({ cache: "false" }, { tools: await toolsWith("kubeconform", script) });
    },
    wayOut: () => check(),
  },
};

/** A plan that somebody has approved, as the deploy job is given it. */
const approve = async (): Promise<Inputs> => {
  const { outputs } = await plan({ "plan-key": "the-key-that-both-jobs-share" });
  const file = join(work, "plan.json");
  cpSync(outputs["plan-path"] ?? "", file);
  return { "plan-file": file, "plan-digest": outputs["plan-digest"] ?? "", "plan-key": "the-key-that-both-jobs-share" };
};

const sectionOf = (reason: string) => {
  const section = failureSections.find((one) => one.reason === reason);
  if (section === undefined) throw new Error(`the page has no section ${reason}`);
  return section;
};

describe("a run that fails, and the way out that docs/guides/when-a-run-fails.md gives", () => {
  const reasons = Object.entries(waysOut);

  test.each(reasons.flatMap(([reason, way]) => ("by" in way ? [[reason, way] as const] : [])))(
    "%s is tried elsewhere",
    (_, { by, holds }) => {
      expect(textOf(by)).toContain(holds);
    },
  );

  // In this order, as each goes on from where the one before has left clone and cluster.
  test.for(reasons.flatMap(([reason, way]) => ("by" in way ? [] : [[reason, way] as const])))(
    "%s",
    async ([reason, { cause, wayOut, says, lacks = null }], { skip }) => {
      if (lacks !== null) skip(lacks);
      const failed = await cause();
      expect([failed.code, failed.outputs["failure-reason"]], failed.output).toEqual([1, reason]);
      for (const part of says === undefined ? sectionOf(reason).constantParts : [says])
        expect(failed.output).toContain(part);
      const done = await wayOut(failed);
      expect([done.code, done.outputs["conclusion"]], done.output).toEqual([0, "success"]);
    },
  );
});
