/**
 * For pods whose addresses really answer, either put a network namespace before every command (`prefix`), or run this
 * whole process in one whose loopback interface has the pods' range (`unshare -rn`; see lifetime.test.ts).
 */
export interface ClusterOptions {
  /** How many nodes; default 2. */
  readonly nodes?: number;
  /** What each of them has to give of `nvidia.com/gpu`; default 8. */
  readonly gpusPerNode?: number;
  /** Where the API server listens; default 127.0.0.1. */
  readonly bindAddress?: string;
  /** Address that the API server names as its own; default one that nobody has. */
  readonly advertiseAddress?: string;
  /**
   * Addresses of pods, default 10.244.0.0/24. kwok gives them out; nothing answers there unless the caller sees to it.
   */
  readonly podCidr?: string;
  readonly apiServerArgs?: readonly string[];
  readonly kwokArgs?: readonly string[];
  /**
   * Put before every command, for example `["ip", "netns", "exec", "rig"]`; `bindAddress` must be
   * reachable from this process.
   */
  readonly prefix?: readonly string[];
}
