import { OperatorError } from "../core/errors.ts";
import { asNoRoom } from "../core/no-room.ts";
import { deadlineIn } from "../kubectl/deadline.ts";
import { acquireLock, type Lock } from "../lock/lock.ts";
import { operatedKind } from "../plan/changes/operated.ts";
import { makePlan } from "../plan/make-plan.ts";
import { changesAnything, type Planned } from "../plan/planned.ts";
import { isPendingStatus } from "../plan/release/helm-release.ts";
import { releaseNameOf } from "../stack/release-name.ts";
import { applyPlan, releaseThatStays } from "./apply-plan.ts";
import { DeployFailed } from "./deploy-failed.ts";
import { type DeployReport, unknownStatus } from "./deploy-report.ts";
import type { Deploying, DeployRequest, DeploySteps, Ledger } from "./deploy-request.ts";
import { endingWith } from "./ending-with.ts";
import { lockStays } from "./left-state.ts";
import { readyAsRead } from "./ready-as-read.ts";
import { noteAhead, recordDeploy } from "./record-deploy.ts";
import { recoverRelease } from "./recover-release.ts";
import { afterFailure, type Course, reportOf } from "./rollback/after-failure.ts";
import { removeFormerRecord } from "./rollback/former-record.ts";
import { keepFormer } from "./rollback/keep-former.ts";
import { refuseUnready } from "./rollout.ts";
import { unreadyBefore } from "./unready-before.ts";
import { within } from "./within.ts";
import type { WorkloadState } from "./workload.ts";
import { expectedOfDeploy, waitForWorkloads } from "./workloads.ts";

/**
 * Carries a plan out, and nothing but it: refuses what the plan says is to be refused, takes the lock, looks whether
 * anything was deployed in between, then writes, waits until all workloads are ready, and verifies. Where nothing would
 * change nothing is written, not even a lock. What failed is taken back, where the inputs ask for it, before the lock
 * is given back. Throws DeployFailed, an OperatorError that holds the report of what was done.
 */
export const deployStack = async (request: DeployRequest, steps: DeploySteps = untimed): Promise<DeployReport> => {
  const ledger: Ledger = {
    ...{ objects: [], release: null, workloads: [], notReady: [] },
    ...{ writing: null, isNoted: false, isRefused: false, isNoWorse: false },
  };
  const course: Course = { request, ledger, lock: null, writing: null };
  try {
    const report = await deployOrGoBack(request, course, steps);
    const kept = course.writing?.kept?.record ?? null;
    if (kept !== null) await removeFormerRecord(kept, request);
    steps.noRollback("nothing failed");
    return report;
  } finally {
    await giveLockBack(course);
  }
};

const deployOrGoBack = async (request: DeployRequest, course: Course, steps: DeploySteps): Promise<DeployReport> => {
  try {
    const report = await steps.deploy(() => deployInOrder(request, course));
    await refuseUnverified(request, course);
    return report;
  } catch (cause) {
    const thrown = asNoRoom(cause);
    if (!(thrown instanceof OperatorError)) throw thrown;
    const failed = await afterFailure(thrown, course, steps);
    if (await giveLockBack(course)) throw failed;
    const { reason, message, hint, report } = failed;
    throw new DeployFailed(reason, `${message} ${lockStays}`, hint, report, { cause: failed });
  }
};

const untimed: DeploySteps = { deploy: (body) => body(), rollback: (body) => body(), noRollback: () => {} };

/** Answers whether the lock is free again; may be called twice. */
const giveLockBack = async ({ lock, ledger }: Course): Promise<boolean> =>
  lock === null || lock.release({ isUnfinished: isUnsure(ledger) });

const deployInOrder = async (request: DeployRequest, course: Course): Promise<DeployReport> => {
  const { planned, stack, cluster, outside, inputs } = request;
  const { ledger } = course;
  request.accept(planned);
  refuseObstacles(planned);
  outside.log.info(`Deploying to ${cluster.server} (Kubernetes ${cluster.version})`);
  if (!changesAnything(planned.plan)) return leaveAsItIs(request, ledger);
  const release = releaseNameOf(stack.release);
  const patience = { waitsFor: isOlder(outside), deadline: deadlineIn(inputs.timeoutMs, outside.now) };
  const lock = await acquireLock({ cluster, outside, release, reason: "deploy", patience });
  course.lock = lock;
  try {
    const locked = endingWith(lock.signal, request);
    const current = lock.turn === planned.turn ? planned : await planAgain(locked, lock);
    if (!changesAnything(current.plan)) return await leaveAsItIs({ ...locked, planned: current }, ledger);
    const deadline = deadlineIn(inputs.timeoutMs, outside.now);
    await carryOut({ ...locked, planned: current, ledger, deadline }, lock, course);
    return reportOf(course);
  } catch (thrown) {
    throw lock.signal.aborted && !outside.signal.aborted ? lock.signal.reason : thrown;
  }
};

