import type { Check, Subject } from "../checks/check.ts";
import { allDone } from "../core/all-done.ts";
import { nextTurn } from "../core/next-turn.ts";
import type { StageRecorder } from "../core/stage.ts";
import type { Inputs } from "../inputs.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Helm } from "../outside/helm.ts";
import type { Outside } from "../outside/outside.ts";
import type { OpenedConfig } from "../policy/open-config.ts";
import { type Checked, type Judgements, type Policy, runChecks } from "../policy/run-checks.ts";
import { judgeValues } from "../render/chart/judge-values.ts";
import { allManifests, type Render } from "../render/render.ts";
import { renderFailure } from "../render/render-failure.ts";
import type { Products } from "../report/assemble.ts";
import { markLines } from "../report/lines/mark-lines.ts";
import { resolveStage } from "../resolve-stage.ts";
import type { Stack } from "../stack/stack.ts";
import { checkRules } from "../validate/promtool/check-rules.ts";
import { validateRender } from "../validate/validate.ts";

/** A tree as it is rendered, and what that was done with. */
export interface Rendered {
  readonly inputs: Inputs;
  readonly configuration: OpenedConfig;
  readonly outside: Outside;
  readonly stack: Stack;
  readonly render: Render;
  readonly cluster: Cluster | null;
  readonly helm: Helm;
  readonly kubeVersion: string;
}

type Stages = StageRecorder<Products>;

/**
 * The stages `validate` and `resolve`, beside each other, and beside both what helm is asked of values that seem to do
 * nothing: what the checks read. Of a render that failed nothing is resolved. `beside` is called when only promtool's
 * tests are waited for, and waited for as well.
 */
export const examine = async (
  rendered: Rendered,
  stages: Stages,
  beside: (soFar: Examined) => Promise<void> = async () => {},
): Promise<Examined> => {
  const { stack, render, outside } = rendered;
  const unresolved = renderFailure(render);
  // The signals need no more than promtool's verdicts on the rules, and its tests take longest: it is asked first.
  const ruling = checkRules(allManifests(render), outside);
  const started = Promise.withResolvers<void>();
  const exec: Outside["exec"] = (command) => {
    started.resolve();
    return outside.exec(command);
  };
  const validating = stages.run(
    "validate",
    () => ({ validation: validateRender(render, { ...rendered, outside: { ...outside, exec } }), rules: ruling }),
    ({ validation }) => validation.unreachable,
  );
  const asked = Promise.race([started.promise, validating]).then(nextTurn, () => {});
  const judging = judgeValues(rendered);
  if (unresolved !== null) {
    stages.skip("resolve", unresolved);
    const [{ validation, rules }, unknownValues] = await allDone([validating, judging]);
    return { stack, render, validation, rules, unknownValues };
  }
  const statedSize = rendered.configuration.config.clusterSize;
  const resolve = resolveStage({ ...rendered, ruling, asked, statedSize });
  const soFar = allDone([validating, judging, resolve.resolution, resolve.clusterSize]).then(
    ([{ validation, rules }, unknownValues, resolution, clusterSize]) => {
      return { stack, render, validation, rules, unknownValues, resolution, clusterSize };
    },
  );
  const [known, { alertTests }] = await allDone([
    soFar,
    stages.run("resolve", () => resolve),
    soFar.then(beside, () => {}),
  ]);
  return { ...known, alertTests };
};

/** As much of what checks read as there is. */
export type Examined = Partial<Subject> & Pick<Subject, "render" | "validation">;

/** What is looked for. */
interface ToFind {
  readonly checks: readonly Check[];
  readonly policy: Policy;
  /** What some of the checks said before. */
  readonly ahead?: Judgements | undefined;
}

/** What these checks find in what was examined, each finding with the hash of its line. */
export const findIn = (
  subject: Examined,
  { checks, policy, outside, ahead }: ToFind & Pick<Rendered, "outside">,
): Promise<Checked> => {
  const why = renderFailure(subject.render) ?? "not resolved";
  const parts = ["resolution", "alertTests", "clusterSize"] as const;
  const unavailable = new Map(parts.map((part) => [part, why] as const));
  // What was let be above because it took too long is no finding where the whole run was late.
  outside.signal.throwIfAborted();
  return markLines(runChecks(subject, unavailable, checks, policy, ahead), outside.workspace);
};
