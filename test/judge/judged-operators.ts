import { type CommandName, isCommandName } from "../../scripts/tool-build/commands.ts";
import { olderReleases } from "../../src/signal/operator/operator-history.ts";
import { operatorAt } from "../../src/signal/operator/operator-of.ts";
import { minorOf, operatorRelease } from "../../src/signal/operator/operator-release.ts";

/** A release of the operator that can be asked. */
export interface JudgedOperator {
  /** Without `v`. */
  readonly version: string;
  readonly command: CommandName;
}

/** The operator of the chart. */
export const chartOperator: JudgedOperator = { version: operatorRelease.version, command: "operator" };

const older = (version: string): JudgedOperator => {
  const command = `operator-${minorOf(version)}`;
  if (!isCommandName(command)) throw new Error(`scripts/tool-build/commands.ts has no ${command}`);
  return { version, command };
};

/** Older ones, the youngest first. */
export const olderOperators: readonly JudgedOperator[] = olderReleases.map(older);

/** Every one that can be asked, the youngest first. */
export const allOperators: readonly JudgedOperator[] = [chartOperator, ...olderOperators];

/** False: one rule that is too large ends the operator's work on its Prometheus, and nothing of its batch is judged. */
export const refusesLargeRules = ({ version }: JudgedOperator): boolean =>
  operatorAt(version).does("refuses large rules");

/** The judged operator of that version. Throws where there is none. */
export const judgedOperator = (version: string): JudgedOperator => {
  const found = allOperators.find((one) => one.version === version);
  if (found !== undefined) return found;
  throw new Error(`no operator ${version} is judged, only ${allOperators.map((one) => one.version).join(", ")}`);
};
