import { type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { ApiAnswer, ApiRequest } from "../cluster/api-request.ts";
import { collectionPath, keyOf } from "./api-path.ts";
import { inTurn } from "./in-turn.ts";

/**
 * What became of an object when it was applied: in the cluster, or refused by the API server's
 * schema, or by the webhook.
 */
export type Admission = "accepted" | "refused-by-schema" | "refused-by-webhook";

export interface Applied {
  readonly admission: Admission;
  /** The API server's words where it refused. */
  readonly message: string;
}

const atOnce = 16;
const refused = new Set([400, 403, 409, 422]);

/**
 * Creates the objects, as strictly as we apply: unknown and doubled fields are refused. Throws when the API server
 * fails or knows an object already.
 */
export const applyAll = (request: ApiRequest, objects: readonly JsonObject[]): Promise<readonly Applied[]> =>
  inTurn(objects, atOnce, async (object) => {
    const { status, body } = await create(request, object);
    if (status === 201) return { admission: "accepted", message: "" };
    const message = String(valueAt(body as Json, ["message"]));
    if (!refused.has(status) || message.includes("already exists"))
      throw new Error(`The API server answered ${status} to ${String(object["kind"])} ${keyOf(object)}: ${message}`);
    const webhook = /admission webhook "[^"]+" denied the request/.test(message);
    return { admission: webhook ? "refused-by-webhook" : "refused-by-schema", message };
  });

/** On a busy machine an answer may be lost: then it is asked again, and what is there by then was created. */
const create = async (request: ApiRequest, object: JsonObject): Promise<ApiAnswer> => {
  const post = () => request("POST", `${collectionPath(object)}?fieldValidation=Strict`, object);
  const answer = await post();
  if (answer.status !== 0) return answer;
  const again = await post();
  return again.status === 409 ? { ...again, status: 201 } : again;
};

/** The same for objects that nobody may refuse. Throws when one is refused. */
export const applyAllSurely = async (request: ApiRequest, objects: readonly JsonObject[]): Promise<void> => {
  const applied = await applyAll(request, objects);
  applied.forEach(({ admission, message }, i) => {
    const object = objects[i];
    if (admission !== "accepted" && object !== undefined)
      throw new Error(`${String(object["kind"])} ${keyOf(object)} is ${admission}: ${message}`);
  });
};
