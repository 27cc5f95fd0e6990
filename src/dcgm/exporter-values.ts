import { posix } from "node:path";
import { isObject, type Json, type JsonObject } from "../kubernetes/manifest.ts";
import type { Workspace } from "../outside/workspace.ts";
import { chartNameIn } from "../stack/install/chart-name.ts";
import type { OtherChart, Stack } from "../stack/stack.ts";
import { parseYaml } from "../text/parse-yaml.ts";
import type { YamlFile } from "../text/yaml-file.ts";
import { withSets } from "./set-values.ts";

/** Values that may speak of the GPU exporter, wherever a tree keeps them. */
export interface ExporterValues {
  /** What speaks first counts. */
  readonly documents: readonly JsonObject[];
  /** The files that they are from, for the places of what they say. */
  readonly files: readonly YamlFile[];
}

/** None at all. */
export const noValues: ExporterValues = { documents: [], files: [] };

type Valued = Pick<Stack, "path" | "install" | "files" | "valueFiles">;

/**
 * The release's own values, documents of base and overlays that are no objects, those of install.sh's other helm lines,
 * and what lies in `upstream/` beside them, charts that are kept there left out.
 */
export const exporterValues = async (stack: Valued, workspace: Workspace): Promise<ExporterValues> => {
  const own = [...stack.valueFiles, ...stack.files];
  const others = await Promise.all((stack.install?.otherCharts ?? []).map((line) => ofLine(line, workspace)));
  const taken = new Set([...own, ...others.flatMap(({ files }) => files)].map(({ file }) => file));
  const speaks = (text: string): boolean => /dcgm|customMetrics|gpuCluster/i.test(text);
  const beside = await filesIn(await besides(stack.path, taken, workspace), workspace, speaks);
  return {
    documents: [
      ...own.flatMap(documentsOf),
      ...others.flatMap(({ values }) => (Object.keys(values).length === 0 ? [] : [values])),
      ...beside.flatMap(documentsOf),
    ],
    files: [...own, ...others.flatMap(({ files }) => files), ...beside],
  };
};

/** Values are documents that are no Kubernetes objects. */
const documentsOf = ({ documents }: YamlFile): readonly JsonObject[] =>
  documents
    .map(({ value }): Json => value)
    .filter(isObject)
    .filter((value) => value["kind"] === undefined);

/** What a helm line beside the stack's own is given: a later file wins over an earlier one, and `--set` over all. */
const ofLine = async (
  { chart, valueFiles, sets }: OtherChart,
  workspace: Workspace,
): Promise<{ readonly values: JsonObject; readonly files: readonly YamlFile[] }> => {
  const files = await filesIn(valueFiles, workspace, () => true);
  const merged = withSets(files.flatMap(documentsOf).reduce(over, {}), sets);
  // Values of the exporter's own chart have no key of its name above them, as those of a chart that holds it have.
  const isExporters = chartNameIn(chart) === "dcgm-exporter" && Object.keys(merged).length > 0;
  return { values: isExporters ? { "dcgm-exporter": merged } : merged, files };
};

const over = (below: JsonObject, above: JsonObject): JsonObject =>
  Object.fromEntries([
    ...Object.entries(below).map(([key, value]): [string, Json] => [key, value ?? null]),
    ...Object.entries(above).map(([key, value]): [string, Json] => {
      const old = Object.hasOwn(below, key) ? below[key] : undefined;
      return [key, isObject(old) && isObject(value) ? over(old, value) : (value ?? null)];
    }),
  ]);

/** More is no folder of values. */
const mostFiles = 500;

/** YAML below `upstream/` that nothing names; what lies with a chart are its templates and defaults. */
const besides = async (path: string, taken: ReadonlySet<string>, workspace: Workspace): Promise<readonly string[]> => {
  const folder = posix.join(path, "upstream");
  if ((await workspace.kind(folder)) !== "directory") return [];
  const files = (await workspace.walk(folder)).flatMap((entry) => (entry.kind === "file" ? [entry.path] : []));
  const charts = files.filter((file) => posix.basename(file) === "Chart.yaml").map((file) => `${posix.dirname(file)}/`);
  return files
    .filter((file) => /\.ya?ml$/i.test(file) && !taken.has(file) && !charts.some((chart) => file.startsWith(chart)))
    .slice(0, mostFiles);
};

/** What is not wanted is not parsed, and what cannot be read says nothing. */
const filesIn = async (
  names: readonly string[],
  workspace: Workspace,
  isWanted: (text: string) => boolean,
): Promise<readonly YamlFile[]> => {
  const read = await Promise.all(names.map(async (name) => ({ name, text: await workspace.read(name) })));
  return read.flatMap(({ name, text }) => (text.ok && isWanted(text.text) ? [parseYaml(text.text, name, "helm")] : []));
};
