import type { TreeNames } from "../tree-names.ts";

/** The ServiceMonitor of the exporter's Service. */
export const exporterMonitor = ({ service, kind, version, serviceOf }: TreeNames): string => {
  const [key, value] = service.label;
  const portComment =
    kind === "gpu-operator"
      ? "    # The name of the Service's port; the container's port of the same number is called metrics.\n"
      : "";
  const guess =
    serviceOf === version
      ? ""
      : `# Labels, namespace and port are those of ${serviceOf}: see whether the Service of ${version} has them, too,
# kubectl --namespace ${service.namespace} get service ${service.name} --output yaml
`;
  return `${guess}apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: dcgm-exporter
  labels:
    # Prometheus selects monitors, rules and probes by the release's label.
    release: prometheus-stack
spec:
  selector:
    matchLabels:
      ${key}: ${value}
  namespaceSelector:
    matchNames:
      - ${service.namespace}
  endpoints:
${portComment}    - port: ${service.port}
      interval: 15s
`;
};
