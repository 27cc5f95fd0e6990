import { nameOf, type ResourceRef } from "../core/finding.ts";
import { type Deadline, pause } from "../kubectl/deadline.ts";
import { accessFailure, applyError } from "../kubectl/kubectl-failure.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { listIn } from "../kubectl/kubectl-words.ts";
import { isBeingDeleted } from "../kubernetes/being-deleted.ts";
import { objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import { type JsonObject, type Manifest, valueAt } from "../kubernetes/manifest.ts";
import { refOf, sameRef } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { operatedKind } from "../plan/changes/operated.ts";
import { readLive } from "../plan/objects/live-objects.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { isSpokenOf, unreconciled } from "./owner-state.ts";
import { withProgress } from "./progress.ts";
import { type WorkloadState, workloadKinds, workloadState } from "./workload.ts";

/** Which workloads belong to a deploy. */
export interface Expected {
  /** Deployments, StatefulSets and DaemonSets that were rendered, each with its namespace. */
  readonly workloads: readonly ResourceRef[];
  /** Custom resources that the operator turns into StatefulSets: Prometheus, Alertmanager and the like. */
  readonly owners: readonly ResourceRef[];
}

/** Why a workload is not ready that was rendered and is not live. */
export const notThere = "it is not there";
const notMade = "the operator has made no StatefulSet of it yet";

/** Objects without a namespace are the release's when the chart rendered them. */
export const expectedWorkloads = (manifests: readonly Pick<Manifest, "ref">[], namespace: string): Expected => {
  const refs = manifests.map(({ ref }) => ({ ...ref, namespace: ref.namespace ?? namespace }));
  return {
    workloads: refs.filter(({ kind, apiVersion }) => workloadKinds.includes(kind) && apiVersion === "apps/v1"),
    owners: refs.filter((ref) => operatedKind(ref) !== null),
  };
};

/** Those of the chart, and of base and overlays. */
export const expectedOfDeploy = ({ stack, render }: Pick<PlanRequest, "stack" | "render">): Expected => {
  const tree = render.roots.flatMap(({ manifests }) => manifests).filter(({ ref }) => ref.namespace !== null);
  return expectedWorkloads([...render.chart.manifests, ...tree], stack.release.namespace.value);
};

/**
 * The state of every expected workload; one that is not there is not ready. Throws OperatorError `unauthorized`
 * or `cluster-unreachable`.
 */
export const readWorkloads = async (expected: Expected, cluster: Cluster): Promise<readonly WorkloadState[]> =>
  (await look(expected, cluster)).states;

interface Look {
  /** Of the operator's custom resources only those are here that it has not carried out, beside what it made. */
  readonly states: readonly WorkloadState[];
  /** Custom resources of which the operator has made nothing. */
  readonly unmade: readonly ResourceRef[];
}

/** The custom resources are read first: what the operator made of them is there when it says that it has. */
const look = async (expected: Expected, cluster: Cluster): Promise<Look> => {
  const ownerAt = await readLive(expected.owners, cluster);
  const namespaces = [...new Set([...expected.workloads, ...expected.owners].map(({ namespace }) => namespace ?? ""))];
  const live = (await Promise.all(namespaces.map((namespace) => listWorkloads(namespace, cluster)))).flat();
  const rendered = expected.workloads.map((ref) => {
    const found = live.find((object) => sameRef(refOf(object), ref));
    return found === undefined ? { ref, ready: 0, desired: 1, why: notThere } : workloadState(found);
  });
  // What is being deleted was made of the custom resource as it was.
  const staying = live.filter((object) => !isBeingDeleted(object));
  const made = staying.flatMap((object) => {
    const madeOf = expected.owners.find((owner) => owns(owner, object));
    return madeOf === undefined ? [] : [{ ...workloadState(object), madeOf }];
  });
  const unmade = expected.owners.filter((owner) => !made.some(({ madeOf }) => madeOf === owner));
  const hasOperator = expected.owners.some((ref) => isSpokenOf(ownerAt(ref) ?? {}));
  const untaken = expected.owners.flatMap((ref): readonly WorkloadState[] => {
    const why = whyUntaken(ownerAt(ref), { isMade: !unmade.includes(ref), hasOperator });
    return why === null ? [] : [{ ref, ready: 0, desired: 1, why }];
  });
  return { states: [...rendered, ...untaken, ...made], unmade };
};

/**
 * Why the operator has yet to act on its custom resource, whatever is there of it; null where it has, and where nothing
 * tells that one runs: a test cluster has none, and old ones say nothing.
 */
const whyUntaken = (
  owner: JsonObject | undefined,
  { isMade, hasOperator }: { readonly isMade: boolean; readonly hasOperator: boolean },
): string | null => {
  if (owner === undefined) return notThere;
  if (!isSpokenOf(owner)) return hasOperator && !isMade ? notMade : null;
  // What is paused is left as it is.
  return unreconciled(owner) ?? (isMade || valueAt(owner, ["spec", "paused"]) === true ? null : notMade);
};

const listWorkloads = async (namespace: string, cluster: Cluster): Promise<readonly JsonObject[]> => {
  const kinds = "deployments.apps,statefulsets.apps,daemonsets.apps";
  const done = await cluster.kubectl(listIn(namespace, kinds));
  if (done.code === 0) return objectsOf(done.stdout);
  const ref = { apiVersion: "v1", kind: "Namespace", namespace: null, name: namespace };
  throw accessFailure(done.stderr, cluster) ?? applyError([{ ref, stderr: done.stderr }], cluster);
};

const owns = (owner: ResourceRef, object: JsonObject): boolean =>
  refOf(object).namespace === owner.namespace &&
  objectsAt(object, ["metadata", "ownerReferences"]).some(
    (by) => textOrEmpty(by, ["kind"]) === owner.kind && textOrEmpty(by, ["name"]) === owner.name,
  );

const pollMs = 1000;
/**
 * A running operator says something of its first custom resource within a second or two; one that is not real (a test
 * cluster) never does.
 */
const operatorMs = 3000;

interface Waiting {
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "log" | "signal" | "now">;
  readonly deadline: Deadline;
  /** Whether the release, or a custom resource of the operator, is new: it may not have said anything yet. */
  readonly firstInstall: boolean;
  /** Whether a workload that is not ready is waited for no longer than for the others; default: none is. */
  readonly isExcused?: (state: WorkloadState) => boolean;
}

/** Waits until every workload is ready or the time is up; answers the last state seen. */
export const waitForWorkloads = async (expected: Expected, waiting: Waiting): Promise<readonly WorkloadState[]> => {
  const { cluster, outside, deadline, firstInstall, isExcused = () => false } = waiting;
  const operatorEnd = outside.now() + (firstInstall ? operatorMs : 0);
  let [states, unmade]: [readonly WorkloadState[], readonly ResourceRef[]] = [[], []];
  const settle = async (): Promise<readonly WorkloadState[]> => {
    for (;;) {
      ({ states, unmade } = await look(expected, cluster));
      const mayCome = unmade.length > 0 && outside.now() < operatorEnd;
      const isDone = states.every((state) => state.why === null || isExcused(state));
      if ((isDone && !mayCome) || deadline.left() === 0) return states;
      await pause(Math.min(pollMs, Math.max(1, deadline.left())), outside);
    }
  };
  await withProgress(settle, async () => tellWaiting(states), outside);
  if (unmade.length > 0)
    outside.log.info(`${unmade.map(nameOf).join(", ")}: there is no StatefulSet of it yet; the operator makes it`);
  return states;
};

/** One line for a person who waits, or null when all is ready. */
export const tellWaiting = (states: readonly WorkloadState[]): string | null => {
  const waiting = states.filter(({ why }) => why !== null);
  if (waiting.length === 0) return null;
  const named = waiting.slice(0, 5).map(({ ref, why }) => `${nameOf(ref)} (${why})`);
  const more = waiting.length > named.length ? ` and ${waiting.length - named.length} more` : "";
  return `Waiting for ${waiting.length} of ${states.length} workloads: ${named.join(", ")}${more}`;
};
