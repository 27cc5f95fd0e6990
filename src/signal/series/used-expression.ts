import type { Edit, Location, ResourceRef } from "../../core/finding.ts";
import type { Span } from "../../core/span.ts";
import type { Expression } from "../../promql/parse-expression.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";

/** Replaces `[from, to)` of an expression's text. */
export interface ExpressionChange extends Span {
  readonly text: string;
}

/** A PromQL expression of base or overlays: what it is for, and where it stands. */
export interface UsedExpression {
  /** `panel`: a query of a dashboard's panel or annotation; `variable`: of a variable. */
  readonly kind: "alert" | "record" | "panel" | "variable";
  /** E.g. `alert GPUHot in PrometheusRule monitoring/gpu`, `panel "Power" of dashboard "GPUs"`. */
  readonly subject: string;
  readonly resource: ResourceRef;
  /**
   * Of a dashboard with something in place of every Grafana variable: {@link isVariable} tells names
   * that a variable makes up.
   */
  readonly expression: Expression;
  /** The rule, of an alert or a record. */
  readonly rule: RuleEntry | null;
  /** The place of a part of the expression; of the whole expression where the part cannot be found. */
  at(span: Span): Location | undefined;
  /** Whole-line edits that make all of these changes; none where one of them cannot be made. */
  edits(changes: readonly ExpressionChange[]): readonly Edit[];
}
