/** Why a file of the tree was not read. */
export type Refusal = "missing" | "outside" | "too-large" | "binary" | "not-a-file" | "unreadable";

export type ReadResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Refusal; readonly message: string };

export type EntryKind = "file" | "directory" | "outside" | "other" | "missing";

/**
 * The repository under check, read-only. Paths are relative to the root with forward slashes. A path that resolves (symbolic links and `..` included)
 * outside the root is answered as `outside`, never read.
 */
export interface Workspace {
  /** Absolute real path of the repository root. */
  readonly root: string;
  read(file: string): Promise<ReadResult>;
  kind(path: string): Promise<EntryKind>;
  /** Every file below `folder`, sorted in code-unit order; links that leave the root are listed with kind `outside` and not followed; link cycles end. */
  walk(folder: string): Promise<readonly { readonly path: string; readonly kind: EntryKind }[]>;
  /** Absolute path, for a command's argument. */
  absolute(path: string): string;
}
