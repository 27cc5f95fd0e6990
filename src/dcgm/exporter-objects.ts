import { objectAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { Json, JsonObject } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";

const workloadKinds = ["DaemonSet", "Deployment", "StatefulSet", "Pod"];

/** The pod (template) of a workload: its metadata and spec. Null for any other kind. */
export const podOf = (body: JsonObject): JsonObject | null => {
  const kind = textOrEmpty(body, ["kind"]);
  if (!workloadKinds.includes(kind)) return null;
  return kind === "Pod" ? body : objectAt(body, ["spec", "template"]);
};

/**
 * The container of a pod that is a dcgm-exporter: by its image, by its name, or by what it listens on (9400 is
 * the exporter's own port).
 */
export const exporterContainer = (pod: JsonObject): JsonObject | undefined => {
  const containers = objectsAt(pod, ["spec", "containers"]);
  return (
    containers.find(isNamedByImage) ??
    containers.find(isNamedByContainer) ??
    containers.find((container) => objectsAt(container, ["ports"]).some(isExporterPort))
  );
};

const isNamedByImage = (container: JsonObject): boolean =>
  imageName(textOrEmpty(container, ["image"])).includes("dcgm-exporter");
const isNamedByContainer = (container: JsonObject): boolean =>
  textOrEmpty(container, ["name"]).includes("dcgm-exporter");

/** Whether the object is a workload whose image or container is called so: what it serves is known. */
export const isNamedExporter = (body: JsonObject): boolean =>
  objectsAt(podOf(body) ?? {}, ["spec", "containers"]).some(
    (container) => isNamedByImage(container) || isNamedByContainer(container),
  );

/** Whether the object is a workload that runs a dcgm-exporter. */
export const isExporterWorkload = (body: JsonObject): boolean => {
  const pod = podOf(body);
  return pod !== null && exporterContainer(pod) !== undefined;
};

/**
 * Whether the object is a Service of a dcgm-exporter: by its name, labels or selector, or because it selects the pods
 * of one of `workloads` in its namespace.
 */
export const isExporterService = (
  body: JsonObject,
  workloads: readonly JsonObject[],
  fallbackNamespace: string,
): boolean => {
  if (textOrEmpty(body, ["kind"]) !== "Service") return false;
  const selector = objectAt(body, ["spec", "selector"]);
  const words = [
    textOrEmpty(body, ["metadata", "name"]),
    ...Object.values(objectAt(body, ["metadata", "labels"])),
    ...Object.values(selector),
  ];
  if (words.some((word) => typeof word === "string" && word.includes("dcgm-exporter"))) return true;
  const namespace = namespaceOfBody(body, fallbackNamespace);
  return workloads.some(
    (workload) => namespaceOfBody(workload, fallbackNamespace) === namespace && selects(selector, podLabels(workload)),
  );
};

/** Labels of a workload's pods. */
export const podLabels = (workload: JsonObject): JsonObject =>
  objectAt(podOf(workload) ?? undefined, ["metadata", "labels"]);

/** Whether a Service's selector selects pods with these labels; an empty one selects none. */
export const selects = (selector: JsonObject, labels: JsonObject): boolean => {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
};

const isExporterPort = (port: JsonObject): boolean =>
  port["containerPort"] === 9400 && ["metrics", "gpu-metrics"].includes(text(port["name"]));

/** `registry:5000/nvidia/k8s/dcgm-exporter:4.8.4@sha256:…` is named dcgm-exporter. */
const imageName = (image: string): string => (image.split("@")[0] ?? "").split("/").at(-1) ?? "";

const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** Namespace of an object, `fallback` where it names none. */
export const namespaceOfBody = (body: JsonObject, fallback: string): string => refOf(body).namespace ?? fallback;
