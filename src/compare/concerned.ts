import { posix } from "node:path";
import type { Inputs } from "../inputs.ts";
import type { Stack } from "../stack/stack.ts";
import { asChanged, type Touched, touching } from "./touched-paths.ts";

/** What says how this step is run: its inputs, and which checks count. */
const ofTheRun = [".github/workflows", ".github/actions"];

interface Run {
  readonly inputs: Inputs;
  readonly stack: Stack;
  /** Files that say which checks count, relative to the root. */
  readonly policyFiles: readonly string[];
  /** What was read of the tree so far. */
  readonly touched: Touched;
  /** The repository's absolute path. */
  readonly root: string;
}

/**
 * The changed files that a check may read, sorted: those of the stack's folder, of what its files refer to, of what the
 * inputs name, and of the workflows; and the links and submodules that these are reached through.
 */
export const concerned = (
  changed: Iterable<string>,
  { inputs, stack, policyFiles, touched, root }: Run,
): readonly string[] => {
  const { exporter, schemaLocations, configFile, chartCaFile, registryConfig } = inputs;
  const references = stack.kustomizations.flatMap((one) => one.references.flatMap(({ path, real }) => [path, real]));
  const otherValues = (stack.install?.otherCharts ?? []).flatMap(({ valueFiles }) => valueFiles);
  const named = [
    ...[stack.path, ...ofTheRun, ...policyFiles, stack.release.chart.value, exporter, configFile, chartCaFile],
    ...[registryConfig, ...schemaLocations.map(fixedPart), ...references, ...otherValues],
  ];
  const places = touching(new Set(), new Set(named.flatMap((place) => (place ? [asChanged(place, root)] : []))));
  const isAction = (path: string): boolean => /^action\.ya?ml$/.test(posix.basename(path));
  return [...changed].filter((path) => touched.has(path) || places.has(path) || isAction(path)).toSorted();
};

/** The folder of a template, e.g. `schemas/{{ .ResourceKind }}.json`. */
const fixedPart = (location: string): string => {
  const variable = location.indexOf("{{");
  return variable === -1 ? location : posix.dirname(`${location.slice(0, variable)}x`);
};
