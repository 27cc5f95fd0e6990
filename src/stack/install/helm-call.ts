import type { Redirection } from "unbash";
import type { Field, ShellValue } from "./shell-value.ts";

/** One call of helm with its arguments expanded, `helm` itself left out. */
export interface HelmCall {
  readonly start: number;
  readonly fields: readonly Field[];
  readonly redirects: readonly Redirection[];
  /** `HELM_NAMESPACE` as it is then. */
  readonly namespace: ShellValue | undefined;
  /** The folders the script may stand in then, relative to the repository root. */
  readonly folders: readonly string[] | null;
  /** What stands around the call, where it is not certain that it runs. */
  readonly doubt: string | null;
}

/** A file that the script writes. */
export interface FileWrite {
  readonly file: Field;
  /** The folders the script may stand in then. */
  readonly folders: readonly string[] | null;
  /** How many calls of helm came before. */
  readonly callsBefore: number;
}

/** A place that cannot be understood, as offsets. */
export interface Doubt {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ShellRun {
  readonly calls: readonly HelmCall[];
  readonly doubts: readonly Doubt[];
  readonly writes: readonly FileWrite[];
  /** True where the script chooses a namespace outside helm. */
  readonly switchesNamespace: boolean;
}
