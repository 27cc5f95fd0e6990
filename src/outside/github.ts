/** What GitHub's API tells a run that has a token for it. */
export interface Github {
  /**
   * The files that the event's change touches, relative to the repository's root; their names are data that anybody
   * chose. Null where there is no such change or token, or no answer within some seconds; it never throws.
   */
  changedFiles(): Promise<ReadonlySet<string> | null>;
}
