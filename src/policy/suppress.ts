import { type Finding, nameOf, type Problem } from "../core/finding.ts";
import { nearest } from "../core/nearest.ts";
import type { SuppressionComment } from "../stack/suppression-comments.ts";
import { type Baseline, subjectOf } from "./baseline.ts";
import type { ConfiguredSuppression } from "./config.ts";

/** Everything that suppresses findings. */
export interface Suppressions {
  readonly comments: readonly SuppressionComment[];
  readonly configured: readonly ConfiguredSuppression[];
  /** The file that {@link configured} stands in. */
  readonly configFile: string | null;
  readonly baseline: Baseline | null;
}

export const noSuppressions: Suppressions = { comments: [], configured: [], configFile: null, baseline: null };

/** A suppressed finding: what suppresses it, and why. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: "comment" | "configuration" | "baseline";
  readonly reason: string;
}

export interface Sorted {
  readonly open: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** Suppressions that met no finding. */
  readonly unused: readonly Problem[];
}

interface Judge {
  /** Names of all checks. */
  readonly known: readonly string[];
  /** Whether the check ran: only then is a suppression of it that met no finding an unused one. */
  ran(check: string): boolean;
}

/**
 * Splits findings into open and suppressed ones, each told once. Comments are asked first, then the configuration, of
 * every object: it may mean that of one overlay alone. The baseline is last, for it counts what was told.
 */
export const suppress = (findings: readonly Finding[], by: Suppressions, judge: Judge): Sorted => {
  const used = new Set<unknown>();
  const left = new BaselineLeft(by.baseline);
  const suppressed: Suppressed[] = [];
  const above = commentsByLine(by.comments);
  const [isTold, isTaken] = [repeats(), repeats()];
  const open = findings.filter((finding) => {
    const found = suppressionOf(finding, { above, configured: by.configured }, used);
    if (found !== null) {
      if (!isTaken(finding, found.by, found.reason)) suppressed.push({ finding, ...found });
      return false;
    }
    if (isTold(finding)) return false;
    const isKnown = left.take(finding);
    if (isKnown) suppressed.push({ finding, by: "baseline", reason: "it was there when the baseline was written" });
    return !isKnown;
  });
  return { open, suppressed, unused: [...unusedComments(by, used, judge), ...unusedOthers(by, used, left, judge)] };
};

/**
 * Tells what it has been asked of before, whatever the object: one manifest can reach several overlays and be told of
 * once in each, and the reader needs it once.
 */
const repeats = (): ((finding: Finding, ...more: readonly string[]) => boolean) => {
  const seen = new Set<string>();
  return ({ check, at, message }, ...more) => {
    const key = JSON.stringify([check, at?.file, at?.line, at?.column, message, ...more]);
    return seen.has(key) || !seen.add(key);
  };
};

/** The comments that have a reason, by the check and the line that they are about. */
const commentsByLine = (comments: readonly SuppressionComment[]): ReadonlyMap<string, SuppressionComment> =>
  new Map(
    comments
      .filter(({ reason }) => reason !== "")
      .flatMap((comment) =>
        comment.checks.map((check) => [lineKey(check, comment.at.file, comment.covers), comment] as const),
      )
      // Where several comments are about one line, the first counts.
      .reverse(),
  );

const lineKey = (check: string, file: string, line: number): string => `${check} ${line} ${file}`;

interface Candidates {
  readonly above: ReadonlyMap<string, SuppressionComment>;
  readonly configured: readonly ConfiguredSuppression[];
}

const suppressionOf = (
  finding: Finding,
  { above, configured }: Candidates,
  used: Set<unknown>,
): Omit<Suppressed, "finding"> | null => {
  const { check, at } = finding;
  const comment = at === undefined ? undefined : above.get(lineKey(check, at.file, at.line));
  if (comment !== undefined) {
    used.add(comment);
    used.add(keyOf(comment, check));
    return { by: "comment", reason: comment.reason };
  }
  const entry = configured.find((one) => isMeant(one, finding));
  if (entry !== undefined) {
    used.add(entry);
    return { by: "configuration", reason: entry.reason };
  }
  return null;
};

