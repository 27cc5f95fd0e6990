import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Given, Site, Tampering } from "./tampering.ts";

const byRun = (
  name: string,
  variable: string,
  value: string,
  says: string,
  more: Partial<Tampering> = {},
): Tampering => ({
  name: `in the run: ${name}`,
  reason: "plan-changed",
  says: [says],
  env: () => ({ [variable]: value }),
  ...more,
});

/** An event with its payload, as the runner gives it. */
const onEvent =
  (name: string, payload: object) =>
  ({ folder, commit }: Site): Given => {
    const file = join(folder, "event.json");
    writeFileSync(file, JSON.stringify(payload).replaceAll("$COMMIT", commit));
    return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file };
  };

const own = { full_name: "acme/stack" };
const fork = { full_name: "mallory/stack" };
const pull = (head: object): object => ({
  pull_request: { number: 7, base: { repo: own, sha: "$COMMIT" }, head: { repo: head, sha: "2".repeat(40) } },
});

const identities: readonly Tampering[] = [
  {
    name: "in the run: another commit, with the same files",
    reason: "plan-changed",
    says: ["commit: approved was"],
    tree: (tree) => tree.commit(),
  },
  byRun("another ref", "GITHUB_REF", "refs/heads/planted", "ref: approved was refs/heads/main"),
  byRun("another repository", "GITHUB_REPOSITORY", "mallory/stack", "repository: approved was acme/stack"),
  byRun("another workflow", "GITHUB_WORKFLOW", "planted", "workflow: approved was deploy"),
  byRun("another event", "GITHUB_EVENT_NAME", "workflow_dispatch", "event: approved was push"),
  byRun("another run", "GITHUB_RUN_ID", "4713", "run: approved was 4711"),
  byRun("no run at all, as on a terminal", "GITHUB_RUN_ID", "", "run: approved was 4711"),
];

const strangers: readonly Tampering[] = [
  ["a pull request of a fork", onEvent("pull_request", pull(fork)), "mallory/stack, a fork"],
  ["a pull request of nobody knows whom", onEvent("pull_request", pull({})), "an unknown repository, a fork"],
  ["pull_request_target", onEvent("pull_request_target", pull(fork)), "which a stranger can trigger"],
  [
    "workflow_run after a run of a fork",
    onEvent("workflow_run", { repository: own, workflow_run: { head_repository: fork, event: "pull_request" } }),
    "mallory/stack",
  ],
  ["a comment", onEvent("issue_comment", {}), "which a stranger can trigger"],
].map(([name, env, says]) => ({
  name: `in the run: ${name}`,
  reason: "untrusted-event",
  says: [says],
  env,
})) as readonly Tampering[];

const byInput = (name: string, value: string, says = `input ${name}`, more: Partial<Tampering> = {}): Tampering => ({
  name: `by input: ${name}`,
  reason: "plan-changed",
  says: [says],
  inputs: () => ({ [name]: value }),
  ...more,
});

const inputs: readonly Tampering[] = [
  byInput("target", "production", "target: approved was staging, now it is production"),
  { ...byInput("target", "", "target: approved was staging, now it is none"), name: "by input: no target" },
  byInput("overlays", "prometheus-stack/overlays/alerting"),
  byInput("chart-version", "1.2.3"),
  byInput("release-name", "planted"),
  byInput("namespace", "default"),
  byInput("value-files", "prometheus-stack/upstream/values.yaml"),
  byInput("kubernetes-version", "1.34.1"),
  byInput("exporter", "none"),
  byInput("allow", "remote-bases"),
  byInput("allow-data-loss", "PersistentVolumeClaim/monitoring/data"),
  byInput("allow-owned", "Deployment/monitoring/other"),
  byInput("allow-outdated", "f".repeat(40)),
  byInput("on-pending", "rollback"),
  byInput("rollback-on-failure", "true"),
  byInput("prune", "false", "ConfigMap monitoring/former", { alsoHelm3: true }),
  byInput("crds", "skip"),
  byInput("fail-on", "error"),
  { ...byInput("expected-cluster", ""), inputs: ({ clusterUid }) => ({ "expected-cluster": clusterUid }) },
  byInput("plan-key", "", "plan-key"),
  byInput("plan-key", "another-key-of-this-length", "plan-key", { name: "by input: another plan-key" }),
  byInput("plan-details", "names", "", { name: "by input: a plan of names alone" }),
];

const elsewhere: readonly Tampering[] = [
  {
    name: "another cluster",
    reason: "plan-changed",
    says: ["cluster: uid", "cluster: server"],
    inputs: ({ otherKubeconfig }) => ({ kubeconfig: otherKubeconfig }),
  },
  {
    name: "another cluster, where expected-cluster names the right one",
    reason: "wrong-cluster",
    says: [],
    inputs: ({ otherKubeconfig, clusterUid }) => ({ kubeconfig: otherKubeconfig, "expected-cluster": clusterUid }),
  },
  {
    name: "the same cluster by another address",
    reason: "plan-changed",
    says: ["cluster: server"],
    inputs: ({ otherAddress }) => ({ kubeconfig: otherAddress }),
  },
  {
    name: "helm 3 in the place of helm 4",
    reason: "plan-changed",
    says: ["tool helm: approved was 4."],
    tools: "helm3",
  },
  {
    name: "another kubectl",
    reason: "plan-changed",
    says: ["tool kubectl"],
    tools: "other-kubectl",
  },
];

const halves: readonly Tampering[] = [
  {
    name: "by input: plan-file without plan-digest",
    reason: "invalid-input",
    says: ["plan-digest"],
    inputs: () => ({ "plan-digest": "" }),
  },
  {
    name: "by input: plan-digest without plan-file",
    reason: "invalid-input",
    says: ["plan-file"],
    inputs: () => ({ "plan-file": "" }),
  },
  {
    name: "by input: a plan-digest that nobody knows",
    reason: "plan-changed",
    says: ["is not the plan that was approved"],
    inputs: () => ({ "plan-digest": `sha256:${"0".repeat(64)}` }),
  },
  {
    name: "by input: a plan-digest that is none",
    reason: "invalid-input",
    says: ["plan-digest"],
    inputs: (_site, { digest }) => ({ "plan-digest": digest.replace("sha256:", "md5:") }),
  },
  {
    name: "by input: a plan-digest in capitals",
    reason: "invalid-input",
    says: ["plan-digest"],
    inputs: (_site, { digest }) => ({ "plan-digest": digest.toUpperCase() }),
  },
  {
    name: "by input: a plan-file that is not there",
    reason: "invalid-input",
    says: ["is not there"],
    inputs: () => ({ "plan-file": "no-such-plan.json" }),
  },
];

export const runCases: readonly Tampering[] = [...identities, ...strangers, ...inputs, ...elsewhere, ...halves];
