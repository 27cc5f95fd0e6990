import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { isObject, valueAt } from "../kubernetes/manifest.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import type { NotReady } from "./deploy-report.ts";

/** A container that is not well, without its log. */
export interface ContainerState extends Omit<NotReady["containers"][number], "log" | "noLog"> {
  /** Whether what it did before it crashed tells more than what it does now. */
  readonly crashed: boolean;
  /** Why there is no log to read; null where there may be one. */
  readonly noLog: string | null;
}

/** Stands for the name where it is the pod that is not well, and none of its containers. */
const noContainer = "-";

/**
 * A pod's containers that are not well; for a pod that has none yet, why it was not started, and where all of them are
 * well, why the pod is not. With `terminationMessagePolicy: FallbackToLogsOnError` the message of one that ended is the
 * end of its log: it is hidden like that.
 */
export const containersOf = (pod: JsonObject, hide: Hide): readonly ContainerState[] => {
  const name = textOrEmpty(pod, ["metadata", "name"]);
  if (textOrEmpty(pod, ["status", "phase"]) === "Succeeded") return [];
  const started = [
    ...objectsAt(pod, ["status", "initContainerStatuses"]).filter((status) => !isOver(status)),
    ...objectsAt(pod, ["status", "containerStatuses"]),
  ];
  const ofPod = (state: string, noLog: string): readonly ContainerState[] => [
    { pod: name, container: noContainer, state, restarts: 0, crashed: false, noLog },
  ];
  if (started.length === 0) return ofPod(whyNotStarted(pod, hide), "no container was started");
  const unwell = started.filter((status) => status["ready"] !== true);
  const why = unwell.length === 0 ? whyPodUnready(pod) : null;
  if (why !== null) return ofPod(why, "its containers were well when they were last heard of");
  return unwell.map((status) => ({
    pod: name,
    container: textOrEmpty(status, ["name"]),
    state: stateOf(status, hide),
    restarts: numberAt(status, ["restartCount"]),
    crashed: isObject(valueAt(status, ["state", "waiting"])) && isObject(valueAt(status, ["lastState", "terminated"])),
    noLog: null,
  }));
};

/**
 * Of a node that stops answering the control plane marks the pods as not ready, and leaves its containers as the node
 * last told (`MarkPodsNotReady` in
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/util/node/controller_utils.go); a pod that is
 * deleted there stays. Beside that only a readiness gate keeps a pod from being ready whose containers are.
 */
const whyPodUnready = (pod: JsonObject): string | null => {
  const node = `node ${textOrEmpty(pod, ["spec", "nodeName"])}`;
  const due = textOrEmpty(pod, ["metadata", "deletionTimestamp"]);
  if (due !== "") return `being deleted, due at ${due}, and ${node} has not confirmed it`;
  const conditions = objectsAt(pod, ["status", "conditions"]);
  const ready = conditions.find(({ type }) => type === "Ready");
  if (ready === undefined || ready["status"] === "True") return null;
  const unmet = objectsAt(pod, ["spec", "readinessGates"])
    .map((gate) => textOrEmpty(gate, ["conditionType"]))
    .find((gate) => !conditions.some(({ type, status }) => type === gate && status === "True"));
  if (unmet !== undefined) return `not ready: its readiness gate ${unmet} is not met`;
  const since = textOrEmpty(ready, ["lastTransitionTime"]);
  return `not ready${since === "" ? "" : ` since ${since}`}: ${node} is not ready, and no longer speaks for it`;
};

const isOver = (status: JsonObject): boolean =>
  textOrEmpty(status, ["state", "terminated", "reason"]) === "Completed" || status["ready"] === true;

const whyNotStarted = (pod: JsonObject, hide: Hide): string => {
  const unmet = objectsAt(pod, ["status", "conditions"]).find(
    (condition) => condition["type"] === "PodScheduled" && condition["status"] === "False",
  );
  if (unmet !== undefined)
    return joined(hide, "not scheduled", textOrEmpty(unmet, ["reason"]), textOrEmpty(unmet, ["message"]));
  const phase = textOrEmpty(pod, ["status", "phase"]) || "Pending";
  return joined(
    hide,
    phase.toLowerCase(),
    textOrEmpty(pod, ["status", "reason"]),
    textOrEmpty(pod, ["status", "message"]),
  );
};

/** A container that keeps crashing is found waiting: how it ended the last time is what tells. */
const stateOf = (status: JsonObject, hide: Hide): string => {
  const now = describe(status, "state", hide);
  const before = describe(status, "lastState", hide);
  return before === "" ? now || "not started" : `${now}; before: ${before}`;
};

const describe = (status: JsonObject, field: "state" | "lastState", hide: Hide): string => {
  const state = status[field];
  if (!isObject(state)) return "";
  if (isObject(state["waiting"]))
    return joined(
      hide,
      "waiting",
      textOrEmpty(state["waiting"], ["reason"]),
      textOrEmpty(state["waiting"], ["message"]),
    );
  const { terminated } = state;
  if (isObject(terminated)) {
    const code = `exit code ${numberAt(terminated, ["exitCode"])}`;
    return joined(
      hide,
      `terminated: ${textOrEmpty(terminated, ["reason"]) || "Error"}, ${code}`,
      textOrEmpty(terminated, ["message"]),
    );
  }
  return isObject(state["running"]) ? "running, not ready" : "";
};

/** Hidden before it is cut: half a secret is found no more. */
const joined = (hide: Hide, ...parts: readonly string[]): string =>
  parts
    .map((part) => hide(part).trim())
    .filter((part) => part !== "")
    .join(": ")
    .slice(0, 500);
