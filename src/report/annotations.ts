import { type Finding, type Location, type Severity, severities, shownAt } from "../core/finding.ts";
import { cutTo } from "../plan/hidden/excerpt.ts";
import { counted } from "./summary/markdown.ts";
import { visible } from "./text/visible.ts";

/** What the runner shows on a file of the pull request. */
export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/**
 * The runner keeps 10 annotations a level and step, and drops the rest in silence:
 * https://github.com/actions/toolkit/issues/734 One of the errors is the step's own failure message.
 */
const perLevel: Readonly<Record<Severity, number>> = { error: 9, warning: 10, notice: 10 };
/** A longer message is cut by the service; characters. */
const longest = 4096;

/** Whether more was found of a level than is shown of it, so that it matters which come first. */
export const mustChoose = (findings: readonly Finding[], ownNotices = 0): boolean => {
  const room = roomBeside(ownNotices);
  return severities.some((level) => findings.filter(({ severity }) => severity === level).length > room[level]);
};

const roomBeside = (ownNotices: number): typeof perLevel => ({ ...perLevel, notice: perLevel.notice - ownNotices });

interface AnnotationOptions {
  readonly changedFiles?: ReadonlySet<string>;
  /** Where all findings stand. */
  readonly rest?: string;
  /** Notices that the run itself may have to tell after these: what comes eleventh nobody sees. */
  readonly ownNotices?: number;
}

/**
 * The findings worth an annotation, within the runner's limits: by severity, those in `changedFiles` first, then in
 * their own order. Where a level has more than the runner keeps, its last annotation says how many more there are and
 * where they stand.
 */
export const annotationsOf = (
  findings: readonly Finding[],
  { changedFiles = new Set(), rest = "the summary", ownNotices = 0 }: AnnotationOptions = {},
): readonly Annotation[] => {
  const ranked = ranking(findings, changedFiles);
  const room = roomBeside(ownNotices);
  return severities.flatMap((level) => {
    const own = ranked.filter(({ severity }) => severity === level);
    return ofLevel(level, own, { most: room[level], rest });
  });
};

const known = ({ change }: Finding): number => Number(change === "known");

/** For the reader of a change: what it brings before all that was there, the worst first. */
export const newFirst = (findings: readonly Finding[]): readonly Finding[] =>
  ranking(findings, new Set()).toSorted((a, b) => known(a) - known(b));

/** The worst first, of these those that are new, then those in files that the change touches. */
export const ranking = (findings: readonly Finding[], changedFiles: ReadonlySet<string>): readonly Finding[] => {
  const changed = (finding: Finding): number => Number(!changedFiles.has(shownAt(finding)?.file ?? ""));
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || known(a) - known(b) || changed(a) - changed(b),
  );
};

const ofLevel = (
  level: Severity,
  ranked: readonly Finding[],
  { most, rest }: { readonly most: number; readonly rest: string },
): readonly Annotation[] => {
  if (ranked.length <= most) return ranked.map(annotationOf);
  const shown = ranked.slice(0, most - 1);
  const more: Annotation = {
    level,
    title: `and ${counted(ranked.length - shown.length, `more ${level}`)} in ${rest}`,
    message: `GitHub shows 10 annotations a level and step: the others stand in ${rest}.`,
  };
  return [...shown.map(annotationOf), more];
};

/** A finding as an annotation; a message that the service would cut is cut. */
export const annotationOf = (finding: Finding): Annotation => {
  const place = shownAt(finding);
  return {
    level: finding.severity,
    title: visible(finding.check),
    message: cut(visible([finding.message, ...ownPlace(finding), ...fixLine(finding), finding.help].join("\n"))),
    ...(place === undefined ? {} : placed(place)),
  };
};

const placed = ({
  file,
  line,
  column,
  endLine,
  endColumn,
}: Location): Omit<Annotation, "level" | "title" | "message"> => ({
  file: visible(file),
  startLine: line,
  ...(endLine === undefined ? {} : { endLine }),
  // GitHub refuses columns on an annotation that spans lines.
  ...(endLine === undefined || endLine === line
    ? { startColumn: column, ...(endColumn === undefined ? {} : { endColumn }) }
    : {}),
});

/** Where it shows, if a reviewer is led to the line that brought it. */
const ownPlace = ({ anchor, at }: Finding): readonly string[] =>
  anchor === undefined || at === undefined
    ? []
    : [`This line of the change brings it. It shows at ${at.file}:${at.line}.`];

const fixLine = (finding: Finding): readonly string[] =>
  finding.fix === undefined ? [] : [`Mend: ${finding.fix.description}`];

const cut = (message: string): string => cutTo(message, longest - 1);
