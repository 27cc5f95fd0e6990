import { type Finding, withoutReturns } from "../core/finding.ts";
import type { Hop, SignalPath } from "../signal/path/signal-path.ts";
import type { Report } from "./report.ts";
import { jsonText } from "./text/json-text.ts";

/**
 * report.json: the report with each finding's place spread into the finding, as docs/report.schema.json describes it.
 */
export const renderReportJson = (report: Report): string =>
  jsonText({
    ...report,
    findings: report.findings.map(findingJson),
    suppressed: report.suppressed.map(({ finding, by, reason }) => ({ ...findingJson(finding), by, reason })),
    change: report.change === null ? null : { ...report.change, mended: report.change.mended.map(findingJson) },
    signalPaths: report.signalPaths.map(pathJson),
  });

const findingJson = ({ check, severity, message, at, resource, fix, help, lineHash, change, anchor }: Finding) => ({
  check,
  severity,
  message,
  ...at,
  ...(resource === undefined ? {} : { resource }),
  ...(fix === undefined ? {} : { fix }),
  help,
  ...(lineHash === undefined ? {} : { lineHash }),
  ...(change === undefined ? {} : { change }),
  ...(anchor === undefined ? {} : { anchor }),
});

const pathJson = (path: SignalPath) => ({ ...path, hops: path.hops.map(hopJson) });

const hopJson = ({ at, fix, ...hop }: Hop) => ({
  ...hop,
  ...(fix === undefined ? {} : { fix: withoutReturns(fix) }),
  ...at,
});
