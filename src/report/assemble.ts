import type { Comparison } from "../compare/comparison.ts";
import { asOperatorError, type FailureReason } from "../core/errors.ts";
import type { Finding, Severity } from "../core/finding.ts";
import type { StageResult } from "../core/stage.ts";
import type { ExporterModel } from "../dcgm/exporter-model.ts";
import { DeployFailed } from "../deploy/deploy-failed.ts";
import type { DeployReport } from "../deploy/deploy-report.ts";
import type { RollbackReport } from "../deploy/rollback/rollback-report.ts";
import type { GateProof } from "../gate/prove-gate.ts";
import type { Inputs } from "../inputs.ts";
import { components, defaultDashboards } from "../inventory/inventory.ts";
import type { Tool } from "../outside/tools.ts";
import type { Checked } from "../policy/run-checks.ts";
import { alertProofs } from "../proof/alert-proofs.ts";
import type { AlertTestFile } from "../proof/alert-tests.ts";
import type { CanaryResult } from "../proof/run-canaries.ts";
import type { Render } from "../render/render.ts";
import { renderFailure } from "../render/render-failure.ts";
import type { GeneratorFile } from "../secrets/generator-secrets.ts";
import { gpuCoverage, toldCoverage } from "../signal/alerts/gpu-coverage.ts";
import { xidTable } from "../signal/alerts/xid-table.ts";
import { capacityReport } from "../signal/capacity/capacity-report.ts";
import type { ClusterSize } from "../signal/capacity/cluster-size.ts";
import type { Resolution } from "../signal/resolve-signals.ts";
import type { Stack } from "../stack/stack.ts";
import type { RuleVerdict } from "../validate/promtool/rule-verdict.ts";
import { countOf, type Validation } from "../validate/validation.ts";
import type { DrillReport } from "../verify/drill/drill-report.ts";
import type { VerifyReport } from "../verify/verification.ts";
import { failureReasonOf } from "./conclude.ts";
import type { Report } from "./report.ts";
import { rulesNotJudged } from "./rules-not-judged.ts";
import { releaseSettings } from "./settings.ts";
import { withoutSchema } from "./without-schema.ts";

/** What the stages of a run make, by name. */
export interface Products {
  readonly stack: Stack;
  /** What the generators of Secrets read, so that a message that quotes it can be told without. */
  readonly generatorFiles: readonly GeneratorFile[];
  readonly configuration: NonNullable<Report["configuration"]>;
  readonly render: Render;
  readonly validation: Validation;
  readonly rules: readonly RuleVerdict[];
  readonly exporter: ExporterModel;
  readonly resolution: Resolution;
  readonly alertTests: readonly AlertTestFile[];
  readonly clusterSize: ClusterSize;
  readonly canaries: readonly CanaryResult[];
  readonly checked: Checked;
  readonly comparison: Comparison;
  readonly gate: GateProof;
  readonly plan: PlanProduct;
  readonly deploy: DeployReport;
  readonly verify: VerifyReport;
  readonly rollback: RollbackReport;
  readonly drill: DrillReport;
}

/** What becomes of a plan. */
export interface PlanProduct {
  readonly report: NonNullable<Report["plan"]>;
  /** The text of `plan.json`, whose digest the report has. */
  readonly text: string;
  /** That of the plan which was approved; null where the run was given none. */
  readonly approved: string | null;
}

/** As much of a run as there is. */
export interface Reached {
  /** What was made; what is absent was not reached. */
  readonly products: Partial<Products>;
  /** What ended the run early; absent where nothing did. */
  readonly thrown?: unknown;
}

/**
 * The report of a run, whatever part of it was reached, with the secrets that stand in it: whoever
 * shows it hides them first.
 */
export const assembleReport = (
  inputs: Inputs,
  stages: readonly StageResult[],
  reached: Reached,
  tools: readonly Tool[],
): Report => {
  const { products, thrown } = reached;
  const { stack, render, validation, checked, resolution } = products;
  const findings = checked?.findings ?? [];
  // Of a chart that did not render nobody knows what is in it.
  const rendered = render?.chart.error === null ? render : undefined;
  const failureReason = reasonOf(inputs, reached, findings);
  return {
    schemaVersion: 1,
    mode: inputs.mode,
    target: inputs.target ?? null,
    path: stack?.path ?? inputs.path,
    failOn: inputs.failOn,
    conclusion: failureReason === null ? "success" : "failure",
    failureReason,
    error: errorOf(thrown),
    counts: { ...countSeverities(findings), suppressed: checked?.suppressed.length ?? 0 },
    stages,
    findings,
    suppressed: checked?.suppressed ?? [],
    change: products.comparison ?? null,
    configuration: products.configuration ?? null,
    checksNotRun: checked?.notRun ?? [],
    exporter: exporterOf(products.exporter),
    signalPaths: resolution?.paths ?? [],
    gpuCoverage: resolution === undefined ? null : toldCoverage(gpuCoverage(resolution)),
    xids: resolution === undefined ? null : xidTable(resolution),
    capacity:
      resolution === undefined || products.clusterSize === undefined
        ? null
        : capacityReport(resolution.world, products.clusterSize),
    alertProofs:
      resolution === undefined ? null : alertProofs(resolution, products.alertTests ?? [], products.canaries ?? []),
    settings: stack === undefined ? [] : releaseSettings(stack, inputs, render?.chart.chart),
    chart: chartOf(render),
    components: rendered === undefined ? [] : components(rendered),
    dashboards: rendered === undefined ? [] : defaultDashboards(rendered),
    hooks: render?.chart.hooks.map(({ ref }) => ref) ?? [],
    unstable: render?.unstable?.map(({ ref, pointers }) => ({ ...ref, pointers })) ?? null,
    validation: validation === undefined ? null : countOf(validation),
    withoutSchema: validation === undefined ? [] : withoutSchema(validation),
    rulesNotJudged: validation === undefined ? [] : rulesNotJudged(validation),
    gate: products.gate?.isGated === true ? products.gate : null,
    plan: products.plan?.report ?? null,
    deploy: products.deploy ?? (thrown instanceof DeployFailed ? thrown.report : null),
    verify: products.verify ?? null,
    rollback: products.rollback ?? null,
    drill: products.drill ?? null,
    tools: Object.fromEntries(tools.map(({ name, ...tool }) => [name, tool])),
  };
};

const reasonOf = (
  { failOn }: Inputs,
  { products: { render, validation }, thrown }: Reached,
  findings: readonly Finding[],
): FailureReason | null => {
  if (thrown !== undefined) return asOperatorError(thrown)?.reason ?? "internal";
  const renderFailed = render !== undefined && renderFailure(render) !== null;
  return failureReasonOf(failOn, renderFailed, findings, validation === undefined ? null : countOf(validation));
};

const errorOf = (thrown: unknown): Report["error"] => {
  if (thrown === undefined) return null;
  const known = asOperatorError(thrown);
  if (known !== undefined) return { message: known.message, hint: known.hint };
  return {
    message: `Internal error: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    hint: "This is a bug in the action. Please report it with the stack trace from the log.",
  };
};

const countSeverities = (findings: readonly Finding[]): Record<Severity, number> => {
  const of = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return { error: of("error"), warning: of("warning"), notice: of("notice") };
};

const exporterOf = (exporter: ExporterModel | undefined): Report["exporter"] =>
  exporter === undefined ? null : { description: exporter.description, known: exporter.known };

const chartOf = (render: Render | undefined): Report["chart"] => {
  if (render === undefined) return null;
  const { name, version, digest, source } = render.chart.chart;
  return { name, version, digest, source };
};
