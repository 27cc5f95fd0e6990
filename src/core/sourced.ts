import type { Location } from "./finding.ts";

/** A value and who set it: the summary names the source of each. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: "input" | "install.sh" | "default";
  /** The line in install.sh, where it came from there. */
  readonly at?: Location;
}
