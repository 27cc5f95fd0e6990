import { styleText } from "node:util";
import type { Style } from "../report/text/terminal-text.ts";

const looks = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
  notice: ["cyan", "bold"],
  file: ["underline"],
  check: ["magenta"],
  place: ["dim"],
  good: ["green"],
} as const satisfies Readonly<Record<Style, readonly Parameters<typeof styleText>[0][]>>;

/** Paints for one stream: in colour where it is a terminal, as NO_COLOR and FORCE_COLOR wish. */
export const paintFor =
  (stream: NodeJS.WritableStream) =>
  (style: Style, text: string): string =>
    styleText([...looks[style]], text, { stream });
