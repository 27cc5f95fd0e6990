import { allDone, fewAtOnce } from "../core/all-done.ts";
import { nextTurn } from "../core/next-turn.ts";
import type { Inputs } from "../inputs.ts";
import type { Outside } from "../outside/outside.ts";
import type { Stack } from "../stack/stack.ts";
import { type ChartOptions, renderChart } from "./chart/render-chart.ts";
import { buildRoot } from "./kustomize/build-root.ts";
import { buildTogether, rootsTogether } from "./kustomize/build-together.ts";
import { openKustomize } from "./kustomize/kustomize-command.ts";
import { makeMirror } from "./kustomize/kustomize-mirror.ts";
import { planBuilds, wholeBuilds } from "./kustomize/plan-parts.ts";
import type { Render } from "./render.ts";

/** What is rendered for where neither input nor cluster says: the version whose API server the tests run. */
export const defaultKubernetesVersion = "1.35.4";

interface RenderOptions extends ChartOptions {
  /** Called when helm runs: what it does costs no time as long as that is shorter. */
  readonly beside?: () => unknown;
}

/**
 * Renders the chart and builds base and overlays, all at once. What does not render is data, each with its place;
 * throws OperatorError only where the chart cannot be had or a tool is missing.
 */
export const renderStack = async (
  stack: Stack,
  inputs: Inputs,
  outside: Outside,
  options: RenderOptions,
): Promise<Render> => {
  const roots = [...(stack.base === null ? [] : [stack.base]), ...stack.overlays];
  const isExact = options.twice || inputs.allow.length > 0;
  const plan = isExact ? wholeBuilds : planBuilds(roots, stack);
  const among = isExact
    ? []
    : rootsTogether(
        roots.filter((root) => !plan.parts.has(root)),
        stack,
      );
  const ready = allDone([
    openKustomize(inputs.allow, outside),
    makeMirror(roots, stack, outside, inputs.allow, plan.texts),
  ]);
  // One build runs while this process reads the chart, which takes 50 ms; the others beside helm, which is waited for.
  const read = Promise.withResolvers<void>();
  const rendering = ready
    .then(nextTurn, () => {})
    .then(() => renderChart(stack, outside, { ...options, isRead: read.resolve }));
  const helmRuns = Promise.race([read.promise, rendering]).then(nextTurn, () => {});
  // Not before the next build is started.
  helmRuns.then(nextTurn).then(options.beside);
  const inTurn = oneByOneUntil(rendering);
  const building = ready.then(([kustomize, mirror]) => {
    const given = { kustomize, mirror, outside, exact: options.twice };
    const all = among.length === 0 ? null : buildTogether(among, stack, given);
    return fewAtOnce(roots, async (root) => {
      const parts = plan.parts.get(root) ?? null;
      const together = (among.includes(root) && (await all)?.get(root)) || null;
      const build = () => buildRoot(root, stack, { ...given, parts, together });
      if (together !== null || (all === null && root === roots[0])) return build();
      await helmRuns;
      return inTurn(build);
    });
  });
  const [{ chart, unstable }, built] = await allDone([rendering, building]);
  return { chart, roots: built, unstable };
};

/**
 * Starts each task when the one before it has ended, and all that are left at the end of `longest`: beside helm, which
 * takes longer and has more than one core to do with, several builds would only need 50 MiB each.
 */
const oneByOneUntil = (longest: Promise<unknown>): (<T>(task: () => Promise<T>) => Promise<T>) => {
  const isOver = longest.catch(() => {});
  let before: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = Promise.race([before, isOver]).then(task);
    before = done.catch(() => {});
    return done;
  };
};
