import type { Report } from "../report.ts";
import { code, details, text } from "./markdown.ts";

/** By what a gated target was allowed to be deployed to, as Markdown; empty where no gate was passed. */
export const gateSection = ({ gate }: Pick<Report, "gate">): string => {
  if (gate === null) return "";
  const by = gate.by === "job-token" ? "the token that GitHub signed for this job" : "the approvals of this run";
  const approvers = gate.approvers.length === 0 ? "" : ` Approved by ${gate.approvers.map(text).join(", ")}.`;
  return [
    `🔒 Gate: target ${code(gate.target ?? "")} in environment ${code(gate.environment ?? "")}, from ${code(gate.ref ?? "")}, proved by ${by}.${approvers}`,
    details("Rules of the environment", [...gate.rules, ...gate.notes].map(text).join("<br>")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};
