import { posix } from "node:path";
import { isObject, type Json, valueAt } from "../kubernetes/manifest.ts";
import type { Workspace } from "../outside/workspace.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import type { Stack } from "./stack.ts";

/** The chart that a chart of the repository may have among its dependencies. */
const stackChart = "kube-prometheus-stack";

/**
 * Whether the chart is a folder of the repository that has kube-prometheus-stack among its dependencies: what is given
 * to that stands below a key of its values (https://helm.sh/docs/chart_template_guide/subcharts_and_globals/).
 */
export const umbrellaChart = async (
  chart: string,
  workspace: Workspace,
): Promise<NonNullable<Stack["umbrella"]> | null> => {
  if (chart.includes("://") || (await workspace.kind(chart)) !== "directory") return null;
  const read = async (name: string): Promise<YamlFile | null> => {
    const file = posix.join(chart, name);
    const found = await workspace.read(file);
    return found.ok ? parseYaml(found.text, file, "helm") : null;
  };
  const key = keyOfStack((await read("Chart.yaml"))?.documents[0]?.value);
  return key === null ? null : { key, values: await read("values.yaml") };
};

/** The dependency's alias, else its name. */
const keyOfStack = (chart: Json | undefined): string | null => {
  const listed = valueAt(chart, ["dependencies"]);
  const found = (Array.isArray(listed) ? listed : []).filter(isObject).find(({ name }) => name === stackChart);
  return found === undefined ? null : String(found["alias"] ?? stackChart);
};
