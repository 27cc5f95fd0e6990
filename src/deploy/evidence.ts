import { allDone } from "../core/all-done.ts";
import type { ResourceRef } from "../core/finding.ts";
import { withoutValues } from "../kubectl/cluster-error.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import { listIn } from "../kubectl/kubectl-words.ts";
import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { refOf, sameRef } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import { type LogTail, logHider, readLogTail } from "./container-log.ts";
import { type ContainerState, containersOf } from "./container-state.ts";
import type { NotReady } from "./deploy-report.ts";
import type { DeployRequest } from "./deploy-request.ts";
import type { WorkloadState } from "./workload.ts";

/** Something that did not become ready. */
export type Unready = Pick<WorkloadState, "ref"> & { readonly why: string };

type Collecting = Pick<DeployRequest, "cluster" | "planned" | "hiderWith">;

/**
 * What is known of each object's pods, logs and events, read before anything touches them. What cannot be read is left
 * out; of logs it is said why.
 */
export const collectEvidence = async (
  unready: readonly Unready[],
  collecting: Collecting,
): Promise<readonly NotReady[]> => {
  const { cluster } = collecting;
  const namespaces = [...new Set(unready.map(({ ref }) => ref.namespace ?? ""))];
  const objects = (await Promise.all(namespaces.map((namespace) => readNamespace(namespace, cluster)))).flat();
  const hide = logHider(collecting);
  const found = unready.map(({ ref, why }) => evidenceOf(ref, why, objects, hide));
  return allDone(
    found.map(async (one, index) => ({
      ...one,
      containers: await allDone(
        one.containers.map(async (container, nth): Promise<NotReady["containers"][number]> => {
          const { crashed, noLog, ...told } = container;
          const isRead = index < mostLoggedObjects && nth < mostLogs;
          return { ...told, ...(await logOf(container, one.ref, isRead, { cluster, hide })) };
        }),
      ),
    })),
  );
};

/** Logs that are read: of so many objects, of so many containers each. */
const mostLoggedObjects = 5;
const mostLogs = 2;

const logOf = (
  { pod, container, crashed, noLog }: ContainerState,
  { namespace }: ResourceRef,
  isRead: boolean,
  by: Parameters<typeof readLogTail>[1],
): LogTail | Promise<LogTail> => {
  if (noLog !== null) return { log: [], noLog };
  if (!isRead) return { log: [], noLog: "only the first containers' logs are read" };
  return readLogTail({ namespace: namespace ?? "", pod, container, previous: crashed }, by);
};

interface FoundEvidence extends Omit<NotReady, "containers"> {
  readonly containers: readonly ContainerState[];
}

/** Kubernetes keeps events for an hour; without the right to read them the rest is evidence enough. */
const readNamespace = async (namespace: string, cluster: Cluster): Promise<readonly JsonObject[]> => {
  const kinds = ["pods", "events", "replicasets.apps", "deployments.apps,statefulsets.apps,daemonsets.apps,jobs.batch"];
  const read = kinds.map((kind) => cluster.kubectl(listIn(namespace, kind)));
  return (await Promise.all(read)).flatMap(({ code, stdout }) => (code === 0 ? objectsOf(stdout) : []));
};

const mostContainers = 10;
const mostEvents = 10;

const evidenceOf = (ref: ResourceRef, why: string, objects: readonly JsonObject[], hide: Hide): FoundEvidence => {
  const family = familyOf(ref, objects);
  const pods = family.filter((object) => object["kind"] === "Pod");
  return {
    ref,
    why,
    containers: pods.flatMap((pod) => containersOf(pod, hide)).slice(0, mostContainers),
    events: eventsOf(family, objects).slice(-mostEvents),
  };
};

/** The object and what it owns, at any depth: Deployment, ReplicaSets, Pods. */
const familyOf = (ref: ResourceRef, objects: readonly JsonObject[]): readonly JsonObject[] => {
  const family: JsonObject[] = objects.filter((object) => sameRef(refOf(object), ref));
  // Grows while it is walked: every member's children are looked for once.
  for (const member of family) {
    const uid = textOrEmpty(member, ["metadata", "uid"]);
    const children = objects.filter((object) =>
      objectsAt(object, ["metadata", "ownerReferences"]).some((by) => by["uid"] === uid),
    );
    family.push(...children.filter((child) => !family.includes(child)));
  }
  return family;
};

/** Oldest first; warnings only, unless there are none. */
const eventsOf = (family: readonly JsonObject[], objects: readonly JsonObject[]): NotReady["events"] => {
  const uids = new Set(family.map((object) => textOrEmpty(object, ["metadata", "uid"])));
  const events = objects
    .filter((object) => object["kind"] === "Event" && uids.has(textOrEmpty(object, ["involvedObject", "uid"])))
    .sort((a, b) => (lastSeen(a) < lastSeen(b) ? -1 : 1));
  const warnings = events.filter((event) => event["type"] === "Warning");
  return (warnings.length > 0 ? warnings : events).map((event) => ({
    object: `${textOrEmpty(event, ["involvedObject", "kind"])} ${textOrEmpty(event, ["involvedObject", "name"])}`,
    reason: textOrEmpty(event, ["reason"]),
    message: withoutValues(textOrEmpty(event, ["message"])).slice(0, 500),
    count: numberAt(event, ["count"]) || numberAt(event, ["series", "count"]) || 1,
  }));
};

const lastSeen = (event: JsonObject): string =>
  textOrEmpty(event, ["series", "lastObservedTime"]) ||
  textOrEmpty(event, ["lastTimestamp"]) ||
  textOrEmpty(event, ["eventTime"]) ||
  textOrEmpty(event, ["metadata", "creationTimestamp"]);
