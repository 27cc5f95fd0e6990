import { numberAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { isObject, valueAt } from "../kubernetes/manifest.ts";
import type { Hide } from "../secrets/hide-secrets.ts";
import type { NotReady } from "./deploy-report.ts";

/** A container that is not well, without its log. */
export interface ContainerState extends Omit<NotReady["containers"][number], "log" | "noLog"> {
  /** Whether what it did before it crashed tells more than what it does now. */
  readonly crashed: boolean;
}

/** Stands for the name where a pod has no container yet. */
export const noContainer = "-";

/**
 * A pod's containers that are not well; for a pod that has none yet, why it was not started. With
 * `terminationMessagePolicy: FallbackToLogsOnError` the message of one that ended is the end of its log: it is hidden
 * like that.
 */
export const containersOf = (pod: JsonObject, hide: Hide): readonly ContainerState[] => {
  const name = textOrEmpty(pod, ["metadata", "name"]);
  if (textOrEmpty(pod, ["status", "phase"]) === "Succeeded") return [];
  const started = [
    ...objectsAt(pod, ["status", "initContainerStatuses"]).filter((status) => !isOver(status)),
    ...objectsAt(pod, ["status", "containerStatuses"]),
  ];
  if (started.length === 0)
    return [{ pod: name, container: noContainer, state: whyNotStarted(pod, hide), restarts: 0, crashed: false }];
  return started
    .filter((status) => status["ready"] !== true)
    .map((status) => ({
      pod: name,
      container: textOrEmpty(status, ["name"]),
      state: stateOf(status, hide),
      restarts: numberAt(status, ["restartCount"]),
      crashed:
        isObject(valueAt(status, ["state", "waiting"])) && isObject(valueAt(status, ["lastState", "terminated"])),
    }));
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
