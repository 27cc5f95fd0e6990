import type { Labels } from "../../kubernetes/labels.ts";
import type { Service, ServicePort } from "../../world/services.ts";
import { unseen } from "../../world/unseen.ts";
import type { Container, ContainerPort, Workload } from "../../world/workloads.ts";

/** How Prometheus finds the addresses behind a Service: by Endpoints objects, or by EndpointSlices. */
export type EndpointRole = "endpoints" | "endpointslice";

/** A name as it stands in a label of the discovery: every other character becomes `_`. */
export const sanitized = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, "_");

/** Labels and annotations as the discovery tells them, e.g. `__meta_kubernetes_service_label_app`. */
export const labelMeta = (kind: string, labels: Labels, annotations: Labels): Labels => {
  const all: [string, string][] = [];
  for (const [sort, map] of [
    ["label", labels],
    ["annotation", annotations],
  ] as const)
    for (const [key, value] of Object.entries(map)) {
      all.push([`${meta}${kind}_${sort}_${sanitized(key)}`, value]);
      all.push([`${meta}${kind}_${sort}present_${sanitized(key)}`, "true"]);
    }
  return Object.fromEntries(all);
};

/** What every label of the Kubernetes discovery starts with. */
export const meta = "__meta_kubernetes_";

/** Labels of a Service on all its targets. */
export const serviceMeta = ({ namespace, name, labels, annotations }: Service): Labels => ({
  [`${meta}namespace`]: namespace,
  [`${meta}service_name`]: name,
  ...labelMeta("service", labels, annotations),
});

/** The controllers copy a Service's labels to its endpoints; slices have generated names. */
export const objectMetaLabels = (role: EndpointRole, { namespace, name, labels }: Service): Labels => ({
  [`${meta}${role}_name`]: role === "endpoints" ? name : unseen(`name of an EndpointSlice of ${namespace}/${name}`),
  ...labelMeta(role, role === "endpoints" ? labels : { ...labels, "kubernetes.io/service-name": name }, {}),
});

/** Labels of a Service's port, by the number of the container's port that it leads to. */
export const portMeta = ({ name, protocol }: ServicePort, number: number, role: EndpointRole): Labels =>
  role === "endpoints"
    ? {
        [`${meta}endpoint_port_name`]: name,
        [`${meta}endpoint_port_protocol`]: protocol,
        [`${meta}endpoint_ready`]: "true",
      }
    : {
        [`${meta}endpointslice_port`]: String(number),
        [`${meta}endpointslice_port_name`]: name,
        [`${meta}endpointslice_port_protocol`]: protocol,
        [`${meta}endpointslice_endpoint_conditions_ready`]: "true",
      };

/** Labels of the pods of a workload. */
export const podMeta = (workload: Workload): Labels => ({
  [`${meta}pod_name`]: workload.podName,
  [`${meta}pod_ip`]: podAddress(workload),
  [`${meta}pod_ready`]: "true",
  [`${meta}pod_phase`]: "Running",
  [`${meta}pod_node_name`]: nodeOf(workload),
  [`${meta}pod_host_ip`]: unseen(`address of the node of a pod of ${idOf(workload)}`),
  [`${meta}pod_uid`]: unseen(`uid of a pod of ${idOf(workload)}`),
  [`${meta}pod_controller_kind`]: workload.controller?.kind ?? "",
  [`${meta}pod_controller_name`]: workload.controller?.name ?? "",
  ...labelMeta("pod", workload.labels, workload.annotations),
});

/** Labels of the container that declares the port; none where no container does. */
export const containerMeta = (workload: Workload, number: number): Labels => {
  // Where several containers declare the number, the last one's name wins: Prometheus leaves only
  // the inner of its two loops.
  const container = workload.containers.findLast(({ ports }) => ports.some((port) => port.number === number));
  const port = container?.ports.find((one) => one.number === number);
  return container === undefined || port === undefined ? {} : portLabels(workload, container, port);
};

/** Address and labels of a port that a container declares. */
export const declaredPort = (workload: Workload, container: Container, port: ContainerPort): Labels => ({
  __address__: `${podAddress(workload)}:${port.number}`,
  ...portLabels(workload, container, port),
});

const portLabels = (workload: Workload, container: Container, port: ContainerPort): Labels => ({
  ...containerLabels(workload, container),
  [`${meta}pod_container_port_name`]: port.name,
  [`${meta}pod_container_port_number`]: String(port.number),
  [`${meta}pod_container_port_protocol`]: port.protocol,
});

/** Labels of a container. */
export const containerLabels = (workload: Workload, { name, image, init }: Container): Labels => ({
  [`${meta}pod_container_name`]: name,
  [`${meta}pod_container_image`]: image,
  [`${meta}pod_container_id`]: unseen(`id of container ${name} of ${idOf(workload)}`),
  [`${meta}pod_container_init`]: String(init),
});

const idOf = ({ object, namespace }: Workload): string => `${object.ref.kind} ${namespace}/${object.ref.name}`;
/** The pods' address, which the cluster decides. */
export const podAddress = (workload: Workload): string => unseen(`address of a pod of ${idOf(workload)}`);
/** The node of the pods, which the cluster decides. */
export const nodeOf = (workload: Workload): string => unseen(`node of a pod of ${idOf(workload)}`);
