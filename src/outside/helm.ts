import type { CommandLine } from "./command-line.ts";
import type { Completed } from "./exec.ts";

/**
 * helm with a configuration of its own: no plugins, no repositories of the machine, credentials only in private files.
 */
export interface Helm {
  readonly major: 3 | 4;
  /** Without a leading `v`. */
  readonly version: string;
  /** Runs helm; a non-zero exit is a value. `env` is added, e.g. a cluster's; `signal` as in Command. */
  run(
    args: CommandLine,
    options?: {
      readonly stdin?: string;
      readonly timeoutMs?: number;
      readonly env?: Readonly<Record<string, string>>;
      readonly cwd?: string;
      readonly signal?: AbortSignal;
    },
  ): Promise<Completed>;
}
