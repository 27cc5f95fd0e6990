import { homedir } from "node:os";
import { join } from "node:path";

/** Where built commands are kept between runs and checkouts: `KPS_TOOLS_CACHE`, else the user's cache folder. */
export const toolsCache = (env: Readonly<Record<string, string | undefined>>): string =>
  env["KPS_TOOLS_CACHE"] ||
  join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "prometheus-stack-action", "tools");
