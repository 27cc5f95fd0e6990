import type { ResourceRef } from "../../core/finding.ts";
import type { PlanLayer } from "../../plan/plan.ts";
import type { DeployReport, NotReady } from "../deploy-report.ts";

/** The part of a deploy that an object belongs to; `note` is what we note of it beside the release. */
export type FormerLayer = PlanLayer | "hook" | "namespace" | "note";

/** An object that is not as it was. */
export interface FormerDifference {
  readonly ref: ResourceRef;
  /** JSON pointers of the fields that differ, at most 20; none where the whole object is missing or too much. */
  readonly pointers: readonly string[];
  /** A clause, e.g. `it is not there`, or why the cluster refused to have it back. */
  readonly why: string;
  /** Whether somebody else wrote it while the deploy ran: then it is left so, on purpose. */
  readonly ofOthers: boolean;
}

/** How a deploy was taken back. */
export interface RollbackReport {
  /** `incomplete`: something is not as it was, though nobody else wrote it meanwhile. */
  readonly outcome: "complete" | "incomplete";
  /** What is back, what is not, and what the cluster runs now: a few sentences. */
  readonly summary: string;
  readonly release: {
    readonly name: string;
    readonly namespace: string;
    /** `untouched`: helm had not begun. */
    readonly action: "rolled-back" | "uninstalled" | "untouched";
    /** The revision whose content runs again; null where there was none. */
    readonly to: number | null;
    /** What helm's history ends with now; null where there is no release, or it could not be read. */
    readonly revision: number | null;
    readonly status: string | null;
    /** Why helm did not do it, in its words; null where it did. */
    readonly error: string | null;
  };
  /** How many objects were compared with what they were before. */
  readonly compared: number;
  /** What we ourselves put back, beside what helm did. */
  readonly objects: readonly {
    readonly ref: ResourceRef;
    readonly layer: FormerLayer;
    readonly action: "restored" | "recreated" | "deleted";
  }[];
  readonly differences: readonly FormerDifference[];
  /** What the deploy made or changed and no rollback takes back, each with why: a clause. */
  readonly stays: readonly { readonly ref: ResourceRef; readonly why: string }[];
  /** What was not ready before anything was taken back, beside what the deploy tells. */
  readonly evidence: readonly NotReady[];
  /** Workloads that were ready before the deploy. */
  readonly workloads: DeployReport["workloads"];
  /** Those of them that are not ready again, or of which that could not be read. */
  readonly notReady: readonly NotReady[];
  /** What a second verification found; null where none was made. */
  readonly verified: { readonly passed: boolean; readonly message: string } | null;
  /** The Secret that still holds the former state; null where it is not needed any more, or could not be kept. */
  readonly keptIn: ResourceRef | null;
}
