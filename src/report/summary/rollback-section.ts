import { nameOf } from "../../core/finding.ts";
import type { Report } from "../report.ts";
import { notReadyPart } from "./deploy-section.ts";
import { counted, details, table, text } from "./markdown.ts";

/** How a failed deploy was taken back, as Markdown: what is not as it was first; empty where none was. */
export const rollbackSection = ({ rollback }: Report, rows: number): string => {
  if (rollback === null) return "";
  const { outcome, summary, differences, evidence, notReady, objects } = rollback;
  return [
    "### Rollback",
    `${outcome === "complete" ? "✅" : "❌"} ${text(summary)}`,
    table(
      ["Not as it was", "Fields", "Why"],
      differences
        .slice(0, rows)
        .map(({ ref, pointers, why }) => [text(nameOf(ref)), pointers.map(text).join("<br>"), text(why)]),
    ),
    [...notReady, ...evidence].slice(0, rows).map(notReadyPart).join("\n\n"),
    details(
      `${counted(objects.length, "object")} put back beside what helm did`,
      table(
        ["Object", "Part", "Action"],
        objects.slice(0, rows).map(({ ref, layer, action }) => [text(nameOf(ref)), layer, action]),
      ),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};
