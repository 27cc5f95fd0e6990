import { nameOf } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { podReader } from "../reach/pod-reader.ts";
import { gotFrom, type Reader, withQuery } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";

/** Every program of one Alertmanager; never empty where they are known. */
export type Replicas =
  | { readonly ok: true; readonly all: readonly Reader[] }
  | { readonly ok: false; readonly why: string };

/**
 * Who has to be asked, and posted to as Prometheus does it: one replica answers through the Service or its address;
 * of several each counts for itself, and a Service leads to any of them, so that they are asked pod by pod.
 */
export const replicasOf = async (alertmanager: WorldObject, scene: Scene): Promise<Replicas> => {
  const wanted = valueAt(alertmanager.body, ["spec", "replicas"]) ?? 1;
  if (wanted === 1) return { ok: true, all: [scene.alertmanager(alertmanager)] };
  const { world } = scene.resolution;
  const namespace = namespaceOf(alertmanager, world);
  const labels = `app.kubernetes.io/name=alertmanager,alertmanager=${alertmanager.ref.name}`;
  const path = withQuery(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: labels });
  const pods = gotFrom(await scene.api.ask({ path }), scene.api.where);
  if (!pods.ok)
    return {
      ok: false,
      why: `${nameOf(alertmanager.ref)} has ${wanted} replicas, and its pods are not told: ${pods.why}`,
    };
  const running = objectsAt(pods.body, ["items"]).flatMap((pod) =>
    textAt(pod, ["status", "phase"]) === "Running" ? [textAt(pod, ["metadata", "name"]) ?? ""] : [],
  );
  if (running.length < Number(wanted))
    return {
      ok: false,
      why: `${nameOf(alertmanager.ref)} has ${wanted} replicas, of which ${running.length} run: any of them may notify`,
    };
  return { ok: true, all: running.map((name) => podReader(alertmanager, namespace, name, scene.api)) };
};
