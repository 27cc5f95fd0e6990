/** Why a file of the tree was not read. */
export type NotReadReason = "missing" | "outside" | "too-large" | "binary" | "not-a-file" | "unreadable";

interface NotRead {
  readonly ok: false;
  readonly why: NotReadReason;
  readonly message: string;
}

export type ReadResult = { readonly ok: true; readonly text: string } | NotRead;

export type BytesResult = { readonly ok: true; readonly bytes: Uint8Array } | NotRead;

export type EntryKind = "file" | "directory" | "outside" | "other" | "missing";

/**
 * What a path is once every link is followed; `real` is then its path relative to the root, null where it is outside,
 * missing, or may not be looked at.
 */
export interface FollowedPath {
  readonly kind: EntryKind;
  readonly real: string | null;
}

/** One entry of a walk. */
export interface Entry {
  readonly path: string;
  readonly kind: EntryKind;
  /** Where a link is in the way: the path behind it, relative to the root. */
  readonly real?: string;
}

/**
 * The repository under check, read-only. Paths are relative to the root with forward slashes. A path that resolves
 * (symbolic links and `..` included) outside the root is answered as `outside`, never read; so is `.git`, where a
 * checkout keeps its token.
 */
export interface Workspace {
  /** Absolute real path of the repository root. */
  readonly root: string;
  /** A file as UTF-8 text, without a byte-order mark. */
  read(file: string): Promise<ReadResult>;
  /** A file as it is, whatever is in it; the same limit of size holds. */
  bytes(file: string): Promise<BytesResult>;
  kind(path: string): Promise<EntryKind>;
  find(path: string): Promise<FollowedPath>;
  /** Every link inside the root that is followed on the way of a path, also where it leads nowhere. */
  links(path: string): Promise<readonly string[]>;
  /**
   * Every file below `folder`, sorted in code-unit order; links that leave the root are listed with kind `outside` and
   * not followed; link cycles end.
   */
  walk(folder: string): Promise<readonly Entry[]>;
  /** Absolute path, for a command's argument. */
  absolute(path: string): string;
}
