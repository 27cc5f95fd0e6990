import type { Recent } from "../../core/lately.ts";
import { modeNeeds } from "../../core/mode.ts";
import type { Inputs } from "../../inputs.ts";
import type { Environment } from "../../outside/environment.ts";
import { type Memory, noMemory } from "../../outside/memory.ts";
import type { Log } from "../../outside/outside.ts";
import { privateCacheFolder } from "./cache-folder.ts";
import { keptAnswers } from "./kept-answers.ts";

/**
 * What earlier runs with such inputs found out. What is deployed is made anew, and so is what is compared with a
 * cluster. `recent` is as for `keptAnswers`.
 */
export const memoryOf = ({ mode, cache }: Inputs, env: Environment, log: Log, recent?: Recent<string>): Memory => {
  if (!cache || modeNeeds(mode).cluster) return noMemory;
  const folder = privateCacheFolder(env, "answers");
  if (folder !== null) return keptAnswers(folder, log, recent);
  log.debug("The cache folder is not this user's alone: nothing is kept for the next run.");
  return noMemory;
};
