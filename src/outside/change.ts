/** Lines of a file, both inclusive, counted from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** What a change did to one file, by the lines that the file has now. */
export interface ChangedLines {
  /** Lines that are new or were written anew, in their order. */
  readonly written: readonly LineRange[];
  /** Lines behind which others were taken out and nothing put in their place; 0 is before the first line. */
  readonly removedBehind: readonly number[];
}

/** By path, relative to the repository's root; of a file that is gone no line is left. */
export type LinesByFile = ReadonlyMap<string, ChangedLines>;

/** What a path is in one commit. */
export interface CommittedFile {
  readonly kind: "file" | "link" | "submodule";
  /** The name of its object. */
  readonly sha: string;
}

/** A path that is not the same in two commits; null where one of them does not have it. */
export interface ChangedFile {
  readonly before: CommittedFile | null;
  readonly after: CommittedFile | null;
}

/** What stands between a commit and the one that is checked out. */
export interface Change {
  /** The older commit. */
  readonly base: string;
  /** Every path that differs, relative to the repository's root: a file that was moved is two of them. */
  readonly files: ReadonlyMap<string, ChangedFile>;
  /** The texts that files had at the older commit; left out is what was no regular file, or cannot be read. */
  textsBefore(files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What git says of one file, as a patch without context; null where it says nothing of it. */
  patch(file: string): Promise<string | null>;
}

/** The change cannot be read from the clone. */
export interface NoChange {
  /** A clause without a full stop. */
  readonly why: string;
  /** A sentence. */
  readonly wayOut: string;
}
