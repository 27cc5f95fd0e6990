import type { FailureReason } from "../core/errors.ts";
import type { Files } from "./files.ts";
import type { Toolbox } from "./tools.ts";
import type { Workspace } from "./workspace.ts";

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
   * It speaks to a cluster: the identity that the job has for clouds stays in its environment, it may take twice the memory, and when this process is killed
   * it is asked to end instead of killed.
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
 * Runs a command to its end; a non-zero exit is a value. Throws OperatorError with reason `timeout`, `cancelled` or `tool-missing`, and with
 * the command's `costly` where it takes more than it may.
 * The command's process group is ended before it throws: no child outlives the run.
 */
export type Exec = (command: Command) => Promise<Completed>;

/** Progress for a person who waits. Text from tools is untrusted: implementations print it so that the runner obeys no command in it. */
export interface Log {
  info(message: string): void;
  debug(message: string): void;
  /** Runs `body` inside a collapsible group. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

/** A private folder (mode 0700) that is removed when the run ends, however it ends. */
export interface Scratch {
  readonly dir: string;
  /** Writes a file (mode 0600) under the folder, making parents; returns its absolute path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Makes a folder; returns its absolute path. */
  folder(name: string): Promise<string>;
}

/** One GET. Honours proxy variables and redirects; throws on a timeout or a refused connection, answers any status as a value. */
export type HttpGet = (
  url: string,
  options: { readonly timeoutMs: number; readonly maxBytes: number },
) => Promise<{ readonly status: number; readonly body: Uint8Array }>;

/** Everything impure that a run may touch. Tests pass their own. */
export interface Outside {
  readonly exec: Exec;
  readonly workspace: Workspace;
  readonly scratch: Scratch;
  /** Files outside the repository: the cache, and folders that an input names. */
  readonly files: Files;
  readonly tools: Toolbox;
  readonly httpGet: HttpGet;
  readonly log: Log;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** The process environment, its PATH without what lies in the workspace: what helm and kubectl may inherit is chosen from it by name. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the run is cancelled (SIGINT, SIGTERM). */
  readonly signal: AbortSignal;
  /** A folder that outlives the run, for what is expensive to make and addressed by content. */
  readonly cacheDir: string;
  /** Hides a secret wherever the runner would print it. */
  readonly mask: (secret: string) => void;
}
