import type { Edit, Location } from "../core/finding.ts";

/** Replaces `[start, end)` of a text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text of the tree that stands in a file of its own, in a block of a YAML file, or somewhere that has no lines of it.
 */
export interface PlacedText {
  readonly text: string;
  /** Where the text is named: its key in a manifest, else the first line of its file. */
  keyAt(): Location;
  /** The place of `[start, end)` in the file that a person can edit. */
  at(start: number, end?: number): Location;
  /** Whole-line edits; none where the text has no lines of its own in a file. */
  edits(replacements: readonly Replacement[]): readonly Edit[];
}
