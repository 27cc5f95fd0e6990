import type { ResourceRef } from "../../core/finding.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { Deploying } from "../deploy-request.ts";
import { writeFormerRecord } from "./former-record.ts";
import { type FormerState, keepFormerState } from "./former-state.ts";

/** What a deploy can go back to. */
export interface Kept {
  readonly former: FormerState;
  /** The Secret that holds it, too; null where it could not be kept there. */
  readonly record: ResourceRef | null;
}

/**
 * Keeps what there is, where the inputs ask for a way back: not of a first install that would be left as it is. Throws
 * as `keepFormerState` does.
 */
export const keepFormer = async (deploying: Deploying): Promise<Kept | null> => {
  const { inputs, stack, planned } = deploying;
  if (inputs.rollbackOnFailure === "false" || isLeft(deploying)) return null;
  const former = await keepFormerState({ ...deploying, planned });
  return { former, record: await writeFormerRecord(former, releaseNameOf(stack.release), deploying) };
};

/** Whether the deploy is a first install, and is left as it is where it fails. */
export const isLeft = ({ inputs, planned }: Pick<Deploying, "inputs" | "planned">): boolean =>
  inputs.rollbackOnFailure === "true" && planned.plan.release.action === "install";
