import { type CommandLine, commandLine, type Flag } from "../../outside/command-line.ts";
import type { HelmValues } from "./copy-values.ts";

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
 * What the chart's own CRDs will serve: templates ask for it before they render a ServiceMonitor, and without a cluster
 * helm knows only the built-in kinds.
 */
const apiVersions: readonly Flag[] = [
  "monitoring.coreos.com/v1",
  ...version1.map((kind) => `monitoring.coreos.com/v1/${kind}`),
  "monitoring.coreos.com/v1alpha1",
  ...version1alpha1.map((kind) => `monitoring.coreos.com/v1alpha1/${kind}`),
].map((name) => ["api-versions", name]);

interface Template {
  readonly release: { readonly name: string; readonly namespace: string };
  /** Absolute path of the chart's folder or archive. */
  readonly chart: string;
  readonly kubeVersion: string;
  readonly values: HelmValues;
  /** Whether helm prints the definitions. */
  readonly printsCrds: boolean;
}

/**
 * `helm template`. `--include-crds` costs 40 ms and 50 MiB, `helm show crds` as much as half a render, and only the
 * former heeds the values. To be run in the folder of the values.
 */
export const templateArguments = ({ release, chart, kubeVersion, values, printsCrds }: Template): CommandLine =>
  commandLine({
    verb: ["template"],
    flags: [
      ["namespace", release.namespace],
      ["kube-version", kubeVersion],
      ...(printsCrds ? [["include-crds", true] as const] : []),
      ...apiVersions,
      ...values.flags,
    ],
    positionals: [release.name, chart],
  });
