import type { HopName } from "../../../src/signal/path/signal-path.ts";
import type { ConditionName } from "../../../src/verify/verification.ts";
import type { LiveStack } from "../live-stack.ts";

/** Makes good again what was planted. */
export type Undo = () => Promise<void>;

/** Something that goes wrong in a stack whose files are right. */
export interface PlantedFault {
  /** What happened, for people, e.g. `one GPU has fallen off the bus`. */
  readonly title: string;
  /** The condition that does not hold then, or the first hop of a path that is not seen. */
  readonly breaks: HopName | ConditionName | "arrives";
  /** Part of the subject of that path or condition. */
  readonly of: string;
  /** Part of what is said of it, where another fault breaks the same. */
  readonly says?: string;
  /** It is told for five minutes after it is mended: the next one is planted meanwhile. */
  readonly lingers?: boolean;
  /** Makes it so in the running stack. */
  plant(live: LiveStack): Promise<Undo>;
  /** Seconds within which it has to be found; default 60. */
  readonly withinSeconds?: number;
}
