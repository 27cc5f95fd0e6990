import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { killAll, processesMarked, residentBytes, treeOf } from "./process-tree.ts";

/** What no hostile tree may need more of. */
export const limits = { timeMs: 60_000, memoryBytes: 2 * 1024 ** 3 } as const;

export interface StepCall {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A text in the environment that tells this step's processes from all others. */
  readonly mark: string;
}

export interface StepEnd {
  /** Null where it was ended by a signal. */
  readonly code: number | null;
  readonly output: string;
  readonly durationMs: number;
  /** Most memory of the step's processes together. */
  readonly peakBytes: number;
  /** Why we ended it; null where it ended by itself. */
  readonly ended: string | null;
  /** Processes that were still there after it. */
  readonly left: number;
}

const sampleMs = 200;

/** Runs a step under the limits, and looks at its memory all the while. */
export const runStep = async (call: StepCall): Promise<StepEnd> => {
  const started = performance.now();
  const child = spawn(call.file, call.args, { cwd: call.cwd, env: call.env, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
  const closed = new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  const watch = watchOver(child, started);
  const code = await closed;
  const { peakBytes, ended } = watch.stop();
  const durationMs = performance.now() - started;
  return {
    code,
    output: Buffer.concat(chunks).toString("utf8"),
    durationMs,
    peakBytes,
    ended,
    left: await leftOf(call.mark),
  };
};

const watchOver = (child: ChildProcess, started: number) => {
  let peakBytes = 0;
  let ended: string | null = null;
  const look = (): void => {
    const tree = treeOf(child.pid ?? 0);
    peakBytes = Math.max(peakBytes, residentBytes(tree));
    if (peakBytes > limits.memoryBytes) ended ??= "it took too much memory";
    if (performance.now() - started > limits.timeMs) ended ??= "it did not end by itself";
    if (ended !== null) killAll(tree);
  };
  const timer = setInterval(look, sampleMs);
  return {
    stop: () => {
      clearInterval(timer);
      return { peakBytes, ended };
    },
  };
};

/** A command that is just ending is no leftover: it is looked for again. */
const leftOf = async (mark: string): Promise<number> => {
  for (let tries = 0; tries < 3; tries++) {
    if (processesMarked(mark).length === 0) return 0;
    await sleep(100);
  }
  const left = processesMarked(mark);
  killAll(left);
  return left.length;
};
