import { type LabelShape, valuesIn } from "../../promql/label-shape.ts";
import { resultLabels } from "../../promql/result-labels.ts";
import { resultType } from "../../promql/result-type.ts";
import { setsLabel } from "../../promql/sets-label.ts";
import { comparisons, type NodeOf, nodesIn, type PromqlNode, setOperators } from "../../promql/syntax.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";
import { scrapedTargets } from "../../signal/scrape/scraped-targets.ts";
import { hasUnseen, unseen } from "../../world/unseen.ts";

/**
 * What is wrong with `on (…)` or `ignoring (…)` where a side of which one series may match has several for certain: one
 * for each GPU of a node, or for the GPUs of one number on all nodes; null where it is not known to. Prometheus fails
 * the whole evaluation then.
 * https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching
 */
export const severalGpus = (
  { op, left, right, matching }: NodeOf<"binary">,
  resolution: Resolution,
): { readonly why: string; readonly advice: string } | null => {
  if (matching === null || setOperators.includes(op)) return null;
  const single = [
    ...(matching.many === "right" ? [] : [{ name: "right", side: right, other: left }]),
    ...(matching.many === "left" ? [] : [{ name: "left", side: left, other: right }]),
  ];
  const several = single.flatMap((one) => {
    const spread = spreadOf(one.side, matching, resolution);
    return spread === null ? [] : [{ ...one, spread }];
  });
  const [first] = several;
  if (first === undefined) return null;
  const written = `${matching.on ? "on" : "ignoring"} (${matching.labels.join(", ")})`;
  const explicit = matching.many === null && several.length === 1;
  const words = explicit && first.name === "left" ? "many-to-one matching must be explicit" : manyToMany;
  const shapes = [first.side, first.other].map((side) => resultLabels(side, resolution.known.shapeOf));
  const shared = telling(matching, first.spread).find((label) => shapes.every((shape) => has(shape, label)));
  const by = matching.on && matching.labels.length > 0 ? ` by (${matching.labels.join(", ")})` : "";
  const ways = [
    ...(shared === undefined
      ? []
      : [`match with \`on (${[...(matching.on ? matching.labels : []), shared].join(", ")})\``]),
    ...(explicit ? [`write \`${written} group_${first.name} ()\``] : []),
    `aggregate the ${first.name} side${by}`,
  ].join(", or ");
  return {
    why: `the ${first.name} side has a series for each GPU, and \`${written}\` does not tell them apart: as soon as ${first.spread}, Prometheus fails the evaluation (${words})`,
    advice: `${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`,
  };
};

type Matching = NonNullable<NodeOf<"binary">["matching"]>;

/** When series of a side match as one. */
type Spread = "a node has two GPUs" | "two nodes have GPUs";

const manyToMany = "many-to-many matching not allowed";

/** Labels that tell the GPUs apart, the likelier ones to match by first. */
const telling = ({ on, labels }: Matching, spread: Spread): readonly string[] => {
  if (!on) return ["UUID"];
  if (spread === "two nodes have GPUs") return ofNodes;
  return labels.some((name) => hostLabel.test(name) || name === "instance") ? ofGpus : ofGpus.toReversed();
};
const ofGpus = ["gpu", "device", "pci_bus_id", "UUID"];
const ofNodes = ["hostname", "Hostname", "instance", "UUID"];
const hostLabel = /^hostname$/i;

/** Labels that GPUs of the same number have alike on all nodes. */
const ofNumber: ReadonlySet<string> = new Set(["gpu", "device"]);

/** When the series of a side, one for each GPU, match as one; null where they may not. */
const spreadOf = (side: PromqlNode, matching: Matching, { known, world }: Resolution): Spread | null => {
  const nodes = [...nodesIn(side)];
  const selectors = nodes.flatMap((node) => (node.kind === "selector" ? [node.selector] : []));
  const exported = new Map((world.exporter.metrics ?? []).map(({ name, type }) => [name, type]));
  const ofGpu = (metric: string): boolean => (exported.get(metric) ?? "label") !== "label" && !otherDevice.test(metric);
  if (selectors.length === 0 || !selectors.every(({ metric }) => ofGpu(metric ?? ""))) return null;
  const own = new Set(world.exporter.labels);
  const targets = scrapedTargets(world).gpu.map(({ labels }) => labels);
  const targetLabels = new Set(["job", "instance", ...targets.flatMap(Object.keys)]);
  const ofNode = (name: string): boolean => hostLabel.test(name) || (targetLabels.has(name) && !own.has(name));
  if (nodes.some(picks) || !selectors.every(({ matchers }) => matchers.every(({ name }) => ofNode(name)))) return null;
  const shape = resultLabels(side, known.shapeOf);
  const labels = matchedLabels(matching, shape);
  if (labels === null) return null;
  const meets = (isAlike: (name: string) => boolean): boolean =>
    labels.every((name) => isAlike(name) || lacks(shape, name));
  // What only some series have, such as the pod that uses the GPU, two that nobody uses both lack.
  const isIdle = (name: string): boolean => !matching.on && !ofGpus.includes(name) && !hostLabel.test(name);
  if (ofGpus.some((name) => has(shape, name)) && meets((name) => ofNode(name) || isIdle(name)))
    return "a node has two GPUs";
  const ofAll = (name: string): boolean =>
    targets.length > 0 && targets.every((one) => !hasUnseen(one[name] ?? unseen(name))) && ofNode(name);
  const isAlike = (name: string): boolean => ofNumber.has(name) || ofAll(name);
  return matching.on && ofNodes.some((name) => has(shape, name)) && meets(isAlike) ? "two nodes have GPUs" : null;
};

/** The labels by which a side is matched; null where those that are not ignored are not known. */
const matchedLabels = ({ on, labels }: Matching, shape: LabelShape): readonly string[] | null => {
  if (on) return labels;
  return shape.open ? null : [...shape.labels.keys()].filter((name) => name !== "__name__" && !labels.includes(name));
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
