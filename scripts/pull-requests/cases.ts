import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A pull request of one change, and the line that a person blames for what it breaks. */
export interface SeededChange {
  readonly name: string;
  /** Below the stack's folder. */
  readonly file: string;
  /** A text that the file has once, and what stands in its place then. */
  readonly replace: string;
  readonly with: string;
  /** The check that tells what is broken. */
  readonly check: string;
  /** The text of the blamed line of that file, behind the change. */
  readonly line: string;
  /** The first line of the rule that it stands in, where that will do as well. */
  readonly also?: string;
}

/** The changes of `cases.yaml`. */
export const readCases = (): readonly SeededChange[] =>
  parse(readFileSync(new URL("cases.yaml", import.meta.url), "utf8")) as SeededChange[];
