import { nameOf } from "../../core/finding.ts";
import { withoutValues } from "../../kubectl/cluster-error.ts";
import { numberAt, objectsAt, textOrEmpty } from "../../kubernetes/json-fields.ts";
import type { Json, JsonObject } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { livePath } from "../prometheus/selected-live.ts";
import type { Scene } from "../scene.ts";
import type { Condition } from "../verification.ts";

/**
 * Whether the operator has taken up an object of its own as it is now, and what it made is available: its conditions,
 * which count only where their `observedGeneration` is the object's.
 * https://prometheus-operator.dev/docs/platform/troubleshooting/
 */
export const reconciled = async (object: WorldObject, scene: Scene): Promise<Condition> => {
  const namespace = namespaceOf(object, scene.resolution.world);
  const subject = nameOf({ ...object.ref, namespace });
  const got = await scene.api.get(livePath(object, namespace));
  const [sight, what, hint] = got.ok
    ? verdictOf(got.body)
    : got.status === 404
      ? (["not-seen", "It is not in the cluster.", "Deploy the stack."] as const)
      : (["cannot-be-seen", `It cannot be read: ${got.why}.`, null] as const);
  return { condition: "operator-reconciles", subject, sight, what, hint };
};

type Verdict = readonly [Condition["sight"], what: string, hint: string | null];

/** `Reconciled` first: where the operator could not write what it wanted, what is available is what was before. */
const verdictOf = (body: Json): Verdict => {
  const conditions = objectsAt(body, ["status", "conditions"]);
  const [done, available] = ["Reconciled", "Available"].map((type) => conditions.find((one) => one["type"] === type));
  const generation = numberAt(body, ["metadata", "generation"]);
  if (done === undefined)
    return [
      "not-seen",
      "No operator has taken it up: it has no status.",
      "Look whether prometheus-operator runs, and whether it watches this namespace.",
    ];
  if (numberAt(done, ["observedGeneration"]) < generation)
    return ["not-seen", "The operator has not taken up its last change.", "Look at the operator's log."];
  if (done["status"] !== "True") return ["not-seen", `The operator cannot reconcile it: ${saidBy(done)}`, fix];
  if (available?.["status"] !== "True")
    return ["not-seen", `What the operator made is not available: ${saidBy(available ?? {})}`, pods];
  return ["seen", "The operator has reconciled it, and all its pods are available.", null];
};

const fix = "Mend what the operator names; it tries again by itself.";
const pods = "Look at the pods: why they do not start, or are not ready.";

const saidBy = (condition: JsonObject): string => {
  const [reason, message] = ["reason", "message"].map((key) => textOrEmpty(condition, [key]).trim());
  const text = [reason, message].filter((part) => part !== "").join(": ") || "it does not say why";
  return withoutValues(text).slice(0, 500).replace(/\.?$/, ".");
};
