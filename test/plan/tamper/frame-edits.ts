import { edit, otherDigest, type PlanEdit } from "./edit-plan.ts";

/** What two plans for different commits of one stack may differ in, and a deploy may not. */
export const sourceEdits: readonly PlanEdit[] = [
  edit("another commit", (plan) => {
    plan.source.sha = "f".repeat(40);
  }),
  edit("no commit", (plan) => {
    plan.source.sha = null;
  }),
  edit("another ref", (plan) => {
    plan.source.ref = "refs/heads/attack";
  }),
  edit("another run", (plan) => {
    plan.source.runId = "666";
  }),
  edit("another workflow", (plan) => {
    plan.source.workflow = "other";
  }),
  edit("another event", (plan) => {
    plan.source.event = "pull_request";
  }),
];

/** Of what the plan is for, and of what made it. */
export const frameEdits: readonly PlanEdit[] = [
  edit("another repository", (plan) => {
    plan.source.repository = "fork/cluster";
  }),
  edit("another target", (plan) => {
    plan.target.name = "staging";
  }),
  edit("no target", (plan) => {
    plan.target.name = null;
  }),
  edit("another server", (plan) => {
    plan.target.server = "https://10.0.0.2:6443";
  }),
  edit("another cluster behind the address", (plan) => {
    plan.target.clusterUid = "00000000-0000-0000-0000-000000000000";
  }),
  edit("another version of Kubernetes", (plan) => {
    plan.target.kubernetesVersion = "1.1.0";
  }),
  edit("an input of another value", (plan) => {
    plan.inputs["path"] = "other-stack";
  }),
  edit("an input more", (plan) => {
    plan.inputs["prune"] = "true";
  }),
  edit("an input more that is called like a method", (plan) => {
    plan.inputs["constructor"] = "x";
  }),
  edit("an input less", (plan) => {
    const [name] = Object.keys(plan.inputs);
    return name !== undefined && delete plan.inputs[name];
  }),
  edit("another configuration file", (plan) => {
    plan.digests.config = `sha256:${"1".repeat(64)}`;
  }),
  edit("another chart archive", (plan) => {
    plan.digests.chart = otherDigest(plan.digests.chart);
  }),
  edit("another helm", (plan) => {
    plan.tools["helm"] = "2.17.0";
  }),
  edit("a tool less", (plan) => "kubectl" in plan.tools && delete plan.tools["kubectl"]),
  edit("a tool more", (plan) => {
    plan.tools["kustomize"] = "5.0.0";
  }),
];

/** Of what becomes of the helm release. */
export const releaseEdits: readonly PlanEdit[] = [
  edit("release: another name", (plan) => {
    plan.release.name = "other";
  }),
  edit("release: another namespace", (plan) => {
    plan.release.namespace = "kube-system";
  }),
  edit("release: another action", (plan) => {
    plan.release.action = plan.release.action === "install" ? "upgrade" : "install";
  }),
  edit("release: not run", (plan) => {
    plan.release.action = plan.release.action === "none" ? "upgrade" : "none";
  }),
  edit("release: another chart version", (plan) => {
    plan.release.chart = "kube-prometheus-stack-1.0.0";
  }),
  edit("release: another revision before", (plan) => {
    plan.release.from = { ...(plan.release.from ?? { status: "deployed", chart: "x-1.0.0" }), revision: 77 };
  }),
  edit("release: another status before", (plan) => {
    plan.release.from = { ...(plan.release.from ?? { revision: 1, chart: "x-1.0.0" }), status: "pending-upgrade" };
  }),
  edit("release: another chart before", (plan) => {
    plan.release.from = { ...(plan.release.from ?? { revision: 1, status: "deployed" }), chart: "y-1.0.0" };
  }),
  edit("release: none before", (plan) => {
    plan.release.from = null;
  }),
  edit("release: a hook more", (plan) =>
    plan.release.hooks.push({ apiVersion: "batch/v1", kind: "Job", namespace: "monitoring", name: "planted" }),
  ),
  edit("release: a hook less", (plan) => plan.release.hooks.pop() !== undefined),
  edit("release: hooks of another content", (plan) => {
    if (plan.release.hooksDigest === null) return false;
    plan.release.hooksDigest = otherDigest(plan.release.hooksDigest);
    return true;
  }),
  edit("release: hooks in another order", (plan) => plan.release.hooks.reverse()),
  edit("release: other values", (plan) => {
    plan.release.values = `hmac-sha256:${"1".repeat(64)}`;
  }),
  edit("release: no digest of the values", (plan) => {
    plan.release.values = null;
  }),
  edit("release: no recovery, or another", (plan) => {
    plan.release.recovery = plan.release.recovery === null ? "a revision is removed" : null;
  }),
];
