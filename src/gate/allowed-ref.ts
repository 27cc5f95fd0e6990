import { RE2JS } from "re2js";

/** Characters of a pattern, and of a ref that is compared. */
const longest = 1024;

/**
 * Whether a ref, in full, is one of those that patterns name: `main` and `release/*` are branches, tags are written in
 * full. `*` stands for anything within a part between slashes, `**` for anything, as in a workflow's `branches:`.
 */
export const allowedRef = (ref: string, patterns: readonly string[]): boolean =>
  ref.length <= longest && patterns.some((pattern) => pattern.length <= longest && matching(pattern).matches(ref));

/** By RE2, whose time grows with the ref alone, however many stars there are. */
const matching = (pattern: string): RE2JS => {
  const full = pattern.startsWith("refs/") ? pattern : `refs/heads/${pattern}`;
  const parts = full.split(/(\*+)/).map((part) => {
    if (!part.startsWith("*")) return RE2JS.quote(part);
    return part === "*" ? "[^/]*" : "(?s:.*)";
  });
  return RE2JS.compile(parts.join(""));
};
