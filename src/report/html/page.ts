import { createHash } from "node:crypto";
import { modeNeeds } from "../../core/mode.ts";
import type { Report } from "../report.ts";
import { fitting, messagesOf, rowsAt, type Step } from "../size-ladder.ts";
import type { Links } from "../summary/links.ts";
import { nextStep, verdict } from "../verdict.ts";
import { behaviour } from "./behaviour.ts";
import { clusterPart } from "./cluster.ts";
import { coveragePart } from "./coverage.ts";
import { findingsPart } from "./findings.ts";
import { Html, html, htmlTable, none, prose, section, webLink } from "./markup.ts";
import { planPart } from "./plan.ts";
import { signalsPart } from "./signal-paths.ts";
import { stateMark } from "./state.ts";
import { style } from "./style.ts";
import { timesPart } from "./times.ts";

/** Bytes of UTF-8 that a browser shows without a wait. */
const budget = 8 * 1024 * 1024;

/**
 * The report as one page that asks for nothing else: no address is loaded, its policy allows its own style and script
 * alone. Where it would be too large, fewer findings, ways and fields are on it, and it says so.
 */
export const renderHtml = (report: Report, links: Links): string =>
  fitting(budget, messagesOf(report), (step) => pageAt(step, report, links).text);

const pageAt = (step: Step, report: Report, links: Links): Html =>
  step === "line" ? pageOf(cutShort(report), links, rowsAt[step], leftOut) : pageOf(report, links, rowsAt[step], none);

const leftOut = html`<p>Plan, signals and findings are too much for a page: report.json has all there is.</p>\n`;

/** What is left where nothing else fits. */
const cutShort = (report: Report): Report => ({
  ...report,
  ...{ findings: [], signalPaths: [], gpuCoverage: null, alertProofs: null, settings: [] },
  ...{ plan: null, verify: null, drill: null },
});

const digestOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** UTF-16 units of the heading. */
const longestVerdict = 2000;

const pageOf = (report: Report, links: Links, rows: number, note: Html): Html => {
  const title = `${modeNeeds(report.mode).title} of the Prometheus stack`;
  const policy = `default-src 'none'; style-src ${digestOf(style)}; script-src ${digestOf(behaviour)}; base-uri 'none'; form-action 'none'`;
  const all: readonly Part[] = [
    ["plan", "Plan", planPart(report, rows)],
    ["signals", "Signals", signalsPart(report, links, rows)],
    ["cluster", "Cluster", clusterPart(report, rows)],
    ["coverage", "GPU failures", coveragePart(report, rows)],
    ["findings", "Findings", findingsPart(report, links, rows)],
    ["times", "Times", timesPart(report)],
    ["installed", "What is installed", installedPart(report, links)],
  ];
  const parts = all.filter(([, , { text }]) => text !== "");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${title}: ${report.conclusion}</title>
<style>${Html.ours(style)}</style>
</head>
<body>
<header>
<h1>${stateMark(report.conclusion === "success" ? "passed" : "failed")} ${title}</h1>
<p>${prose(verdict(report).slice(0, longestVerdict))}</p>
${note}${step(report)}</header>
${navigation(parts)}<main>
${parts.length === 0 ? html`<p>Nothing else was found out.</p>` : parts.map(([, , part]) => part)}</main>
<script>${Html.ours(behaviour)}</script>
</body>
</html>
`;
};

/** The id of a section, how it is called in the list of sections, and itself. */
type Part = readonly [id: string, name: string, body: Html];

const navigation = (parts: readonly Part[]): Html =>
  parts.length === 0
    ? none
    : html`<nav aria-label="Sections"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
`;

const step = (report: Report): Html => {
  const next = nextStep(report);
  return next === null ? none : html`<p><strong>Next step:</strong> ${prose(next)}</p>\n`;
};

const installedPart = ({ settings, components, chart, tools }: Report, links: Links): Html =>
  section("installed", "What is installed", [
    htmlTable(
      "Settings of the release",
      ["Setting", "Value", "Comes from"],
      settings.map(({ name, value, source }) => [html`${name}`, html`<code>${value}</code>`, html`${source}`]),
    ),
    htmlTable(
      "Components",
      ["Component", "State", "Workloads"],
      components.map(({ name, present, resources }) => [
        html`${name}`,
        stateMark(present ? "ok" : "none"),
        html`${resources}`,
      ]),
    ),
    htmlTable(
      "Tools",
      ["Tool", "Version", "Source", "SHA-256 of the executable"],
      Object.entries(tools).map(([name, { version, source, sha256 }]) => [
        html`${name}`,
        html`${version}`,
        html`${source === "path" ? "PATH (trusted as it is)" : source}`,
        html`<code>${sha256}</code>`,
      ]),
    ),
    chart === null ? none : html`<p>Chart ${chart.name} ${chart.version}, SHA-256 <code>${chart.digest}</code></p>\n`,
    links.run === undefined ? none : html`<p>${webLink(links.run, html`The workflow run`)}</p>\n`,
  ]);
