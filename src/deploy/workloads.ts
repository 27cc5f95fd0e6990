import { nameOf, type ResourceRef } from "../core/finding.ts";
import { type Deadline, pause } from "../kubectl/deadline.ts";
import { accessFailure, applyError } from "../kubectl/kubectl-failure.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { listIn } from "../kubectl/kubectl-words.ts";
import { objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { refOf, sameRef } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { operatedKind } from "../plan/changes/operated.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
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
export const readWorkloads = async (expected: Expected, cluster: Cluster): Promise<readonly WorkloadState[]> => {
  const namespaces = [...new Set([...expected.workloads, ...expected.owners].map(({ namespace }) => namespace ?? ""))];
  const live = (await Promise.all(namespaces.map((namespace) => listWorkloads(namespace, cluster)))).flat();
  const rendered = expected.workloads.map((ref) => {
    const found = live.find((object) => sameRef(refOf(object), ref));
    return found === undefined ? { ref, ready: 0, desired: 1, why: notThere } : workloadState(found);
  });
  const made = live.filter((object) => expected.owners.some((owner) => owns(owner, object)));
  return [...rendered, ...made.map(workloadState)];
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
 * A running operator makes its StatefulSets within a second or two; one that is not real (a test cluster) never does.
 */
const operatorMs = 3000;

interface Waiting {
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "log" | "signal" | "now">;
  readonly deadline: Deadline;
  /** Whether the release is new, so that the operator's own workloads may still be missing. */
  readonly firstInstall: boolean;
}

/** Waits until every workload is ready or the time is up; answers the last state seen. */
export const waitForWorkloads = async (expected: Expected, waiting: Waiting): Promise<readonly WorkloadState[]> => {
  const { cluster, outside, deadline, firstInstall } = waiting;
  const operatorEnd = outside.now() + (firstInstall ? operatorMs : 0);
  let states: readonly WorkloadState[] = [];
  const settle = async (): Promise<readonly WorkloadState[]> => {
    for (;;) {
      states = await readWorkloads(expected, cluster);
      const complete = states.length >= expected.workloads.length + expected.owners.length;
      const mayCome = !complete && outside.now() < operatorEnd;
      if ((states.every(({ why }) => why === null) && !mayCome) || deadline.left() === 0) return states;
      await pause(Math.min(pollMs, Math.max(1, deadline.left())), outside);
    }
  };
  await withProgress(settle, async () => tellWaiting(states), outside);
  if (states.length < expected.workloads.length + expected.owners.length)
    outside.log.info(
      `${expected.owners.map(nameOf).join(", ")}: not each of them has a StatefulSet yet; the operator makes them`,
    );
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
