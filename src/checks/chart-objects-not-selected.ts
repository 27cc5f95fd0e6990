import { type Edit, type Fix, type Location, nameOf, type Problem } from "../core/finding.ts";
import { scalarChange } from "../fix/scalar-edit.ts";
import { describeSelector } from "../kubernetes/label-selector.ts";
import { labelsOf } from "../kubernetes/labels.ts";
import { valueAt } from "../kubernetes/manifest.ts";
import { setAt } from "../render/chart/value-sources.ts";
import { type ChartLoss, chartLosses } from "../signal/operator/chart-selection.ts";
import { isAbsent } from "../signal/operator/selection.ts";
import { ruleEntries } from "../signal/rules/rule-entries.ts";
import type { World } from "../world/world.ts";
import type { Check, Subject } from "./check.ts";

export const chartObjectsNotSelected: Check = {
  id: "chart-objects-not-selected",
  title: "The values leave monitors or rules of the chart itself unselected: no Prometheus scrapes or loads them.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find({ stack, resolution: { world } }) {
    for (const loss of chartLosses(world)) yield problemOf(loss, stack, world);
  },
};

const problemOf = (loss: ChartLoss, stack: Subject["stack"], world: World): Problem => {
  const { selecting, field, cause } = loss;
  const at = cause.object.locate(cause.path);
  return {
    message: `${field} of ${nameOf(selecting.ref)} ${asked(loss)}, and ${missed(loss)}: ${cost(loss, world)}`,
    resource: selecting.ref,
    ...(at === null ? {} : { at }),
    fix: fixOf(loss, stack, world),
  };
};

const asked = ({ selecting, field }: ChartLoss): string => {
  const selector = valueAt(selecting.body, ["spec", field]);
  return isAbsent(selector) ? "is not set" : `asks for "${describeSelector(selector)}"`;
};

const missed = ({ kind, missed: objects, count, own }: ChartLoss): string => {
  const names = listed(objects.map(({ ref }) => ref.name));
  const who = objects.length === count ? "none is" : objects.length === 1 ? "one is not" : `${objects.length} are not`;
  const too = own.length === 0 ? "" : `, nor of the tree's own (${own.length})`;
  return `of the chart's ${count} ${kind}s ${who} selected (${names})${too}`;
};

/** The first three of a list. */
const listed = (names: readonly string[]): string =>
  [...names.slice(0, 3), ...(names.length > 3 ? [`${names.length - 3} more`] : [])].join(", ");

const cost = ({ kind, missed: objects }: ChartLoss, world: World): string => {
  if (kind !== "PrometheusRule") return "what they watch is not scraped, and alerts and dashboards on it stay empty";
  const lost = new Set(objects);
  const rules = ruleEntries(world).filter(({ object }) => lost.has(object));
  const alerts = rules.filter((rule) => rule.kind === "alert");
  const watchdog = alerts.some(({ name }) => name === "Watchdog") ? ", Watchdog among them," : "";
  return `their ${alerts.length} alerts${watchdog} never fire, and nothing records what their ${rules.length - alerts.length} other rules would`;
};

const fixOf = (loss: ChartLoss, stack: Subject["stack"], world: World): Fix => {
  const { cause, selecting, field } = loss;
  if (cause.object !== selecting)
    return {
      description: `Give ${loss.missed.length === 1 ? "it" : "them"} the label \`release: ${world.releaseName}\`, as the chart does by itself.`,
      edits: [],
    };
  const edit = renamedRelease(loss, stack, world);
  if (edit !== null) return { description: `Ask for \`release: ${world.releaseName}\`.`, edits: [edit] };
  const keep = loss.selectsNone
    ? "Take the value away: by itself the chart has it select its own."
    : `Let ${field} select the chart's objects too, e.g. by \`matchExpressions\` on a label that all have, or \`{}\` for everything.`;
  return { description: keep, edits: [] };
};

/** Where it asks for another release's label alone, selects nothing by it, and this release's name would select all. */
const renamedRelease = (
  { kind, cause, selecting, field, missed: objects, selectsNone }: ChartLoss,
  stack: Subject["stack"],
  world: World,
): Edit | null => {
  const selector = valueAt(selecting.body, ["spec", field]);
  const old = valueAt(selector, ["matchLabels", "release"]);
  if (typeof old !== "string" || describeSelector(selector) !== `release: ${old}` || !selectsNone) return null;
  const { releaseName } = world;
  if (!world.ofKind(kind).every(({ body }) => labelsOf(body)["release"] === releaseName)) return null;
  const place: Location | null = setAt(stack, valuesKey(cause.path));
  return objects.length === 0 || place === null ? null : scalarChange(place, { old, value: releaseName }, world);
};

const valuesKey = (path: ChartLoss["cause"]["path"]): readonly string[] => [
  "prometheus",
  "prometheusSpec",
  ...path.slice(1).map(String),
];
