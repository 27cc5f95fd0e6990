import { checks } from "./checks/index.ts";
import { allDone } from "./core/all-done.ts";
import { StageRecorder } from "./core/stage.ts";
import { deployStack } from "./deploy/deploy.ts";
import { reachCluster } from "./gate/reach-cluster.ts";
import type { Inputs } from "./inputs.ts";
import { hiderOf, type Outcome, outcomeOf } from "./outcome.ts";
import type { Outside } from "./outside/outside.ts";
import type { OpenedConfig } from "./policy/open-config.ts";
import { openPolicy } from "./policy/open-policy.ts";
import { runChecks } from "./policy/run-checks.ts";
import { allManifests } from "./render/render.ts";
import { renderFailure } from "./render/render-failure.ts";
import { defaultKubernetesVersion, renderStack } from "./render/render-stack.ts";
import type { Results } from "./report/assemble.ts";
import { stopsAt } from "./report/conclude.ts";
import { resolveStage } from "./resolve-stage.ts";
import { hidingLog } from "./secrets/hiding-log.ts";
import { readGeneratorFiles } from "./secrets/read-generator-files.ts";
import { loadStack } from "./stack/load.ts";
import { checkRules } from "./validate/promtool/check-rules.ts";
import { validateRender } from "./validate/validate.ts";
import { countOf } from "./validate/validation.ts";

/** The whole story. It publishes nothing and throws nothing: every way a run can end is in the outcome. */
export const run = async (inputs: Inputs, configuration: OpenedConfig, outside: Outside): Promise<Outcome> => {
  const stages = new StageRecorder(outside.now);
  const results: Results = {};
  try {
    await tell({ inputs, configuration, outside }, stages, results);
  } catch (thrown) {
    results.thrown = thrown;
  }
  return outcomeOf(inputs, stages, results, outside.tools.used());
};

interface Given {
  readonly inputs: Inputs;
  readonly configuration: OpenedConfig;
  readonly outside: Outside;
}

const tell = async (given: Given, stages: StageRecorder, results: Results): Promise<void> => {
  const { inputs, configuration, outside } = given;
  if (inputs.mode !== "deploy") stages.skip("deploy", `mode is ${inputs.mode}`);
  const stack = await stages.run("load", () => loadStack(inputs, outside.workspace));
  results.stack = stack;
  results.generatorFiles = await readGeneratorFiles(stack, outside.workspace);
  const { policy, notes } = await openPolicy(configuration, stack, outside.workspace);
  results.configuration = { file: policy.config.file, notes };

  const [cluster, helm] = await allDone([
    reachCluster(inputs, outside, { isForeign: configuration.base !== null }),
    outside.helm(),
  ]);
  const kubeVersion = inputs.kubernetesVersion ?? cluster?.version ?? defaultKubernetesVersion;
  const options = { helm, kubeVersion, twice: inputs.mode === "deploy" };
  const render = await stages.run("render", () => renderStack(stack, inputs, outside, options), renderFailure);
  results.render = render;

  // promtool answers long before kubeconform does, and the signals need no more than its verdicts.
  const unresolved = renderFailure(render);
  const ruling = checkRules(allManifests(render), outside);
  const validating = stages.run(
    "validate",
    async () => {
      results.validation = await validateRender(render, { inputs, kubeVersion, cluster, outside });
      results.rules = await ruling;
      return results.validation;
    },
    ({ unreachable }) => unreachable,
  );
  if (unresolved !== null) stages.skip("resolve", unresolved);
  const rendered = { stack, render, inputs, cluster, ruling, outside };
  const [validation, rules] = await allDone([
    validating,
    ruling,
    unresolved === null ? stages.run("resolve", () => resolveStage(rendered, results)) : undefined,
  ]);

  const { resolution, alertTests } = results;
  const parts = { ...(resolution && { resolution }), ...(alertTests && { alertTests }) };
  const subject = { stack, render, validation, rules, ...parts };
  const why = unresolved ?? "not resolved";
  const unavailable = new Map([["resolution", why] as const, ["alertTests", why] as const]);
  // What was let be above because it took too long is no finding where the whole run was late.
  outside.signal.throwIfAborted();
  const checked = await stages.run("check", async () => runChecks(subject, unavailable, checks, policy));
  results.checked = checked;

  if (inputs.mode !== "deploy" || cluster === null) return;
  const stop = unresolved ?? stopsAt(inputs.failOn, checked.findings, countOf(validation));
  if (stop !== null) return stages.skip("deploy", stop);
  // From here on the log tells what a cluster answers, which may quote the objects it was sent.
  const discreet = { ...outside, log: hidingLog(outside.log, hiderOf(inputs, results)) };
  results.deploy = await stages.run("deploy", () =>
    deployStack({ stack, render, inputs, cluster, helm, outside: discreet }),
  );
};
