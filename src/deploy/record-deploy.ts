import { OperatorError } from "../core/errors.ts";
import type { ResourceRef } from "../core/finding.ts";
import { runUrl } from "../kubectl/stamp.ts";
import { refKey, uniqueRefs } from "../kubernetes/resource-ref.ts";
import type { Deployed } from "../plan/order/deployed-state.ts";
import type { Planned } from "../plan/planned.ts";
import { chartName } from "../plan/release/decide-release.ts";
import { planSource } from "../plan/source.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import type { Deploying, Ledger } from "./deploy-request.ts";
import { writeDeployed } from "./write-state.ts";

/**
 * Notes what is going to be ours before it is: a run that is killed notes nothing afterwards, and the next one finds
 * nothing to do. Where the release's namespace is not there yet nothing can be noted, and it is tried again later.
 * Throws as `writeDeployed` does.
 */
export const noteAhead = async (deploying: Deploying): Promise<void> => {
  const { ledger, planned } = deploying;
  if (ledger.isNoted) return;
  const coming = planned.drafts.filter(({ layer }) => layer === "base" || layer === "overlay" || layer === "prune");
  try {
    const objects = uniqueRefs([...planned.stale, ...coming.map(({ ref }) => ref)]);
    await write(deploying, { ...deployedBy(deploying), objects });
    ledger.isNoted = true;
  } catch (thrown) {
    if (!(thrown instanceof OperatorError && thrown.reason === "apply-failed")) throw thrown;
  }
};

/**
 * Notes beside the release which commit and run deployed it, and which objects of base and overlays are its own: those
 * of this tree, and of earlier ones what is still there. Throws as `writeDeployed` does.
 */
export const recordDeploy = (deploying: Deploying): Promise<void> => write(deploying, deployedBy(deploying));

const write = async ({ stack, cluster }: Deploying, deployed: Deployed): Promise<void> => {
  await writeDeployed(cluster, releaseNameOf(stack.release), deployed);
};

/** What this deploy notes of itself, as far as it has come. */
export const deployedBy = ({ stack, outside, planned, ledger, render }: Deploying): Deployed => {
  const { repository, sha, ref, runId, runAttempt } = planSource(outside.env);
  return {
    repository,
    commit: sha,
    ref,
    path: stack.path,
    run: { id: runId, attempt: runAttempt, url: runUrl(outside.env) ?? null },
    chart: chartName(render.chart.chart),
    at: new Date().toISOString(),
    objects: uniqueRefs([...planned.stale, ...ownObjects(planned, ledger)]),
  };
};

/** What was applied, and what of earlier deploys has not been reached: it lies there all the same. */
const ownObjects = ({ drafts }: Planned, { objects }: Ledger): readonly ResourceRef[] => {
  const done = new Map(objects.map(({ ref, action }) => [refKey(ref), action]));
  const own = drafts.filter(({ layer }) => layer === "base" || layer === "overlay" || layer === "prune");
  return own
    .filter(({ ref, live }) => (done.get(refKey(ref)) ?? (live === null ? "deleted" : "unchanged")) !== "deleted")
    .map(({ ref }) => ref);
};
