import type { NewFile } from "../outside/new-file.ts";
import type { ReceiverKind } from "./receivers.ts";
import { alertTests } from "./texts/alert-tests.ts";
import { counterList } from "./texts/counter-list.ts";
import { gpuDashboard } from "./texts/gpu-dashboard.ts";
import { gpuExporterRules } from "./texts/gpu-exporter.ts";
import { gpuHealthRules } from "./texts/gpu-health.ts";
import { gpuUsageRules } from "./texts/gpu-usage.ts";
import {
  alertingKustomization,
  baseKustomization,
  dashboardsKustomization,
  monitorsKustomization,
  namespaceManifest,
} from "./texts/kustomizations.ts";
import { exporterMonitor } from "./texts/monitor.ts";
import { installScript, releaseValues } from "./texts/release.ts";
import { checkWorkflow } from "./texts/workflow.ts";
import type { TreeNames } from "./tree-names.ts";

/** What a new tree is made of. */
export interface TreeRequest {
  /** The tree's folder, relative to the repository root; `.` is the root itself. */
  readonly folder: string;
  readonly names: TreeNames;
  readonly receiver: ReceiverKind;
}

/** All files of a new tree, and the workflow that checks it, by their paths from the repository root. */
export const newTree = ({ folder, names, receiver }: TreeRequest): readonly NewFile[] => {
  const below = folder === "." ? "" : `${folder}/`;
  const file = (path: string, text: string): NewFile => ({ path: `${below}${path}`, text });
  return [
    file("base/kustomization.yaml", baseKustomization),
    file("base/namespace.yaml", namespaceManifest),
    file("overlays/alerting/kustomization.yaml", alertingKustomization(names)),
    file("overlays/alerting/gpu-exporter.yaml", gpuExporterRules(names)),
    file("overlays/alerting/gpu-health.yaml", gpuHealthRules(names)),
    file("overlays/alerting/gpu-usage.yaml", gpuUsageRules(names)),
    file("overlays/alerting/gpu-alerts.test.yaml", alertTests(names)),
    file("overlays/dashboards/kustomization.yaml", dashboardsKustomization),
    file("overlays/dashboards/gpu-overview.json", gpuDashboard(names)),
    file("overlays/servicemonitors/kustomization.yaml", monitorsKustomization),
    file("overlays/servicemonitors/dcgm-exporter.yaml", exporterMonitor(names)),
    file("upstream/dcgm-metrics.csv", counterList(names)),
    { ...file("upstream/install.sh", installScript), runs: true },
    file("upstream/values.yaml", releaseValues(names, receiver)),
    { path: workflowOf(folder), text: checkWorkflow(names, folder) },
  ];
};

/** Each tree of a repository has a workflow of its own. */
const workflowOf = (folder: string): string =>
  `.github/workflows/${folder === "." ? "prometheus-stack" : folder.replaceAll("/", "-")}.yaml`;
