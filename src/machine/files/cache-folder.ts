import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../../outside/environment.ts";
import { makePrivate } from "./private-folder.ts";

const own = "prometheus-stack-action";

/** Our folder in the machine's cache, which outlives the run: the runner's tool cache, else the user's. */
export const cacheFolder = (env: Environment): string => {
  const tools = env["RUNNER_TOOL_CACHE"];
  return tools ? join(tools, own) : ofUser(env);
};

const ofUser = (env: Environment): string =>
  join(env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"), own);

/**
 * A folder of this name in the cache that is this user's alone; where others can write to the runner's tool cache, in
 * the user's own. Null where neither can be had: that costs time, nothing else.
 */
export const privateCacheFolder = (env: Environment, name: string): string | null =>
  [cacheFolder(env), ofUser(env)].map((folder) => join(folder, name)).find(makePrivate) ?? null;
