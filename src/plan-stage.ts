import type { Inputs } from "./inputs.ts";
import { hiderOf } from "./outcome.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Helm } from "./outside/helm.ts";
import type { Outside } from "./outside/outside.ts";
import { type ApprovedPlan, movedSince } from "./plan/approved/approved-plan.ts";
import { planText } from "./plan/approved/plan-file.ts";
import type { ComparePurpose } from "./plan/approved/same-plan.ts";
import { fileDigest } from "./plan/hidden/digest.ts";
import { makePlan } from "./plan/make-plan.ts";
import type { PlanRequest } from "./plan/plan-request.ts";
import type { Planned } from "./plan/planned.ts";
import type { OpenedConfig } from "./policy/open-config.ts";
import type { Render } from "./render/render.ts";
import type { PlanProduct, Products } from "./report/assemble.ts";
import type { Stack } from "./stack/stack.ts";
import { planDrill } from "./verify/drill/plan-drill.ts";

/** What a plan is made of, and the one that was approved. */
export interface ToPlan {
  readonly stack: Stack;
  readonly render: Render;
  readonly inputs: Inputs;
  readonly configuration: OpenedConfig;
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly outside: Outside;
  readonly products: Partial<Products>;
  readonly approved: ApprovedPlan | null;
}

/** What the stage `plan` makes: the product is reported; the rest is for a deploy, and never leaves the run. */
export interface PlanStage {
  readonly product: PlanProduct;
  readonly planned: Planned;
  readonly request: PlanRequest;
  readonly purpose: ComparePurpose;
}

/** The plan of this run, and what has moved since another one was approved. */
export const planStage = async (given: ToPlan): Promise<PlanStage> => {
  const { inputs, configuration, products, approved } = given;
  const kubectl = await given.outside.tools.get("kubectl");
  const request: PlanRequest = {
    ...given,
    kubectlVersion: kubectl.version,
    configDigest: configuration.digest,
    drill: products.resolution === undefined ? null : planDrill(products.resolution, inputs),
    namesOnly: await showsNamesOnly(given),
    hiderWith: (more) => hiderOf(inputs, products, more),
  };
  const planned = await makePlan(request);
  const purpose = inputs.mode === "plan" ? "ask" : "deploy";
  const product = planProduct(planned, approved, purpose);
  return { planned, request, purpose, product };
};

/** What is reported of a plan; the text is the file whose digest is approved. */
export const planProduct = (planned: Planned, approved: ApprovedPlan | null, purpose: ComparePurpose): PlanProduct => {
  const text = planText(planned.plan);
  return {
    report: {
      digest: fileDigest(Buffer.from(text)),
      moved: approved === null ? null : movedSince(approved, planned.plan, purpose),
      content: planned.plan,
    },
    text,
    approved: approved?.text ?? null,
  };
};

/** Artifacts and summaries of a public repository can be read by everybody. */
const showsNamesOnly = async ({ inputs, outside }: ToPlan): Promise<boolean> => {
  if (inputs.planDetails !== "auto") return inputs.planDetails === "names";
  return (await outside.github.repositoryIsPrivate()) === false;
};
