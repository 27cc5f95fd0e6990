import { textAt } from "../../kubernetes/json-fields.ts";
import { parseDuration } from "../../promql/prometheus-duration.ts";
import type { WorldObject } from "../../world/world.ts";

/** How long a sample counts for what is asked at a moment: after that its series is gone. */
export interface Lookback {
  readonly ms: number;
  /** As Prometheus writes durations. */
  readonly text: string;
}

/**
 * Prometheus' default.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#staleness
 */
const usual = "5m";

/** That of a Prometheus object, by its `spec.query.lookbackDelta`; null where that is no duration. */
export const lookbackOf = (prometheus: WorldObject | null | undefined): Lookback | null => {
  const text = textAt(prometheus?.body, ["spec", "query", "lookbackDelta"]) || usual;
  const ms = parseDuration(text);
  return ms === null ? null : { ms, text };
};
