import { checks } from "./checks/index.ts";
import type { Given, Stages } from "./cluster-stages.ts";
import { allDone } from "./core/all-done.ts";
import { modeNeeds, stagesWithout } from "./core/mode.ts";
import { asNoRoom } from "./core/no-room.ts";
import { StageRecorder } from "./core/stage.ts";
import { sayingNothingChanged } from "./deploy/left-state.ts";
import { proveGate } from "./gate/prove-gate.ts";
import { reachCluster } from "./gate/reach-cluster.ts";
import { refuseUnplannedDrill } from "./gate/unplanned-drill.ts";
import { refuseUntrustedRun } from "./gate/untrusted-event.ts";
import type { Inputs } from "./inputs.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Cluster } from "./outside/cluster.ts";
import type { Helm } from "./outside/helm.ts";
import type { Outside } from "./outside/outside.ts";
import type { ApprovedPlan } from "./plan/approved/approved-plan.ts";
import type { OpenedConfig } from "./policy/open-config.ts";
import { openPolicy } from "./policy/open-policy.ts";
import { runChecks } from "./policy/run-checks.ts";
import { judgeValues } from "./render/chart/judge-values.ts";
import { allManifests, type Render } from "./render/render.ts";
import { renderFailure } from "./render/render-failure.ts";
import { defaultKubernetesVersion, renderStack } from "./render/render-stack.ts";
import type { Products } from "./report/assemble.ts";
import { stopsAt } from "./report/conclude.ts";
import { markLines } from "./report/lines/mark-lines.ts";
import { stageLines } from "./report/text/stage-lines.ts";
import { resolveStage } from "./resolve-stage.ts";
import { readGeneratorFiles } from "./secrets/read-generator-files.ts";
import { loadStack } from "./stack/load.ts";
import type { Stack } from "./stack/stack.ts";
import { checkRules } from "./validate/promtool/check-rules.ts";
import { validateRender } from "./validate/validate.ts";
import { countOf } from "./validate/validation.ts";

/** The whole story. It publishes nothing and throws nothing: every way a run can end is in the outcome. */
export const run = async (inputs: Inputs, configuration: OpenedConfig, outside: Outside): Promise<Outcome> => {
  const stages = new StageRecorder<Products>(outside.now, stageLines(outside.log));
  const ended = await runStages({ inputs, configuration, outside }, stages).then(
    () => ({}),
    // A deploy that came to write says itself what is left.
    (cause: unknown) => {
      const thrown = asNoRoom(cause);
      return { thrown: inputs.mode === "deploy" ? sayingNothingChanged(thrown) : thrown };
    },
  );
  return outcomeOf(inputs, stages.results(), { products: stages.products(), ...ended }, outside.tools.used());
};

const runStages = async (given: Given, stages: Stages): Promise<void> => {
  const { inputs, configuration, outside } = given;
  const mode = modeNeeds(inputs.mode);
  for (const name of stagesWithout(inputs.mode)) stages.skip(name, `mode is ${inputs.mode}`);
  const { stack } = await stages.run("load", () => ({ stack: loadStack(inputs, outside.workspace) }));
  await stages.keep({ generatorFiles: readGeneratorFiles(stack, outside.workspace) });
  const approved = inputs.planFile === undefined ? null : await approvedPlan(inputs, outside);
  const { policy, notes } = await openPolicy(configuration, stack, outside.workspace);
  await stages.keep({ configuration: { file: policy.config.file, notes } });

  // Before the kubeconfig is opened, for its credential plugins run as soon as it is; a stranger's event before all.
  if (mode.forWritersOnly) await refuseUntrustedRun(outside, inputs.mode);
  const { config } = configuration;
  const { env, github } = outside;
  refuseUnplannedDrill(config, inputs, approved !== null);
  await stages.keep({ gate: proveGate({ config, env, github, mode: inputs.mode }) });
  const [cluster, helm] = await allDone([
    reachCluster(inputs, outside, { isForeign: configuration.base !== null, config: configuration.config }),
    outside.helm(),
  ]);
  const kubeVersion = inputs.kubernetesVersion ?? cluster?.version ?? defaultKubernetesVersion;
  const options = { helm, kubeVersion, twice: mode.rendersTwice };
  const { render } = await stages.run(
    "render",
    () => ({ render: renderStack(stack, inputs, outside, options) }),
    (made) => renderFailure(made.render),
  );

  const subject = await examine({ ...given, stack, render, cluster, helm, kubeVersion }, stages);
  const why = renderFailure(render) ?? "not resolved";
  const parts = ["resolution", "alertTests", "clusterSize"] as const;
  const unavailable = new Map(parts.map((part) => [part, why] as const));
  // What was let be above because it took too long is no finding where the whole run was late.
  outside.signal.throwIfAborted();
  const { checked } = await stages.run("check", () => ({
    checked: markLines(runChecks(subject, unavailable, checks, policy), outside.workspace),
  }));

  if (cluster === null) return;
  const { planAndDeploy, verify } = await import(/* webpackMode: "eager" */ "./cluster-stages.ts");
  if (inputs.mode === "verify") return await verify({ ...given, cluster }, stages);
  if (!mode.stages.includes("plan")) return;
  const stop = renderFailure(render) ?? stopsAt(inputs.failOn, checked.findings, countOf(subject.validation));
  const left = mode.stages.filter((name) => !modeNeeds("check").stages.includes(name));
  if (stop !== null) for (const name of left) stages.skip(name, stop);
  else await planAndDeploy({ ...given, stack, render, cluster, helm, approved }, stages);
};

/** Loaded where there is one: most runs plan nothing. */
const approvedPlan = async (inputs: Inputs, outside: Outside): Promise<ApprovedPlan | null> => {
  const { readApprovedPlan } = await import(/* webpackMode: "eager" */ "./plan/approved/approved-plan.ts");
  return readApprovedPlan(inputs, outside);
};

interface Rendered extends Given {
  readonly stack: Stack;
  readonly render: Render;
  readonly cluster: Cluster | null;
  readonly helm: Helm;
  readonly kubeVersion: string;
}

/**
 * The stages `validate` and `resolve`, beside each other, and beside both what helm is asked of values that seem to do
 * nothing: what the checks read. Of a render that failed nothing is resolved.
 */
const examine = async (rendered: Rendered, stages: Stages) => {
  const { stack, render, outside } = rendered;
  const unresolved = renderFailure(render);
  // promtool answers long before kubeconform does, and the signals need no more than its verdicts.
  const ruling = checkRules(allManifests(render), outside);
  const validating = stages.run(
    "validate",
    () => ({ validation: validateRender(render, rendered), rules: ruling }),
    ({ validation }) => validation.unreachable,
  );
  if (unresolved !== null) stages.skip("resolve", unresolved);
  const resolving =
    unresolved === null
      ? stages.run("resolve", () =>
          resolveStage({ ...rendered, ruling, statedSize: rendered.configuration.config.clusterSize }),
        )
      : undefined;
  const [{ validation, rules }, unknownValues, resolved] = await allDone([
    validating,
    judgeValues(rendered),
    resolving,
  ]);
  const parts = resolved && {
    ...{ resolution: resolved.resolution, alertTests: resolved.alertTests, clusterSize: resolved.clusterSize },
  };
  return { stack, render, validation, rules, unknownValues, ...parts };
};
