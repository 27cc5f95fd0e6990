import type { ResourceRef } from "../core/finding.ts";
import type { PlanLayer } from "../plan/plan.ts";

/** What happened to one object. */
export interface AppliedObject {
  readonly ref: ResourceRef;
  readonly layer: PlanLayer;
  readonly action: "created" | "configured" | "deleted" | "unchanged";
}

/** One object that did not become ready, with the evidence collected before anything was touched. */
export interface NotReady {
  readonly ref: ResourceRef;
  /** E.g. `0 of 2 replicas available`. */
  readonly why: string;
  readonly containers: readonly {
    readonly pod: string;
    readonly container: string;
    /** E.g. `waiting: ImagePullBackOff: …`, `terminated: Error, exit code 1`, `running, not ready`. */
    readonly state: string;
    readonly restarts: number;
    /** The last lines of its log, or of the run that crashed; secrets are taken out. */
    readonly log: readonly string[];
    /** Why there are none, e.g. in kubectl's words; null where there are. */
    readonly noLog: string | null;
  }[];
  readonly events: readonly {
    readonly object: string;
    readonly reason: string;
    readonly message: string;
    readonly count: number;
  }[];
}

/** Stands for a release's status after a helm whose end nobody could look at. */
export const unknownStatus = "unknown";

export interface DeployReport {
  readonly cluster: { readonly server: string; readonly uid: string; readonly version: string };
  readonly release: {
    readonly name: string;
    readonly namespace: string;
    readonly revision: number;
    readonly status: string;
  } | null;
  readonly objects: readonly AppliedObject[];
  readonly workloads: readonly { readonly ref: ResourceRef; readonly ready: number; readonly desired: number }[];
  readonly notReady: readonly NotReady[];
}
