import { type NeededPermission, needs } from "../kubectl/permission.ts";

const why = "the exporter is looked for in the cluster (exporter: cluster)";
const whyThere = "what belongs to the exporter is read where it runs";

/** What `clusterObjects` reads, where the exporter runs in one namespace. */
export const exporterNeeds = (namespace: string): readonly NeededPermission[] => [
  ...needs(["list"], { group: "", resource: "services", namespace: null }, why),
  ...["daemonsets", "deployments", "statefulsets"].flatMap((resource) =>
    needs(["list"], { group: "apps", resource, namespace: null }, why),
  ),
  ...needs(["list"], { group: "monitoring.coreos.com", resource: "servicemonitors", namespace: null }, why),
  ...needs(["list"], { group: "", resource: "namespaces", namespace: null, name: namespace }, whyThere),
  ...["pods", "configmaps"].flatMap((resource) => needs(["list"], { group: "", resource, namespace }, whyThere)),
];
