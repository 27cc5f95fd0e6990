import { asOperatorError } from "../../core/errors.ts";
import type { Helm } from "../../outside/helm.ts";
import type { Outside } from "../../outside/outside.ts";
import { rememberedCommand } from "../../outside/remembered-command.ts";
import { releaseNameOf } from "../../stack/release-name.ts";
import type { Stack } from "../../stack/stack.ts";
import { UnreadableYaml } from "../read-objects.ts";
import type { Render, Unstable } from "../render.ts";
import { compareRender, isSameRender, type RenderDifference } from "./compare-render.ts";
import { copyValues } from "./copy-values.ts";
import { templateArguments } from "./release-arguments.ts";
import { askedOf } from "./render-chart.ts";
import { switchedOff } from "./switched-off.ts";
import { type UnknownValue, unknownValues } from "./unknown-values.ts";
import { argumentsOn, valueSources } from "./value-sources.ts";
import { filesWithout } from "./without-values.ts";

/**
 * Whether a value changes what the chart renders to: `none` where a render without it, and without all others that have
 * none, gives the same objects; `unknown` where no render can say so.
 */
export type Effect = "none" | "some" | "unknown";

/** A value that the chart does not know, and what it does. */
export interface JudgedValue extends UnknownValue {
  readonly effect: Effect;
}

interface Rendered {
  readonly stack: Stack;
  readonly render: Render;
  readonly helm: Helm;
  readonly kubeVersion: string;
  readonly outside: Outside;
}

/** Of more than a person would write none is tried. */
const mostTried = 200;

/** The real chart takes a third of a second. */
const timeoutMs = 10_000;

/**
 * Renders the chart without the values that it does not know: at most three times more, and not at all where there are
 * none. Throws nothing but what ends the run.
 */
export const judgeValues = async (rendered: Rendered): Promise<readonly JudgedValue[]> => {
  const { stack, render, outside } = rendered;
  const { values } = render.chart;
  if (render.chart.error !== null || values === undefined || values === null) return [];
  const unknown = unknownValues(stack, values);
  const [isSet, isOff] = [argumentsOn(stack.release.sets), switchedOff(stack, render.chart, values)];
  // In a map that is handed on, every name may be right: only one that looks misspelt is suspected.
  const tried = (unknown.length > mostTried ? [] : unknown).filter(
    ({ path, handedOn, meant }) => (!handedOn || meant !== undefined) && !isSet(path) && !isOff(path),
  );
  const effects = await effectsOf(tried, comparing(rendered), outside);
  return unknown.map((one) => ({ ...one, effect: effects.get(one) ?? "unknown" }));
};

type Tried = readonly UnknownValue[];

/** Whether a render without these values gives the same objects. */
type Compare = (tried: Tried) => Promise<boolean>;

/** All at once, and where that is not the same, once more those alone that nothing hands on. */
const effectsOf = async (
  tried: Tried,
  isSameWithout: Compare,
  { signal }: Pick<Outside, "signal">,
): Promise<ReadonlyMap<UnknownValue, Effect>> => {
  const firm = tried.filter(({ handedOn }) => !handedOn);
  const rounds = (firm.length === tried.length ? [tried] : [tried, firm]).filter(({ length }) => length > 0);
  try {
    for (const round of rounds)
      if (await isSameWithout(round)) return new Map(tried.map((one) => [one, round.includes(one) ? "none" : "some"]));
    return new Map(tried.map((one) => [one, "some"]));
  } catch (thrown) {
    // A render that takes too long or too much proves nothing, and takes nothing away: the first one was made.
    if (asOperatorError(thrown) === undefined) throw thrown;
    signal.throwIfAborted();
    return new Map();
  }
};

const comparing = ({ stack, render, helm, kubeVersion, outside }: Rendered): Compare => {
  const sources = valueSources(stack);
  const differenceOf = async (valueFiles: Stack["valueFiles"], place: string): Promise<RenderDifference | null> => {
    const values = await copyValues({ ...stack, valueFiles }, outside.scratch, place);
    const release = releaseNameOf(stack.release);
    const { chart, copied } = render.chart;
    const printsCrds = !copied?.crds;
    const args = templateArguments({ release, chart: chart.path, kubeVersion, values, printsCrds });
    const asked = await askedOf(args, { ...stack, valueFiles }, chart, outside);
    const run = async () => {
      await copied?.provide();
      return helm.run(args, { cwd: values.folder, timeoutMs });
    };
    // By its place, for what is rendered again must not be told what was said the first time.
    const { code, stdout } = await rememberedCommand([`${place}/1`, ...asked], run, outside);
    return code === 0 ? readDifference(() => compareRender(render.chart, stdout, sources)) : null;
  };
  let unstable: readonly Unstable[] | null = render.unstable;
  return async (tried) => {
    const without = filesWithout(
      stack.valueFiles,
      tried.map(({ path }) => path),
    );
    const difference = await differenceOf(without, "helm/values-without");
    if (difference === null || isSameRender(difference, [])) return difference !== null;
    // What differs may be what differs every time, e.g. a random password.
    unstable ??= (await differenceOf(stack.valueFiles, "helm/values-again"))?.objects ?? [];
    return isSameRender(difference, unstable);
  };
};

const readDifference = (compare: () => RenderDifference): RenderDifference | null => {
  try {
    return compare();
  } catch (thrown) {
    if (thrown instanceof UnreadableYaml) return null;
    throw thrown;
  }
};
