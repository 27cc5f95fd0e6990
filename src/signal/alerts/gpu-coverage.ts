import { exporterGone, failureClasses, failureClassIds } from "../../dcgm/failure-classes.ts";
import { isGpuMetric } from "../../promql/gpu-metric-name.ts";
import { readExpression } from "../../promql/parse-expression.ts";
import { childrenOf, type MetricSelector, nodesIn, type PromqlNode } from "../../promql/syntax.ts";
import type { World } from "../../world/world.ts";
import { firstBroken, type HopStatus } from "../path/signal-path.ts";
import { type Recordings, recordedFrom, recordingsIn } from "../rules/recorded-from.ts";
import type { RuleEntry } from "../rules/rule-entries.ts";
import type { AlertWay } from "./alert-path.ts";

/** Which alerts of the tree speak of one class of failures, and whether one of them would reach somebody. */
export interface ClassCoverage {
  /** E.g. `xid`; see dcgm/failure-classes.ts. */
  readonly class: string;
  readonly title: string;
  /** The best of its alerts' paths; `none`: no alert speaks of it. */
  readonly status: HopStatus | "none";
  readonly alerts: readonly { readonly name: string; readonly status: HopStatus; readonly why: string | null }[];
  /** Whether the exporter in force exports a metric of the class; null where that is not known. */
  readonly exported: boolean | null;
}

interface Alerted {
  readonly world: World;
  readonly alerts: readonly AlertWay[];
}

/** Every class of GPU failures with the alerts that speak of it, directly or through recording rules. */
export const gpuCoverage = ({ world, alerts }: Alerted): readonly ClassCoverage[] => {
  const recordings = recordingsIn(world);
  const spoken = alerts.map((way) => ({ way, classes: classesOf(way.entry, recordings) }));
  const exported = world.exporter.metrics?.filter(({ type }) => type !== "label").map(({ name }) => name) ?? null;
  return failureClassIds.map((id) => {
    const known = failureClasses.find((one) => one.id === id);
    const ways = spoken.filter(({ classes }) => classes.has(id)).map(({ way }) => way);
    return {
      class: id,
      title: known?.title ?? exporterGone.title,
      status: best(ways),
      alerts: ways.map(toldOf),
      exported: exported === null || known === undefined ? null : exported.some((name) => known.metrics.test(name)),
    };
  });
};

const best = (ways: readonly AlertWay[]): ClassCoverage["status"] =>
  (["ok", "unknown", "broken"] as const).find((status) => ways.some(({ path }) => path.status === status)) ?? "none";

const toldOf = ({ entry, path }: AlertWay): ClassCoverage["alerts"][number] => ({
  name: entry.name,
  status: path.status,
  why: (firstBroken(path) ?? path.hops.find(({ status }) => status === "unknown"))?.why ?? null,
});

const classesOf = ({ expr }: RuleEntry, recordings: Recordings): ReadonlySet<string> => {
  const { root } = readExpression(expr);
  const { records, leaves } = recordedFrom(expr, recordings, (expression) => thereIn(expression.root));
  const metrics = [...records.map(({ name }) => name), ...leaves.flatMap(({ metric }) => metric ?? [])];
  const usage = failureClasses.find(({ id }) => id === "idle")?.metrics;
  const readsUsage = metrics.some((name) => usage?.test(name));
  const classes = failureClasses
    .filter((one) => metrics.some((name) => one.metrics.test(name)))
    // Memory in use beside little use of the GPU is no full memory.
    .filter(({ id }) => (id === "idle" ? asksForLittle(root) : id !== "memory-full" || !readsUsage))
    .map(({ id }) => id);
  return new Set(noticesAbsence(root) ? [...classes, exporterGone.id] : classes);
};

/** Selectors whose series have to be there: those inside absent() are not among them. */
const thereIn = (node: PromqlNode): readonly MetricSelector[] => {
  if (isAbsent(node)) return [];
  return node.kind === "selector" ? [node.selector] : childrenOf(node).flatMap(thereIn);
};

const isAbsent = (node: PromqlNode): boolean =>
  node.kind === "call" && (node.name === "absent" || node.name === "absent_over_time");

const asksForLittle = (root: PromqlNode): boolean =>
  nodesIn(root).some((node) => node.kind === "binary" && ["<", "<=", "=="].includes(node.op));

/** absent() of a GPU metric, or something about the exporter's own target or pods. */
const noticesAbsence = (root: PromqlNode): boolean =>
  nodesIn(root).some(
    (node) =>
      (isAbsent(node) && nodesIn(node).some((inner) => inner.kind === "selector" && isOfExporter(inner.selector))) ||
      (node.kind === "selector" && !isGpuMetric(node.selector.metric ?? "") && isOfExporter(node.selector)),
  );

const isOfExporter = ({ metric, matchers }: MetricSelector): boolean =>
  isGpuMetric(metric ?? "") || matchers.some(({ value }) => /dcgm/i.test(value));
