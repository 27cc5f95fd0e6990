import { OperatorError } from "../../core/errors.ts";
import type { Inputs } from "../../inputs.ts";
import type { Outside } from "../../outside/outside.ts";
import type { Plan } from "../plan.ts";
import type { Moved } from "./moved.ts";
import { readPlanFile } from "./plan-file.ts";
import { planMoved } from "./plan-moved.ts";
import { type ComparePurpose, whatMoved } from "./same-plan.ts";

/** A plan that a person approved, as it was read. */
export interface ApprovedPlan {
  readonly plan: Plan;
  /** The file's own text. */
  readonly text: string;
}

/**
 * Reads the plan that the inputs name; null where they name none. Throws OperatorError `invalid-input`, and
 * `plan-changed` where it is not the one whose digest was approved.
 */
export const readApprovedPlan = async (
  { planFile, planDigest }: Pick<Inputs, "planFile" | "planDigest">,
  { files, workspace }: Pick<Outside, "files" | "workspace">,
): Promise<ApprovedPlan | null> => {
  if (planFile === undefined || planDigest === undefined) return null;
  const name = `the plan file ${planFile}`;
  const bytes = await files.readBytes(workspace.absolute(planFile), maxBytes);
  if (bytes === null)
    throw new OperatorError(
      "invalid-input",
      `Input plan-file: ${planFile} is not there.`,
      "Download the artifact of the plan job before this step, and name the plan.json in it.",
    );
  return { plan: readPlanFile(bytes, planDigest, name), text: Buffer.from(bytes).toString("utf8") };
};

/** One more than a plan file may have: then it is refused by its size. */
const maxBytes = 16 * 1024 * 1024;

/** What a plan has to do with the one that was approved. */
export const movedSince = (approved: ApprovedPlan | null, fresh: Plan, purpose: ComparePurpose): readonly Moved[] =>
  approved === null ? [] : whatMoved(approved.plan, fresh, new Date(), purpose);

/** Throws OperatorError `plan-changed` where anything moved. */
export const refuseMoved = (moved: readonly Moved[]): void => {
  if (moved.length > 0) throw planMoved(moved);
};
