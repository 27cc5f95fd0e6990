import { nameOf } from "../../core/finding.ts";
import { withoutValues } from "../../kubectl/cluster-error.ts";
import { objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import { listPath } from "../../kubernetes/resource-path.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { withQuery } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";

/**
 * What the operator said when it refused an object: its event `InvalidConfiguration` (`pkg/operator/events.go`), which
 * Kubernetes keeps for an hour. Null where it said nothing, or nobody may read events.
 */
export const rejection = async (object: WorldObject, scene: Scene): Promise<string | null> => {
  const namespace = namespaceOf(object, scene.resolution.world);
  const query = { fieldSelector: "reason=InvalidConfiguration" };
  const listed = await scene.api.get(withQuery(listPath("v1", "events", namespace), query));
  if (!listed.ok) return null;
  const own = objectsAt(listed.body, ["items"]).filter(
    (event) =>
      textOrEmpty(event, ["involvedObject", "kind"]) === object.ref.kind &&
      textOrEmpty(event, ["involvedObject", "name"]) === object.ref.name,
  );
  const [last] = own.toSorted((a, b) => (seenAt(a) < seenAt(b) ? 1 : -1));
  if (last === undefined) return null;
  const message = withoutValues(textOrEmpty(last, ["message"]))
    .trim()
    .slice(0, 500);
  return `the operator refuses ${nameOf({ ...object.ref, namespace })}: ${message.replace(/\.?$/, ".")}`;
};

const seenAt = (event: Parameters<typeof textOrEmpty>[0]): string =>
  textOrEmpty(event, ["lastTimestamp"]) || textOrEmpty(event, ["eventTime"]);
