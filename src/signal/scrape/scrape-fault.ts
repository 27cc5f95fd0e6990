import type { Path } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";

/** Why Prometheus takes nothing of what a target answers. */
export interface ScrapeFailure {
  readonly status: "broken" | "unknown";
  /** A sentence. */
  readonly why: string;
  readonly object: WorldObject;
  readonly path: Path;
  readonly advice: string;
}
