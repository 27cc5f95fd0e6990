import type { Given, Stages } from "./cluster-stages.ts";
import { openChange } from "./compare/open-change.ts";
import { tellUnaffected } from "./compare/unaffected.ts";
import { allDone } from "./core/all-done.ts";
import { modeNeeds, stagesWithout } from "./core/mode.ts";
import { nextTurn } from "./core/next-turn.ts";
import { asNoRoom } from "./core/no-room.ts";
import { StageRecorder } from "./core/stage.ts";
import { sayingNothingChanged } from "./deploy/left-state.ts";
import { proveGate } from "./gate/prove-gate.ts";
import { reachCluster } from "./gate/reach-cluster.ts";
import { refuseUnplannedDrill } from "./gate/unplanned-drill.ts";
import { refuseUntrustedRun } from "./gate/untrusted-event.ts";
import type { Inputs } from "./inputs.ts";
import type { Outcome, Shown } from "./outcome.ts";
import type { Outside } from "./outside/outside.ts";
import type { ApprovedPlan } from "./plan/approved/approved-plan.ts";
import type { OpenedConfig } from "./policy/open-config.ts";
import { openPolicy } from "./policy/open-policy.ts";
import type { Judgements } from "./policy/run-checks.ts";
import { renderFailure } from "./render/render-failure.ts";
import { defaultKubernetesVersion, renderStack } from "./render/render-stack.ts";
import type { Products } from "./report/assemble.ts";
import { stopsAt } from "./report/conclude.ts";
import { stageLines } from "./report/text/stage-lines.ts";
import { readGeneratorFiles } from "./secrets/read-generator-files.ts";
import { loadStack } from "./stack/load.ts";
import { countOf } from "./validate/validation.ts";

interface RunOptions {
  /** The outcome's rendered files are written: they are made while commands are waited for. Default: false. */
  readonly writesRendered?: boolean;
}

/** The whole story. It publishes nothing and throws nothing: every way a run can end is in the outcome. */
export const run = async (
  inputs: Inputs,
  configuration: OpenedConfig,
  outside: Outside,
  { writesRendered = false }: RunOptions = {},
): Promise<Outcome> => {
  const stages = new StageRecorder<Products>(outside.now, stageLines(outside.log));
  let shown: Shown | undefined;
  const waiting = async (): Promise<void> => {
    const { showing } = await import("./after-render.ts");
    shown = showing(inputs, stages.products(), outside.memory);
    await nextTurn();
    if (writesRendered) void shown.rendered;
  };
  const ended = await runStages({ inputs, configuration, outside }, stages, waiting).then(
    () => ({}),
    // A deploy that came to write says itself what is left.
    (cause: unknown) => {
      const thrown = asNoRoom(cause);
      return { thrown: inputs.mode === "deploy" ? sayingNothingChanged(thrown) : thrown };
    },
  );
  const { outcomeOf } = await import("./after-render.ts");
  const reached = { products: stages.products(), ...ended };
  return outcomeOf(inputs, stages.results(), reached, outside.tools.used(), shown);
};

/** `waiting` is called when the tree is known and checked as far as can be, and commands are waited for. */
const runStages = async (run: Given, stages: Stages, waiting: () => Promise<void>): Promise<void> => {
  const { inputs, configuration } = run;
  const opened = await openChange(inputs, configuration.base, run.outside);
  const given = { ...run, outside: opened?.outside ?? run.outside };
  const { outside } = given;
  const mode = modeNeeds(inputs.mode);
  for (const name of stagesWithout(inputs.mode)) stages.skip(name, `mode is ${inputs.mode}`);
  const { stack } = await stages.run("load", () => ({ stack: loadStack(inputs, outside.workspace) }));
  await stages.keep({ generatorFiles: readGeneratorFiles(stack, outside.workspace) });
  const approved = inputs.planFile === undefined ? null : await approvedPlan(inputs, outside);
  const { policy, notes } = await openPolicy(configuration, stack, outside.workspace);
  await stages.keep({ configuration: { file: policy.config.file, notes } });
  const unaffected = inputs.changedOnly
    ? await tellUnaffected({ inputs, outside, stack, opened, config: policy.config })
    : null;
  if (unaffected !== null) {
    for (const name of mode.stages.slice(1)) stages.skip(name, "the change does not concern the stack");
    await stages.keep({ comparison: unaffected });
    return;
  }

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
  const beside = (): unknown => import("./after-render.ts").catch(() => {});
  const options = { helm, kubeVersion, twice: mode.rendersTwice, beside };
  const { render } = await stages.run(
    "render",
    () => ({ render: renderStack(stack, inputs, outside, options) }),
    (made) => renderFailure(made.render),
  );

  const rendered = { ...given, stack, render, cluster, helm, kubeVersion };
  const { checks, compareWithBase, examine, findIn, judgeAhead } = await import("./after-render.ts");
  let ahead: Judgements | undefined;
  const subject = await examine(rendered, stages, async (soFar) => {
    ahead = await stages.ahead("check", () => judgeAhead(soFar, checks, policy));
    await waiting();
  });
  const { checked } = await stages.run("check", () => ({
    checked: findIn(subject, { checks, policy, outside, ahead }),
  }));
  if (opened?.compares === true) {
    const paths = subject.resolution?.paths ?? [];
    const touched = await opened.touched();
    await stages.keep(await compareWithBase({ ...rendered, ...opened, outside, checked, paths, touched }));
  }

  if (cluster === null) return;
  const { planAndDeploy, verify } = await import("./cluster-stages.ts");
  if (inputs.mode === "verify") return await verify({ ...given, cluster }, stages);
  if (!mode.stages.includes("plan")) return;
  const stop = renderFailure(render) ?? stopsAt(inputs.failOn, checked.findings, countOf(subject.validation));
  const left = mode.stages.filter((name) => !modeNeeds("check").stages.includes(name));
  if (stop !== null) for (const name of left) stages.skip(name, stop);
  else await planAndDeploy({ ...given, stack, render, cluster, helm, approved }, stages);
};

/** Loaded where there is one: most runs plan nothing. */
const approvedPlan = async (inputs: Inputs, outside: Outside): Promise<ApprovedPlan | null> => {
  const { readApprovedPlan } = await import("./plan/approved/approved-plan.ts");
  return readApprovedPlan(inputs, outside);
};
