import { nameOf } from "../core/finding.ts";
import { accessFailure, applyError } from "../kubectl/kubectl-failure.ts";
import { stampOf } from "../kubectl/stamp.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import type { PlanLayer } from "../plan/plan.ts";
import type { Revision } from "../plan/release/helm-release.ts";
import { sendMergePatch } from "../plan/release/patch-command.ts";
import type { Upgrade } from "../plan/release/upgrade-arguments.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import { applyLayer } from "./apply-layer.ts";
import { applyCrds } from "./crds.ts";
import { deleteObject } from "./delete-object.ts";
import type { AppliedObject, DeployReport } from "./deploy-report.ts";
import type { Deploying } from "./deploy-request.ts";
import { withProgress } from "./progress.ts";
import { noteAhead } from "./record-deploy.ts";
import { releaseAfter } from "./release-after.ts";
import { blameWorkloads } from "./rollout.ts";
import { upgradeRelease } from "./upgrade-release.ts";
import { waitForWebhooks, webhooksFor } from "./webhook.ts";
import { expectedWorkloads, readWorkloads, tellWaiting } from "./workloads.ts";

/**
 * Does what the plan says and nothing else: CRDs, base, the release, overlays, deletes, in this order. What was done
 * before a failure is in the ledger. `newest` is the release's revision that helm goes on from. Throws OperatorError.
 */
export const applyPlan = async (deploying: Deploying, newest: Revision | null): Promise<void> => {
  const { planned, outside, cluster } = deploying;
  const layers = layersOf(planned.drafts);
  const begin = (at: PlanLayer): void => {
    const of = planned.drafts.filter(differs).length;
    deploying.ledger.writing = { at, of, runsHelm: planned.upgrade !== null };
  };
  begin("crds");
  await applyCrds(layers.crds.filter(differs), cluster, deploying.deadline);
  note(layers.crds, deploying);
  begin("base");
  await noteAhead(deploying);
  await applyTree(layers.base, deploying);
  begin("release");
  if (planned.upgrade !== null) await upgrade(planned.upgrade, newest, deploying);
  else {
    outside.log.info("release: unchanged, helm is not run");
    deploying.ledger.release = releaseThatStays(planned);
  }
  note(layers.release, deploying);
  begin("overlay");
  await noteAhead(deploying);
  await applyTree(layers.overlay, deploying);
  begin("prune");
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

const upgrade = async (wish: Upgrade, newest: Revision | null, deploying: Deploying): Promise<void> => {
  const { planned, stack, render, cluster, outside, ledger } = deploying;
  for (const draft of planned.drafts) if (draft.mend !== undefined) await mend(draft, draft.mend, deploying);
  const { release } = stack;
  const expected = expectedWorkloads(render.chart.manifests, release.namespace.value);
  outside.log.info(
    `helm upgrade --install ${release.name.value} (${render.chart.chart.name} ${render.chart.chart.version})`,
  );
  const {
    release: state,
    error,
    isRefused,
  } = await withProgress(
    () => upgradeRelease(wish, newest, deploying),
    async () => tellWaiting(await readWorkloads(expected, cluster)),
    outside,
  );
  ledger.release = releaseAfter(state, newest, releaseNameOf(release));
  ledger.isRefused = isRefused;
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
  const gone = await deleteObject(draft.ref, cluster);
  const refused = { ref: draft.ref, stderr: gone.stderr };
  if (gone.code !== 0) throw accessFailure(gone.stderr, cluster) ?? applyError([refused], cluster);
  note([draft], deploying);
};
