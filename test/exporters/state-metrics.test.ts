import { describe, expect, test } from "vitest";
import { programOf } from "../../src/exporters/exporter-program.ts";
import { stateMetrics } from "../../src/exporters/state-metrics.ts";

const exported = (metric: string, args: readonly string[] = [], version = "v2.20.0") =>
  stateMetrics.exported(metric, programOf({ image: `kube-state-metrics:${version}`, args }));
const statusOf = (...asked: Parameters<typeof exported>): string => exported(...asked).status;
const labelsOf = (...asked: Parameters<typeof exported>): readonly string[] | null => {
  const found = exported(...asked);
  return found.status === "yes" ? found.labels : null;
};

test("a metric has the type and labels of its documentation", () => {
  expect(labelsOf("kube_pod_container_status_restarts_total")).toEqual(["container", "namespace", "pod", "uid"]);
  expect(stateMetrics.list().metric("kube_pod_container_status_restarts_total")?.type).toBe("counter");
  expect(stateMetrics.list().metric("kube_pod_info")?.type).toBe("gauge");
});

describe("a release has what it has", () => {
  test.for([
    ["kube_endpoint_address_available", "v2.13.0", "yes"],
    ["kube_endpoint_address_available", "v2.14.0", "no"],
    ["kube_lease_owner", "v2.0.0", "yes"],
    ["kube_clusterrole_info", "v2.5.0", "no"],
    ["kube_node_status_capacity_cpu_cores", "v2.20.0", "no"],
    // A release of which there is no data can have anything.
    ["kube_something_new", "v2.99.0", "unknown"],
    ["kube_pod_info", "v2.99.0", "unknown"],
    ["kube_something_new", "latest", "unknown"],
    ["kube_pod_info", "latest", "yes"],
    // Names of others.
    ["kube_apiserver_clusterip_allocator_allocated_ips", "v2.20.0", "unknown"],
    ["kube_pod_resource_request", "v2.20.0", "unknown"],
    ["kube_customresource_x", "v2.20.0", "unknown"],
  ] as const)("%s in %s: %s", ([metric, version, status]) => {
    const args = metric.startsWith("kube_endpoint") ? ["--resources=endpoints"] : [];
    expect(statusOf(metric, args, version)).toBe(status);
  });
});

describe("what its arguments leave out is not there", () => {
  test.for([
    [[], "kube_ingressclass_info", "no"],
    [["--resources=nodes,ingressclasses"], "kube_ingressclass_info", "yes"],
    [["--resources=nodes", "--resources=pods"], "kube_pod_info", "yes"],
    [["--resources=nodes"], "kube_pod_info", "no"],
    [["--metric-denylist=kube_pod_.*"], "kube_pod_info", "no"],
    // Found anywhere in the name, as kube-state-metrics does it.
    [["--metric-denylist=pod_info"], "kube_pod_info", "no"],
    [["--metric-denylist=^pod_info"], "kube_pod_info", "yes"],
    [["--metric-allowlist=kube_node_info, kube_pod_info"], "kube_pod_info", "yes"],
    [["--metric-allowlist=kube_node_info"], "kube_pod_info", "no"],
    [["--metric-denylist=kube_(?!pod)"], "kube_pod_info", "unknown"],
    [[], "kube_pod_nodeselectors", "no"],
    [["--metric-opt-in-list=kube_pod_nodeselectors"], "kube_pod_nodeselectors", "yes"],
    [["--config=/etc/config.yaml"], "kube_pod_info", "unknown"],
    [["--custom-resource-state-config-file=/etc/x"], "kube_my_thing", "unknown"],
    [["--custom-resource-state-config-file=/etc/x"], "kube_pod_info", "yes"],
  ] as const)("%o: %s %s", ([args, metric, status]) => {
    expect(statusOf(metric, args)).toBe(status);
  });
});

describe("labels and annotations of objects are there where a list names them", () => {
  const list = (value: string): readonly string[] => [`--metric-labels-allowlist=${value}`];
  test("none without a list since 2.10.0", () => {
    expect(statusOf("kube_node_labels")).toBe("no");
    expect(statusOf("kube_node_labels", [], "v2.9.2")).toBe("yes");
    expect(statusOf("kube_node_labels", list("pods=[app]"))).toBe("no");
    expect(statusOf("kube_node_labels", list("nodes=[]"))).toBe("no");
    expect(statusOf("kube_node_annotations", list("nodes=[a]"))).toBe("no");
  });
  test("with the names that Prometheus sees", () => {
    expect(labelsOf("kube_node_labels", list("nodes=[topology.kubernetes.io/zone,nodePool],pods=[a]"))).toEqual([
      "node",
      "label_topology_kubernetes_io_zone",
      "label_node_pool",
    ]);
    expect(labelsOf("kube_node_labels", list("*=[team]"))).toEqual(["node", "label_team"]);
    expect(labelsOf("kube_node_labels", list("nodes=[*]"))).toEqual(["node", "label_*"]);
    expect(labelsOf("kube_node_labels", list("nodes=[nvidia.com/gpu.*]"))).toEqual(["node", "label_nvidia_com_gpu_*"]);
    expect(labelsOf("kube_node_annotations", ["--metric-annotations-allowlist=nodes=[a]"])).toEqual([
      "node",
      "annotation_a",
    ]);
  });
});
