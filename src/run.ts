import { checks } from "./checks/index.ts";
import { runChecks } from "./checks/run-checks.ts";
import { loadExporter } from "./dcgm/load-exporter.ts";
import { deployStack } from "./deploy/deploy.ts";
import { refuseUntrustedRun } from "./deploy/untrusted-event.ts";
import type { Inputs } from "./inputs.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Cluster } from "./outside/cluster.ts";
import { openCluster } from "./outside/open-cluster.ts";
import { openHelm } from "./outside/open-helm.ts";
import type { Outside } from "./outside/outside.ts";
import { allDone } from "./render/all-done.ts";
import { allManifests } from "./render/render.ts";
import { renderFailure } from "./render/render-failure.ts";
import { defaultKubernetesVersion, renderStack } from "./render/render-stack.ts";
import type { Results } from "./report/assemble.ts";
import { stopsAt } from "./report/conclude.ts";
import { alertCanaries } from "./signal/alert-canaries.ts";
import { resolveSignals } from "./signal/resolve-signals.ts";
import { loadStack } from "./stack/load.ts";
import { StageRecorder } from "./stage.ts";
import { openPolicy } from "./suppress/open-policy.ts";
import { runAlertTests } from "./validate/alert-tests.ts";
import { checkRules } from "./validate/check-rules.ts";
import { runCanaries } from "./validate/run-canaries.ts";
import { validateRender } from "./validate/validate.ts";
import { countOf } from "./validate/validation.ts";

/** The whole story. It publishes nothing and throws nothing: every way a run can end is in the outcome. */
export const run = async (inputs: Inputs, outside: Outside): Promise<Outcome> => {
  const stages = new StageRecorder(outside.now);
  const results: Results = {};
  try {
    await tell(inputs, outside, stages, results);
  } catch (thrown) {
    results.thrown = thrown;
  }
  return outcomeOf(inputs, stages, results, outside.tools.used());
};

const tell = async (inputs: Inputs, outside: Outside, stages: StageRecorder, results: Results): Promise<void> => {
  if (inputs.mode !== "deploy") stages.skip("deploy", `mode is ${inputs.mode}`);
  const stack = await stages.run("load", () => loadStack(inputs, outside.workspace));
  results.stack = stack;
  const { policy, notes } = await openPolicy(inputs.configuration, stack, outside.workspace);
  results.configuration = { file: policy.config.file, notes };

  const [cluster, helm] = await Promise.all([reachCluster(inputs, outside), openHelm(inputs, outside)]);
  const kubeVersion = inputs.kubernetesVersion ?? cluster?.version ?? defaultKubernetesVersion;
  const options = { helm, kubeVersion, twice: inputs.mode === "deploy" };
  const render = await stages.run("render", () => renderStack(stack, inputs, outside, options), renderFailure);
  results.render = render;

  // promtool answers long before kubeconform does, and the signals need no more than its verdicts.
  const unresolved = renderFailure(render);
  const manifests = allManifests(render);
  const ruling = checkRules(manifests, outside);
  const validating = stages.run(
    "validate",
    async () => {
      results.validation = await validateRender(render, { inputs, kubeVersion, cluster, outside });
      results.rules = await ruling;
      return results.validation;
    },
    ({ unreachable }) => unreachable,
  );
  const resolving = async (): Promise<void> => {
    results.exporter = await loadExporter(inputs, stack, render, cluster, outside);
    results.resolution = resolveSignals(stack, render, await ruling, results.exporter);
    results.canaries = await runCanaries(alertCanaries(results.resolution), manifests, outside);
  };
  const testing = async (): Promise<void> => {
    results.alertTests = await runAlertTests(stack, await ruling, manifests, outside);
  };
  if (unresolved !== null) stages.skip("resolve", unresolved);
  const [validation, rules] = await allDone([
    validating,
    ruling,
    unresolved === null ? stages.run("resolve", () => allDone([resolving(), testing()])) : undefined,
  ]);

  const { resolution, alertTests } = results;
  const subject = {
    stack,
    render,
    validation,
    rules,
    ...(resolution && { resolution }),
    ...(alertTests && { alertTests }),
  };
  const why = unresolved ?? "not resolved";
  const unavailable = new Map([["resolution", why] as const, ["alertTests", why] as const]);
  const checked = await stages.run("check", async () => runChecks(subject, unavailable, checks, policy));
  results.checked = checked;

  if (inputs.mode !== "deploy" || cluster === null) return;
  const stop = unresolved ?? stopsAt(inputs.failOn, checked.findings, countOf(validation));
  if (stop !== null) return stages.skip("deploy", stop);
  results.deploy = await stages.run("deploy", () => deployStack({ stack, render, inputs, cluster, helm, outside }));
};

/** The target cluster, where this run has to do with one. */
const reachCluster = async (inputs: Inputs, outside: Outside): Promise<Cluster | null> => {
  // Before the kubeconfig is opened: its credential plugins run as soon as it is.
  if (inputs.mode === "deploy") await refuseUntrustedRun(outside);
  const wanted = [inputs.mode === "deploy", inputs.schemaLocations.includes("cluster"), inputs.exporter === "cluster"];
  return wanted.includes(true) ? openCluster(inputs, outside) : null;
};
