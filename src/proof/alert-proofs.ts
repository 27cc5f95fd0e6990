import type { Resolution } from "../signal/resolve-signals.ts";
import type { AlertTestFile } from "./alert-tests.ts";
import type { CanaryResult } from "./run-canaries.ts";

/** An alert of base and overlays and what proves that it fires. */
export interface AlertProof {
  readonly name: string;
  /** Cases of the tree's own unit tests that ask for it. */
  readonly passed: number;
  readonly failed: number;
  /**
   * Whether it fires on series made for it, how that went, and why it is not known where it does not; null for an alert
   * that reads no metric of the GPU exporter, or is broken.
   */
  readonly canary: Omit<CanaryResult, "alert"> | null;
}

/** Each alert once, in the order of the rules. */
export const alertProofs = (
  { alerts }: Resolution,
  files: readonly AlertTestFile[],
  canaries: readonly CanaryResult[],
): readonly AlertProof[] => {
  const cases = Map.groupBy(
    files.flatMap((file) => file.alerts),
    ({ alert }) => alert,
  );
  const tried = Map.groupBy(canaries, ({ alert }) => alert);
  return [...new Set(alerts.map(({ entry }) => entry.name))].map((name) => {
    const mine = cases.get(name) ?? [];
    const passed = mine.filter((one) => one.passed).length;
    return { name, passed, failed: mine.length - passed, canary: canaryOf(tried.get(name) ?? []) };
  });
};

/** Rules may share a name (a warning and a critical alert): it fires where all of them do. */
const canaryOf = (mine: readonly CanaryResult[]): AlertProof["canary"] => {
  const first = mine.find(({ fired }) => !fired) ?? mine[0];
  if (first === undefined) return null;
  const { alert: _, ...canary } = first;
  return canary;
};
