import { gzipSync } from "node:zlib";
import type { Invocation, Log, Notification, Result } from "sarif";
import packageFile from "../../../package.json" with { type: "json" };
import { checks } from "../../checks/index.ts";
import { projectAddress } from "../../core/project.ts";
import type { Report } from "../report.ts";
import { counted } from "../summary/markdown.ts";
import { jsonText } from "../text/json-text.ts";
import { resultsOf } from "./results.ts";
import { ruleOf } from "./rules.ts";
import { short } from "./words.ts";

interface SarifOptions {
  /**
   * Whether findings that are let be are results with a suppression. Code scanning does not know suppressions
   * (https://github.com/github/codeql-action/issues/1230) and opens an alert for each.
   */
  readonly withSuppressed: boolean;
}

/** Bytes that code scanning takes of a file that is compressed, as it is uploaded. */
const mostBytes = 10_000_000;
/** Code scanning keeps 5,000 results of a run, the worst of them, and refuses a file with more than 25,000. */
const ladder = [5000, 1000, 200, 20] as const;

/**
 * The report as SARIF 2.1.0, within the limits of code scanning: what is left out for them, it says.
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning
 */
export const renderSarif = (report: Report, { withSuppressed }: SarifOptions): string => {
  const results = resultsOf(report, withSuppressed, ladder[0]);
  const all = report.findings.length + (withSuppressed ? report.suppressed.length : 0);
  const text = (most: number): string => textOf(report, results.slice(0, most), all);
  return ladder.values().map(text).find(isTaken) ?? text(0);
};

const isTaken = (text: string): boolean => {
  const bytes = Buffer.byteLength(text);
  return bytes <= mostBytes || gzipSync(text).byteLength <= mostBytes;
};

const textOf = (report: Report, results: readonly Result[], all: number): string => {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: packageFile.name,
            semanticVersion: packageFile.version,
            informationUri: projectAddress,
            rules: checks.map(ruleOf),
          },
        },
        // What comes before the last slash tells the analyses of one commit apart; there is no number behind it.
        automationDetails: { id: `${packageFile.name}/${categoryOf(report)}/` },
        columnKind: "utf16CodeUnits",
        invocations: [invocationOf(report, all - results.length)],
        results: [...results],
      },
    ],
  };
  return jsonText(log);
};

const categoryOf = ({ target, path }: Report): string =>
  short([target, path].filter((part) => part !== null).join("/"), 200);

const invocationOf = ({ error, checksNotRun }: Report, left: number): Invocation => {
  const notes: readonly Notification[] = [
    ...(error === null ? [] : [note("error", `${error.message}\n${error.hint}`)]),
    ...(left === 0 ? [] : [note("warning", `${counted(left, "more finding")} in report.json.`)]),
    ...checksNotRun.map(({ check, reason }) => note("note", `Check ${check} did not run: ${reason}.`)),
  ];
  return { executionSuccessful: error === null, toolExecutionNotifications: [...notes] };
};

const note = (level: Notification.level, text: string): Notification => ({ level, message: { text: short(text) } });
