/** Files that are not the repository's: the cache, and folders that an input names. Paths are absolute. */
export interface Files {
  /**
   * The text of a regular file, links followed; null where there is none. Throws the system's error where it cannot be
   * read, and where it is larger than a file of ours can be.
   */
  read(path: string): Promise<string | null>;
  /** The bytes of a regular file, of which more than `maxBytes` are never read; null and errors as above. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /** The path once every link is followed; null where there is nothing. */
  real(path: string): Promise<string | null>;
  /** Replaces a file in one step, making parents: a reader sees the old text or the new, never a part. */
  write(path: string, text: string): Promise<void>;
  /** Whether there is a folder at `path`, symbolic links followed. */
  isFolder(path: string): Promise<boolean>;
}
