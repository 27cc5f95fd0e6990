import { severities } from "../../core/finding.ts";
import { cutTo } from "../../plan/hidden/excerpt.ts";
import { findingKey } from "../finding-key.ts";
import type { Report } from "../report.ts";
import { code, counted, details } from "../summary/markdown.ts";
import { type CommentState, kept, type NamedFinding, type PushState, type RunState } from "./comment-state.ts";

/** What a comment keeps of this run, and of those before it: `old` is what it kept until now. */
export const nextState = (report: Report, commit: string, old: CommentState | null): CommentState => {
  const now = runState(report, commit);
  if (old === null) return { now, before: null, pushes: [] };
  // The same commit once more: what it is compared with stays.
  if (old.now.commit === commit) return { ...old, now };
  const past = old.before === null ? [] : [pushOf(old.before, old.now)];
  return { now, before: old.now, pushes: [...old.pushes, ...past].slice(-kept.pushes) };
};

const runState = ({ findings }: Report, commit: string): RunState => {
  const ranked = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const named = new Map<string, NamedFinding>();
  for (const finding of ranked) {
    const key = findingKey(finding, 8);
    const { check, at } = finding;
    const place = at === undefined ? "" : cutTo(`${at.file}:${at.line}`, kept.place);
    if (!named.has(key)) named.set(key, { key, check, place });
  }
  return {
    commit,
    keys: [...named.keys()].slice(0, kept.keys),
    isAll: named.size <= kept.keys,
    named: [...named.values()].slice(0, kept.named),
  };
};

const pushOf = (before: RunState, now: RunState): PushState => ({
  commit: now.commit,
  mended: without(before.keys, now).length,
  added: without(now.keys, before).length,
});

/** The keys that a run does not have. Where it has more than are kept, nobody knows of those: they are not counted. */
const without = (keys: readonly string[], { keys: others, isAll }: RunState): readonly string[] => {
  const had = new Set(others);
  return isAll ? keys.filter((key) => !had.has(key)) : [];
};

/**
 * What was mended and what is new since the last push, and what came of earlier ones, as collapsed Markdown; where that
 * takes more than so many bytes, how much it was.
 */
export const historySection = ({ now, before, pushes }: CommentState, bytes: number): string => {
  if (before === null) return "";
  const [mended, added] = [without(before.keys, now), without(now.keys, before)];
  const lines = [
    ...listed("mended", mended, before.named),
    ...listed("new", added, now.named),
    ...pushes.toReversed().map((push) => `- earlier, at ${shortCommit(push.commit)}: ${change(push)}`),
  ];
  const title = `Since ${shortCommit(before.commit)}: ${change({ mended: mended.length, added: added.length })}`;
  const whole = details(title, lines.join("\n"));
  return whole === "" || Buffer.byteLength(whole) > bytes ? `<sub>${title}</sub>` : whole;
};

const change = ({ mended, added }: Pick<PushState, "mended" | "added">): string =>
  `${mended === 0 ? "nothing" : mended} mended, ${added === 0 ? "nothing" : added} new`;

const listed = (what: string, keys: readonly string[], named: readonly NamedFinding[]): readonly string[] => {
  const wanted = new Set(keys);
  const shown = named.filter(({ key }) => wanted.has(key));
  const more = wanted.size - shown.length;
  return [
    ...shown.map(({ check, place }) => `- ${what}: ${code(check)}${place === "" ? "" : ` ${code(place)}`}`),
    ...(more === 0 ? [] : [`- ${what}: ${counted(more, "more finding")}`]),
  ];
};

const shortCommit = (commit: string): string => code(commit.slice(0, 12));
