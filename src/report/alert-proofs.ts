import type { Resolution } from "../signal/resolve-signals.ts";
import type { AlertTestFile } from "../validate/alert-tests.ts";

/** An alert of base and overlays and what proves that it fires. */
export interface AlertProof {
  readonly name: string;
  /** Cases of the tree's own unit tests that ask for it. */
  readonly passed: number;
  readonly failed: number;
}

/** Each alert once, in the order of the rules. */
export const alertProofs = ({ alerts }: Resolution, files: readonly AlertTestFile[]): readonly AlertProof[] => {
  const cases = files.flatMap((file) => file.alerts);
  return [...new Set(alerts.map(({ entry }) => entry.name))].map((name) => {
    const mine = cases.filter(({ alert }) => alert === name);
    const passed = mine.filter((one) => one.passed).length;
    return { name, passed, failed: mine.length - passed };
  });
};
