import { type FailureClassId, failureClasses } from "../dcgm/failure-classes.ts";
import { type NodeOf, nodesIn } from "../promql/syntax.ts";
import { thresholdsIn } from "../promql/threshold.ts";
import { usedExpressions } from "../signal/all-expressions.ts";
import type { Check } from "./check.ts";
import { expressionProblem } from "./problem/expression-problem.ts";

export const promqlAggregationLosesIdentity: Check = {
  id: "promql-aggregation-loses-identity",
  title: "An alert on the state of single GPUs aggregates away which GPU it is.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const used of usedExpressions(resolution)) {
      if (used.kind !== "alert") continue;
      for (const { of } of thresholdsIn(used.expression.root)) {
        if (of.kind !== "aggregate" || keepsIdentity(of)) continue;
        const metric = deviceMetric(of);
        if (metric !== null)
          yield expressionProblem(
            used,
            of,
            `${of.name}() leaves no label that says which GPU: whoever is notified has to search for it; keep it with \`${of.name} by (hostname, gpu)\``,
          );
      }
    }
  },
};

/** `max` and `min` are about single GPUs; an average or a sum may be meant for the cluster. */
const deviceMetric = (node: NodeOf<"aggregate">): string | null => {
  if (node.name !== "max" && node.name !== "min") return null;
  const metrics = nodesIn(node).flatMap((one) => (one.kind === "selector" ? [one.selector.metric ?? ""] : []));
  return (
    metrics.find((name) => failureClasses.some(({ id, metrics }) => ofDevice.has(id) && metrics.test(name))) ?? null
  );
};

const ofDevice: ReadonlySet<FailureClassId> = new Set<FailureClassId>([
  "xid",
  "recovery-action",
  "temperature",
  "uncorrectable-memory",
  "row-remap-failed",
  "row-remap-pending",
  "nvlink",
  "pcie-replay",
  "power",
]);

const keepsIdentity = ({ grouping }: NodeOf<"aggregate">): boolean => {
  if (grouping === null) return false;
  return grouping.without ? true : grouping.labels.some((label) => identity.has(label));
};

const identity: ReadonlySet<string> = new Set([
  ...["gpu", "UUID", "uuid", "device", "pci_bus_id", "hostname", "Hostname", "instance", "node", "pod"],
  ...["kubernetes_node", "exported_pod", "GPU_I_ID"],
]);
