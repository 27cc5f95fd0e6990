import type { Log } from "../outside/outside.ts";
import type { Hide } from "./hide-secrets.ts";

/** A log that secrets are taken out of before it is written. */
export const hidingLog = (log: Log, hide: Hide): Log => ({
  info: (message) => log.info(hide(message)),
  debug: (message) => log.debug(hide(message)),
  stage: (name, ended) => log.stage(name, ended),
});
