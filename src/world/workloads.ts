import { once } from "../core/once.ts";
import { labelsAt, objectsAt, textAt } from "../kubernetes/json-fields.ts";
import type { Labels } from "../kubernetes/labels.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import { podMakers, templatePath } from "../kubernetes/pod-template.ts";
import { namespaceOf } from "./namespaces.ts";
import { unseen } from "./unseen.ts";
import type { World, WorldObject } from "./world.ts";

/** A port that a container declares. */
export interface ContainerPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly init: boolean;
  /** An init container that keeps running: Services reach its ports too. */
  readonly sidecar: boolean;
  readonly ports: readonly ContainerPort[];
}

/** The pods of one workload, as far as its template tells: all of them look alike. */
export interface Workload {
  readonly object: WorldObject;
  readonly namespace: string;
  /** The pods' labels; those that controllers add have values of which nothing is known. */
  readonly labels: Labels;
  readonly annotations: Labels;
  /** The pods' name; unseen but for a bare Pod. */
  readonly podName: string;
  readonly containers: readonly Container[];
  readonly controller: { readonly kind: string; readonly name: string } | null;
  /** Scaled to nothing. */
  readonly empty: boolean;
}

/** The images that an object makes run: those of its pod template, and those that the operator is told to use. */
export const imagesIn = (body: JsonObject): readonly string[] => {
  const template = templatePath(String(body["kind"]));
  if (template !== null) return containersOf(valueAt(body, template)).map(({ image }) => image);
  const image = String(body["apiVersion"]).startsWith("monitoring.coreos.com/")
    ? textAt(body, ["spec", "image"])
    : null;
  return image === null ? [] : [image];
};

/** Every workload of the world by namespace. What an operator will make of its own objects is not among them. */
export const workloadsIn = once((world: World): ReadonlyMap<string, readonly Workload[]> => {
  const all = podMakers.flatMap((kind) => world.ofKind(kind).map((object) => workloadOf(object, world)));
  return Map.groupBy(all, ({ namespace }) => namespace);
});

const workloadOf = (object: WorldObject, world: World): Workload => {
  const namespace = namespaceOf(object, world);
  const { kind, name } = object.ref;
  const template = valueAt(object.body, templatePath(kind) ?? []);
  const id = `${kind} ${namespace}/${name}`;
  return {
    object,
    namespace,
    labels: { ...labelsAt(template, ["metadata", "labels"]), ...controllerLabels(kind, id) },
    annotations: labelsAt(template, ["metadata", "annotations"]),
    podName: kind === "Pod" ? name : unseen(`name of a pod of ${id}`),
    containers: containersOf(template),
    controller: controllerOf(object, id),
    empty: valueAt(object.body, ["spec", "replicas"]) === 0,
  };
};

const controllerOf = ({ ref }: WorldObject, id: string): Workload["controller"] => {
  if (ref.kind === "Pod") return null;
  if (ref.kind === "Deployment") return { kind: "ReplicaSet", name: unseen(`ReplicaSet of ${id}`) };
  if (ref.kind === "CronJob") return { kind: "Job", name: unseen(`Job of ${id}`) };
  return { kind: ref.kind, name: ref.name };
};

/** Labels that Kubernetes' controllers put on every pod they make. */
const addedLabels: Readonly<Record<string, readonly string[]>> = {
  DaemonSet: ["controller-revision-hash", "pod-template-generation"],
  Deployment: ["pod-template-hash"],
  StatefulSet: ["apps.kubernetes.io/pod-index", "controller-revision-hash", "statefulset.kubernetes.io/pod-name"],
  Job: ["batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name"],
  CronJob: ["batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name"],
};

const controllerLabels = (kind: string, id: string): Labels =>
  Object.fromEntries((addedLabels[kind] ?? []).map((label) => [label, unseen(`${label} of ${id}`)]));

const containersOf = (template: Json | undefined): readonly Container[] => [
  ...objectsAt(template, ["spec", "containers"]).map((container) => containerOf(container, false)),
  ...objectsAt(template, ["spec", "initContainers"]).map((container) => containerOf(container, true)),
];

const containerOf = (container: JsonObject, init: boolean): Container => ({
  name: textAt(container, ["name"]) ?? "",
  image: textAt(container, ["image"]) ?? "",
  init,
  sidecar: init && container["restartPolicy"] === "Always",
  ports: objectsAt(container, ["ports"])
    .filter(isObject)
    .map((port) => ({
      name: textAt(port, ["name"]) ?? "",
      number: Number(port["containerPort"]),
      protocol: textAt(port, ["protocol"]) ?? "TCP",
    })),
});
