/** A file that is to be written and is not there yet. */
export interface NewFile {
  /** Relative to the repository root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Whether it may be run, as a script. */
  readonly runs?: true;
}
