import type { FailureReason } from "../../src/core/errors.ts";
import type { ApiRequest } from "../../test/cluster/api-request.ts";
import type { EmbeddedCluster } from "../../test/cluster/cluster.ts";
import type { StepResult } from "../run-action.ts";
import type { Tree } from "../tamper/ground.ts";
import type { FaultProxy } from "./fault-proxy.ts";

/** What a fault may use. */
export interface Site {
  readonly cluster: EmbeddedCluster;
  readonly request: ApiRequest;
  readonly proxy: FaultProxy;
  readonly helm: 3 | 4;
  /** A folder of this case's own. */
  readonly folder: string;
  /** Deploys the same commit beside the run that the fault is for. */
  readonly deployToo: () => Promise<Pick<StepResult, "code" | "output" | "outputs">>;
}

/** The run that the fault is for. */
export interface FaultyRun {
  /** Sends its process a signal. */
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly pid: number;
  /** `RUNNER_TEMP`. */
  readonly temp: string;
  /** Resolves when it has ended. */
  readonly over: Promise<void>;
}

/** How the run may look where it is started. */
export interface RunSetting {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly kubeconfig?: string;
  /** As in ActionStep. */
  readonly prefix?: readonly string[];
  /** A folder with commands in place of the usual ones. */
  readonly tools?: string;
}

/** One fault, planted into one deploy. */
export interface Fault {
  readonly name: string;
  readonly alsoHelm3?: boolean;
  /** Changes the commit that is deployed; the next run deploys one without. */
  readonly tree?: (tree: Tree) => void;
  /** Made before the run starts. */
  readonly before?: (site: Site) => Promise<RunSetting | undefined>;
  /** Goes on beside the run. */
  readonly during?: (site: Site, run: FaultyRun) => Promise<void>;
  /** Takes the fault away, so that the next run has none. */
  readonly undo?: (site: Site) => Promise<void>;
  /** How the run ends: well, killed without a word, or for one of these reasons. */
  readonly ends: "well" | "killed" | readonly FailureReason[];
  /** Each is in its last words. */
  readonly says?: readonly string[];
  /** Longest that the deploy may take from its lock, in seconds; default: not looked at. */
  readonly withinSeconds?: number;
  /** The lock may stay, until it expires. */
  readonly lockStays?: true;
  /** A pending revision may stay, for the next run to find. */
  readonly pendingStays?: true;
  /** A command of the run may go on after it. */
  readonly outlives?: true;
  /** The next run starts at once, and waits until the lock expires. */
  readonly nextAtOnce?: true;
}
