import type { CommandLine } from "./command-line.ts";
import type { Completed, Patience } from "./exec.ts";

/**
 * helm with a configuration of its own: no plugins, no repositories of the machine, credentials only in private files.
 */
export interface Helm {
  readonly major: 3 | 4;
  /** Without a leading `v`. */
  readonly version: string;
  /** Runs helm; a non-zero exit is a value. */
  run(args: CommandLine, options?: HelmOptions): Promise<Completed>;
}

export interface HelmOptions {
  readonly stdin?: string;
  /** Of each attempt. */
  readonly timeoutMs?: number;
  /** Is added, e.g. a cluster's. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** As in Command. */
  readonly signal?: AbortSignal;
  /** It changes nothing: it is run again while the network or a busy API server ends it, as `Cluster.kubectl` is. */
  readonly repeatable?: true;
  readonly patience?: Patience;
}
