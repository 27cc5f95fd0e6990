import type { Manifest, Path } from "../../kubernetes/manifest.ts";

export interface RuleError {
  readonly path: Path;
  readonly message: string;
  /**
   * `expression`, `template` and `field` name what is wrong: the PromQL, a label or annotation
   * template, or the rule's form.
   */
  readonly about: "expression" | "template" | "field";
  /** Where inside the expression, from 1, columns in UTF-16 units; only where promtool says it. */
  readonly inner?: { readonly line: number; readonly column: number };
}

/** What promtool says of one PrometheusRule. */
export interface RuleVerdict {
  readonly manifest: Manifest;
  /** Number of rules promtool counted: a rule file in which it saw none is not a success. */
  readonly rules: number;
  readonly errors: readonly RuleError[];
}
