import { objectAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { Labels } from "../../kubernetes/labels.ts";
import type { GrafanaPod } from "../../signal/grafana/grafana-pod.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { servicesIn, workloadsBehind } from "../../world/services.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { grafanaPrefix } from "./grafana-prefix.ts";

/** A port of a Service, and the path below which the program behind it answers. */
export interface ServiceAddress {
  readonly scheme: "http" | "https";
  readonly namespace: string;
  readonly service: string;
  /** Name or number. */
  readonly port: string;
  /** E.g. `/prometheus`; empty at the root. */
  readonly prefix: string;
}

/**
 * Where the operator's Prometheus or Alertmanager answers: a Service of the render that selects its pods, else the one
 * that the operator makes itself (`prometheus-operated`, `alertmanager-operated`; `spec.serviceName` names another).
 */
export const operatedAddress = (object: WorldObject, world: World): ServiceAddress => {
  const kind = object.ref.kind.toLowerCase();
  const namespace = namespaceOf(object, world);
  const { body } = object;
  const portName = textAt(body, ["spec", "portName"]) ?? "web";
  const number = kind === "alertmanager" ? 9093 : 9090;
  const labels = podLabels(object);
  const rendered = (servicesIn(world).get(namespace) ?? []).find(
    ({ selector, ports }) =>
      selector !== null &&
      Object.entries(selector).every(([name, value]) => labels[name] === value) &&
      ports.some(({ target }) => target === portName || target === number),
  );
  const port = rendered?.ports.find(({ target }) => target === portName || target === number);
  const own =
    textAt(body, ["spec", "serviceName"]) ?? `${kind === "prometheusagent" ? "prometheus-agent" : kind}-operated`;
  const routed = textAt(body, ["spec", "routePrefix"]) ?? "/";
  return {
    scheme: Object.keys(objectAt(body, ["spec", "web", "tlsConfig"])).length > 0 ? "https" : "http",
    namespace,
    service: rendered?.name ?? own,
    port: port === undefined ? portName : port.name || String(port.number),
    prefix: routed === "/" ? "" : routed.replace(/\/$/, ""),
  };
};

/**
 * Whether a Prometheus or Alertmanager answers only who shows a certificate, which the API server's proxy has not:
 * https://prometheus.io/docs/prometheus/latest/configuration/https/
 */
export const asksForCertificate = ({ body }: WorldObject): boolean =>
  /^Require/.test(textAt(body, ["spec", "web", "tlsConfig", "clientAuthType"]) ?? "");

/**
 * The labels that the operator gives the pods: `pkg/prometheus/server/statefulset.go` and
 * `pkg/alertmanager/operator.go` of prometheus-operator.
 */
const podLabels = ({ ref: { kind, name }, body }: WorldObject): Labels => {
  const program = kind.toLowerCase();
  return {
    ...Object.fromEntries(
      Object.entries(objectAt(body, ["spec", "podMetadata", "labels"])).map(([key, value]) => [key, String(value)]),
    ),
    "app.kubernetes.io/name": program,
    "app.kubernetes.io/managed-by": "prometheus-operator",
    "app.kubernetes.io/instance": name,
    [program]: name,
    ...(program === "prometheus" ? { "operator.prometheus.io/name": name, "operator.prometheus.io/shard": "0" } : {}),
  };
};

/** Where the stack's Grafana answers: a Service that selects its pods; null where there is none. */
export const grafanaAddress = ({ object, containers, mounts }: GrafanaPod, world: World): ServiceAddress | null => {
  const namespace = namespaceOf(object, world);
  const service = (servicesIn(world).get(namespace) ?? []).find((one) =>
    workloadsBehind(one, world).some((workload) => workload.object === object),
  );
  const ports = containers.flatMap((container) => objectsAt(container, ["ports"]));
  const own = ports.filter(({ name, containerPort }) => name === "grafana" || containerPort === 3000);
  const targets = own.flatMap(({ name, containerPort }) => [name, containerPort]);
  const port = service?.ports.find(({ target }) => targets.includes(target)) ?? service?.ports[0];
  if (service === undefined || port === undefined) return null;
  return {
    ...{ scheme: "http", namespace, service: service.name, port: port.name || String(port.number) },
    prefix: grafanaPrefix({ containers, mounts }),
  };
};

/**
 * The path of the API server's proxy for a Service's port:
 * https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/
 */
export const proxyPath = ({ scheme, namespace, service, port, prefix }: ServiceAddress): string =>
  `/api/v1/namespaces/${namespace}/services/${scheme === "https" ? "https:" : ""}${service}:${port}/proxy${prefix}`;
