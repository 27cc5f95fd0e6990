import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { part } from "../run/part.ts";
import { expectNothingLeft, expectWhole, runBad } from "./spoiled-stack.ts";

/** Milliseconds after the start of the process: from before its first line of ours to behind its last. */
const delays = [50, 200, 300, 400, 500, 600, 700, 850, 1000, 1300] as const;

const rows = part(
  delays.map((delay, index) => [delay, index % 2 === 0 ? "SIGINT" : "SIGTERM"] as const),
  3,
);

describe.concurrent("a check that is cancelled at any moment", () => {
  test.each(rows)(
    "after %i ms by %s ends cancelled, finished, or before it began",
    { timeout: 120_000 },
    (delay, signal) =>
      runBad(
        {},
        (run) => {
          expectNothingLeft(run.disk);
          if (run.outputs["conclusion"] === undefined) {
            // The signal came before the first line of ours ran.
            expect([run.output, run.outputs, run.summary, readdirSync(run.disk.temp)]).toEqual(["", {}, "", []]);
          } else expectWhole(run, run.code === 0 ? null : "cancelled");
        },
        { started: (kill) => setTimeout(() => kill(signal), delay).unref() },
      ),
  );
});
