import { leftOutLine } from "../tree-classes.ts";
import type { TreeNames } from "../tree-names.ts";

/** The kustomization of base. */
export const baseKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - namespace.yaml
`;

/** The namespace of the release, which everything is put into. */
export const namespaceManifest = `apiVersion: v1
kind: Namespace
metadata:
  name: monitoring
  labels:
    # The node exporter shares the host's network, processes and file system, which every stricter level refuses.
    pod-security.kubernetes.io/enforce: privileged
`;

/** The kustomization of the alerts, and of what there is none. */
export const alertingKustomization = ({ classes }: TreeNames): string => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
# Of these failures there is no alert:
${classes.leftOut.map((one) => `# - ${leftOutLine(one)}`).join("\n")}
resources:
  - gpu-exporter.yaml
  - gpu-health.yaml
  - gpu-usage.yaml
labels:
  # Prometheus selects rules by the release's label.
  - pairs:
      release: prometheus-stack
`;

/** The kustomization of the dashboards. */
export const dashboardsKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
configMapGenerator:
  - name: gpu-overview-dashboard
    files:
      - gpu-overview.json
    options:
      # Grafana's sidecar reads ConfigMaps with this label. Without the suffix a changed dashboard replaces the old one.
      disableNameSuffixHash: true
      labels:
        grafana_dashboard: "1"
`;

/** The kustomization of the monitors. */
export const monitorsKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
resources:
  - dcgm-exporter.yaml
`;
