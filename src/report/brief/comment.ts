import { createHash } from "node:crypto";
import type { Commenting } from "../../inputs.ts";
import type { CommentRequest } from "../../outside/github.ts";
import { isQuiet, shownPlan } from "../plan-words.ts";
import type { Report } from "../report.ts";
import type { Links } from "../summary/links.ts";
import { renderBrief } from "./brief.ts";

/** GitHub takes 65,536 characters of a comment; counted as bytes there are never more, and the marker has room. */
const mostBytes = 65_000;

interface CommentOptions {
  readonly when: Exclude<Commenting, "never">;
  /** What tells the comments of one target and folder apart: the workflow's name, or what the user chose. */
  readonly key: string;
  /** Markdown that stands above it. */
  readonly foreword?: string;
}

/** The comment of a pull request on the report. */
export const commentOf = (
  report: Report,
  links: Links,
  { when, key, foreword = "" }: CommentOptions,
): CommentRequest => ({
  marker: markerOf(report, key),
  body: foreword + renderBrief(report, links, mostBytes - Buffer.byteLength(foreword)),
  mayCreate: isWorthAComment(report, when),
});

/** A line of HTML that shows nothing. A digest, so that no name ends it. */
const markerOf = ({ target, path }: Report, key: string): string =>
  `<!-- prometheus-stack-action ${createHash("sha256")
    .update(JSON.stringify([key, target, path]))
    .digest("hex")
    .slice(0, 32)} -->`;

const isWorthAComment = ({ conclusion, findings, plan }: Report, when: CommentOptions["when"]): boolean => {
  switch (when) {
    case "always":
      return true;
    case "failures":
      return conclusion === "failure";
    case "changes":
      return conclusion === "failure" || findings.length > 0 || (plan !== null && !isQuiet(shownPlan(plan)));
  }
};
