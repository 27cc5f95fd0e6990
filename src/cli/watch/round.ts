import type { Report } from "../../report/report.ts";

/** One check of a tree that is being watched, as it ended. */
export interface Round {
  /** Null where it could not even begin, e.g. for a mistake in the configuration file. */
  readonly report: Report | null;
  /** What ended it early, and what to do about it; null where nothing did. */
  readonly trouble: { readonly message: string; readonly hint: string | null } | null;
  /** What changed before it, absolute; nothing before the first one. */
  readonly changed: readonly string[];
  readonly endedAt: Date;
  readonly durationMs: number;
}
