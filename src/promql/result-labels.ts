import { anyLabels, type LabelShape, noLabels, only, union, valuesIn, withLabels, without } from "./label-shape.ts";
import { accepts, statedValues } from "./matcher.ts";
import { resultType } from "./result-type.ts";
import { type LabelMatcher, type MetricSelector, type PromqlNode, setOperators } from "./syntax.ts";

type SeriesOf = (selector: MetricSelector) => LabelShape;

/**
 * The labels that the result of an expression can have, given those of its selectors' series. It errs on the side of
 * more: a label that it rules out cannot be there, a value that it rules out neither.
 */
export const resultLabels = (node: PromqlNode, seriesOf: SeriesOf): LabelShape => {
  switch (node.kind) {
    case "number":
    case "string":
      return noLabels;
    case "selector":
      return narrowed(seriesOf(node.selector), node.selector.matchers);
    case "range":
    case "unary":
      return resultLabels(node.of, seriesOf);
    case "call":
      return ofCall(node, seriesOf);
    case "aggregate":
      return ofAggregate(node, seriesOf);
    case "binary":
      return ofBinary(node, seriesOf);
    default:
      return anyLabels;
  }
};

/** What is left of series when only those that meet the matchers are taken. */
const narrowed = (shape: LabelShape, matchers: readonly LabelMatcher[]): LabelShape =>
  matchers
    .filter(({ name }) => name !== "__name__")
    .reduce((left, matcher) => {
      const values = valuesIn(left, matcher.name);
      const stated =
        values === null ? statedValues(matcher) : values.filter((value) => accepts(matcher, value) !== false);
      return stated === null ? left : withLabels(left, [[matcher.name, stated]]);
    }, shape);

const ofCall = ({ name, args }: Extract<PromqlNode, { kind: "call" }>, seriesOf: SeriesOf): LabelShape => {
  if (name === "absent" || name === "absent_over_time") return ofAbsent(args[0]);
  if (name === "vector" || name === "scalar" || name === "info") return name === "info" ? anyLabels : noLabels;
  const series = args.find((arg) => !["scalar", "string"].includes(resultType(arg) ?? ""));
  if (series === undefined) return noLabels;
  const shape = resultLabels(series, seriesOf);
  const target = args[1];
  if (name === "label_replace" || name === "label_join")
    return target?.kind === "string" ? withLabels(shape, [[target.value, null]]) : anyLabels;
  return name.startsWith("histogram_quantile") ? without(shape, ["le"]) : shape;
};

/**
 * absent() gives its result the labels that equality matchers state once.
 * https://prometheus.io/docs/prometheus/latest/querying/functions/#absent
 */
const ofAbsent = (arg: PromqlNode | undefined): LabelShape => {
  const inner = arg?.kind === "range" ? arg.of : arg;
  if (inner?.kind === "unclear") return anyLabels;
  if (inner?.kind !== "selector") return noLabels;
  const { matchers } = inner.selector;
  const stated = matchers.filter(
    ({ name, op }) => op === "=" && name !== "__name__" && matchers.filter((other) => other.name === name).length === 1,
  );
  return withLabels(
    noLabels,
    stated.map(({ name, value }) => [name, [value]]),
  );
};

/** These pick series and leave them as they are. */
const pickers: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);

const ofAggregate = (
  { name, args, grouping }: Extract<PromqlNode, { kind: "aggregate" }>,
  seriesOf: SeriesOf,
): LabelShape => {
  const series = args.at(-1);
  const shape = series === undefined ? anyLabels : resultLabels(series, seriesOf);
  if (pickers.has(name)) return shape;
  const grouped =
    grouping === null ? noLabels : grouping.without ? without(shape, grouping.labels) : only(shape, grouping.labels);
  const counted = name === "count_values" ? args[0] : undefined;
  if (counted === undefined) return grouped;
  return counted.kind === "string" ? withLabels(grouped, [[counted.value, null]]) : anyLabels;
};

const ofBinary = (node: Extract<PromqlNode, { kind: "binary" }>, seriesOf: SeriesOf): LabelShape => {
  const { op, matching } = node;
  const left = resultLabels(node.left, seriesOf);
  const right = resultLabels(node.right, seriesOf);
  if (op === "or") return union(left, right);
  if (setOperators.includes(op)) return left;
  if (resultType(node.right) === "scalar") return left;
  if (resultType(node.left) === "scalar") return right;
  if (matching?.many === "left") return taking(left, right, matching.include);
  if (matching?.many === "right") return taking(right, left, matching.include);
  const either = node.filled.left ? union(left, right) : left;
  if (matching === null) return either;
  return matching.on ? only(either, matching.labels) : without(either, matching.labels);
};

/** The labels of the many side, and those that it takes over from the one side. */
const taking = (many: LabelShape, one: LabelShape, include: readonly string[]): LabelShape =>
  withLabels(
    many,
    include.map((name) => [name, valuesIn(one, name)]),
  );
