import { OperatorError } from "../../core/errors.ts";
import type { Moved } from "./moved.ts";

/** Lines that an error has; the report has all. */
const mostTold = 20;

/**
 * The refusal to carry out a plan that no longer holds, as OperatorError `plan-changed`: it names what moved, which has
 * to be something. Both plans lie in the report folder.
 */
export const planMoved = (moved: readonly Moved[]): OperatorError => {
  const told = moved.slice(0, mostTold).map(lineOf);
  const more = moved.length - told.length;
  const things = moved.length === 1 ? "1 thing is" : `${moved.length} things are`;
  return new OperatorError(
    "plan-changed",
    [
      `${things} not as in the plan that was approved, and nothing was changed:`,
      ...told,
      ...(more > 0 ? [`  - and ${more} more`] : []),
    ].join("\n"),
    hintOf(moved),
  );
};

/** A value can have several lines, which would look like lines of ours. */
const lineOf = ({ what, approved, now }: Moved): string =>
  `  - ${inLine(what)}: approved was ${inLine(approved)}, now it is ${inLine(now)}`;

const inLine = (text: string): string => text.replaceAll(/\s+/g, " ");

const hintOf = (moved: readonly Moved[]): string => {
  if (moved.length === 1 && moved[0]?.what.startsWith("plan-key"))
    return "Give the plan job and the deploy job the same plan-key, then plan again and have that plan approved.";
  if (moved.some(({ what }) => what === "run"))
    return "Deploy in the run that planned, with plan-file from its own artifact and plan-digest from its plan job's output; else plan again and have that plan approved.";
  if (moved.length === 1 && moved[0]?.what === "expiry")
    return "Plan again and have that plan approved sooner; the input plan-expiry says how long a plan holds.";
  return "Compare both plans in the report folder, then plan again and have that plan approved.";
};
