import { objectAt, textAt } from "../../kubernetes/json-fields.ts";
import type { WorldObject } from "../../world/world.ts";
import { type Reader, readerBelow } from "./reader.ts";

/** The port at which the operator has the pods of its kinds answer. */
const ports: Readonly<Record<string, number>> = { Alertmanager: 9093, Prometheus: 9090 };

/**
 * One pod of a Prometheus or Alertmanager by itself.
 * https://kubernetes.io/docs/reference/using-api/api-concepts/ has no page for it: `pods/proxy` works as
 * `services/proxy` does.
 */
export const podReader = ({ ref, body }: WorldObject, namespace: string, pod: string, api: Reader): Reader => {
  const secure = Object.keys(objectAt(body, ["spec", "web", "tlsConfig"])).length > 0;
  const routed = textAt(body, ["spec", "routePrefix"]) ?? "/";
  const port = ports[ref.kind] ?? 0;
  const prefix = `/api/v1/namespaces/${namespace}/pods/${secure ? "https:" : ""}${pod}:${port}/proxy`;
  return readerBelow(
    api,
    `Pod ${namespace}/${pod}:${port}`,
    `${prefix}${routed === "/" ? "" : routed.replace(/\/$/, "")}`,
  );
};
