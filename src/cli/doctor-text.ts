import type { Diagnosis } from "../doctor/diagnosis.ts";
import type { Style, TextOptions } from "../report/text/terminal-text.ts";
import { visible } from "../report/text/visible.ts";

/** The diagnoses as a terminal shows them, a line or two each, and how many would stop a run. */
export const diagnosesText = (diagnoses: readonly Diagnosis[], paint: TextOptions["paint"]): string => {
  const width = Math.max(...diagnoses.map(({ subject }) => subject.length));
  const stops = diagnoses.filter(({ state }) => state === "stops").length;
  return `${diagnoses.map((one) => textOf(one, width, paint)).join("")}\n${verdictOn(stops)}\n`;
};

const styles: Readonly<Record<Diagnosis["state"], Style>> = {
  good: "good",
  lacks: "warning",
  stops: "error",
  unseen: "place",
};
const stateWidth = Math.max(...Object.keys(styles).map((state) => state.length));

const textOf = ({ subject, state, said, repair }: Diagnosis, width: number, paint: TextOptions["paint"]): string => {
  const margin = " ".repeat(stateWidth + width + 4);
  const indented = (text: string): string => visible(text).replaceAll("\n", `\n${margin}`);
  const head = `${paint(styles[state], state)}${" ".repeat(stateWidth - state.length + 2)}${subject.padEnd(width)}`;
  const mend = repair === null ? "" : `${margin}repair: ${indented(repair)}\n`;
  return `${head}  ${indented(said)}\n${mend}`;
};

const verdictOn = (stops: number): string =>
  stops === 0 ? "Nothing here would stop a run." : `${stops} of these would stop a run.`;
