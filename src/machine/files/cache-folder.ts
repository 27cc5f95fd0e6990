import { homedir } from "node:os";
import { join } from "node:path";

/** Our folder in the machine's cache, which outlives the run: the runner's tool cache, else the user's. */
export const cacheFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  join(
    env["RUNNER_TOOL_CACHE"] || env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"),
    "prometheus-stack-action",
  );
