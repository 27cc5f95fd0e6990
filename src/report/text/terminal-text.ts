import { type Finding, nameOf, type Severity } from "../../core/finding.ts";
import type { FixedTree } from "../../fix/fix-findings.ts";
import { alikeNotRun } from "../alike-not-run.ts";
import type { Report } from "../report.ts";
import { coverageLine } from "../summary/coverage-section.ts";
import { counted } from "../summary/markdown.ts";
import { proofCounts } from "../summary/proof-section.ts";
import { verdict } from "../verdict.ts";
import { whyNotWhole } from "../whole-check.ts";
import { visible } from "./visible.ts";

/** What a part of the text is; a terminal shows each in a style of its own. */
export type Style = Severity | "file" | "check" | "place" | "good";

export interface TextOptions {
  readonly paint: (style: Style, text: string) => string;
  /** A file of the repository as the reader can open it from where they are. */
  readonly shown: (file: string) => string;
  /** Findings and their sum alone, as pre-commit wants them. */
  readonly brief?: boolean;
}

/**
 * The findings for a person at a terminal: by file, each with its place, its check and its repair,
 * and one line that sums up.
 */
export const renderTerminalText = (report: Report, options: TextOptions): string => {
  const { paint } = options;
  const groups = Map.groupBy(report.findings, ({ at }) => at?.file ?? null);
  const parts = [...groups].map(([file, findings]) =>
    [
      paint("file", file === null ? "Without a place" : visible(options.shown(file))),
      ...findings.map((one) => finding(one, options)),
    ].join("\n"),
  );
  const notRun = alikeNotRun(report).map(({ checks, reason }) => `Not checked: ${some(checks)}: ${visible(reason)}`);
  const fixable = report.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0).length;
  const offer = fixable === 0 ? "" : `; --fix fixes ${fixable} of them`;
  const said = visible(verdict(report));
  const isGood = report.findings.length === 0 && whyNotWhole(report) === null;
  const found = isGood ? paint("good", said) : said + offer;
  const sum = found + (report.counts.suppressed === 0 ? "" : `; ${report.counts.suppressed} suppressed`);
  const proofs = proofCounts(report);
  const state = [coverageLine(report), proofs === "" ? "" : `Alerts: ${proofs}`].filter((line) => line !== "");
  const gpus = options.brief === true ? [] : state;
  const all = [...parts, notRun.join("\n"), visible(gpus.join("\n")), report.error === null ? sum : ""].filter(
    (part) => part !== "",
  );
  return all.length === 0 ? "" : `${all.join("\n\n")}\n`;
};

/** As many checks as one reads on a line. */
const mostNamed = 3;

const some = (checks: readonly string[]): string =>
  [...checks.slice(0, mostNamed), ...(checks.length > mostNamed ? [`and ${checks.length - mostNamed} more`] : [])].join(
    ", ",
  );

const finding = ({ at, severity, check, message, resource, fix }: Finding, { paint }: TextOptions): string => {
  const place = at === undefined ? "" : `${paint("place", `${at.line}:${at.column}`)} `;
  const lines = [
    `${place}${paint(severity, severity)} ${paint("check", visible(check))}`,
    ...[message, ...(resource === undefined || message.includes(nameOf(resource)) ? [] : [`in ${nameOf(resource)}`])]
      .flatMap((text) => visible(text).split("\n"))
      .map((line) => `  ${line}`),
    ...(fix === undefined ? [] : [`  fix: ${visible(fix.description)}`]),
  ];
  return lines.map((line) => `  ${line}`).join("\n");
};

/** What `--fix` has done, as a person would check it: each line before and after. */
export const renderFixes = (
  { fixed, made, left }: Pick<FixedTree<unknown>, "fixed" | "made" | "left">,
  { paint, shown }: TextOptions,
): string => {
  if (made.length === 0 && left.length === 0) return "";
  const changes = made.map(({ edit, before }) => {
    const after = edit.text.split("\n");
    const first = before.findIndex((line, index) => line !== after[index]);
    // An edit that adds lines repeats the one above them: what stays is not shown.
    const kept = first < 0 ? before.length : first;
    return [
      paint("file", `${visible(shown(edit.file))}:${edit.startLine + kept}`),
      ...before.slice(kept).map((line) => paint("error", `  - ${visible(line)}`)),
      ...after.slice(kept).map((line) => paint("good", `  + ${visible(line)}`)),
    ].join("\n");
  });
  const not = left.map(
    ({ finding: { check, at }, because }) =>
      `Not fixed: ${check}${at === undefined ? "" : ` at ${visible(shown(at.file))}:${at.line}`}: ${visible(because)}`,
  );
  return `${[...changes, ...not, `${counted(fixed.length, "finding")} fixed`].join("\n")}\n\n`;
};
