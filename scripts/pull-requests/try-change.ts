import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kubernetesVersion } from "../../test/kubernetes-schemas.ts";
import { runAction } from "../run-action.ts";
import type { SeededChange } from "./cases.ts";

/** What the action is run with. */
export interface Setting {
  readonly tools: string;
  /** Folder of Kubernetes' schemas. */
  readonly schemas: string;
  /** Folder of the chart. */
  readonly chart: string;
  /** A temporary folder of this run. */
  readonly work: string;
  readonly entry: "src/main.ts" | "dist/index.js";
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** What became of a pull request: where its finding stands, where a reviewer sees it, and whether that is right. */
export interface Tried {
  readonly change: SeededChange;
  /** Its own place; null where the check found nothing new. */
  readonly own: Place | null;
  readonly shown: Place | null;
  readonly shownText: string;
  /** Whether the shown line is one that git calls changed, or the one before lines that were taken out. */
  readonly inDiff: boolean;
  /** Whether it is the line that a person had named, or the first one of its rule, which will do as well. */
  readonly agreed: "named" | "same rule" | null;
  /** New findings beside it, of any check, and how many of these are anchored in the diff. */
  readonly others: { readonly all: number; readonly inDiff: number };
}

interface Told extends Partial<Place> {
  readonly check: string;
  readonly change?: "new" | "known";
  readonly anchor?: Place;
}

const repository = resolve(import.meta.dirname, "../..");
const stack = "prometheus-stack";

/** Lays out the good stack, makes the pull request with git, and runs the action as its event does. */
export const tryChange = async (change: SeededChange, setting: Setting): Promise<Tried> => {
  const root = mkdtempSync(join(setting.work, "pull-request-"));
  try {
    cpSync(join(repository, "fixtures", stack), join(root, stack), { recursive: true });
    const git = gitIn(root);
    git("init", "-q", "-b", "main");
    commit(git, "The good stack");
    const base = git("rev-parse", "HEAD");
    git("switch", "-q", "-c", "change");
    const file = join(root, stack, change.file);
    writeFileSync(file, changed(readFileSync(file, "utf8"), change));
    commit(git, change.name);
    git("switch", "-q", "main");
    git("merge", "-q", "--no-ff", "-m", "Merge", "change");
    return judged(change, await newFindings(root, git("rev-parse", "HEAD"), setting), {
      lines: readFileSync(file, "utf8").split("\n"),
      diff: changedLines(git("diff", "-U0", base, "HEAD")),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

const gitIn =
  (root: string) =>
  (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=seed", "-c", "user.email=seed@example.com", "-C", root, ...args], {
      encoding: "utf8",
    }).trim();

const commit = (git: ReturnType<typeof gitIn>, message: string): void => {
  git("add", "-A");
  git("commit", "-q", "-m", message);
};

const changed = (text: string, { name, replace, with: by }: SeededChange): string => {
  if (text.split(replace).length !== 2) throw new Error(`${name}: the file has what is replaced not once`);
  return text.replace(replace, () => by);
};

/** The lines that a patch without context writes, and those behind which it takes some out: git's own word. */
const changedLines = (patch: string): ReadonlySet<number> =>
  new Set(
    [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, first = "", count = "1"]) =>
      Array.from({ length: Math.max(Number(count), 1) }, (_, index) => Math.max(Number(first), 1) + index),
    ),
  );

const newFindings = async (root: string, merge: string, setting: Setting): Promise<readonly Told[]> => {
  const report = join(root, "../report", root.slice(-6));
  mkdirSync(report, { recursive: true });
  const { code, output } = await runAction({
    entry: setting.entry,
    tools: setting.tools,
    workspace: root,
    show: false,
    inputs: {
      ...{ chart: setting.chart, "schema-locations": setting.schemas, "kubernetes-version": kubernetesVersion },
      ...{ tools: "path", "fail-on": "never", "report-dir": report },
    },
    env: {
      RUNNER_TOOL_CACHE: join(setting.work, "cache"),
      ...{ GITHUB_EVENT_NAME: "pull_request", GITHUB_REF: "refs/pull/7/merge", GITHUB_SHA: merge },
      ...{ GITHUB_EVENT_PATH: "", GITHUB_REPOSITORY: "acme/stack", GITHUB_STEP_SUMMARY: "" },
    },
  });
  if (code !== 0) throw new Error(`the action failed: ${output}`);
  const { findings } = JSON.parse(readFileSync(join(report, "report.json"), "utf8")) as { findings: Told[] };
  return findings.filter((finding) => finding.change === "new");
};

const judged = (
  change: SeededChange,
  found: readonly Told[],
  { lines, diff }: { readonly lines: readonly string[]; readonly diff: ReadonlySet<number> },
): Tried => {
  const file = `${stack}/${change.file}`;
  const isInDiff = (place: Place | null): boolean => place !== null && place.file === file && diff.has(place.line);
  const [finding, ...others] = [...found].sort(
    (a, b) => Number(b.check === change.check) - Number(a.check === change.check),
  );
  const own = finding?.check === change.check ? placeOf(finding) : null;
  const shown = finding?.check === change.check ? (finding.anchor ?? own) : null;
  const shownText = shown?.file === file ? (lines[shown.line - 1]?.trim() ?? "") : "";
  return {
    ...{ change, own, shown, shownText, inDiff: isInDiff(shown), agreed: agreedOn(change, shownText) },
    others: { all: others.length, inDiff: others.filter((one) => isInDiff(one.anchor ?? placeOf(one))).length },
  };
};

const agreedOn = ({ line, also }: SeededChange, shown: string): Tried["agreed"] =>
  shown === line ? "named" : shown === also ? "same rule" : null;

const placeOf = ({ file, line }: Told): Place | null =>
  file === undefined || line === undefined ? null : { file, line };
