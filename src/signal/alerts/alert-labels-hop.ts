import type { Edit, Fix } from "../../core/finding.ts";
import { capital, sentence } from "../../core/sentence.ts";
import { canYield } from "../../promql/can-yield.ts";
import type { Expression } from "../../promql/parse-expression.ts";
import type { LabelMatcher, MetricSelector } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import type { Hop } from "../path/signal-path.ts";
import { editsInExpression, placeInExpression } from "../rules/expression-place.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import { gpuLabelReads, renamePlaces, showsGpuLabel } from "../series/gpu-label-reads.ts";
import type { GpuLabels } from "../series/gpu-labels.ts";
import type { LabelVerdict, Never } from "../series/label-verdict.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import { isTargetLabel, selectorVerdict } from "../series/selector-labels.ts";

const hop = "labels-exist";

/** Whether the series can have the labels that the expression asks for. */
export const labelsHop = (
  entry: RuleEntry,
  expression: Expression,
  known: KnownMetrics,
  gpu: GpuLabels,
  world: World,
): Hop => {
  if (!expression.complete) return { hop, status: "unknown", why: "The expression could not be read to its end." };
  const verdicts = new Map<MetricSelector, LabelVerdict>();
  for (const selector of expression.selectors) verdicts.set(selector, selectorVerdict(selector, known, gpu, world));
  const { chance, because, alwaysAbsent } = canYield(
    expression.root,
    (selector) => verdicts.get(selector)?.chance ?? "unknown",
  );
  const told = because.map((selector) => verdicts.get(selector)).filter((verdict) => verdict !== undefined);
  if (chance === "yes") {
    const always = alwaysAbsent.map((selector) => verdicts.get(selector));
    return { hop, status: "ok", why: okWhy(entry, expression, always, gpu) };
  }
  const broken = told.find((verdict) => verdict.chance === "no");
  if (chance === "no" && broken !== undefined) return brokenHop(entry, expression, broken, world);
  const doubt = told.find((verdict) => verdict.chance === "unknown");
  return { hop, status: "unknown", why: sentence(doubt?.why ?? "the labels of what it reads are not known here") };
};

const brokenHop = (entry: RuleEntry, expression: Expression, verdict: Never, world: World): Hop => {
  const { matcher, why } = verdict;
  const written = expression.text.slice(matcher.from, matcher.to);
  const { at } = placeInExpression(entry, matcher, world);
  const place = at ?? entry.object.locate([...entry.path, "expr"]);
  const fix = fixOf(entry, expression, verdict, world);
  const broken: Hop = {
    hop,
    status: "broken",
    why: `${capital(why)}: \`${written}\` never matches.`,
    ...(place === null ? {} : { at: place }),
  };
  if (verdict.byExpression === false) return broken;
  return {
    ...broken,
    ...(fix === null ? {} : { fix }),
    check: verdict.renamed ? "dcgm-label-renamed" : "promql-job-label-mismatch",
  };
};

const fixOf = (entry: RuleEntry, expression: Expression, verdict: Never, world: World): Fix | null => {
  const { matcher, label, value, renamed } = verdict;
  if (label !== undefined && renamed)
    return { description: `Call the label ${label}.`, edits: renames(entry, expression, matcher.name, label, world) };
  if (label !== undefined) {
    const span = { from: matcher.from, to: matcher.from + matcher.name.length };
    const edit = placeInExpression(entry, span, world).edit(label);
    return {
      description: `Ask for ${label}, if the pod that uses the GPU is meant.`,
      edits: edit === null ? [] : [edit],
    };
  }
  if (value === undefined || !isTargetLabel(matcher.name)) return null;
  const edit = placeInExpression(entry, valueSpan(expression, matcher), world).edit(value);
  return { description: `Ask for ${matcher.name}="${value}".`, edits: edit === null ? [] : [edit] };
};

/** The value inside its quotes. */
const valueSpan = ({ text }: Expression, { value, to }: LabelMatcher) => {
  const from = text.lastIndexOf(value, to - 1 - value.length);
  return from === -1 ? { from: 0, to: 0 } : { from, to: from + value.length };
};

/** Changes of every place that names the label of GPU metrics; none where one of them is about other metrics too. */
const renames = (
  entry: RuleEntry,
  expression: Expression,
  name: string,
  wanted: string,
  world: World,
): readonly Edit[] => {
  const changes = renamePlaces(expression, name)?.map(({ from, to }) => ({ from, to, text: wanted })) ?? [];
  return editsInExpression(entry, changes, world);
};

const okWhy = (
  entry: RuleEntry,
  expression: Expression,
  always: readonly (LabelVerdict | undefined)[],
  gpu: GpuLabels,
): string => {
  const [first] = always.filter((verdict) => verdict?.chance === "no");
  if (first?.chance === "no") return `absent() is true all the time, so that it always fires: ${first.why}.`;
  const empty = emptyLabels(entry, expression, gpu);
  const good = expression.selectors.some(({ matchers }) => matchers.some(({ name }) => name !== "__name__"))
    ? "Series can have the labels that it asks for"
    : "It asks for no label";
  if (empty.length === 0) return `${good}.`;
  const stay = empty.length === 1 ? "stays" : "stay";
  return `${good}; ${empty.join(" and ")} ${stay} empty, for the exporter writes the label in other letters.`;
};

/** Labels that are named outside of matchers, where a name that is wrong does not keep the alert from firing. */
const emptyLabels = (entry: RuleEntry, expression: Expression, gpu: GpuLabels): readonly string[] => {
  const texts = [...Object.values(entry.labels), ...Object.values(entry.annotations)].join("\n");
  const shown = [...texts.matchAll(/\$labels\.(\w+)/g)].flatMap(([text, name = ""]) => {
    const right = gpu.writtenOtherwise(name);
    return right !== null && showsGpuLabel(expression, name, right) ? [text] : [];
  });
  const grouped = [...new Set(expression.labelUses.map(({ name }) => name))].filter(
    (name) =>
      gpu.writtenOtherwise(name) !== null && gpuLabelReads(expression, name).some(({ where }) => where !== "matcher"),
  );
  return [...new Set([...shown, ...grouped])];
};
