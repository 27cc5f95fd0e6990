import { withoutEndSlash } from "../../core/trim-end.ts";
import { objectsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { GrafanaPod } from "./grafana-pod.ts";

/**
 * A k8s-sidecar of Grafana's pod, as its environment configures it: it writes the keys of labelled ConfigMaps and
 * Secrets into a folder that it shares with Grafana.
 * https://github.com/kiwigrid/k8s-sidecar#configuration-environment-variables
 */
export interface Sidecar {
  readonly pod: GrafanaPod;
  readonly label: string;
  /** Empty: any value. */
  readonly labelValue: string;
  readonly kinds: readonly ("ConfigMap" | "Secret")[];
  /** As NAMESPACE lists them; `ALL` among them means every namespace. */
  readonly namespaces: readonly string[];
  /** As RESOURCE_NAME lists them: names, `secret/name` or `namespace/secret/name`. */
  readonly resourceNames: readonly string[];
  readonly folder: string;
  /** The annotation by which an object names another folder. */
  readonly folderAnnotation: string;
  readonly uniqueFilenames: boolean;
  /** Variables whose value comes from elsewhere (`valueFrom`): what hangs on them is unknown. */
  readonly unseen: readonly string[];
}

/**
 * The sidecars of a pod for dashboards or for data sources: the chart names their containers
 * `…-sc-dashboard` and `…-sc-datasources`.
 */
export const sidecarsOf = (pod: GrafanaPod, purpose: "dashboard" | "datasources"): readonly Sidecar[] =>
  pod.containers
    .filter(({ name }) => String(name).endsWith(`-sc-${purpose}`))
    .map((container) => readSidecar(pod, container));

const readSidecar = (pod: GrafanaPod, container: JsonObject): Sidecar => {
  // Of two variables with one name the last counts.
  const env = new Map(objectsAt(container, ["env"]).map((one) => [String(one["name"]), one]));
  const text = (name: string): string | undefined => {
    const value = env.get(name)?.["value"];
    return typeof value === "string" ? value : undefined;
  };
  const resource = text("RESOURCE") ?? "configmap";
  return {
    pod,
    label: text("LABEL") ?? "",
    labelValue: text("LABEL_VALUE") ?? "",
    kinds: resource === "both" ? ["ConfigMap", "Secret"] : resource === "secret" ? ["Secret"] : ["ConfigMap"],
    namespaces: (text("NAMESPACE") ?? pod.namespace).split(","),
    resourceNames: (text("RESOURCE_NAME") ?? "").split(",").filter((name) => name !== ""),
    folder: withoutEndSlash(text("FOLDER") ?? ""),
    folderAnnotation: text("FOLDER_ANNOTATION") ?? "k8s-sidecar-target-directory",
    uniqueFilenames: text("UNIQUE_FILENAMES")?.toLowerCase() === "true",
    unseen: [...env].filter(([, one]) => one["valueFrom"] !== undefined).map(([name]) => name),
  };
};

/** The label as messages name it, e.g. `grafana_dashboard: "1"`. */
export const labelText = ({ label, labelValue }: Sidecar): string =>
  labelValue === "" ? label : `${label}: "${labelValue}"`;

/**
 * Whether the sidecar's label selector selects the object, wherever it lies. The API server takes
 * only text as a label's value.
 */
export const selectsLabels = (sidecar: Sidecar, { body }: WorldObject): boolean => {
  const labels = valueAt(body, ["metadata", "labels"]);
  const value = isObject(labels) && Object.hasOwn(labels, sidecar.label) ? labels[sidecar.label] : undefined;
  return typeof value === "string" && (sidecar.labelValue === "" || value === sidecar.labelValue);
};

/** Whether the sidecar looks at that kind of object at all. */
export const looksAtKind = ({ kinds }: Sidecar, { ref }: WorldObject): boolean =>
  kinds.some((kind) => kind === ref.kind);

export const watchesNamespace = ({ namespaces }: Sidecar, namespace: string): boolean =>
  namespaces.includes("ALL") || namespaces.includes(namespace);

/**
 * The names that RESOURCE_NAME gives for the object's namespace and kind; null where it gives none, and the label
 * decides. With names the label does not count, and NAMESPACE: ALL switches the names off.
 */
export const namesFor = (sidecar: Sidecar, object: WorldObject, world: World): readonly string[] | null => {
  if (sidecar.namespaces.includes("ALL")) return null;
  const kind = object.ref.kind.toLowerCase();
  const names = sidecar.resourceNames.flatMap((entry) => {
    const [name = "", ofKind, namespace] = entry.split("/").reverse();
    const elsewhere = namespace !== undefined && namespace !== namespaceOf(object, world);
    return elsewhere || (ofKind !== undefined && namespace === undefined && ofKind !== kind) ? [] : [name];
  });
  return names.length === 0 ? null : names;
};

/** Whether the sidecar writes the object's keys into its folder. */
export const takes = (sidecar: Sidecar, object: WorldObject, world: World): boolean => {
  if (!looksAtKind(sidecar, object) || !watchesNamespace(sidecar, namespaceOf(object, world))) return false;
  return namesFor(sidecar, object, world)?.includes(object.ref.name) ?? selectsLabels(sidecar, object);
};
