import type { Comparison } from "../compare/comparison.ts";
import type { FailureReason } from "../core/errors.ts";
import type { Finding, ResourceRef, Severity } from "../core/finding.ts";
import type { Mode } from "../core/mode.ts";
import type { StageResult } from "../core/stage.ts";
import type { DeployReport } from "../deploy/deploy-report.ts";
import type { RollbackReport } from "../deploy/rollback/rollback-report.ts";
import type { GateProof } from "../gate/prove-gate.ts";
import type { Component } from "../inventory/components.ts";
import type { DefaultDashboard } from "../inventory/dashboard-areas.ts";
import type { Tool } from "../outside/tools.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { Suppressed } from "../policy/suppress.ts";
import type { AlertProof } from "../proof/alert-proofs.ts";
import type { ClassCoverage, ToldAlert } from "../signal/alerts/gpu-coverage.ts";
import type { XidTable } from "../signal/alerts/xid-table.ts";
import type { CapacityReport } from "../signal/capacity/capacity-report.ts";
import type { SignalPath } from "../signal/path/signal-path.ts";
import type { ValidationCounts } from "../validate/validation.ts";
import type { DrillReport } from "../verify/drill/drill-report.ts";
import type { VerifyReport } from "../verify/verification.ts";

/** A setting of the release and who set it. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  /** E.g. `input chart-version`, `prometheus-stack/upstream/install.sh:6`, `default`. */
  readonly source: string;
}

/** The whole result of a run: what every renderer reads, and what report.json holds. */
export interface Report {
  readonly schemaVersion: 1;
  readonly mode: Mode;
  readonly target: string | null;
  /** The stack's folder, relative to the repository's root. */
  readonly path: string;
  /** The least severity that fails the run. */
  readonly failOn: Severity | "never";
  readonly conclusion: "success" | "failure";
  readonly failureReason: FailureReason | null;
  /** The operator error that ended the run, if one did. */
  readonly error: { readonly message: string; readonly hint: string } | null;
  readonly counts: {
    readonly error: number;
    readonly warning: number;
    readonly notice: number;
    readonly suppressed: number;
  };
  readonly stages: readonly StageResult[];
  readonly findings: readonly Finding[];
  /** Findings that a comment, the configuration or the baseline lets be, with the reason. */
  readonly suppressed: readonly Suppressed[];
  /** What the run knows of the change that its event brings; null where it looked at none. */
  readonly change: Comparison | null;
  /**
   * The configuration file that counts, and what a pull request proposes for it; null where the run did not get so far.
   */
  readonly configuration: { readonly file: string | null; readonly notes: readonly string[] } | null;
  /** Checks that could not run, each with the reason. */
  readonly checksNotRun: readonly { readonly check: string; readonly reason: string }[];
  readonly exporter: { readonly description: string; readonly known: boolean } | null;
  readonly signalPaths: readonly SignalPath[];
  /** Classes of GPU failures and the alerts that speak of them; null where the signals were not resolved. */
  readonly gpuCoverage: readonly ClassCoverage<ToldAlert>[] | null;
  /** XIDs by NVIDIA's action and the alerts that tell of them; null where the tree has no alert on XIDs. */
  readonly xids: XidTable | null;
  /** What Prometheus has to hold; null where there is none, or the signals were not resolved. */
  readonly capacity: CapacityReport | null;
  /** Alerts of base and overlays and how their unit tests ended; null where the signals were not resolved. */
  readonly alertProofs: readonly AlertProof[] | null;
  readonly settings: readonly Setting[];
  readonly chart: {
    readonly name: string;
    readonly version: string;
    readonly digest: string;
    readonly source: string;
  } | null;
  readonly components: readonly Component[];
  readonly dashboards: readonly DefaultDashboard[];
  readonly hooks: readonly ResourceRef[];
  readonly unstable: readonly (ResourceRef & { readonly pointers: readonly string[] })[] | null;
  readonly validation: ValidationCounts | null;
  /** Kinds that no schema describes, named: `apiVersion/kind` with the number of objects. */
  readonly withoutSchema: readonly { readonly kind: string; readonly objects: number }[];
  /**
   * CEL rules of definitions that could not be judged: the kind as `apiVersion/kind`, why, and the number of objects
   * that the API server may refuse for it.
   */
  readonly rulesNotJudged: readonly {
    readonly kind: string;
    readonly rule: string;
    readonly reason: string;
    readonly objects: number;
  }[];
  /** What proved that a gated target may be deployed to; null where no gate was passed. */
  readonly gate: GateProof | null;
  readonly plan: PlanReport | null;
  readonly deploy: DeployReport | null;
  readonly verify: VerifyReport | null;
  /** How a deploy that failed was taken back; null where none was. */
  readonly rollback: RollbackReport | null;
  /** Null: nobody was drilled. */
  readonly drill: DrillReport | null;
  readonly tools: Readonly<Record<string, Omit<Tool, "name">>>;
}
