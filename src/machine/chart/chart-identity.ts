import { load } from "js-yaml";
import { isObject } from "../../kubernetes/manifest.ts";
import type { Chart } from "../../outside/chart.ts";
import { chartLimits } from "./chart-budget.ts";
import { noChart } from "./no-chart.ts";
import type { ChartFiles } from "./read-chart-folder.ts";

/** What a chart's Chart.yaml says of it. Throws OperatorError `render-failed` where it says no name or no version. */
export const chartIdentity = (files: ChartFiles, source: string): Pick<Chart, "name" | "version" | "appVersion"> => {
  const read = readYaml(files.get("Chart.yaml"), source);
  const text = (key: string): string | null =>
    read[key] === undefined || read[key] === null ? null : String(read[key]);
  const [name, version] = [text("name"), text("version")];
  if (name === null || version === null) throw noChart(source, "its Chart.yaml has no name or no version");
  return { name, version, appVersion: text("appVersion") };
};

const readYaml = (bytes: Buffer | undefined, source: string) => {
  if (bytes === undefined) throw noChart(source, "it has no Chart.yaml");
  if (bytes.length > chartLimits.chartYamlBytes) throw noChart(source, "its Chart.yaml has more than 1 MiB");
  try {
    const value = load(bytes.toString("utf8"));
    if (isObject(value)) return value;
  } catch (cause) {
    throw noChart(source, "its Chart.yaml is not valid YAML", cause);
  }
  throw noChart(source, "its Chart.yaml is empty");
};
