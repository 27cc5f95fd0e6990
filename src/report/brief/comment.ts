import { createHash } from "node:crypto";
import type { Commenting } from "../../inputs.ts";
import type { CommentRequest, EarlierComment } from "../../outside/github.ts";
import { isQuiet, shownPlan } from "../plan-words.ts";
import type { Report } from "../report.ts";
import type { Links } from "../summary/links.ts";
import { renderBrief } from "./brief.ts";
import { readState, writeState } from "./comment-state.ts";
import { deployedNote } from "./deployed-note.ts";
import { historySection, nextState } from "./history.ts";

/** GitHub takes 65,536 characters of a comment; counted as bytes there are never more, and the marker has room. */
const mostBytes = 65_000;
/** Of these, for the history. */
const historyBytes = 8000;

/** The second line of a comment that stays as it is. */
const finalLine = "<!-- prometheus-stack-action-final -->";

interface CommentOptions {
  readonly when: Exclude<Commenting, "never">;
  /** What tells the comments of one target and folder apart: the workflow's name, or what the user chose. */
  readonly key: string;
  /** Markdown that stands above it. */
  readonly foreword?: string;
}

/**
 * The comment of a pull request on the report. Its second line, which nobody sees, keeps what the next run compares
 * with, or says that the comment tells of a deploy, and is not written anew.
 */
export const commentOf = (
  report: Report,
  links: Links,
  { when, key, foreword = "" }: CommentOptions,
): CommentRequest => ({
  marker: markerOf(report, key),
  mayCreate: isWorthAComment(report, when),
  isMergedToo: report.mode === "deploy",
  isOpen: (body) => lineOf(body, 1) !== finalLine,
  // A deploy is of the merge, and tells of it where the plan was.
  commitIn: (body) => (report.mode === "deploy" ? null : (readState(lineOf(body, 1))?.now.commit ?? null)),
  body: (earlier) => {
    const { line, note } = report.deploy === null ? remembered(report, earlier) : final(report, links);
    const above = `${line}\n${foreword}`;
    const below = note === "" ? "" : `\n${note}\n`;
    return above + renderBrief(report, links, mostBytes - Buffer.byteLength(above + below)) + below;
  },
});

interface Kept {
  /** The hidden line. */
  readonly line: string;
  /** What is told of it, as Markdown; empty where there is nothing. */
  readonly note: string;
}

const remembered = (report: Report, { body, commit }: EarlierComment): Kept => {
  const old = body === null ? null : readState(lineOf(body, 1));
  if (commit === null) return { line: "", note: "" };
  const state = nextState(report, commit, old);
  return { line: writeState(state), note: historySection(state, historyBytes) };
};

const final = (report: Report, links: Links): Kept => ({ line: finalLine, note: deployedNote(report, links) });

const lineOf = (body: string, index: number): string => body.split("\n", index + 1)[index]?.trimEnd() ?? "";

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
