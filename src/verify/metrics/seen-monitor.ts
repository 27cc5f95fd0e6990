import type { HopName, SignalPath } from "../../signal/path/signal-path.ts";
import type { WorldObject } from "../../world/world.ts";
import type { LivePrometheus } from "../prometheus/live-prometheus.ts";
import type { Scene } from "../scene.ts";
import type { ObservedHop, Sight } from "../verification.ts";

/** A monitor, and the Prometheus whose matter it is. */
export interface SeenMonitor {
  readonly path: SignalPath;
  readonly monitor: WorldObject;
  readonly prometheus: WorldObject;
  readonly live: LivePrometheus;
  readonly scene: Scene;
}

/** How a hop is told, with its prediction. */
export type Tell = (hop: HopName | "arrives", sight: Sight, what: string) => ObservedHop;
