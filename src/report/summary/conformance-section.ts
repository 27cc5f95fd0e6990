import type { VerifyReport } from "../../verify/verification.ts";
import { code, details, table, text } from "./markdown.ts";

/** Evidence for CNCF's AI Conformance: which requirement, which series, how many, and from which job. */
export const conformanceSection = ({ conformance }: VerifyReport): string => {
  if (conformance.length === 0) return "";
  const icon = (met: boolean | null): string => (met === null ? "❔" : met ? "✅" : "❌");
  const rows = conformance.map(({ requirement, met, series, what }) => [
    code(requirement),
    icon(met),
    text(what),
    series.map(({ metric, count, job }) => `${code(metric)}: ${count} from ${code(job)}`).join("<br>"),
  ]);
  return details("Evidence for CNCF AI Conformance", table(["Requirement", "Met", "Why", "Series now"], rows));
};
