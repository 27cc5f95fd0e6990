import type { Edit } from "../finding.ts";
import type { Report } from "./report.ts";

/**
 * The report without what stands before the `@` of an address: install.sh and kustomizations may hold `https://user:password@…`, and whatever quotes
 * them is published. A repair whose lines hold one loses its edits and keeps its description: without the password the edit would be wrong.
 */
export const hideCredentials = (report: Report): Report => ({
  ...report,
  error: hide(report.error),
  stages: hide(report.stages),
  settings: hide(report.settings),
  checksNotRun: hide(report.checksNotRun),
  chart: hide(report.chart),
  deploy: hide(report.deploy),
  configuration: hide(report.configuration),
  suppressed: hide(report.suppressed),
  findings: report.findings.map(({ fix, ...finding }) => ({
    ...hide(finding),
    ...(fix === undefined
      ? {}
      : { fix: { description: hide(fix.description), edits: fix.edits.some(isPrivate) ? [] : fix.edits } }),
  })),
});

const userInfo = /([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi;

const isPrivate = ({ text }: Edit): boolean => text.search(userInfo) !== -1;

/** Every text inside a value of plain data. */
const hide = <T>(value: T): T => hidden(value) as T;

const hidden = (value: unknown): unknown => {
  if (typeof value === "string") return value.replace(userInfo, "$1");
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner)]));
};
