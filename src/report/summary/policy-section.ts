import type { Report } from "../report.ts";
import { type Links, lineUrl } from "./links.ts";
import { code, counted, details, link, table, text } from "./markdown.ts";

const sources = { comment: "a comment", configuration: "the configuration", baseline: "the baseline" } as const;

/** What a pull request proposes for the configuration, and the findings that are let be. */
export const policySection = ({ configuration, suppressed }: Report, links: Links, rows: number): string => {
  const notes = (configuration?.notes ?? []).map((note) => `> ${text(note)}`).join("\n>\n");
  const shown = suppressed.slice(0, rows).map(({ finding, by, reason }) => {
    const { at, check, message } = finding;
    const place = at === undefined ? "" : link(code(`${at.file}:${at.line}`), lineUrl(links, at));
    return [place, `${text(message)}<br>${code(check)}`, `${sources[by]}: ${text(reason)}`];
  });
  const list = table(["Where", "What", "Let be by"], shown);
  const more =
    suppressed.length > shown.length
      ? `\n\n${counted(suppressed.length - shown.length, "more finding")} in report.json.`
      : "";
  return [notes, details(`${counted(suppressed.length, "finding")} suppressed`, list === "" ? "" : list + more)]
    .filter((part) => part !== "")
    .join("\n\n");
};
