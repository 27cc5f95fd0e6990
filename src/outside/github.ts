import type { LinesByFile } from "./change.ts";

/** What GitHub tells a run: its API, to which a token is needed, and the token that says where the job runs. */
export interface Github {
  /**
   * The files that the event's change touches and what it does to their lines, of which GitHub does not tell for binary
   * and very long files; their names are data that anybody chose. Null where there is no such change or token, or no
   * answer within some seconds; it never throws.
   */
  changedFiles(): Promise<LinesByFile | null>;
  /** Where this job runs, by a token that GitHub signs for it (OpenID Connect), verified; it never throws. */
  jobIdentity(): Promise<JobIdentity | FalseToken | Untold>;
  /** The protection rules of one of the repository's environments; it never throws. */
  environment(name: string): Promise<EnvironmentRules | Untold>;
  /** What people said when this run waited for an environment, as far as they said it; it never throws. */
  approvals(runId: string): Promise<readonly Approval[] | Untold>;
  /**
   * Where `head` stands by `base`, two names of commits: `ahead` where it is younger and has `base` in its history.
   * Null where GitHub does not tell, e.g. of a commit that it does not have; the log says why. It never throws.
   */
  compareCommits(base: string, head: string): Promise<CommitOrder | null>;
  /** Whether strangers may not read the repository; null where neither the event nor the API says so. */
  repositoryIsPrivate(): Promise<boolean | null>;
  /** The name of the repository's default branch; null where neither the event nor the API says it. */
  defaultBranch(): Promise<string | null>;
  /** Makes a check run of the commit that the event brings; it never throws. */
  putCheckRun(run: CheckRun): Promise<Written | Untold>;
  /**
   * Writes the comment of the event's pull request: into the one with the same marker, where that is the token's own,
   * else a new one. Null where the event has no pull request, or there is no comment and none was asked for; it never
   * throws.
   */
  putComment(comment: CommentRequest): Promise<Written | Untold | null>;
  /**
   * Suggests repairs as a review of the event's pull request, and says of earlier suggestions that they are mended.
   * Null where the event has no pull request; it never throws.
   */
  putSuggestions(request: SuggestionRequest): Promise<Suggested | Untold | null>;
  /** Whether GitHub gives such a run a token that can only read; false where the event does not say. */
  readsOnly(): Promise<boolean>;
}

/** What was written. */
export interface Written {
  readonly id: number;
}

/** A check run that has ended. */
export interface CheckRun {
  readonly name: string;
  readonly conclusion: "success" | "failure";
  readonly title: string;
  /** GitHub Markdown. */
  readonly summary: string;
  readonly annotations: readonly CheckRunAnnotation[];
  /** The page that it leads to; null: GitHub's own. */
  readonly address: string | null;
}

/** A place of the repository and what is said of it; columns only where it is within a line. */
export interface CheckRunAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** A comment that is found again by its first line. */
export interface CommentRequest {
  /** A line that nobody sees. */
  readonly marker: string;
  /** GitHub Markdown, which may go on with what the comment held. */
  body(earlier: EarlierComment): string;
  /** Whether a comment with the marker and this text is written anew; else there is a new one beside it. */
  isOpen(body: string): boolean;
  /** The commit that a comment with this text tells of; null where it tells of none, or is written anew in any case. */
  commitIn(body: string): string | null;
  /** Whether one is made where there is none yet. */
  readonly mayCreate: boolean;
  /** Whether a push is told at the pull request by whose merge it came. */
  readonly isMergedToo: boolean;
}

/** What a comment is written on. */
export interface EarlierComment {
  /** The whole text that it held; null where it is new. Whoever may edit comments may have written it. */
  readonly body: string | null;
  /** The commit that the run was of: a pull request's head. */
  readonly commit: string | null;
}

/** A repair that a reviewer may take by a click. */
export interface Suggestion {
  /** Hexadecimal digits: the same for the same repair of the same finding. */
  readonly key: string;
  readonly path: string;
  /** The lines that it replaces, both inclusive, of the file that is checked out. */
  readonly startLine: number;
  readonly endLine: number;
  /** GitHub Markdown. */
  readonly body: string;
}

export interface SuggestionRequest {
  /** Hexadecimal digits that tell what was checked: suggestions of another scope are not called mended. */
  readonly scope: string;
  readonly suggestions: readonly Suggestion[];
  /** GitHub Markdown of a suggestion whose finding is gone; null where nobody knows. */
  readonly mended: string | null;
}

/** How many suggestions were made, and how many earlier ones were called mended. */
export interface Suggested {
  readonly made: number;
  readonly mended: number;
}

/** The claims of the job's token that say where it runs, https://docs.github.com/en/actions/reference/security/oidc */
export interface JobIdentity {
  /** Null where the job has none. */
  readonly environment: string | null;
  /** `owner/name`. */
  readonly repository: string;
  /** In full, e.g. `refs/heads/main`. */
  readonly ref: string;
  readonly sha: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly event: string;
  /** `owner/name/.github/workflows/file@ref` of the job, which may be a reusable workflow's; null without one. */
  readonly jobWorkflow: string | null;
}

/** There is a token, and it proves nothing: forged, expired, or another's. */
export interface FalseToken {
  /** A clause about it, e.g. `its signature is not GitHub's`. */
  readonly refuted: string;
}

/** GitHub does not tell, or cannot be asked. */
export interface Untold {
  /** A clause without a full stop. Nothing of what a server says is in it. */
  readonly unknown: string;
  /** The permission that the job lacks, e.g. `actions: read`; null where that would not help. */
  readonly permission: string | null;
}

/** Rules that a job has to pass before it may begin in an environment. */
export interface EnvironmentRules {
  /** How many people and teams are asked; one of them has to approve. */
  readonly reviewers: number;
  /** Whether who started the run may not approve it. */
  readonly preventsSelfReview: boolean;
  readonly waitMinutes: number;
  /** Which branches and tags may deploy: protected ones, those of a list, or (null) all. */
  readonly branches: "protected" | "listed" | null;
}

/** One answer of a person whom GitHub asked. */
export interface Approval {
  /** Names of environments, of which GitHub tells apart none that differ in case alone. */
  readonly environments: readonly string[];
  readonly state: "approved" | "rejected";
  /** A login; null where the account is gone. */
  readonly by: string | null;
}

export const commitOrders = ["ahead", "behind", "identical", "diverged"] as const;
export type CommitOrder = (typeof commitOrders)[number];

/** Whether an answer is none. */
export const isUntold = (answer: unknown): answer is Untold =>
  typeof answer === "object" && answer !== null && "unknown" in answer;
