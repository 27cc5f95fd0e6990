import { modeNeeds } from "./core/mode.ts";
import type { StageRecorder } from "./core/stage.ts";
import { deployStack } from "./deploy/deploy.ts";
import type { DeploySteps } from "./deploy/deploy-request.ts";
import type { Inputs } from "./inputs.ts";
import { hiderOf } from "./outcome.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Outside } from "./outside/outside.ts";
import { movedSince, refuseMoved } from "./plan/approved/approved-plan.ts";
import { refuseImpossible } from "./plan/obstacles/as-obstacle.ts";
import type { Planned } from "./plan/planned.ts";
import { planStage, type ToPlan } from "./plan-stage.ts";
import type { OpenedConfig } from "./policy/open-config.ts";
import type { Products } from "./report/assemble.ts";
import { hidingLog } from "./secrets/hiding-log.ts";
import { verifyingDeploy, verifyStage } from "./verify-stage.ts";

/** What a run is made with. */
export interface Given {
  readonly inputs: Inputs;
  readonly configuration: OpenedConfig;
  readonly outside: Outside;
}

export type Stages = StageRecorder<Products>;

/** `mode: verify`: what does not render promises nothing that could be seen. */
export const verify = async (
  { cluster, ...given }: Given & { readonly cluster: Cluster },
  stages: Stages,
): Promise<void> => {
  const { resolution } = stages.products();
  if (resolution === undefined) return stages.skip("verify", "the signals were not resolved");
  const outside = discreetly(given, stages);
  await verifyStage({ ...given, outside, cluster, resolution, plannedDrill: null }, stages);
};

/** From here on the log tells what a cluster answers, which may quote the objects it was sent. */
const discreetly = ({ inputs, outside }: Given, stages: Stages): Outside => ({
  ...outside,
  log: hidingLog(outside.log, hiderOf(inputs, stages.products())),
});

type Rendering = Omit<ToPlan, "products">;

/** The stages `plan` and, where the mode has it, `deploy`: what is deployed is what was planned, or approved. */
export const planAndDeploy = async (rendering: Rendering, stages: Stages): Promise<void> => {
  const { inputs, approved } = rendering;
  const products = stages.products();
  const discreet = discreetly(rendering, stages);
  // What a deploy needs of the plan holds secrets: it is no product of the run.
  const planning = planStage({ ...rendering, outside: discreet, products });
  const { plan } = await stages.run(
    "plan",
    () => ({ plan: planning.then(({ product }) => product) }),
    ({ plan: { report } }) => (report.moved?.length ? "it is not what was approved" : null),
  );
  refuseMoved(plan.report.moved ?? []);
  refuseImpossible(plan.report.content);
  if (!modeNeeds(inputs.mode).stages.includes("deploy")) return;
  const { planned, request, purpose } = await planning;
  const accept = (fresh: Planned): void => refuseMoved(movedSince(approved, fresh.plan, purpose));
  const { resolution } = products;
  // What is deployed has rendered, and so was resolved.
  if (resolution === undefined) throw new Error("a stack that was not resolved cannot be deployed");
  const given = { ...rendering, outside: discreet, resolution, plannedDrill: planned.plan.drill };
  const verify = await verifyingDeploy(given, planned, stages);
  if (verify === null) stages.skip("verify", "verify-timeout is 0s");
  await deployStack({ ...request, planned, accept, verify }, stepsIn(stages));
};

/** A deploy is two stages under one lock: what was written, and the way back where that failed. */
const stepsIn = (stages: Stages): DeploySteps => ({
  deploy: async (body) => (await stages.run("deploy", () => ({ deploy: body() }))).deploy,
  rollback: async (body) => {
    const incomplete = ({ rollback }: Pick<Products, "rollback">) =>
      rollback.outcome === "complete" ? null : "not everything is as it was";
    return (await stages.run("rollback", () => ({ rollback: body() }), incomplete)).rollback;
  },
  noRollback: (why) => stages.skip("rollback", why),
});
