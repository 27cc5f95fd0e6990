import { OperatorError } from "../core/errors.ts";
import { nameOf } from "../core/finding.ts";
import { refuseUntrustedRun } from "../gate/untrusted-event.ts";
import { applyError } from "../kubectl/kubectl-failure.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { planLayer } from "../plan/plan-layer.ts";
import { describeStamp, stampOf } from "../plan/stamp.ts";
import { applyLayer } from "./apply-layer.ts";
import { applyCrds } from "./crds.ts";
import { type Deadline, deadlineIn } from "./deadline.ts";
import { DeployFailed } from "./deploy-failed.ts";
import type { DeployReport } from "./deploy-report.ts";
import type { DeployRequest, Ledger } from "./deploy-request.ts";
import { upgradeRelease } from "./helm-upgrade.ts";
import { withProgress } from "./progress.ts";
import { readRelease, refusePendingRelease } from "./release-status.ts";
import { blameWorkloads, refuseUnready } from "./rollout.ts";
import { waitForWebhooks, webhooksFor } from "./webhook.ts";
import { expectedWorkloads, readWorkloads, tellWaiting, waitForWorkloads } from "./workloads.ts";

/**
 * Brings the cluster to what was rendered: CRDs, base, the chart's release, overlays, in this order; then waits until
 * all workloads are ready. Throws DeployFailed, an OperatorError that holds the report of what was done until then.
 */
export const deployStack = async (request: DeployRequest): Promise<DeployReport> => {
  const ledger: Ledger = { objects: [], release: null, workloads: [], notReady: [] };
  try {
    await deployInOrder(request, ledger);
  } catch (thrown) {
    if (!(thrown instanceof OperatorError)) throw thrown;
    throw new DeployFailed(thrown.reason, thrown.message, thrown.hint, reportOf(request.cluster, ledger), {
      cause: thrown,
    });
  }
  return reportOf(request.cluster, ledger);
};

const reportOf = ({ server, uid, version }: Cluster, ledger: Ledger): DeployReport => ({
  cluster: { server, uid, version },
  ...ledger,
});

const deployInOrder = async (request: DeployRequest, ledger: Ledger): Promise<void> => {
  const { stack, render, inputs, cluster, helm, outside } = request;
  const [name, namespace] = [stack.release.name.value, stack.release.namespace.value];
  await refuseUntrustedRun(outside);
  const before = await readRelease(name, namespace, { helm, cluster });
  refusePendingRelease(before);

  outside.log.info(`Deploying to ${cluster.server} (Kubernetes ${cluster.version})`);
  const crds = await applyCrds(render.chart.crdsSwitchedOff ? [] : render.chart.crds, cluster);
  ledger.objects.push(...crds);
  outside.log.info(`crds: ${crds.filter(({ action }) => action !== "unchanged").length} of ${crds.length} applied`);
  const [base, overlays] = (["base", "overlay"] as const).map((layer) =>
    render.roots.filter((root) => root.layer === layer).flatMap(({ manifests }) => manifests),
  );
  // Before anything that the tree describes is touched: what another manager holds stops the deploy here.
  await planLayer(overlays ?? [], cluster);
  const deadline = deadlineIn(inputs.timeoutMs, outside.now);
  await applyRoots("base", base ?? [], request, deadline, ledger);

  await upgrade(request, ledger);

  await applyRoots("overlay", overlays ?? [], request, deadline, ledger);
  await settle(request, before === null, deadline, ledger);
};

const upgrade = async (request: DeployRequest, ledger: Ledger): Promise<void> => {
  const { stack, render, inputs, cluster, outside } = request;
  const { release } = stack;
  const expected = expectedWorkloads(render.chart.manifests, release.namespace.value);
  const description = describeStamp(stampOf(outside.env));
  outside.log.info(
    `helm upgrade --install ${release.name.value} (${render.chart.chart.name} ${render.chart.chart.version})`,
  );
  const { release: state, error } = await withProgress(
    () => upgradeRelease({ stack, chart: render.chart.chart, timeoutMs: inputs.timeoutMs, description }, request),
    async () => tellWaiting(await readWorkloads(expected, cluster)),
    outside,
  );
  if (state !== null) {
    const { updated: _updated, ...rest } = state;
    ledger.release = rest;
  }
  if (error !== null) throw await blameWorkloads(error, expected, render.chart.hooks, request, ledger);
};

/** Applies base or the overlays; what was applied before a failure is in the ledger. */
const applyRoots = async (
  layer: "base" | "overlay",
  manifests: readonly Manifest[],
  { render, cluster, outside }: DeployRequest,
  deadline: Deadline,
  ledger: Ledger,
): Promise<void> => {
  if (manifests.length === 0) return;
  const { changes, unknown } = await planLayer(manifests, cluster);
  if (unknown.length > 0) throw applyError(unknown, cluster);
  const differing = changes.filter(({ action }) => action !== "unchanged");
  const kinds = [...new Set(differing.map(({ manifest }) => manifest.ref.kind))];
  if (layer === "overlay")
    await waitForWebhooks(webhooksFor(kinds, render.chart.manifests), { cluster, outside, deadline });
  outside.log.info(`${layer}: ${differing.length} of ${changes.length} objects differ from the cluster`);
  const { done, error } = await applyLayer(changes, { cluster, outside, deadline, stamp: stampOf(outside.env) });
  ledger.objects.push(...done.map(({ manifest, action }) => ({ ref: manifest.ref, layer, action })));
  for (const { manifest, action } of done)
    if (action !== "unchanged") outside.log.info(`  ${action} ${nameOf(manifest.ref)}`);
  if (error !== null) throw error;
};

const settle = async (
  request: DeployRequest,
  firstInstall: boolean,
  deadline: Deadline,
  ledger: Ledger,
): Promise<void> => {
  const { stack, render, cluster, outside } = request;
  const tree = render.roots.flatMap(({ manifests }) => manifests).filter(({ ref }) => ref.namespace !== null);
  const expected = expectedWorkloads([...render.chart.manifests, ...tree], stack.release.namespace.value);
  const states = await waitForWorkloads(expected, { cluster, outside, deadline, firstInstall });
  ledger.workloads = states.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
  await refuseUnready(states, request, ledger);
};
