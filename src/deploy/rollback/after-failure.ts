import { OperatorError } from "../../core/errors.ts";
import { deadlineIn } from "../../kubectl/deadline.ts";
import type { Lock } from "../../lock/lock.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import { DeployFailed } from "../deploy-failed.ts";
import type { DeployReport } from "../deploy-report.ts";
import type { Deploying, DeployRequest, DeploySteps, Ledger } from "../deploy-request.ts";
import { tellLeft } from "../left-state.ts";
import { within } from "../within.ts";
import { printFormerRecord, removeFormerRecord } from "./former-record.ts";
import { isLeft, type Kept } from "./keep-former.ts";
import { goBack } from "./rollback.ts";
import type { RollbackReport } from "./rollback-report.ts";
import { whereKept } from "./rollback-words.ts";

/** How far a deploy has come. */
export interface Course {
  readonly request: DeployRequest;
  readonly ledger: Ledger;
  /** Null before it is taken. */
  lock: Lock | null;
  /** Null before the first write; `kept` is null where there is no way back. */
  writing: { readonly deploying: Deploying; readonly kept: Kept | null } | null;
}

/** What was done so far. */
export const reportOf = ({ request, ledger }: Pick<Course, "request" | "ledger">): DeployReport => {
  const { server, uid, version } = request.cluster;
  const { objects, release, workloads, notReady } = ledger;
  return { cluster: { server, uid, version }, objects, release, workloads, notReady };
};

/**
 * Takes a failed deploy back where the inputs ask for it, under the lock that it still has; answers what to throw: the
 * deploy's own failure, which stays one, or `rollback-failed`.
 */
export const afterFailure = async (error: OperatorError, course: Course, steps: DeploySteps): Promise<DeployFailed> => {
  const { writing, lock } = course;
  const failed = (reason: OperatorError["reason"], message: string, hint: string): DeployFailed =>
    new DeployFailed(reason, message, hint, reportOf(course), { cause: error });
  const why = whyNot(course);
  if (why !== null || writing?.kept == null) {
    steps.noRollback(why ?? "nothing was written");
    const notBack = writing === null ? "" : ` Nothing was rolled back: ${why}.`;
    return failed(error.reason, withLeft(error, course), `${error.hint}${notBack}`);
  }
  const { deploying, kept } = writing;
  const { inputs, outside } = deploying;
  const deadline = deadlineIn(Math.max(inputs.timeoutMs, shortestWayBackMs), outside.now);
  const { ports, close } = within(deadline, { ...deploying, deadline });
  try {
    const report = await steps.rollback(() => takeBack(ports, kept));
    const { outcome, summary, keptIn } = report;
    if (outcome === "complete") return failed(error.reason, `${error.message}\n${summary}`, `${error.hint}`);
    return failed(
      "rollback-failed",
      `The deploy failed, and could not be taken back whole: ${summary}\nIt had failed before: ${error.message}`,
      `Put right by hand what is named, then deploy again. ${whereKept(keptIn, printFormerRecord)}`,
    );
  } catch (thrown) {
    const ended = lock?.signal.aborted === true && !course.request.outside.signal.aborted ? lock.signal.reason : thrown;
    if (!(ended instanceof OperatorError)) {
      outside.log.info(whereKept(kept.record, printFormerRecord));
      throw ended;
    }
    return failed(
      ended.reason,
      `${ended.message} It was going back from a deploy that had failed: ${error.message}\n${leftHalfWay(course)}`,
      `${ended.hint} ${whereKept(kept.record, printFormerRecord)}`,
    );
  } finally {
    close();
  }
};

const leftHalfWay = ({ ledger: { release } }: Course): string =>
  `What is left: the way back had begun. ${release === null ? "There is no helm release" : `The helm release ${release.namespace}/${release.name} is at revision ${release.revision}, ${release.status}`}; objects are as the deploy has them or as they were before it, and the next deploy writes what differs.`;

/** The message, with what is left; once where the next step says already that nothing was changed. */
const withLeft = ({ message, hint }: OperatorError, { ledger, request }: Course): string => {
  const left = tellLeft(ledger, releaseNameOf(request.stack.release));
  return hint.includes(left) ? message : `${message}\n${left}`;
};

/** A deploy may have failed because its time was too short: the way back has at least a minute. */
const shortestWayBackMs = 60_000;

/** A clause; null where the deploy is to be taken back. */
const whyNot = ({ request, lock, writing, ledger }: Course): string | null => {
  if (writing === null) return "nothing was written";
  if (request.inputs.rollbackOnFailure === "false") return "rollback-on-failure is false";
  if (isLeft(writing.deploying))
    return "a failed first install is left as it is, unless rollback-on-failure is uninstall";
  if (ledger.isRefused) return "another helm works on the release";
  if (ledger.isNoWorse) return "no more is lost than was before the deploy, and to go back would mend nothing";
  if (request.outside.signal.aborted) return "the run was ended";
  return lock?.signal.aborted === true ? "the lock was lost" : null;
};

const takeBack = async (deploying: Deploying, { former, record }: Kept): Promise<RollbackReport> => {
  const report = await goBack({ ...deploying, former });
  deploying.outside.log.info(report.summary);
  if (report.outcome === "incomplete") return { ...report, keptIn: record };
  if (record !== null) await removeFormerRecord(record, deploying);
  return report;
};
