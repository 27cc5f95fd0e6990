import { OperatorError } from "../core/errors.ts";
import type { Completed, Patience } from "../outside/exec.ts";
import type { Log } from "../outside/outside.ts";
import { pause } from "./deadline.ts";
import { type PassingTrouble, passingTrouble } from "./passing-trouble.ts";

interface Repeating {
  /** How long trouble that passes is waited for. */
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly log: Pick<Log, "info">;
  /** What is not waited for; default: nothing. */
  readonly except?: readonly PassingTrouble[];
}

const firstWaitMs = 500;
const longestWaitMs = 5000;
/** A server that fails in itself does so for ever where it is set up wrongly: some fifteen seconds are enough. */
const mostInternal = 5;

/**
 * Runs a command that may be run twice, and again while what ends it is trouble of the network or of a busy API server:
 * that may pass. Answers how it ended last. Throws OperatorError `cancelled` where the run is cancelled meanwhile.
 */
export const whileItPasses = async (
  attempt: () => Promise<Completed>,
  { patience, signal, log, except = [] }: Repeating,
): Promise<Completed> => {
  let internal = 0;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, 2 * waitMs)) {
    const done = await attempt();
    const trouble = done.code === 0 ? null : passingTrouble(done.stderr);
    if (trouble === "internal") internal += 1;
    const left = patience.left();
    if (trouble === null || except.includes(trouble) || left === 0 || internal > mostInternal) return done;
    if (waitMs === firstWaitMs) log.info(`${told[trouble]}: trying again for up to ${Math.ceil(left / 1000)} s.`);
    if (!(await waited(Math.min(waitMs, left), signal))) return done;
  }
};

const told: Readonly<Record<PassingTrouble, string>> = {
  offline: "The API server does not answer",
  broken: "The connection to the API server broke",
  busy: "The API server is busy",
  internal: "The API server failed",
  conflict: "Somebody else wrote the same object",
};

/** False where a time limit of the caller's own was over meanwhile. */
const waited = async (ms: number, signal: AbortSignal): Promise<boolean> => {
  try {
    await pause(ms, { signal });
    return true;
  } catch (thrown) {
    const isLimit = signal.reason instanceof DOMException && signal.reason.name === "TimeoutError";
    if (isLimit && thrown instanceof OperatorError) return false;
    throw thrown;
  }
};
