import type { StageListener } from "../../core/stage.ts";
import type { Log } from "../../outside/outside.ts";
import { durationText } from "../../text/amount-text.ts";

/** Tells the log of stages as they run. Why one failed is told at the end, with secrets taken out. */
export const stageLines = (log: Pick<Log, "stage">): StageListener => ({
  begins: (name) => log.stage(name),
  ended: ({ name, status, durationMs }) =>
    log.stage(name, `${status} ${status === "passed" ? "in" : "after"} ${durationText(durationMs)}`),
});
