import { nameOf } from "../core/finding.ts";
import { accessFailure, applyError } from "../kubectl/kubectl-failure.ts";
import { stampOf } from "../kubectl/stamp.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { namedBy } from "../kubernetes/resource-ref.ts";
import { commandLine } from "../outside/command-line.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import type { PlanLayer } from "../plan/plan.ts";
import { sendMergePatch } from "../plan/release/patch-command.ts";
import { applyLayer } from "./apply-layer.ts";
import { applyCrds } from "./crds.ts";
import type { AppliedObject, DeployReport } from "./deploy-report.ts";
import type { Deploying } from "./deploy-request.ts";
import { upgradeRelease } from "./helm-upgrade.ts";
import { withProgress } from "./progress.ts";
import { blameWorkloads } from "./rollout.ts";
import { waitForWebhooks, webhooksFor } from "./webhook.ts";
import { expectedWorkloads, readWorkloads, tellWaiting } from "./workloads.ts";

/**
 * Does what the plan says and nothing else: CRDs, base, the release, overlays, deletes, in this order. What was done
 * before a failure is in the ledger. Throws OperatorError.
 */
export const applyPlan = async (deploying: Deploying): Promise<void> => {
  const { planned, outside, cluster } = deploying;
  const layers = layersOf(planned.drafts);
  await applyCrds(layers.crds.filter(differs), cluster);
  note(layers.crds, deploying);
  await applyTree(layers.base, deploying);
  if (planned.upgrade !== null) await upgrade(deploying);
  else {
    outside.log.info("release: unchanged, helm is not run");
    deploying.ledger.release = releaseThatStays(planned);
  }
  note(layers.release, deploying);
  await applyTree(layers.overlay, deploying);
  for (const draft of layers.prune) await remove(draft, deploying);
};

/** The release's revision where helm is not run. */
export const releaseThatStays = ({ revision: there }: Deploying["planned"]): DeployReport["release"] => {
  if (there === null) return null;
  const { name, namespace, revision, status } = there;
  return { name, namespace, revision, status };
};

const layersOf = (drafts: readonly ObjectDraft[]): Readonly<Record<PlanLayer, readonly ObjectDraft[]>> => {
  const of = (layer: PlanLayer) => drafts.filter((draft) => draft.layer === layer);
  return { crds: of("crds"), base: of("base"), release: of("release"), overlay: of("overlay"), prune: of("prune") };
};

const differs = ({ action }: ObjectDraft): boolean => action !== "unchanged";

const done = {
  create: "created",
  update: "configured",
  delete: "deleted",
  unchanged: "unchanged",
} as const satisfies Readonly<Record<ObjectDraft["action"], AppliedObject["action"]>>;

/** Notes objects of one layer in the ledger, and tells what was done to those that changed. */
const note = (drafts: readonly ObjectDraft[], { ledger, outside }: Deploying): void => {
  for (const { ref, layer, action } of drafts) {
    ledger.objects.push({ ref, layer, action: done[action] });
    if (action !== "unchanged") outside.log.info(`  ${done[action]} ${nameOf(ref)}`);
  }
};

const applyTree = async (drafts: readonly ObjectDraft[], deploying: Deploying): Promise<void> => {
  const [first] = drafts;
  if (first === undefined) return;
  const { render, cluster, outside, deadline } = deploying;
  const differing = drafts.filter(differs);
  const kinds = [...new Set(differing.map(({ ref }) => ref.kind))];
  if (first.layer === "overlay")
    await waitForWebhooks(webhooksFor(kinds, render.chart.manifests), { cluster, outside, deadline });
  outside.log.info(`${first.layer}: ${differing.length} of ${drafts.length} objects differ from the cluster`);
  const { applied, error } = await applyLayer(differing, { cluster, outside, deadline, stamp: stampOf(outside.env) });
  const isDone = new Set(applied);
  note(
    drafts.filter((draft) => !differs(draft) || isDone.has(draft)),
    deploying,
  );
  if (error !== null) throw error;
};

const upgrade = async (deploying: Deploying): Promise<void> => {
  const { planned, stack, render, cluster, outside, ledger } = deploying;
  if (planned.upgrade === null) return;
  for (const draft of planned.drafts) if (draft.mend !== undefined) await mend(draft, draft.mend, deploying);
  const { release } = stack;
  const expected = expectedWorkloads(render.chart.manifests, release.namespace.value);
  outside.log.info(
    `helm upgrade --install ${release.name.value} (${render.chart.chart.name} ${render.chart.chart.version})`,
  );
  const { release: state, error } = await withProgress(
    () => upgradeRelease(planned.upgrade as NonNullable<typeof planned.upgrade>, deploying),
    async () => tellWaiting(await readWorkloads(expected, cluster)),
    outside,
  );
  if (state !== null) {
    const { name, namespace, revision, status } = state;
    ledger.release = { name, namespace, revision, status };
  }
  if (error !== null) throw await blameWorkloads(error, expected, render.chart.hooks, deploying, ledger);
};

/** What somebody changed by hand and helm leaves so is taken back as helm itself would write it. */
const mend = async ({ ref }: ObjectDraft, patch: JsonObject, deploying: Deploying): Promise<void> => {
  const { cluster, outside } = deploying;
  const done = await sendMergePatch(ref, patch, [["output", "name"]], { cluster, scratch: outside.scratch });
  if (done.code !== 0) throw accessFailure(done.stderr, cluster) ?? applyError([{ ref, stderr: done.stderr }], cluster);
};

/** What the plan has shown to be deleted; somebody else may have done it meanwhile. */
const remove = async (draft: ObjectDraft, deploying: Deploying): Promise<void> => {
  const { cluster } = deploying;
  const verb = ["delete", "--filename=-", "--ignore-not-found", "--wait=false"];
  const gone = await cluster.kubectl(commandLine({ verb }), { stdin: JSON.stringify(namedBy(draft.ref)) });
  const refused = { ref: draft.ref, stderr: gone.stderr };
  if (gone.code !== 0) throw accessFailure(gone.stderr, cluster) ?? applyError([refused], cluster);
  note([draft], deploying);
};
