import type { ResourceRef } from "../core/finding.ts";
import { runUrl } from "../kubectl/stamp.ts";
import { uniqueRefs } from "../kubernetes/resource-ref.ts";
import type { Deployed } from "../plan/order/deployed-state.ts";
import { chartName } from "../plan/release/decide-release.ts";
import { planSource } from "../plan/source.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import type { Deploying } from "./deploy-request.ts";
import { writeDeployed } from "./write-state.ts";

/**
 * Notes beside the release which commit and run deployed it, and which objects of base and overlays are its own: those
 * of this tree, and of earlier ones what is still there. Throws as `writeDeployed` does.
 */
export const recordDeploy = async (deploying: Deploying): Promise<void> => {
  const { stack, cluster, outside, planned, ledger, render } = deploying;
  const { repository, sha, ref, runId, runAttempt } = planSource(outside.env);
  const deployed: Deployed = {
    repository,
    commit: sha,
    ref,
    path: stack.path,
    run: { id: runId, attempt: runAttempt, url: runUrl(outside.env) ?? null },
    chart: chartName(render.chart.chart),
    at: new Date().toISOString(),
    objects: uniqueRefs([...planned.stale, ...ownedBy(ledger)]),
  };
  await writeDeployed(cluster, releaseNameOf(stack.release), deployed);
};

const ownedBy = ({ objects }: Deploying["ledger"]): readonly ResourceRef[] =>
  objects.filter(({ layer }) => layer === "base" || layer === "overlay").map(({ ref }) => ref);
