import { labelsAt, objectsAt, textAt, textsAt } from "../../kubernetes/json-fields.ts";
import { matches } from "../../kubernetes/label-selector.ts";
import { labelsOf } from "../../kubernetes/labels.ts";
import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Discovered } from "./discovery.ts";
import { labelMeta } from "./discovery-labels.ts";
import { inNamespaces, monitoredNamespaces } from "./monitor-namespaces.ts";

/** The Ingresses that a Probe takes; one target for each path of each rule. */
export const ingressTargets = (
  probe: WorldObject,
  prometheus: WorldObject | null,
  world: World,
): readonly Discovered[] => {
  const selector = valueAt(probe.body, ["spec", "targets", "ingress", "selector"]);
  const byNamespace = Map.groupBy(world.ofKind("Ingress"), (ingress) => namespaceOf(ingress, world));
  return inNamespaces(byNamespace, monitoredNamespaces(probe, prometheus, world))
    .filter(({ body }) => matches(isObject(selector) ? selector : {}, labelsOf(body)))
    .flatMap((ingress) => targetsOf(ingress, world));
};

const targetsOf = (ingress: WorldObject, world: World): readonly Discovered[] => {
  const { body, ref } = ingress;
  const secured = objectsAt(body, ["spec", "tls"]).flatMap((one) => textsAt(one, ["hosts"]));
  const common = {
    __meta_kubernetes_namespace: namespaceOf(ingress, world),
    __meta_kubernetes_ingress_name: ref.name,
    __meta_kubernetes_ingress_class_name: textAt(body, ["spec", "ingressClassName"]) ?? "",
    ...labelMeta("ingress", labelsOf(body), labelsAt(body, ["metadata", "annotations"])),
  };
  return objectsAt(body, ["spec", "rules"]).flatMap((rule) => {
    const host = textAt(rule, ["host"]) ?? "";
    const scheme = secured.some((pattern) => covers(pattern, host)) ? "https" : "http";
    return pathsOf(rule).map((path) => ({
      labels: {
        ...common,
        __address__: host,
        __meta_kubernetes_ingress_scheme: scheme,
        __meta_kubernetes_ingress_host: host,
        __meta_kubernetes_ingress_path: path,
      },
      service: null,
      workload: null,
    }));
  });
};

const pathsOf = (rule: JsonObject): readonly string[] =>
  isObject(rule["http"]) ? objectsAt(rule, ["http", "paths"]).map((path) => textAt(path, ["path"]) ?? "/") : ["/"];

/** A wildcard stands for exactly one first part of the name. */
const covers = (pattern: string, host: string): boolean =>
  pattern === host || (pattern.startsWith("*.") && /^[^.]+\./.test(host) && host.replace(/^[^.]+/, "*") === pattern);
