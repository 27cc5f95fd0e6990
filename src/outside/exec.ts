import type { FailureReason } from "../core/errors.ts";

/** How long trouble that may pass is waited for. */
export interface Patience {
  /** Milliseconds, never below 0. */
  left(): number;
}

/** One external command. Never a shell string: `args` reach the program as they are. */
export interface Command {
  /** Absolute path of the executable. */
  readonly file: string;
  readonly args: readonly string[];
  /** Working folder; default: the private scratch folder, so that nothing in the workspace is picked up by accident. */
  readonly cwd?: string;
  /** The whole environment of the command; it inherits nothing else. */
  readonly env: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly timeoutMs: number;
  /**
   * What ends it before its time; default: the run's own signal. With another one it runs also while the run is being
   * cancelled.
   */
  readonly signal?: AbortSignal;
  /**
   * It speaks to a cluster: the identity that the job has for clouds stays in its environment, it may take twice the
   * memory, and when this process is killed it is asked to end instead of killed.
   */
  readonly reachesCluster?: true;
  /** Why the run fails where the command takes more memory or writes more than it may; default `render-failed`. */
  readonly costly?: FailureReason;
}

export interface Completed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/**
 * Runs a command to its end; a non-zero exit is a value. Throws OperatorError with reason `timeout`, `cancelled` or
 * `tool-missing`, and with the command's `costly` where it takes more than it may. The command's process group is ended
 * before it throws: no child outlives the run.
 */
export type Exec = (command: Command) => Promise<Completed>;
