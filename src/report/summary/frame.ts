import { modeNeeds } from "../../core/mode.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import type { Report } from "../report.ts";
import { nextStep, verdict } from "../verdict.ts";
import type { Links } from "./links.ts";
import { code, link, text } from "./markdown.ts";

/** The heading has to fit where nothing else does; UTF-16 units. */
const longestHeading = 2000;

/** A success that somebody should look at. */
const isDoubtful = ({ counts, plan }: Report): boolean =>
  counts.warning > 0 || (plan !== null && plan.content.obstacles.length > 0);

/** The verdict in one sentence. */
export const heading = (report: Report): string => {
  const icon = report.conclusion === "failure" ? "❌" : isDoubtful(report) ? "⚠️" : "✅";
  const said = cutTo(verdict(report), longestHeading);
  return `## ${icon} ${modeNeeds(report.mode).title} of the Prometheus stack: ${text(said)}`;
};

/** What the heading has no room for: the further lines of the message, and the next step. */
export const errorSection = (report: Report): string => {
  const step = nextStep(report);
  return [
    text((report.error?.message ?? "").split("\n").slice(1).join("\n")),
    step === null ? "" : `<b>Next step:</b> ${text(step)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** Where this is from; empty outside GitHub. */
export const footer = (links: Links): string => {
  const parts = [
    link("workflow run", links.run),
    links.commit === undefined ? "" : `commit ${code(links.commit.slice(0, 12))}`,
  ].filter((part) => part !== "" && part !== "workflow run");
  return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
};
