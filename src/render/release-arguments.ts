import type { Workspace } from "../outside/workspace.ts";
import type { Release } from "../stack/stack.ts";

/**
 * The values of a release as arguments for `helm template`, `install` and `upgrade`: files first and then the `--set` family, each in its own
 * order, which is how helm merges them. Paths are absolute, so that none can be read as the address of something to download.
 */
export const valueArguments = (
  { valueFiles, sets }: Pick<Release, "valueFiles" | "sets">,
  workspace: Pick<Workspace, "absolute">,
): readonly string[] => [
  ...valueFiles.flatMap(({ value }) => ["--values", workspace.absolute(value)]),
  ...sets.flatMap(({ flag, value }) => [flag, value]),
];

const version1 = [
  "Alertmanager",
  "PodMonitor",
  "Probe",
  "Prometheus",
  "PrometheusRule",
  "ServiceMonitor",
  "ThanosRuler",
];
const version1alpha1 = ["AlertmanagerConfig", "PrometheusAgent", "ScrapeConfig"];

/**
 * What the chart's own CRDs will serve: templates ask for it before they render a ServiceMonitor, and without a cluster helm knows only the
 * built-in kinds.
 */
export const apiVersionArguments: readonly string[] = [
  "monitoring.coreos.com/v1",
  ...version1.map((kind) => `monitoring.coreos.com/v1/${kind}`),
  "monitoring.coreos.com/v1alpha1",
  ...version1alpha1.map((kind) => `monitoring.coreos.com/v1alpha1/${kind}`),
].flatMap((name) => ["--api-versions", name]);
