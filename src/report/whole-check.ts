import { modeNeeds } from "../core/mode.ts";
import type { StageName } from "../core/stage.ts";
import type { Report } from "./report.ts";

const stagesOfCheck: readonly StageName[] = modeNeeds("check").stages;

/** Whether every stage of a check has passed. */
export const isWholeCheck = ({ stages }: Pick<Report, "stages">): boolean =>
  stagesOfCheck.every((name) => stages.some((stage) => stage.name === name && stage.status === "passed"));

/** Why a stage of the check failed, as a clause; null where none did. What hangs on it was not judged. */
export const whyNotWhole = ({ stages }: Pick<Report, "stages">): string | null => {
  const [failed] = stages.flatMap((stage) =>
    stage.status === "failed" && stagesOfCheck.includes(stage.name) ? [stage.reason] : [],
  );
  return failed ?? null;
};