const keyOf = ({ at }: SuppressionComment, check: string): string => `${at.file}:${at.line} ${check}`;

const isMeant = ({ check, file, resource }: ConfiguredSuppression, finding: Finding): boolean =>
  check === finding.check &&
  (file === undefined || file === finding.at?.file) &&
  (resource === undefined || (finding.resource !== undefined && resource === nameOf(finding.resource)));

/** So many unknown names of one comment are told each by itself; of more only their number. */
const mostUnknown = 5;

function* unusedComments({ comments }: Suppressions, used: ReadonlySet<unknown>, judge: Judge): Generator<Problem> {
  const known = new Set(judge.known);
  const meantBy = hints(judge.known);
  for (const comment of comments) {
    if (comment.reason === "") continue;
    const at = comment.at;
    let unknown = 0;
    for (const check of comment.checks) {
      if (!known.has(check)) {
        unknown += 1;
        if (unknown <= mostUnknown)
          yield { message: `There is no check ${check} that this comment could suppress${meantBy(check)}`, at };
      } else if (judge.ran(check) && !used.has(keyOf(comment, check)))
        yield {
          message: `${check} finds nothing on line ${comment.covers}: delete the comment that suppresses it`,
          at,
        };
    }
    if (unknown > mostUnknown)
      yield { message: `${unknown - mostUnknown} more names in this comment are no checks`, at };
  }
}

/**
 * A longer name is no misspelt check. A hint compares a name with every check, which takes
 * time: so many hints are given.
 */
const [longestName, mostHints] = [100, 1000];

const hints = (known: readonly string[]): ((check: string) => string) => {
  const told = new Map<string, string>();
  return (check) => {
    const before = told.get(check);
    if (before !== undefined) return before;
    if (check.length > longestName || told.size >= mostHints) return "";
    const meant = nearest(check, known);
    const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
    told.set(check, hint);
    return hint;
  };
};

function* unusedOthers(
  by: Suppressions,
  used: ReadonlySet<unknown>,
  left: BaselineLeft,
  judge: Judge,
): Generator<Problem> {
  for (const entry of by.configured)
    if (judge.ran(entry.check) && !used.has(entry))
      yield {
        message: `${entry.check} finds nothing that this entry of suppressions could let be: delete it`,
        at: { file: by.configFile ?? "", line: entry.line, column: 1 },
      };
  const gone = left.rest().filter(({ check }) => judge.ran(check) || !judge.known.includes(check));
  if (by.baseline !== null && gone.length > 0)
    yield {
      message: `${gone.length} of the baseline's findings are not there any more (${gone
        .slice(0, 3)
        .map(({ check, subject }) => `${check} of ${subject}`)
        .join(", ")}${gone.length > 3 ? ", …" : ""}): write it anew, so that they do not come back unseen`,
      at: { file: by.baseline.file, line: 1, column: 1 },
    };
}

/** The findings of the baseline that have not been met yet. */
class BaselineLeft {
  readonly #counts: ReadonlyMap<string, Map<string, number>>;

  constructor(baseline: Baseline | null) {
    this.#counts = new Map([...(baseline?.counts ?? [])].map(([check, subjects]) => [check, new Map(subjects)]));
  }

  take(finding: Finding): boolean {
    const subjects = this.#counts.get(finding.check);
    const subject = subjectOf(finding);
    const count = subjects?.get(subject) ?? 0;
    if (subjects === undefined || count === 0) return false;
    subjects.set(subject, count - 1);
    return true;
  }

  rest(): readonly { readonly check: string; readonly subject: string }[] {
    return [...this.#counts].flatMap(([check, subjects]) =>
      [...subjects].flatMap(([subject, count]) => (count > 0 ? [{ check, subject }] : [])),
    );
  }
}
