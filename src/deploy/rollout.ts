import { OperatorError } from "../core/errors.ts";
import { nameOf } from "../core/finding.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { listIn } from "../kubectl/kubectl-words.ts";
import { objectsAt } from "../kubernetes/json-fields.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { refOf, sameRef } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { NotReady } from "./deploy-report.ts";
import type { DeployRequest, Ledger } from "./deploy-request.ts";
import { collectEvidence, type Unready } from "./evidence.ts";
import type { WorkloadState } from "./workload.ts";
import { type Expected, notThere, readWorkloads } from "./workloads.ts";

/**
 * Notes in the ledger which workloads and hook Jobs are there and not ready after helm failed, and answers the error
 * to throw. Only what exists is blamed: what helm never came to make says nothing. Where nothing can be read any more,
 * the error stays as it is.
 */
export const blameWorkloads = async (
  error: OperatorError,
  expected: Expected,
  hooks: readonly Manifest[],
  request: DeployRequest,
  ledger: Ledger,
): Promise<OperatorError> => {
  const { stack, cluster, outside } = request;
  if (outside.signal.aborted || error.reason === "cluster-unreachable") return error;
  const namespace = stack.release.namespace.value;
  const [states, jobs] = await Promise.all([
    readWorkloads(expected, cluster).catch(nothingToSee),
    unfinishedJobs(hooks, namespace, cluster),
  ]);
  const live = states.filter(({ why }) => why !== notThere);
  ledger.workloads = live.map(({ ref, ready, desired }) => ({ ref, ready, desired }));
  ledger.notReady = await collectEvidence([...unreadyOf(live), ...jobs], request);
  if (ledger.notReady.length === 0) return error;
  return new OperatorError(error.reason, `${error.message}\n${tellUnready(ledger.notReady)}`, error.hint, {
    cause: error,
  });
};

/** An account that may not look: helm's own error is the one to tell. */
const nothingToSee = (thrown: unknown): readonly WorkloadState[] => {
  if (thrown instanceof OperatorError && thrown.reason !== "cancelled") return [];
  throw thrown;
};

/**
 * Notes in the ledger which workloads are not ready; throws OperatorError `timeout`, with the evidence in the ledger,
 * where one of them is not excused. Of an excused one nothing is collected: a node that is away answers for no log.
 */
export const refuseUnready = async (
  states: readonly WorkloadState[],
  request: Pick<DeployRequest, "cluster" | "inputs" | "planned" | "hiderWith">,
  ledger: Ledger,
  isExcused: (state: WorkloadState) => boolean,
): Promise<void> => {
  const unready = unreadyOf(states.filter((state) => !isExcused(state)));
  const excused = unreadyOf(states.filter(isExcused)).map(({ ref, why }) => ({
    ...{ ref, why: `${why}; ${asBefore}` },
    ...{ containers: [], events: [] },
  }));
  const found = unready.length === 0 ? [] : await collectEvidence(unready, request);
  ledger.notReady = [...found, ...excused];
  if (unready.length === 0) return;
  throw new OperatorError(
    "timeout",
    `${unready.length} of ${states.length} workloads are not ready after ${Math.ceil(request.inputs.timeoutMs / 1000)} s:\n${tellUnready(found)}`,
    "Mend what is not ready, or give the rollout more time with the input timeout.",
  );
};

const asBefore = "it was not ready before this deploy either, which writes nothing of it";

/** Those that are not ready. */
export const unreadyOf = (states: readonly WorkloadState[]): readonly Unready[] =>
  states.flatMap(({ ref, why }) => (why === null ? [] : [{ ref, why }]));

/** One line an object: what is wrong with its first container says more than a count. */
const tellUnready = (notReady: readonly NotReady[]): string =>
  notReady
    .slice(0, 5)
    .map(({ ref, why, containers: [first] }) => {
      const seen = first === undefined ? "" : `; pod ${first.pod}, container ${first.container}: ${first.state}`;
      return `  - ${nameOf(ref)}: ${why}${seen}`;
    })
    .join("\n");

const unfinishedJobs = async (
  hooks: readonly Manifest[],
  namespace: string,
  cluster: Cluster,
): Promise<readonly Unready[]> => {
  const refs = hooks
    .filter(({ ref }) => ref.kind === "Job")
    .map(({ ref }) => ({ ...ref, namespace: ref.namespace ?? namespace }));
  if (refs.length === 0) return [];
  const done = await cluster.kubectl(listIn(namespace, "jobs.batch"));
  if (done.code !== 0) return [];
  return objectsOf(done.stdout)
    .filter((job) => refs.some((ref) => sameRef(refOf(job), ref)) && !isComplete(job))
    .map((job) => ({ ref: refOf(job), why: "the hook did not complete" }));
};

const isComplete = (job: JsonObject): boolean =>
  objectsAt(job, ["status", "conditions"]).some(({ type, status }) => type === "Complete" && status === "True");
