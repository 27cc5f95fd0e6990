import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import { objectIn } from "../../world/namespaces.ts";
import { type Service, targetNumber, workloadsBehind } from "../../world/services.ts";
import { unseen } from "../../world/unseen.ts";
import type { Workload } from "../../world/workloads.ts";
import type { World } from "../../world/world.ts";
import {
  containerLabels,
  containerMeta,
  declaredPort,
  type EndpointRole,
  meta,
  nodeOf,
  objectMetaLabels,
  podAddress,
  podMeta,
  portMeta,
  serviceMeta,
} from "./discovery-labels.ts";

/** What Prometheus' Kubernetes discovery finds before any relabeling; one stands for all pods of its workload. */
export interface Discovered {
  readonly labels: Labels;
  readonly service: Service | null;
  readonly workload: Workload | null;
}

/**
 * Targets of a Service's endpoints: one for each of its ports, and one for each port of a container that no port of the
 * Service leads to, as Prometheus makes them.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#endpoints
 */
export const endpointTargets = (service: Service, role: EndpointRole, world: World): readonly Discovered[] => {
  const common = { ...serviceMeta(service), ...objectMetaLabels(role, service) };
  const made = workloadsBehind(service, world)
    .filter(({ empty }) => !empty)
    .flatMap((workload) => workloadEndpoints(service, workload, role));
  return [...made, ...(role === "endpoints" ? writtenEndpoints(service, world) : [])].map(({ labels, workload }) => ({
    labels: { ...common, ...labels },
    service,
    workload,
  }));
};

interface Found {
  readonly labels: Labels;
  readonly workload: Workload | null;
}

const workloadEndpoints = (service: Service, workload: Workload, role: EndpointRole): readonly Found[] => {
  const prefix = role === "endpoints" ? "endpoint" : "endpointslice";
  const reached = service.ports.flatMap((port) => {
    const number = targetNumber(port, workload);
    return number === null ? [] : [{ port, number }];
  });
  const covered = reached.map(({ port, number }) => ({
    ...portMeta(port, number, role),
    ...podMeta(workload),
    ...containerMeta(workload, number),
    __address__: `${podAddress(workload)}:${number}`,
    [`${meta}${prefix}_address_target_kind`]: "Pod",
    [`${meta}${prefix}_address_target_name`]: workload.podName,
    [`${meta}${role === "endpoints" ? "endpoint_node_name" : "endpointslice_endpoint_node_name"}`]: nodeOf(workload),
  }));
  const rest = workload.containers.flatMap((container) =>
    // Of a Service that leads to no port of the pod, the pod is not seen at all.
    (reached.length === 0 ? [] : container.ports)
      .filter((port) => reached.every(({ number }) => number !== port.number))
      .map((port) => ({ ...podMeta(workload), ...declaredPort(workload, container, port) })),
  );
  return [...covered, ...rest].map((labels) => ({ labels, workload }));
};

/** Endpoints that the tree itself holds, for a Service without selector. */
const writtenEndpoints = (service: Service, world: World): readonly Found[] => {
  const object = service.selector === null ? objectIn(world, "Endpoints", service.namespace, service.name) : undefined;
  return objectsAt(object?.body, ["subsets"]).flatMap((subset) =>
    objectsAt(subset, ["ports"]).flatMap((port) =>
      (["addresses", "notReadyAddresses"] as const).flatMap((field) =>
        objectsAt(subset, [field]).map((address) => ({
          labels: {
            __address__: hostPort(textAt(address, ["ip"]) ?? "", Number(port["port"])),
            [`${meta}endpoint_port_name`]: textAt(port, ["name"]) ?? "",
            [`${meta}endpoint_port_protocol`]: textAt(port, ["protocol"]) ?? "TCP",
            [`${meta}endpoint_ready`]: String(field === "addresses"),
            [`${meta}endpoint_hostname`]: textAt(address, ["hostname"]) ?? "",
            [`${meta}endpoint_node_name`]: textAt(address, ["nodeName"]) ?? "",
          },
          workload: null,
        })),
      ),
    ),
  );
};

/**
 * Targets of pods: one for each port that a container declares, or one without a port for a
 * container that declares none.
 */
export const podTargets = (workload: Workload): readonly Discovered[] => {
  if (workload.empty) return [];
  const common = { ...podMeta(workload), [`${meta}namespace`]: workload.namespace };
  return workload.containers
    .flatMap((container): readonly Labels[] =>
      container.ports.length === 0
        ? [{ __address__: podAddress(workload), ...containerLabels(workload, container) }]
        : container.ports.map((port) => declaredPort(workload, container, port)),
    )
    .map((labels) => ({ labels: { ...common, ...labels }, service: null, workload }));
};

/** Targets of the Service's own address, one for each port. */
export const serviceTargets = (service: Service): readonly Discovered[] =>
  service.ports.map(({ name, number, protocol }) => ({
    labels: {
      ...serviceMeta(service),
      __address__: `${service.name}.${service.namespace}.svc:${number}`,
      [`${meta}service_port_name`]: name,
      [`${meta}service_port_number`]: String(number),
      [`${meta}service_port_protocol`]: protocol,
      [`${meta}service_type`]: textAt(service.object.body, ["spec", "type"]) ?? "ClusterIP",
      [`${meta}service_cluster_ip`]: unseen(`address of Service ${service.namespace}/${service.name}`),
    },
    service,
    workload: null,
  }));

const hostPort = (host: string, port: number): string => (host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`);
