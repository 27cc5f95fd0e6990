import { OperatorError } from "../core/errors.ts";
import { deadlineIn } from "../kubectl/deadline.ts";
import { acquireLock, type Lock } from "../lock/lock.ts";
import type { Cluster } from "../outside/cluster.ts";
import { makePlan } from "../plan/make-plan.ts";
import { changesAnything, type Planned } from "../plan/planned.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import { applyPlan, releaseThatStays } from "./apply-plan.ts";
import { DeployFailed } from "./deploy-failed.ts";
import type { DeployReport } from "./deploy-report.ts";
import type { Deploying, DeployRequest, Ledger } from "./deploy-request.ts";
import { endingWith } from "./ending-with.ts";
import { recordDeploy } from "./record-deploy.ts";
import { recoverRelease } from "./recover-release.ts";
import { refuseUnready } from "./rollout.ts";
import { expectedWorkloads, waitForWorkloads } from "./workloads.ts";

/**
 * Carries a plan out, and nothing but it: refuses what the plan says is to be refused, takes the lock, looks whether
 * anything was deployed in between, then writes, and waits until all workloads are ready. Where nothing would change
 * nothing is written, not even a lock. Throws DeployFailed, an OperatorError that holds the report of what was done.
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
  const { planned, stack, cluster, outside, inputs } = request;
  request.accept(planned);
  refuseObstacles(planned);
  outside.log.info(`Deploying to ${cluster.server} (Kubernetes ${cluster.version})`);
  if (!changesAnything(planned.plan)) return leaveAsItIs(request, ledger);
  const release = releaseNameOf(stack.release);
  const patience = { waitsFor: isOlder(outside), deadline: deadlineIn(inputs.timeoutMs, outside.now) };
  const lock = await acquireLock({ cluster, outside, release, reason: "deploy", patience });
  try {
    const locked = endingWith(lock.signal, request);
    const current = lock.turn === planned.turn ? planned : await planAgain(locked, lock);
    if (!changesAnything(current.plan)) return await leaveAsItIs({ ...locked, planned: current }, ledger);
    const deadline = deadlineIn(inputs.timeoutMs, outside.now);
    await carryOut({ ...locked, planned: current, ledger, deadline }, lock);
  } catch (thrown) {
    throw lock.signal.aborted && !outside.signal.aborted ? lock.signal.reason : thrown;
  } finally {
    await lock.release();
  }
};

/**
 * An older commit is deployed before this one, so that it is waited for; one that is newer, the same or that has
 * nothing to do with this one is not: to deploy after it would take it back.
 */
const isOlder =
  ({ env, relateCommits }: DeployRequest["outside"]) =>
  async (commit: string): Promise<boolean> => {
    const own = env["GITHUB_SHA"]?.toLowerCase();
    return own !== undefined && (await relateCommits(commit.toLowerCase(), own)) === "ahead";
  };

/** Somebody deployed since the plan was made: it is made anew, and must still be what was approved. */
const planAgain = async (request: DeployRequest, { former, turn }: Lock): Promise<Planned> => {
  request.outside.log.info("Another run held the lock since the plan was made: planning again.");
  const planned = await makePlan(request, { former, turn, holder: null });
  request.accept(planned);
  refuseObstacles(planned);
  return planned;
};

const carryOut = async (deploying: Deploying, lock: Lock): Promise<void> => {
  try {
    const { planned, inputs } = deploying;
    await recoverRelease(planned.revision, { ...deploying, onPending: inputs.onPending, former: lock.former });
    await applyPlan(deploying);
  } catch (thrown) {
    // What was put there so far is ours: a later deploy has to know of it.
    await recordDeploy(deploying).catch(() => {});
    throw thrown;
  }
  await recordDeploy(deploying);
  await settle(deploying);
};

/** Nothing differs: nothing is written, not even a stamp. Whether everything is ready is told all the same. */
const leaveAsItIs = async (request: DeployRequest, ledger: Ledger): Promise<void> => {
  const { planned, outside, inputs } = request;
  const { plan } = planned;
  outside.log.info("Nothing differs from the cluster: nothing is written.");
  ledger.objects.push(...plan.objects.map(({ ref, layer }) => ({ ref, layer, action: "unchanged" as const })));
  ledger.release = releaseThatStays(planned);
  await settle({ ...request, ledger, deadline: deadlineIn(inputs.timeoutMs, outside.now) });
};

/** Throws the first of what the plan says is to be refused, with the messages of all. */
const refuseObstacles = ({ plan }: Planned): void => {
  const [first, ...others] = plan.obstacles;
  if (first === undefined) return;
  const message = [first.message, ...others.map((one) => one.message)].join("\n");
  const hint = [first.hint, ...others.map((one) => one.hint)].join(" ");
  throw new OperatorError(first.reason, message, `${hint} Nothing was changed.`);
};

const settle = async (deploying: Deploying): Promise<void> => {
  const { stack, render, cluster, outside, ledger, planned, deadline } = deploying;
  const tree = render.roots.flatMap(({ manifests }) => manifests).filter(({ ref }) => ref.namespace !== null);
  const expected = expectedWorkloads([...render.chart.manifests, ...tree], stack.release.namespace.value);
  const firstInstall = planned.revision === null;
  const states = await waitForWorkloads(expected, { cluster, outside, deadline, firstInstall });
  ledger.workloads = states.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
  await refuseUnready(states, deploying, ledger);
};
