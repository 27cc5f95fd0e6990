import { OperatorError } from "../core/errors.ts";
import type { Inputs } from "../inputs.ts";
import type { DeployTargets } from "./deploy-target.ts";

/**
 * A drill reaches people: at a gated target only those are told whom an approved plan names. `isPlanned` is whether the
 * run was given one. Throws OperatorError `gate-missing`.
 */
export const refuseUnplannedDrill = (
  { target, targets, notRead }: DeployTargets,
  { mode, drill }: Pick<Inputs, "mode" | "drill">,
  isPlanned: boolean,
): void => {
  if (!drill || isPlanned || (mode !== "deploy" && mode !== "verify")) return;
  if (notRead !== null)
    throw new OperatorError(
      "gate-missing",
      `drill is true, and nobody knows which targets are gated: no configuration counts, because ${notRead.why}.`,
      notRead.wayOut,
    );
  const gated = target === null ? targets.filter((one) => one.gated) : target.gated ? [target] : [];
  if (gated.length === 0) return;
  const which =
    target === null
      ? `the run names no target, while the configuration has gated ones: ${gated.map(({ name }) => name).join(", ")}`
      : `the target ${target.name} is gated`;
  throw new OperatorError(
    "gate-missing",
    `drill is true, and ${which}: a drill reaches people, so that an approved plan has to name them, and this run has none.`,
    "Plan with drill: true, and deploy with the same and with that plan's plan-file and plan-digest: a deploy of an unchanged stack writes nothing, and ends with the drill.",
  );
};
