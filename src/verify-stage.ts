import { asOperatorError, type OperatorError } from "./core/errors.ts";
import type { StageRecorder } from "./core/stage.ts";
import type { DeployRequest, Verification } from "./deploy/deploy-request.ts";
import type { Inputs } from "./inputs.ts";
import { refKey } from "./kubernetes/resource-ref.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Outside } from "./outside/outside.ts";
import type { PlannedDrill } from "./plan/plan.ts";
import type { Planned } from "./plan/planned.ts";
import { changesAnything } from "./plan/planned.ts";
import type { Products } from "./report/assemble.ts";
import type { Resolution } from "./signal/resolve-signals.ts";
import { drillTrouble, runDrill } from "./verify/drill/run-drill.ts";
import type { Looked } from "./verify/look.ts";
import { isAsBefore, isNoWorse, lostAsBefore, lostIn, type SeenBefore } from "./verify/seen-before.ts";
import { blindness, verifyFailure } from "./verify/verify-failure.ts";
import { lookBefore, type VerifyRequest, verifyStack } from "./verify/verify-stack.ts";

/** What a run verifies. */
export interface ToVerify {
  readonly inputs: Inputs;
  readonly cluster: Cluster;
  readonly outside: Outside;
  readonly resolution: Resolution;
  /** The drill of the plan that is carried out; null in mode verify, and where none was asked for. */
  readonly plannedDrill: PlannedDrill | null;
}

type Stages = StageRecorder<Products>;
type Looking = Pick<VerifyRequest, "before" | "isEnough">;

/**
 * The stage `verify`: what is seen in the cluster, then the drill, where that is asked for and nothing is lost before
 * it. Throws OperatorError `verify-failed`, and `unauthorized` where nothing may be looked at.
 */
export const verifyStage = async (
  given: ToVerify,
  stages: Stages,
  looking: Looking = { before: null },
): Promise<void> => {
  await stages.run("verify", async () => {
    const { verify } = await stages.keep({ verify: verifyStack({ ...given, ...looking }) });
    refuse(verifyFailure(verify) ?? blindness(verify));
    if (!given.inputs.drill) return {};
    const { drill } = await stages.keep({ drill: runDrill({ ...given, planned: given.plannedDrill }) });
    refuse(drillTrouble(drill));
    return {};
  });
};

const refuse = (trouble: OperatorError | null): void => {
  if (trouble !== null) throw trouble;
};

/**
 * How a deploy is verified: under its lock, once everything is ready; and where it was taken back, whether all is seen
 * again that was before. Null where `verify-timeout` is 0. Looks at the cluster as it is before the deploy, where that
 * changes something that is there.
 */
export const verifyingDeploy = async (
  given: ToVerify,
  { plan, revision }: Planned,
  stages: Stages,
): Promise<DeployRequest["verify"]> => {
  const { inputs, outside } = given;
  if (inputs.verifyTimeoutMs === 0) return null;
  const before = revision !== null && changesAnything(plan) ? await lookBefore(given) : null;
  return async (when): Promise<Verification> => {
    if (when === "rolled-back") return await verifyBack(given, before);
    outside.log.info("Looking whether every signal arrives");
    return before === null
      ? await verifyFirst(given, stages)
      : await verifyAgainst(before, leftBy(plan, given.resolution), given, stages);
  };
};

const verifyFirst = async (given: ToVerify, stages: Stages): Promise<Verification> => {
  await verifyStage(given, stages);
  return passed;
};

const passed: Verification = { passed: true, message: "Everything that the files promise was seen.", hint: "" };

type IsLeft = Parameters<typeof isNoWorse>[2];

/** Whether a plan leaves the object of a signal as it is. */
const leftBy = ({ objects }: Planned["plan"], { world }: Resolution): IsLeft => {
  const left = new Set(objects.filter(({ action }) => action === "unchanged").map(({ ref }) => refKey(ref)));
  return ({ resource }) => left.has(refKey({ ...resource, namespace: resource.namespace ?? world.releaseNamespace }));
};

/** What was lost before the deploy is no fault of it. Throws as `verifyStage` where anything else is lost. */
const verifyAgainst = async (
  before: SeenBefore,
  isLeft: IsLeft,
  given: ToVerify,
  stages: Stages,
): Promise<Verification> => {
  let isAsItWas = false;
  const isEnough = (seen: Looked): boolean => {
    isAsItWas = isNoWorse(seen, before, isLeft);
    return lostIn(seen).size === 0;
  };
  try {
    await verifyStage(given, stages, { before, isEnough });
    return passed;
  } catch (thrown) {
    const error = asOperatorError(thrown);
    if (!isAsItWas || error?.reason !== "verify-failed") throw thrown;
    const message = `${error.message}\nNone of it was seen before the deploy either, which has changed nothing of it.`;
    return { passed: false, message, hint: error.hint, isNoWorse: true };
  }
};

const verifyBack = async (given: ToVerify, before: SeenBefore | null): Promise<Verification> => {
  if (before === null) return { passed: false, message: "Nobody had looked before the deploy.", hint: "" };
  let known: ReadonlySet<string> = new Set();
  let isBack = false;
  const isEnough = (seen: Looked): boolean => {
    known = lostAsBefore(seen, before);
    isBack = isAsBefore(seen, before);
    return isBack;
  };
  const seen = await verifyStack({ ...given, before, isEnough });
  return isBack
    ? { passed: true, message: "Everything that was seen before the deploy is seen again.", hint: "" }
    : {
        passed: false,
        message: verifyFailure(seen, known)?.message ?? "",
        hint: "Run mode: verify on the commit before, to see what does not arrive.",
      };
};
