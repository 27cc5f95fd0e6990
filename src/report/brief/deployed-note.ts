import { cutTo } from "../../plan/hidden/excerpt.ts";
import type { Report } from "../report.ts";
import type { Links } from "../summary/links.ts";
import { code, link, text } from "../summary/markdown.ts";

/** UTF-16 units of what is quoted. */
const longest = 300;

/** What a comment that stays says of the deploy that it tells of, as Markdown; empty without one. */
export const deployedNote = ({ deploy, rollback, chart, conclusion, plan }: Report, links: Links): string => {
  if (deploy === null) return "";
  const release = rollback?.release ?? deploy.release;
  const said = [
    rollback !== null ? "Deployed, and taken back" : conclusion === "success" ? "Deployed" : "Deployed in part",
    ...(links.commit === undefined ? [] : [`commit ${code(links.commit.slice(0, 12))}`]),
    ...(chart === null ? [] : [`chart ${quoted(`${chart.name} ${chart.version}`)}`]),
    ...(release === null ? [] : [`release ${quoted(release.name)} at revision ${release.revision ?? "none"}`]),
    ...(plan === null ? [] : [`plan ${quoted(plan.digest)}`]),
    ...(links.run === undefined ? [] : [link("this run", links.run)]),
  ];
  return `> ${said.join(", ")}. ${text("This comment stays as it is; the next run writes one of its own.")}`;
};

const quoted = (value: string): string => code(cutTo(value, longest));
