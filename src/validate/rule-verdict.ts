import type { Manifest, Path } from "../manifest.ts";

/** What promtool says of one PrometheusRule. */
export interface RuleVerdict {
  readonly manifest: Manifest;
  /** Number of rules promtool counted: a rule file in which it saw none is not a success. */
  readonly rules: number;
  readonly errors: readonly {
    readonly path: Path;
    readonly message: string;
    /** `expression`, `template` and `field` name what is wrong: the PromQL, a label or annotation template, or the rule's form. */
    readonly about: "expression" | "template" | "field";
  }[];
}
