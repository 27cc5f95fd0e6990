import type { HopName } from "../../src/signal/path/signal-path.ts";

/** `not reached`: an earlier hop keeps it from being seen, or it was not tried. */
export type Seen = "ok" | "broken" | "not reached";

/**
 * What was seen of one condition; `arrives` is the way as a whole: samples in Prometheus, a
 * notification at the webhook.
 */
export interface Observation {
  readonly hop: HopName | "arrives";
  readonly seen: Seen;
  readonly what: string;
}

export const observation = (hop: Observation["hop"], holds: boolean | null, what: string): Observation => ({
  hop,
  seen: holds === null ? "not reached" : holds ? "ok" : "broken",
  what,
});
