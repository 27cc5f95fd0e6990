import type { Workspace } from "./workspace.ts";

/** What the repository's own people have decided, where what is checked out may be somebody else's. */
export interface BaseCommit {
  readonly sha: string;
  readonly event: string;
  /** Whether the tree is a change that may be merged. */
  readonly isProposal: boolean;
  /** The texts of files at that commit; what it does not have is left out. */
  read(files: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The commit that decides cannot be read: nothing of the tree counts. */
export interface NoBase {
  readonly sha: null;
  /** A clause without a full stop. */
  readonly why: string;
  /** A sentence. */
  readonly wayOut: string;
}

/** The repository before the inputs are known. */
export interface Repository {
  readonly workspace: Workspace;
  /**
   * The commit from which configuration, baseline and suppressions are taken, by the event that started the run. Null
   * where the tree is the repository's own: outside of GitHub, and where the event is one of people who may write and
   * its commit is checked out.
   */
  base(): Promise<BaseCommit | NoBase | null>;
}
