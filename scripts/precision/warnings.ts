import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Verdict } from "./trees.ts";

/** What reading said of one check's warnings of the same kind, by repository. */
export interface WarningVerdict {
  readonly verdict: Verdict["verdict"];
  readonly because: string;
  /** Only those are meant whose object, file or message holds this text; default: all that no verdict above means. */
  readonly about?: string;
  /** How many of them were read, by repository. */
  readonly in: Readonly<Record<string, number>>;
}

/** The verdicts of `warnings.yaml` by check, those of a check in the order in which they are asked. */
export type WarningVerdicts = Readonly<Record<string, readonly WarningVerdict[]>>;

/** Reads `warnings.yaml`. */
export const readWarningVerdicts = (): WarningVerdicts =>
  parse(readFileSync(new URL("warnings.yaml", import.meta.url), "utf8")) as WarningVerdicts;
