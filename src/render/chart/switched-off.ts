import { type Json, valueAt } from "../../kubernetes/manifest.ts";
import type { ChartValues } from "../../outside/chart.ts";
import type { Stack } from "../../stack/stack.ts";
import type { ChartRender } from "../render.ts";
import { defaultsOf } from "./chart-defaults.ts";
import { argumentsOn } from "./value-sources.ts";

/** What charts call the switch of the map that it stands in. */
const switches = ["enabled", "create"];

/**
 * Tells whether a value stands in a part of the chart that is off, or may be: what it does there shows in no render.
 */
export const switchedOff = (
  stack: Pick<Stack, "valueFiles" | "release">,
  { manifests, hooks }: Pick<ChartRender, "manifests" | "hooks">,
  values: ChartValues,
): ((path: readonly string[]) => boolean) => {
  const defaults = defaultsOf(values);
  const isSet = argumentsOn(stack.release.sets);
  const inForce = (path: readonly string[]): Json | undefined => {
    const [first = "", ...rest] = path;
    const given = stack.valueFiles.map(({ documents: [document] }) => valueAt(document?.value, path));
    const ofDependency = valueAt(defaults.of(first)?.value, rest);
    return [ofDependency, valueAt(defaults.own.value, path), ...given].findLast((value) => value !== undefined);
  };
  const templates = new Set(
    [...manifests, ...hooks].flatMap(({ origin }) =>
      origin.from === "chart" ? (/^[^/]+\/charts\/([^/]+)\//.exec(origin.template)?.[1] ?? []) : [],
    ),
  );
  const isOffAt = (map: readonly string[]): boolean =>
    switches.some((name) => inForce([...map, name]) === false || isSet([...map, name]));
  return (path) => {
    const [first = ""] = path;
    if (values.dependencies.has(first) && !templates.has(first)) return true;
    return path.some((_, length) => length > 0 && isOffAt(path.slice(0, length)));
  };
};
