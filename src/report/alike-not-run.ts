import type { Report } from "./report.ts";

/** Checks that did not run for one and the same reason. */
interface AlikeNotRun {
  readonly reason: string;
  /** One at least. */
  readonly checks: readonly string[];
}

/** Where a part does not render, nearly all checks do not run: the reason is read once. */
export const alikeNotRun = ({ checksNotRun }: Pick<Report, "checksNotRun">): readonly AlikeNotRun[] =>
  [...Map.groupBy(checksNotRun, ({ reason }) => reason)].map(([reason, own]) => ({
    reason,
    checks: own.map(({ check }) => check),
  }));
