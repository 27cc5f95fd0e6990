import { type CommandName, isCommandName } from "../../scripts/tool-build/commands.ts";
import { olderReleases } from "../../src/signal/operator/operator-history.ts";
import { operatorAt } from "../../src/signal/operator/operator-of.ts";
import { minorOf, operatorRelease } from "../../src/signal/operator/operator-release.ts";
import type { Bearable } from "./cases/batches.ts";

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

/** What the operator can be asked without ending its work on a Prometheus over it. */
export const bearableFor = ({ version }: JudgedOperator): Bearable => {
  const operator = operatorAt(version);
  return { large: operator.does("refuses large rules"), prometheus3: operator.does("configures Prometheus 3") };
};

/** The judged operator of that version. Throws where there is none. */
export const judgedOperator = (version: string): JudgedOperator => {
  const found = allOperators.find((one) => one.version === version);
  if (found !== undefined) return found;
  throw new Error(`no operator ${version} is judged, only ${allOperators.map((one) => one.version).join(", ")}`);
};
