import { isObject, type JsonObject } from "../kubernetes/manifest.ts";
import type { Outside } from "../outside/outside.ts";

/** The payload of the runner's event file; null where there is none to be read, and where it holds no JSON object. */
export const readEvent = async ({ env, files }: Pick<Outside, "env" | "files">): Promise<JsonObject | null> => {
  const file = env["GITHUB_EVENT_PATH"];
  try {
    const payload: unknown = JSON.parse((file && (await files.read(file))) || "null");
    return isObject(payload) ? payload : null;
  } catch {
    return null;
  }
};
