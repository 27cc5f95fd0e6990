import { type LabelShape, valuesIn } from "../../promql/label-shape.ts";
import { resultLabels } from "../../promql/result-labels.ts";
import { resultType } from "../../promql/result-type.ts";
import { setsLabel } from "../../promql/sets-label.ts";
import { comparisons, type NodeOf, nodesIn, type PromqlNode, setOperators } from "../../promql/syntax.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { scrapedTargets } from "../../signal/scrape/scraped-targets.ts";

/**
 * What is wrong with `on (…)` where a side of which one series may match has one for each GPU of a node; null where it
 * is not known to. Prometheus fails the whole evaluation then.
 * https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
export const severalGpus = (
  { op, left, right, matching }: NodeOf<"binary">,
  resolution: Resolution,
): { readonly why: string; readonly advice: string } | null => {
  if (matching === null || !matching.on || setOperators.includes(op)) return null;
  const single = [
    ...(matching.many === "right" ? [] : [{ name: "right", side: right, other: left }]),
    ...(matching.many === "left" ? [] : [{ name: "left", side: left, other: right }]),
  ];
  const several = single.filter(({ side }) => isSeveral(side, matching.labels, resolution));
  const [first] = several;
  if (first === undefined) return null;
  const on = `on (${matching.labels.join(", ")})`;
  const explicit = matching.many === null && several.length === 1;
  const words = explicit && first.name === "left" ? "many-to-one matching must be explicit" : manyToMany;
  const shapes = [first.side, first.other].map((side) => resultLabels(side, resolution.known.shapeOf));
  const shared = telling(matching.labels).find((label) => shapes.every((shape) => has(shape, label)));
  const ways = [
    ...(shared === undefined ? [] : [`match with \`on (${[...matching.labels, shared].join(", ")})\``]),
    ...(explicit ? [`write \`${on} group_${first.name} ()\``] : []),
    `aggregate the ${first.name} side${matching.labels.length > 0 ? ` by (${matching.labels.join(", ")})` : ""}`,
  ].join(", or ");
  return {
    why: `the ${first.name} side has a series for each GPU, and \`${on}\` does not tell them apart: as soon as a node has two GPUs, Prometheus fails the evaluation (${words})`,
    advice: `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`,
  };
};

const manyToMany = "many-to-many matching not allowed";

/** Labels that tell the GPUs of a node apart, the likelier ones to match by first. */
const telling = (labels: readonly string[]): readonly string[] =>
  labels.some((name) => hostLabel.test(name) || name === "instance") ? ofGpus : ofGpus.toReversed();
const ofGpus = ["gpu", "device", "pci_bus_id", "UUID"];
const hostLabel = /^hostname$/i;

/** Whether the series of a side are one for each GPU, which share these labels on a node. */
const isSeveral = (side: PromqlNode, labels: readonly string[], { known, world }: Resolution): boolean => {
  const nodes = [...nodesIn(side)];
  const selectors = nodes.flatMap((node) => (node.kind === "selector" ? [node.selector] : []));
  const exported = new Map((world.exporter.metrics ?? []).map(({ name, type }) => [name, type]));
  const ofGpu = (metric: string): boolean => (exported.get(metric) ?? "label") !== "label" && !otherDevice.test(metric);
  if (selectors.length === 0 || !selectors.every(({ metric }) => ofGpu(metric ?? ""))) return false;
  const own = new Set(world.exporter.labels);
  const targets = new Set(["job", "instance", ...scrapedTargets(world).gpu.flatMap((one) => Object.keys(one.labels))]);
  const ofNode = (name: string): boolean => hostLabel.test(name) || (targets.has(name) && !own.has(name));
  if (nodes.some(picks) || !selectors.every(({ matchers }) => matchers.every(({ name }) => ofNode(name)))) return false;
  const shape = resultLabels(side, known.shapeOf);
  return ofGpus.some((name) => has(shape, name)) && labels.every((name) => ofNode(name) || lacks(shape, name));
};

/** Metrics of what is no GPU. */
const otherDevice = /NVSWITCH|SXID|_CPU_/;

/** What may choose one of several GPUs, or make a label. */
const picks = (node: PromqlNode): boolean => {
  if (node.kind === "unclear" || setsLabel(node)) return true;
  if (node.kind === "aggregate") return pickers.has(node.name);
  if (node.kind !== "binary" || node.bool) return false;
  const joins = [node.left, node.right].every((side) => resultType(side) !== "scalar");
  return joins && (setOperators.includes(node.op) || comparisons.includes(node.op));
};

const pickers: ReadonlySet<string> = new Set(["topk", "bottomk", "limitk", "limit_ratio", "count_values"]);

const has = (shape: LabelShape, name: string): boolean => shape.labels.has(name) && !lacks(shape, name);

const lacks = (shape: LabelShape, name: string): boolean =>
  valuesIn(shape, name)?.every((value) => value === "") === true;
