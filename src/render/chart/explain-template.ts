import type { Location } from "../../core/finding.ts";
import { fromPointer } from "../../kubernetes/json-pointer.ts";
import type { Stack } from "../../stack/stack.ts";
import { withNamesOfTree } from "./copy-values.ts";
import { placeOfValueKey, type ValueSources } from "./value-sources.ts";

interface Places {
  readonly stack: Stack;
  readonly sources: ValueSources;
  readonly workspaceRoot: string;
  readonly chart: { readonly path: string; readonly source: string };
}

/** Why `helm template` failed, in helm's words without this machine's paths, and the nearest place that governs it. */
export const explainTemplate = (
  stderr: string,
  { stack, sources, workspaceRoot, chart }: Places,
): { readonly message: string; readonly at: Location } => {
  const told = withNamesOfTree(stderr, stack)
    .replaceAll(chart.path, chart.source)
    .replaceAll(`${workspaceRoot}/`, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^(?:WARNING|level=|walk\.go|Use --debug|coalesce\.go)/.test(line))
    .join("\n")
    .replace(/^Error: /, "")
    .trim();
  const message = told.length > longest ? `${told.slice(0, longest)} …` : told;
  return { message: message + hintFor(told, chart.source), at: placeOf(told, stack, sources) };
};

/** Some charts fail with a page of advice, and a schema with one line for each value. */
const longest = 2000;

const hintFor = (told: string, source: string): string =>
  /missing in charts\//.test(told)
    ? `\nThe chart in ${source} has dependencies that were not fetched: run \`helm dependency build ${source}\` and commit charts/, or name a packaged chart.`
    : "";

const placeOf = (told: string, stack: Stack, sources: ValueSources): Location => {
  const index = stack.valueFiles.findIndex(({ file }) => told.includes(file));
  const file = stack.release.valueFiles[index];
  const parsed = stack.valueFiles[index];
  if (file !== undefined && /pars|unmarshal|yaml|no such file|read/i.test(told))
    return (
      parsed?.errors[0]?.at ??
      (parsed === undefined && file.at !== undefined
        ? file.at
        : { file: file.value, line: Number(/line (\d+)/.exec(told)?.[1] ?? 1), column: 1 })
    );
  const pointer = /at '(\/[^']*)'/.exec(told)?.[1];
  const byKey = pointer === undefined ? null : placeOfValueKey(sources, fromPointer(pointer));
  return byKey ?? sources.fallback;
};
