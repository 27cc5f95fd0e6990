import { type NeededPermission, needs } from "../../kubectl/permission.ts";

/** Where a look reads: the release's namespace, and that of the GPU exporter. */
export interface VerifiedPlaces {
  readonly namespace: string;
  readonly exporterNamespace: string;
}

const monitors: readonly string[] = ["servicemonitors", "podmonitors", "probes", "prometheusrules"];

/** What a look asks for. What may not be read cannot be seen, and the rest is looked at all the same. */
export const verifyingNeeds = ({ namespace, exporterNamespace }: VerifiedPlaces): readonly NeededPermission[] => {
  const operated = { group: "monitoring.coreos.com", namespace };
  const where = [...new Set([namespace, exporterNamespace])];
  return [
    ...needs(
      ["get"],
      { group: "", resource: "services/proxy", namespace },
      "Prometheus, Alertmanager and Grafana are asked",
    ),
    ...needs(
      ["create"],
      { group: "", resource: "services/proxy", namespace },
      "Grafana's login and the drill's alert are a POST",
    ),
    // Of several Alertmanagers, and of shards, a Service leads to any.
    ...needs(
      ["get", "create"],
      { group: "", resource: "pods/proxy", namespace },
      "of several Alertmanagers, and of the shards of Prometheus, each is asked by itself: without use where there is one",
    ),
    ...["prometheuses", "prometheusagents", "alertmanagers"].flatMap((resource) =>
      needs(["get"], { ...operated, resource }, "what the operator says of what it made"),
    ),
    ...monitors.flatMap((resource) => needs(["get", "list"], { ...operated, resource }, "what Prometheus selects")),
    ...needs(["get", "list"], { ...operated, resource: "scrapeconfigs" }, "what Prometheus selects"),
    ...needs(
      ["get"],
      { group: "", resource: "secrets", namespace },
      "what the operator wrote is compared with what Prometheus has loaded, and Grafana is logged in to",
    ),
    ...needs(["get"], { group: "apps", resource: "deployments", namespace }, "which sidecar Grafana runs with"),
    ...needs(["get"], { group: "apps", resource: "statefulsets", namespace }, "which sidecar Grafana runs with"),
    ...needs(["list"], { group: "", resource: "configmaps", namespace }, "which dashboards the sidecar takes"),
    ...needs(["list"], { group: "", resource: "events", namespace }, "why the operator refuses an object"),
    ...where.flatMap((place) => [
      ...needs(["list"], { group: "", resource: "services", namespace: place }, "why a monitor has no target"),
      ...needs(["list"], { group: "", resource: "pods", namespace: place }, "why a monitor has no target"),
      ...needs(
        ["list"],
        { group: "discovery.k8s.io", resource: "endpointslices", namespace: place },
        "why a monitor has no target",
      ),
    ]),
    ...needs(["list"], { group: "", resource: "namespaces", namespace: null }, "which namespaces are selected"),
    ...needs(["list"], { group: "", resource: "nodes", namespace: null }, "GPUs are counted"),
    ...needs(
      ["create"],
      { group: "authorization.k8s.io", resource: "subjectaccessreviews", namespace: null },
      "whether Prometheus may discover; a review is kept nowhere",
    ),
  ];
};
