import { textOrEmpty } from "./json-fields.ts";
import type { JsonObject } from "./manifest.ts";

/** Whether the object goes as soon as its finalizers are done: what is written to it until then is lost with it. */
export const isBeingDeleted = (object: JsonObject): boolean =>
  textOrEmpty(object, ["metadata", "deletionTimestamp"]) !== "";