/** Whether a helm of this run may have left a pending revision: then the next run has to know whose it is. */
const isUnsure = ({ release, isRefused }: Ledger): boolean =>
  !isRefused && release !== null && (release.status === unknownStatus || isPendingStatus(release.status));

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

const carryOut = async (given: Deploying, lock: Lock, course: Course): Promise<void> => {
  const { ports: deploying, close } = within(given.deadline, given);
  const { planned, inputs, ledger } = deploying;
  try {
    const recovering = { ...deploying, onPending: inputs.onPending, former: lock.former };
    const newest = await recoverRelease(planned.revision, recovering);
    // The way back has a time of its own.
    course.writing = { deploying: given, kept: await keepFormer(deploying) };
    await applyPlan(deploying, newest);
    await recordDeploy(deploying);
    await settle(deploying);
  } catch (thrown) {
    // What was put there so far is ours: a later deploy has to know of it.
    if (ledger.writing !== null && !lock.signal.aborted) await noteAhead(endedSoon(deploying)).catch(() => {});
    throw thrown;
  } finally {
    close();
  }
};

const recordMs = 1500;

/** A run that is ended has this time to note what it did. */
const endedSoon = (deploying: Deploying): Deploying => {
  const { cluster, outside } = deploying;
  if (!outside.signal.aborted) return deploying;
  const signal = AbortSignal.timeout(recordMs);
  return { ...deploying, cluster: { ...cluster, kubectl: (args, more) => cluster.kubectl(args, { ...more, signal }) } };
};

/**
 * Nothing differs: nothing is written, not even a stamp. Whether everything is ready is told all the same, and where
 * the plan has read that it is, nobody looks again.
 */
const leaveAsItIs = async (request: DeployRequest, ledger: Ledger): Promise<DeployReport> => {
  const { planned, outside, inputs } = request;
  const { plan } = planned;
  outside.log.info("Nothing differs from the cluster: nothing is written.");
  ledger.objects.push(...plan.objects.map(({ ref, layer }) => ({ ref, layer, action: "unchanged" as const })));
  ledger.release = releaseThatStays(planned);
  const deadline = deadlineIn(inputs.timeoutMs, outside.now);
  const { ports, close } = within(deadline, { ...request, ledger, deadline });
  await settle(ports, readyAsRead(expectedOfDeploy(request), planned.drafts)).finally(close);
  return reportOf({ request, ledger });
};

/** Throws the first of what the plan says is to be refused, with the messages of all. */
const refuseObstacles = ({ plan }: Planned): void => {
  const [first, ...others] = plan.obstacles;
  if (first === undefined) return;
  const message = [first.message, ...others.map((one) => one.message)].join("\n");
  const hint = [first.hint, ...others.map((one) => one.hint)].join(" ");
  throw new OperatorError(first.reason, message, `${hint} Nothing was changed.`);
};

/**
 * Waits until everything is ready; `known` are the states where they are known to be so. What was not ready before and
 * is not written is no fault of this deploy, and to take it back would mend nothing. Where nothing at all is written
 * it counts: a deploy that failed for it does not go well by being run again.
 */
const settle = async (deploying: Deploying, known: readonly WorkloadState[] | null = null): Promise<void> => {
  const { cluster, outside, ledger, planned, deadline } = deploying;
  if (ledger.writing !== null) ledger.writing = { ...ledger.writing, at: "rollout" };
  const isExcused = ledger.writing === null ? () => false : unreadyBefore(planned.drafts);
  const hasNewOwner = planned.drafts.some(({ ref, action }) => action === "create" && operatedKind(ref) !== null);
  const waiting = { cluster, outside, deadline, firstInstall: planned.revision === null || hasNewOwner, isExcused };
  const states = known ?? (await waitForWorkloads(expectedOfDeploy(deploying), waiting));
  ledger.workloads = states.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
  await refuseUnready(states, deploying, ledger, isExcused);
};

/** Throws OperatorError `verify-failed`. */
const refuseUnverified = async ({ verify }: DeployRequest, { ledger }: Course): Promise<void> => {
  const verified = verify === null ? null : await verify("deployed");
  ledger.isNoWorse = verified?.isNoWorse === true;
  if (verified?.passed === false) throw new OperatorError("verify-failed", verified.message, verified.hint);
};
