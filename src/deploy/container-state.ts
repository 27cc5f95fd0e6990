import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { isObject } from "../kubernetes/manifest.ts";
import type { NotReady } from "./deploy-report.ts";

type ContainerEvidence = NotReady["containers"][number];

/** A pod's containers that are not well; for a pod that has none yet, why it was not started. */
export const containersOf = (pod: JsonObject): readonly ContainerEvidence[] => {
  const name = textOrEmpty(pod, ["metadata", "name"]);
  if (textOrEmpty(pod, ["status", "phase"]) === "Succeeded") return [];
  const started = [
    ...objectsAt(pod, ["status", "initContainerStatuses"]).filter((status) => !isOver(status)),
    ...objectsAt(pod, ["status", "containerStatuses"]),
  ];
  if (started.length === 0) return [{ pod: name, container: "-", state: whyNotStarted(pod), restarts: 0 }];
  return started
    .filter((status) => status["ready"] !== true)
    .map((status) => ({
      pod: name,
      container: textOrEmpty(status, ["name"]),
      state: stateOf(status),
      restarts: numberAt(status, ["restartCount"]),
    }));
};

const isOver = (status: JsonObject): boolean =>
  textOrEmpty(status, ["state", "terminated", "reason"]) === "Completed" || status["ready"] === true;

const whyNotStarted = (pod: JsonObject): string => {
  const unmet = objectsAt(pod, ["status", "conditions"]).find(
    (condition) => condition["type"] === "PodScheduled" && condition["status"] === "False",
  );
  if (unmet !== undefined)
    return joined("not scheduled", textOrEmpty(unmet, ["reason"]), textOrEmpty(unmet, ["message"]));
  const phase = textOrEmpty(pod, ["status", "phase"]) || "Pending";
  return joined(phase.toLowerCase(), textOrEmpty(pod, ["status", "reason"]), textOrEmpty(pod, ["status", "message"]));
};

/** A container that keeps crashing is found waiting: how it ended the last time is what tells. */
const stateOf = (status: JsonObject): string => {
  const now = describe(status, "state");
  const before = describe(status, "lastState");
  return before === "" ? now || "not started" : `${now}; before: ${before}`;
};

const describe = (status: JsonObject, field: "state" | "lastState"): string => {
  const state = status[field];
  if (!isObject(state)) return "";
  if (isObject(state["waiting"]))
    return joined("waiting", textOrEmpty(state["waiting"], ["reason"]), textOrEmpty(state["waiting"], ["message"]));
  const { terminated } = state;
  if (isObject(terminated)) {
    const code = `exit code ${numberAt(terminated, ["exitCode"])}`;
    return joined(
      `terminated: ${textOrEmpty(terminated, ["reason"]) || "Error"}, ${code}`,
      textOrEmpty(terminated, ["message"]),
    );
  }
  return isObject(state["running"]) ? "running, not ready" : "";
};

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(": ")
    .slice(0, 500);
