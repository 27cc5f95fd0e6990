import { type Finding, withoutReturns } from "../core/finding.ts";
import type { Hop, SignalPath } from "../signal/path/signal-path.ts";
import type { Report } from "./report.ts";

/**
 * report.json: the report with each finding's place spread into the finding, as docs/report.schema.json describes it.
 */
export const renderReportJson = (report: Report): string =>
  `${JSON.stringify({ ...report, findings: report.findings.map(findingJson), suppressed: report.suppressed.map(({ finding, by, reason }) => ({ ...findingJson(finding), by, reason })), signalPaths: report.signalPaths.map(pathJson) }, null, 2)}\n`;

const findingJson = ({ check, severity, message, at, resource, fix, help }: Finding) => ({
  check,
  severity,
  message,
  ...at,
  ...(resource === undefined ? {} : { resource }),
  ...(fix === undefined ? {} : { fix }),
  help,
});

const pathJson = (path: SignalPath) => ({ ...path, hops: path.hops.map(hopJson) });

const hopJson = ({ at, fix, ...hop }: Hop) => ({
  ...hop,
  ...(fix === undefined ? {} : { fix: withoutReturns(fix) }),
  ...at,
});
