import { type Finding, nameOf } from "../../core/finding.ts";
import type { NotReady } from "../../deploy/deploy-report.ts";
import type { Report } from "../report.ts";
import { capacityLine } from "../summary/capacity-section.ts";
import { counted } from "../summary/markdown.ts";
import { nextStep, verdict } from "../verdict.ts";
import { renderDrillText } from "./drill-text.ts";
import { renderPlanText } from "./plan-text.ts";
import { renderVerifyText } from "./verify-text.ts";

/**
 * The report for a log or a terminal: plain text, one finding a paragraph, in compilers' `file:line:column` form so
 * that editors can jump there.
 */
export const renderLogText = (report: Report): string =>
  [
    ...report.findings.map(finding),
    stages(report),
    components(report),
    settings(report),
    capacity(report),
    renderPlanText(report),
    deploy(report),
    renderVerifyText(report),
    rollback(report),
    renderDrillText(report),
    tools(report),
    [
      `${report.conclusion === "success" ? "PASSED" : "FAILED"} ${report.mode}: ${report.error?.message ?? verdict(report)}`,
      ...(nextStep(report) === null ? [] : [`Next step: ${nextStep(report)}`]),
    ].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const finding = ({ severity, check, message, at, anchor, resource, fix }: Finding): string =>
  [
    `${at === undefined ? "" : `${at.file}:${at.line}:${at.column}: `}${severity}: ${message} [${check}]`,
    resource === undefined || message.includes(nameOf(resource)) ? "" : `  in ${nameOf(resource)}`,
    anchor === undefined ? "" : `  brought by ${anchor.file}:${anchor.line}, a line of this change`,
    fix === undefined ? "" : `  fix: ${fix.description}`,
  ]
    .filter((line) => line !== "")
    .join("\n");

const stages = (report: Report): string =>
  block(
    "Stages",
    report.stages.map((stage) => [
      stage.name,
      stage.status === "passed" ? "passed" : `${stage.status}: ${stage.reason}`,
      stage.status === "skipped" ? "" : `${(stage.durationMs / 1000).toFixed(2)} s`,
    ]),
  );

const components = (report: Report): string =>
  [
    block(
      "Components",
      report.components.map(({ name, present, resources }) => [
        name,
        present ? "in the render" : "MISSING",
        counted(resources, "workload"),
      ]),
    ),
    block(
      "Dashboards",
      report.dashboards.map(({ area, found }) => [
        area,
        found.length === 0 ? "NONE" : found.map(({ title, from }) => `${title} (${from})`).join(", "),
      ]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const settings = (report: Report): string =>
  block(
    "What is installed",
    report.settings.map(({ name, value, source }) => [name, value, source]),
  );

const capacity = (report: Report): string => {
  const lines = capacityLine(report);
  return lines === "" ? "" : `Capacity\n${lines.replaceAll(/^/gm, "  ")}`;
};

const deploy = ({ deploy }: Report): string => {
  if (deploy === null) return "";
  const { cluster, release, objects, workloads, notReady } = deploy;
  const changed = objects.filter(({ action }) => action !== "unchanged").length;
  return [
    `Deploy to ${cluster.server} (Kubernetes ${cluster.version}, uid of kube-system ${cluster.uid})`,
    release === null
      ? ""
      : `  release ${release.name} in ${release.namespace}: revision ${release.revision}, ${release.status}`,
    `  ${counted(changed, "object")} changed, ${objects.length - changed} unchanged`,
    ...notReady.map(evidence),
    block(
      "Workloads",
      workloads.map(({ ref, ready, desired }) => [nameOf(ref), `${ready} of ${desired} ready`]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n");
};

const rollback = ({ rollback: back }: Report): string => {
  if (back === null) return "";
  const { summary, differences, evidence: before, notReady, objects } = back;
  return [
    `Rollback: ${summary}`,
    ...differences.map(({ ref, pointers, why }) => `  NOT AS IT WAS ${nameOf(ref)} ${[...pointers, why].join(" ")}`),
    ...[...notReady, ...before].map(evidence),
    ...objects.map(({ ref, action }) => `  ${action} ${nameOf(ref)}`),
  ].join("\n");
};

const evidence = ({ ref, why, containers, events }: NotReady): string =>
  [
    `  NOT READY ${nameOf(ref)}: ${why}`,
    ...containers.flatMap(({ pod, container, state, restarts, log, noLog }) => [
      `    ${pod} ${container}: ${state} (${restarts} restarts)`,
      ...(noLog === null ? log.map((line) => `      | ${line}`) : [`      no log: ${noLog}`]),
    ]),
    ...events.map(({ object, reason, message, count }) => `    ${object} ${reason} x${count}: ${message}`),
  ].join("\n");

const tools = (report: Report): string =>
  block(
    "Tools",
    Object.entries(report.tools).map(([name, { version, source, path }]) => [name, version, `${source}: ${path}`]),
  );

/** A longer one stands out of its column: every other row would be filled up to it. */
const longestCell = 120;

/** Columns of equal width under a title; empty without rows. */
const block = (title: string, rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return "";
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, Math.min(longestCell, (row[column] ?? "").length)), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [title, ...rows.map((row) => `  ${line(row)}`)].join("\n");
};
