import { objectsAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { workloadKinds, workloadState } from "../workload.ts";
import { type Expected, expectedWorkloads } from "../workloads.ts";
import type { FormerState } from "./former-state.ts";

/** Workloads that were ready before the deploy: only these are waited for, whatever the others lack. */
export const formerWorkloads = ({ objects }: FormerState): Expected =>
  expectedWorkloads(
    objects.filter(({ live }) => live !== null && wasReady(live)),
    "",
  );

const wasReady = (live: JsonObject): boolean => {
  if (workloadKinds.includes(String(live["kind"]))) return workloadState(live).why === null;
  // Of its custom resources the operator says it.
  return !objectsAt(live, ["status", "conditions"]).some(
    ({ type, status }) => type === "Available" && status !== "True",
  );
};
