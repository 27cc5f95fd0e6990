import type { Edit, Location, ResourceRef } from "../../core/finding.ts";
import { type Expression, readExpression } from "../../promql/parse-expression.ts";
import type { Span } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import { dashboardExpressions } from "../dashboards/dashboard-expressions.ts";
import type { Resolution } from "../resolve-signals.ts";
import { editsInExpression, placeInExpression } from "../rules/expression-place.ts";
import { type RuleEntry, ruleEntries, ruleName } from "../rules/rule-entries.ts";

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
  /** Of a dashboard with something in place of every Grafana variable: {@link isVariable} tells names that a variable makes up. */
  readonly expression: Expression;
  /** The rule, of an alert or a record. */
  readonly rule: RuleEntry | null;
  /** The place of a part of the expression; of the whole expression where the part cannot be found. */
  at(span: Span): Location | undefined;
  /** Whole-line edits that make all of these changes; none where one of them cannot be made. */
  edits(changes: readonly ExpressionChange[]): readonly Edit[];
}

/** Every expression of base and overlays: of rules in the order of the objects, then of dashboards that Grafana gets. */
export const usedExpressions = (resolution: Resolution): readonly UsedExpression[] => {
  const known = cache.get(resolution);
  if (known !== undefined) return known;
  const { world, dashboards } = resolution;
  const rules = ruleEntries(world)
    .filter(({ object }) => object.manifest?.origin.from === "kustomize")
    .map((entry) => ofRule(entry, world));
  const fresh = [...rules, ...dashboards.files.filter(({ own }) => own).flatMap(dashboardExpressions)];
  cache.set(resolution, fresh);
  return fresh;
};

const cache = new WeakMap<Resolution, readonly UsedExpression[]>();

const ofRule = (entry: RuleEntry, world: World): UsedExpression => ({
  kind: entry.kind,
  subject: ruleName(entry, world),
  resource: entry.object.ref,
  expression: readExpression(entry.expr),
  rule: entry,
  at: (span) => placeInExpression(entry, span, world).at ?? undefined,
  edits: (changes) => editsInExpression(entry, changes, world),
});
