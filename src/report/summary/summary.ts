import { alikeNotRun } from "../alike-not-run.ts";
import type { Report } from "../report.ts";
import { fitting, messagesOf, rowsAt } from "../size-ladder.ts";
import { capacitySection } from "./capacity-section.ts";
import { changeSection } from "./change-section.ts";
import { coverageSection } from "./coverage-section.ts";
import { deploySection } from "./deploy-section.ts";
import { drillSection } from "./drill-section.ts";
import { findingsSection } from "./findings-section.ts";
import { errorSection, footer, heading } from "./frame.ts";
import { gateSection } from "./gate-section.ts";
import type { Links } from "./links.ts";
import { code, counted, details, table, text } from "./markdown.ts";
import { planSection } from "./plan-section.ts";
import { policySection } from "./policy-section.ts";
import { proofSection } from "./proof-section.ts";
import { rollbackSection } from "./rollback-section.ts";
import { signalSection } from "./signal-section.ts";
import { verifySection } from "./verify-section.ts";
import { xidSection } from "./xid-section.ts";

/**
 * The runner drops a whole step summary over 1 MiB
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits); a margin
 * is left for what other actions of the step write. Bytes of UTF-8.
 */
const budget = 900 * 1024;

/**
 * The job summary as GitHub Markdown, always within the runner's limit: where it would not fit, fewer findings and
 * objects are listed, and it says so.
 */
export const renderSummary = (report: Report, links: Links, bytes = budget): string =>
  fitting(bytes, messagesOf(report), (step) =>
    step === "line" ? heading(report) : draft(report, links, rowsAt[step]),
  );

const draft = (report: Report, links: Links, rows: number): string =>
  `${[
    heading(report),
    errorSection(report),
    changeSection(report, links, rows),
    // What would become of a cluster comes first; a check has none.
    planSection(report, rows),
    gateSection(report),
    verifySection(report, rows),
    signalSection(report, links, rows),
    coverageSection(report),
    xidSection(report),
    proofSection(report, rows),
    findingsSection(report, links, rows),
    policySection(report, links, rows),
    rollbackSection(report, rows),
    deploySection(report, rows),
    drillSection(report, rows),
    stages(report),
    components(report),
    settings(report),
    capacitySection(report, rows),
    details("Rendered and validated", rendered(report, rows)),
    details("Tools", tools(report)),
    footer(links),
  ]
    .filter((section) => section !== "")
    .join("\n\n")}\n`;

const stageIcons = { passed: "✅", failed: "❌", skipped: "➖" } as const;

const stages = (report: Report): string =>
  section(
    "Stages",
    table(
      ["Stage", "Result", "Time"],
      report.stages.map((stage) => [
        text(stage.name),
        `${stageIcons[stage.status]} ${stage.status}${stage.status === "passed" ? "" : `: ${text(stage.reason)}`}`,
        stage.status === "skipped" ? "" : seconds(stage.durationMs),
      ]),
    ),
  );

const components = (report: Report): string => {
  if (report.components.length === 0) return "";
  const present = report.components.map(({ name, present, resources }) => [
    text(name),
    present ? "✅ in the render" : "❌ missing",
    String(resources),
  ]);
  const dashboards = report.dashboards.map(({ area, found }) => [
    areaNames[area],
    found.length === 0 ? "❌ none" : found.map(({ title, from }) => `${text(title)} (${from})`).join("<br>"),
  ]);
  return [
    section("Components", table(["Component", "State", "Workloads"], present)),
    section("Dashboards", table(["For", "Dashboard (comes from)"], dashboards)),
  ].join("\n\n");
};

const areaNames = {
  cluster: "Cluster overview",
  node: "Nodes",
  pod: "Pods",
  "api-server": "API server",
  gpu: "GPU (DCGM)",
} as const;

const settings = (report: Report): string =>
  section(
    "What is installed",
    table(
      ["Setting", "Value", "Comes from"],
      report.settings.map(({ name, value, source }) => [text(name), code(value), text(source)]),
    ),
  );

const rendered = (report: Report, rows: number): string => {
  const { validation, chart, hooks, unstable, withoutSchema, rulesNotJudged } = report;
  const paragraphs = [
    chart === null ? "" : `Chart ${code(`${chart.name} ${chart.version}`)}, SHA-256 ${code(chart.digest)}`,
    validation === null
      ? ""
      : `${counted(validation.resources, "object")}: ${validation.valid} valid, ${validation.invalid} invalid, ${validation.skipped} without schema, ${validation.unchecked} not checked.`,
    withoutSchema
      .map(({ kind, objects }) => `No schema describes ${code(kind)} (${counted(objects, "object")}).`)
      .join(" "),
    rulesNotJudged
      .slice(0, rows)
      .map(
        ({ kind, rule, reason, objects }) =>
          `A validation rule of ${code(kind)} was not judged, ${text(reason)}: ${code(rule)} (${counted(objects, "object")}).`,
      )
      .join("<br>"),
    hooks.length === 0
      ? ""
      : `${counted(hooks.length, "helm hook")} run and do not stay: ${hooks
          .slice(0, rows)
          .map((hook) => code(`${hook.kind}/${hook.name}`))
          .join(", ")}.`,
    unstable === null || unstable.length === 0
      ? ""
      : `Differs with every render: ${unstable
          .slice(0, rows)
          .map((u) => code(`${u.kind}/${u.name} ${u.pointers.join(" ")}`))
          .join(", ")}.`,
    alikeNotRun(report)
      .map(({ checks, reason }) => `Checks that did not run (${text(reason)}): ${checks.map(code).join(", ")}.`)
      .join("<br>"),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
};

const tools = (report: Report): string =>
  table(
    ["Tool", "Version", "Source", "SHA-256 of the executable"],
    Object.entries(report.tools).map(([name, tool]) => [
      text(name),
      code(tool.version),
      tool.source === "path" ? "PATH (trusted as it is)" : tool.source,
      code(tool.sha256),
    ]),
  );

const section = (title: string, body: string): string => (body === "" ? "" : `### ${title}\n\n${body}`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
