import type { Ask } from "./ask.ts";
import type { Change, NoChange } from "./change.ts";
import type { ChartSource, ChartUse, CopiedChart } from "./chart.ts";
import type { Cluster } from "./cluster.ts";
import type { RelateCommits } from "./commit-relation.ts";
import type { Exec } from "./exec.ts";
import type { Files } from "./files.ts";
import type { Github } from "./github.ts";
import type { Helm } from "./helm.ts";
import type { Memory } from "./memory.ts";
import type { BaseCommit, NoBase } from "./repository.ts";
import type { Toolbox } from "./tools.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Progress for a person who waits. Text from tools is untrusted: implementations print it so that the
 * runner obeys no command in it.
 */
export interface Log {
  info(message: string): void;
  debug(message: string): void;
  /** A stage of the run begins; or it ended, and how: `passed in 2.3 s`. Several may run at once. */
  stage(name: string, ended?: string): void;
}

/** A private folder (mode 0700) that is removed when the run ends, however it ends. */
export interface Scratch {
  readonly dir: string;
  /** Writes a file (mode 0600) under the folder, making parents; returns its absolute path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Makes a folder; returns its absolute path. */
  folder(name: string): Promise<string>;
}

/**
 * One GET. Honours proxy variables and redirects; throws on a timeout or a refused connection,
 * answers any status as a value.
 */
export type HttpGet = (
  url: string,
  options: { readonly timeoutMs: number; readonly maxBytes: number },
) => Promise<{ readonly status: number; readonly body: Uint8Array }>;

/** Everything impure that a run may touch. Tests pass their own. */
export interface Outside extends Machine {
  /**
   * helm, opened once. Throws OperatorError `tool-missing`, and `invalid-input` where `registry-config` cannot be read.
   */
  helm(): Promise<Helm>;
  /**
   * The cluster that the inputs name, opened and proved anew: to be what the input `expected-cluster` says, and what
   * `also` says, a uid or a URL, where it is given. Throws OperatorError `invalid-input`, `cluster-unreachable`,
   * `unauthorized` or `wrong-cluster`.
   */
  cluster(also?: string | null): Promise<Cluster>;
  /**
   * Asks the server at an address (`https://prometheus.example.com/prefix`), below which all paths stand. `signal` ends
   * questions instead of the run's own.
   */
  askAddress(address: string, signal?: AbortSignal): Ask;
  /** GitHub, asked with the inputs' token. */
  readonly github: Github;
  /**
   * What the event of the run changes, by the clone, where `base` is what {@link Repository.base} says. Null where it
   * changes nothing, and outside of GitHub.
   */
  change(base: BaseCommit | NoBase | null): Promise<Change | NoChange | null>;
  /** From the clone where that holds both commits, else by GitHub. */
  readonly relateCommits: RelateCommits;
  /**
   * The release's chart, had once and copied. Throws OperatorError `render-failed`, `unauthorized` or `invalid-input`;
   * its message holds no credentials.
   */
  chart(release: ChartSource, use: ChartUse): Promise<CopiedChart>;
}

/** What helm, clusters and charts are opened with. */
export interface Machine {
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
  /**
   * The process environment, its PATH without what lies in the workspace: what helm and kubectl may inherit
   * is chosen from it by name.
   */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the run is cancelled (SIGINT, SIGTERM). */
  readonly signal: AbortSignal;
  /** A folder that outlives the run, for what is expensive to make and addressed by content. */
  readonly cacheDir: string;
  /** What earlier runs found out; keeps nothing where the run has to do with a cluster. */
  readonly memory: Memory;
  /** Hides a secret wherever the runner would print it. */
  readonly mask: (secret: string) => void;
}
