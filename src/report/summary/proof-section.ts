import type { AlertProof } from "../../proof/alert-proofs.ts";
import type { Report } from "../report.ts";
import { counted, details, table, text } from "./markdown.ts";

/**
 * What proves that the alerts fire: the tree's own unit tests, and series made for alerts of GPU metrics.
 * Empty where there is neither.
 */
export const proofSection = ({ alertProofs }: Report, rows: number): string => {
  const proofs = alertProofs ?? [];
  const counts = proofCounts({ alertProofs });
  if (counts === "") return "";
  const body = proofs.slice(0, rows).map((proof) => [text(proof.name), tests(proof), canary(proof)]);
  const more = proofs.length > rows ? `\n\n${counted(proofs.length - rows, "more alert")} in report.json.` : "";
  const list = table(["Alert", "Its unit tests", "On series made for it"], body);
  return details(`Do the alerts fire? ${counts}`, list + more);
};

/** The same on a line, for a terminal. */
export const proofCounts = ({ alertProofs }: Pick<Report, "alertProofs">): string =>
  [testCounts(alertProofs ?? []), canaryCounts(alertProofs ?? [])].filter((count) => count !== "").join("; ");

const testCounts = (proofs: readonly AlertProof[]): string => {
  const tested = proofs.filter(({ passed, failed }) => passed + failed > 0);
  if (tested.length === 0) return "";
  const sum = (of: "passed" | "failed"): number => tested.reduce((total, proof) => total + proof[of], 0);
  return `unit tests of ${tested.length} of ${counted(proofs.length, "alert")}: ${sum("passed")} passed, ${sum("failed")} failed`;
};

const canaryCounts = (proofs: readonly AlertProof[]): string => {
  const tried = proofs.flatMap((proof) => proof.canary ?? []);
  if (tried.length === 0) return "";
  return `${tried.filter(({ fired }) => fired).length} of ${counted(tried.length, "GPU alert")} fired on synthetic series`;
};

const tests = ({ passed, failed }: AlertProof): string => {
  if (failed > 0) return `❌ ${failed} of ${passed + failed} failed`;
  return passed > 0 ? `✅ ${passed} passed` : "➖ none";
};

const canary = ({ canary }: AlertProof): string => {
  if (canary === null) return "➖";
  return canary.fired ? "✅ fired" : `❔ not proved: ${text(canary.why ?? "")}`;
};
