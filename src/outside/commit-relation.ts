/** What a commit is to another: a descendant, an ancestor, the same, or neither. */
export type CommitRelation = "ahead" | "behind" | "same" | "diverged";

/** What `head` is to `base`, both full commit SHAs; null where that is not known for certain. */
export type RelateCommits = (base: string, head: string) => Promise<CommitRelation | null>;
