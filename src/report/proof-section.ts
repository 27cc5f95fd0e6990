import { counted, details, table, text } from "./markdown.ts";
import type { Report } from "./report.ts";

/** Which alerts are proved to fire by the tree's own unit tests; empty where it has none. */
export const proofSection = ({ alertProofs }: Report, rows: number): string => {
  const tested = (alertProofs ?? []).filter(({ passed, failed }) => passed + failed > 0);
  if (alertProofs === null || tested.length === 0) return "";
  const sum = (of: "passed" | "failed"): number => tested.reduce((total, proof) => total + proof[of], 0);
  const title = `Unit tests of ${tested.length} of ${counted(alertProofs.length, "alert")}: ${sum("passed")} passed, ${sum("failed")} failed`;
  const body = alertProofs.slice(0, rows).map(({ name, passed, failed }) => [text(name), told(passed, failed)]);
  const more =
    alertProofs.length > rows ? `\n\n${counted(alertProofs.length - rows, "more alert")} in report.json.` : "";
  return details(title, table(["Alert", "Its tests"], body) + more);
};

const told = (passed: number, failed: number): string => {
  if (failed > 0) return `❌ ${failed} of ${passed + failed} failed`;
  return passed > 0 ? `✅ ${passed} passed` : "➖ none";
};
