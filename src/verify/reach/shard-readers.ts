import { nameOf } from "../../core/finding.ts";
import { labelsAt, objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { jsonWord } from "../../kubernetes/json-word.ts";
import { valueAt } from "../../kubernetes/manifest.ts";
import { listPath } from "../../kubernetes/resource-path.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { isRefusal, type Known } from "./known.ts";
import { podReader } from "./pod-reader.ts";
import { type Reader, withQuery } from "./reader.ts";

/** How many parts the targets of a Prometheus are shared among. */
export const shardsOf = ({ body }: WorldObject): number =>
  Math.max(Math.floor(Number(jsonWord(valueAt(body, ["spec", "shards"]) ?? 1))) || 1, 1);

/**
 * A pod of each shard of a Prometheus: each has a part of the targets and their series, and a Service leads to any of
 * them. The labels are those that the operator gives its pods: `pkg/prometheus/server/statefulset.go`.
 */
export const shardReaders = async (
  object: WorldObject,
  world: World,
  api: Reader,
): Promise<Known<readonly Reader[]>> => {
  const namespace = namespaceOf(object, world);
  const wanted = shardsOf(object);
  const query = { labelSelector: `operator.prometheus.io/name=${object.ref.name}` };
  const pods = await api.get(withQuery(listPath("v1", "pods", namespace), query));
  const name = nameOf(object.ref);
  if (!pods.ok) {
    const why = `${name} has ${wanted} shards, and its pods are not told: ${pods.why}`;
    return { ok: false, why, isRefused: isRefusal(pods.status) };
  }
  const running = objectsAt(pods.body, ["items"]).filter((pod) => textAt(pod, ["status", "phase"]) === "Running");
  const readers: Reader[] = [];
  for (let shard = 0; shard < wanted; shard += 1) {
    const own = running.find(
      (pod) => labelsAt(pod, ["metadata", "labels"])["operator.prometheus.io/shard"] === `${shard}`,
    );
    const pod = textAt(own, ["metadata", "name"]);
    if (pod === null) return { ok: false, why: `${name} has ${wanted} shards, and no pod of shard ${shard} runs` };
    readers.push(podReader(object, namespace, pod, api));
  }
  return { ok: true, value: readers };
};
