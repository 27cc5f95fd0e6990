import { listAt, numberAt, textAt } from "../kubectl/kubectl-output.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { isObject } from "../kubernetes/manifest.ts";
import type { NotReady } from "./deploy-report.ts";

type Container = NotReady["containers"][number];

/** A pod's containers that are not well; for a pod that has none yet, why it was not started. */
export const containersOf = (pod: JsonObject): readonly Container[] => {
  const name = textAt(pod, "metadata", "name");
  if (textAt(pod, "status", "phase") === "Succeeded") return [];
  const started = [
    ...listAt(pod, "status", "initContainerStatuses").filter((status) => !isOver(status)),
    ...listAt(pod, "status", "containerStatuses"),
  ];
  if (started.length === 0) return [{ pod: name, container: "-", state: whyNotStarted(pod), restarts: 0 }];
  return started
    .filter((status) => status["ready"] !== true)
    .map((status) => ({
      pod: name,
      container: textAt(status, "name"),
      state: stateOf(status),
      restarts: numberAt(status, "restartCount"),
    }));
};

const isOver = (status: JsonObject): boolean =>
  textAt(status, "state", "terminated", "reason") === "Completed" || status["ready"] === true;

const whyNotStarted = (pod: JsonObject): string => {
  const unmet = listAt(pod, "status", "conditions").find(
    (condition) => condition["type"] === "PodScheduled" && condition["status"] === "False",
  );
  if (unmet !== undefined) return joined("not scheduled", textAt(unmet, "reason"), textAt(unmet, "message"));
  const phase = textAt(pod, "status", "phase") || "Pending";
  return joined(phase.toLowerCase(), textAt(pod, "status", "reason"), textAt(pod, "status", "message"));
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
    return joined("waiting", textAt(state["waiting"], "reason"), textAt(state["waiting"], "message"));
  const { terminated } = state;
  if (isObject(terminated)) {
    const code = `exit code ${numberAt(terminated, "exitCode")}`;
    return joined(`terminated: ${textAt(terminated, "reason") || "Error"}, ${code}`, textAt(terminated, "message"));
  }
  return isObject(state["running"]) ? "running, not ready" : "";
};

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(": ")
    .slice(0, 500);
