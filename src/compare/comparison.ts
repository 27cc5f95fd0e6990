import type { Finding } from "../core/finding.ts";

/** What a run knows of the change that its event brings. */
export interface Comparison {
  /** The commit that findings were compared with; null where they were not. */
  readonly base: string | null;
  /** A sentence or two where something kept it from being compared, or nothing of the change concerns the stack. */
  readonly note: string | null;
  /** False: nothing of the change is read by a check, and so nothing was judged. */
  readonly affected: boolean;
  /** Findings that were there at that commit and are no more, with their places there. */
  readonly mended: readonly Finding[];
}
