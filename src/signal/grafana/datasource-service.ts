import { textAt } from "../../kubernetes/json-fields.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import { type Service, serviceNamed, servicesIn } from "../../world/services.ts";
import type { World } from "../../world/world.ts";
import type { ProvisionedDatasource } from "./grafana-datasources.ts";
import type { GrafanaPod } from "./grafana-pod.ts";

/** Why a data source's address leads to nothing that can be seen, and the one that does. */
export interface LostAddress {
  /** As a clause. */
  readonly why: string;
  /** The address that is meant; null where several may be. */
  readonly meant: string | null;
}

/**
 * Whether the address names a Service of the cluster that is certainly not there: one that is in another namespace,
 * that has no such port, or that another release of the chart would have in this namespace. Null otherwise, for a
 * Service that nobody in sight brings may be there all the same.
 */
export const lostAddress = (
  { url, isProxied }: ProvisionedDatasource,
  pod: GrafanaPod,
  world: World,
): LostAddress | null => {
  const address = addressIn(url, pod.namespace);
  if (!isProxied || address === null || isGoverning(address, world)) return null;
  const { name, namespace, port } = address;
  const service = serviceNamed(world, namespace, name);
  if (service !== undefined) return ofPort(service, port, url);
  const named = [...servicesIn(world).values()].flat().filter((one) => one.name === name);
  const [elsewhere] = named;
  if (elsewhere !== undefined && named.length === 1 && namespace === world.releaseNamespace)
    return {
      why: `there is no Service ${name} in ${namespace}, but in ${elsewhere.namespace}`,
      meant: at(url, elsewhere),
    };
  const [ours, ...more] = named.length > 0 ? [] : oursFor(address, world);
  return ours === undefined
    ? null
    : {
        why: `there is no Service ${name} in ${namespace}: this release calls it ${ours.name}`,
        meant: more.length === 0 ? at(url, ours) : null,
      };
};

interface Address {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
}

/** `http://name[.namespace[.svc[.domain]]][:port]`, as pods of the namespace resolve it. */
const addressIn = (url: string, home: string): Address | null => {
  if (/\$/.test(url) || !URL.canParse(url)) return null;
  const { protocol, hostname, port } = new URL(url);
  const [name = "", namespace = home, svc = "svc"] = hostname.split(".");
  if (!/^https?:$/.test(protocol) || svc !== "svc" || /^\d+$/.test(name)) return null;
  return { name, namespace, port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port) };
};

/** The operator makes a Service for each kind that it runs: `makeStatefulSetService` in pkg/prometheus/server. */
const isGoverning = ({ name, namespace }: Address, world: World): boolean => {
  const kind = governing[name];
  return kind !== undefined && world.ofKind(kind).some((object) => namespaceOf(object, world) === namespace);
};

const governing: Readonly<Record<string, string>> = {
  "prometheus-operated": "Prometheus",
  "alertmanager-operated": "Alertmanager",
  "thanos-ruler-operated": "ThanosRuler",
};

/** Of a headless Service the name leads to the pods themselves, and to any port of theirs. */
const ofPort = ({ object, ports, name, external }: Service, port: number, url: string): LostAddress | null => {
  const isHeadless = textAt(object.body, ["spec", "clusterIP"]) === "None";
  if (external || isHeadless || ports.length === 0 || ports.some(({ number }) => number === port)) return null;
  const [only, ...others] = ports;
  return {
    why: `the Service ${name} has no port ${port}, but ${ports.map(({ number }) => number).join(", ")}`,
    meant: only === undefined || others.length > 0 ? null : withHost(url, (host) => `${host}:${only.number}`),
  };
};

/**
 * The chart calls its Services by the release and its own name, cut off after 26 letters:
 * `kube-prometheus-stack.fullname` in its templates/_helpers.tpl. One namespace has one such release.
 */
const oursFor = ({ name, namespace, port }: Address, world: World): readonly Service[] => {
  const what = /^(?:.*-)?kube-prom[a-z-]*-(prometheus|alertmanager)$/.exec(name)?.[1];
  if (what === undefined || namespace !== world.releaseNamespace) return [];
  return (servicesIn(world).get(namespace) ?? []).filter(
    (one) =>
      one.name.endsWith(`-${what}`) &&
      one.object.manifest?.origin.from === "chart" &&
      one.ports.some(({ number }) => number === port),
  );
};

const at = (url: string, { name, namespace }: Service): string =>
  withHost(url, (host) => host.replace(/^[^.:]+(?:\.[^.:]+)?/, `${name}.${namespace}`));

/** The rest of the address stays as it is written. */
const withHost = (url: string, change: (host: string) => string): string =>
  url.replace(/^(https?:\/\/)([^/:]+)(:\d+)?/i, (_, scheme: string, host: string, port = "") => {
    const changed = change(host);
    return scheme + changed + (changed.includes(":") ? "" : port);
  });
