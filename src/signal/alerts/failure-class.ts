import { once } from "../../core/once.ts";
import {
  clockEventMetrics,
  type FailureClass,
  type FailureClassId,
  failureClasses,
  type SeriesClass,
  tellsOf,
} from "../../dcgm/failure-classes.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { accepts } from "../../promql/matcher.ts";
import { childrenOf, type MetricSelector, nodesIn, type PromqlNode } from "../../promql/syntax.ts";
import { type Recordings, recordedFrom } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";

/** The classes of GPU failures that an alert speaks of, by what it reads directly or through recording rules. */
export const classesOf = ({ expr }: RuleEntry, recordings: Recordings): ReadonlySet<FailureClassId> =>
  classesIn(recordings)(expr);

/** Many alerts of a large tree have the same expression, and several checks ask. */
const classesIn = once((recordings: Recordings) => once((expr: string) => spokenOf(expr, recordings)));

const spokenOf = (expr: string, recordings: Recordings): ReadonlySet<FailureClassId> => {
  const { expressions, records, leaves } = recordedFrom(expr, recordings, ({ root }) => readValues(root));
  const read: readonly Read[] = [...records.map(({ name }) => ({ metric: name, matchers: [] })), ...leaves];
  const usage = failureClasses.find(({ id }) => id === "idle")?.metrics;
  const readsUsage = read.some(({ metric }) => usage?.test(metric ?? ""));
  const roots = expressions.map(({ root }) => root);
  const counted = countsGpus(roots);
  const ofValues = failureClasses
    .filter((one) => read.some((selector) => speaksOf(one, selector)))
    // Memory in use beside little use of the GPU is no full memory.
    .filter(({ id }) => (id === "idle" ? asksForLittle(roots) : id !== "memory-full" || !readsUsage))
    .map(({ id }) => id);
  // The metric whose series are counted is any that each GPU has.
  return new Set<FailureClassId>([...(counted ? [] : ofValues), ...ofSeries(roots, counted)]);
};

type Read = Pick<MetricSelector, "metric" | "matchers">;

const speaksOf = (one: FailureClass, { metric, matchers }: Read): boolean => {
  if (!tellsOf(one, metric ?? "")) return false;
  if (!clockEventMetrics.test(metric ?? "")) return true;
  const asked = matchers.filter(({ name }) => name === "clock_event");
  return one.clockEvents?.some((event) => asked.every((matcher) => accepts(matcher, event) !== false)) ?? false;
};

const ofSeries = (roots: readonly PromqlNode[], counted: boolean): readonly SeriesClass[] => {
  const found: readonly (readonly [SeriesClass, boolean])[] = [
    ["exporter-gone", roots.some(noticesAbsence)],
    ["exporter-stale", roots.some(noticesAge)],
    ["gpu-missing", counted],
    ["mig", roots.some((root) => selectorsIn(root).some(isOfSlices))],
  ];
  return found.flatMap(([id, is]) => (is ? [id] : []));
};

/** Selectors whose values count: of those inside absent() and timestamp() it is that they are there, and since when. */
const readValues = (node: PromqlNode): readonly MetricSelector[] => {
  if (isAbsent(node) || isTimestamp(node)) return [];
  return node.kind === "selector" ? [node.selector] : childrenOf(node).flatMap(readValues);
};

const isAbsent = (node: PromqlNode): boolean =>
  node.kind === "call" && (node.name === "absent" || node.name === "absent_over_time");
const isTimestamp = (node: PromqlNode): boolean => node.kind === "call" && node.name === "timestamp";

const asksForLittle = ([root]: readonly PromqlNode[]): boolean =>
  root !== undefined && nodesIn(root).some((node) => node.kind === "binary" && ["<", "<=", "=="].includes(node.op));

/** absent() of a GPU metric, or something about the exporter's own target or pods. */
const noticesAbsence = (root: PromqlNode): boolean =>
  nodesIn(root).some(
    (node) =>
      (isAbsent(node) && selectorsIn(node).some(isOfExporter)) ||
      (node.kind === "selector" &&
        !isGpuMetric(node.selector.metric ?? "") &&
        !isOfScrape(node.selector) &&
        isOfExporter(node.selector)),
  );

/** How old a GPU metric's samples are, or how the scrapes of the exporter go. */
const noticesAge = (root: PromqlNode): boolean =>
  nodesIn(root).some(
    (node) =>
      (isTimestamp(node) && selectorsIn(node).some(isOfExporter)) ||
      (node.kind === "selector" && isOfScrape(node.selector) && isOfExporter(node.selector)),
  );

/** https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series */
const isOfScrape = ({ metric }: MetricSelector): boolean => metric?.startsWith("scrape_") ?? false;

/**
 * GPU series, counted or not, beside what the node has of them by kube-state-metrics; those that it has beside those
 * that can be used; or DCGM's own number of GPUs.
 */
const countsGpus = (roots: readonly PromqlNode[]): boolean => {
  const selectors = roots.flatMap(selectorsIn);
  const asked = selectors.filter((selector) => isOfNode(selector) && resourceIs(selector, "nvidia_com_gpu"));
  return (
    selectors.some(({ metric }) => metric === "DCGM_FI_DEV_COUNT") ||
    (asked.length > 0 && selectors.some(({ metric }) => isGpuMetric(metric ?? ""))) ||
    new Set(asked.map(({ metric }) => metric)).size > 1
  );
};

/**
 * What a node has to give of a resource:
 * https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/cluster/node-metrics.md
 */
const isOfNode = ({ metric }: MetricSelector): boolean =>
  metric === "kube_node_status_allocatable" || metric === "kube_node_status_capacity";

const resourceIs = ({ matchers }: MetricSelector, resource: string): boolean =>
  matchers.some((matcher) => matcher.name === "resource" && accepts(matcher, resource) === true);

/** Resources of the device plugin: https://docs.nvidia.com/datacenter/cloud-native/kubernetes/latest/index.html */
const isOfSlices = (selector: MetricSelector): boolean =>
  (selector.metric?.startsWith("DCGM_FI_DEV_MIG_") ?? false) ||
  (isOfNode(selector) &&
    selector.matchers.some(({ name, value }) => name === "resource" && value.includes("nvidia_com_mig"))) ||
  (isGpuMetric(selector.metric ?? "") &&
    selector.matchers.some(
      (matcher) => ["GPU_I_ID", "GPU_I_PROFILE"].includes(matcher.name) && accepts(matcher, "") === false,
    ));

const selectorsIn = (node: PromqlNode): readonly MetricSelector[] =>
  [...nodesIn(node)].flatMap((inner) => (inner.kind === "selector" ? [inner.selector] : []));

const isOfExporter = ({ metric, matchers }: MetricSelector): boolean =>
  isGpuMetric(metric ?? "") || matchers.some(({ value }) => /dcgm/i.test(value));
