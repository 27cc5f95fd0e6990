import { compare } from "semver";
import { once } from "../core/once.ts";
import { type ChartExporter, called, type Exported } from "./chart-exporter.ts";
import data from "./data/kube-state-metrics.json" with { type: "json" };
import type { ExporterProgram } from "./exporter-program.ts";
import { isCovered, notInRelease } from "./listed-in.ts";
import { type ListedMetric, metricList, namedIn } from "./metric-list.ts";
import { allowedLabels, isListed, itemsOf } from "./state-metrics-arguments.ts";

const list = once((_: typeof data) => metricList(data));

/** kube-state-metrics: the state of the cluster's objects. */
export const stateMetrics: ChartExporter = {
  name: "kube-state-metrics",
  image: "kube-state-metrics",
  prefix: "kube_",
  // OpenCost and Kubecost export metrics of the same names.
  alsoFrom: /cost|state-?metrics|\bksm\b/i,
  list: () => list(data),
  exported: (name, program) => {
    const metric = list(data).metric(name);
    return metric === undefined ? unlisted(name, program) : ofListed(metric, program);
  },
  // What a Job counts of its pods only rises as well, until the Job is gone.
  isTrueGauge: (name) =>
    !/generation|resource_version|_created$|_time$|_timestamp|^kube_job_status_(?:failed|succeeded)$/.test(name),
};

/**
 * Other parts of Kubernetes have names that begin so: the API server, and the scheduler.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/documentation-list.yaml
 */
const ofOthers = /^kube_(?:apiserver|state_metrics|customresource|pod_resource_(?:request|limit)$)/;

const unlisted = (name: string, program: ExporterProgram): Exported => {
  const begin = `${called(stateMetrics, program)} does not export `;
  if (ofOthers.test(name)) return { status: "unknown", why: `${name} is none of kube-state-metrics' own` };
  const custom = ["custom-resource-state-config", "custom-resource-state-config-file", "config"].find(
    (argument) => program.values(argument).length > 0,
  );
  if (custom !== undefined) return { status: "unknown", why: `--${custom} may bring ${name}` };
  return isCovered(stateMetrics, program) && program.plain
    ? { status: "no", begin, end: "", advice: null }
    : { status: "unknown", why: `of ${called(stateMetrics, program)} is not known whether it exports ${name}` };
};

const ofListed = (metric: ListedMetric, program: ExporterProgram): Exported => {
  const release = notInRelease(metric, stateMetrics, program);
  if (release !== null) return release;
  if (!program.plain || program.values("config").length > 0)
    return {
      status: "unknown",
      why: `the arguments of kube-state-metrics, which decide on ${metric.name}, cannot be read`,
    };
  return notWatched(metric, program) ?? notAllowed(metric, program) ?? ofObject(metric, program);
};

/** Objects of a kind that it does not watch. */
const notWatched = ({ parts: [resource = ""] }: ListedMetric, program: ExporterProgram): Exported | null => {
  const told = itemsOf(program, "resources");
  const watched =
    told.length > 0 ? new Set(told) : program.version === null ? null : namedIn(data.defaults, program.version);
  if (watched === null || watched.has(resource)) return null;
  return {
    status: "no",
    begin: `kube-state-metrics does not watch ${resource}, so that it does not export `,
    end: "",
    advice: `Add ${resource} to the resources that kube-state-metrics watches (the chart's value kube-state-metrics.collectors)`,
  };
};

/** What the lists of metrics leave out, and what has to be opted into. */
const notAllowed = ({ name }: ListedMetric, program: ExporterProgram): Exported | null => {
  const [allow, deny] = [itemsOf(program, "metric-allowlist"), itemsOf(program, "metric-denylist")];
  const [allowed, denied] = [allow.length === 0 ? true : isListed(name, allow), isListed(name, deny)];
  if (allowed === false)
    return off("--metric-allowlist leaves out", `Add ${name} to kube-state-metrics.metricAllowlist`);
  if (denied === true) return off("--metric-denylist leaves out", `Take it out of kube-state-metrics.metricDenylist`);
  if (allowed === null || denied === null)
    return { status: "unknown", why: `whether the lists of kube-state-metrics let ${name} through cannot be told` };
  return data.optIn.includes(name) && !itemsOf(program, "metric-opt-in-list").includes(name)
    ? off("only --metric-opt-in-list turns on", `Add --metric-opt-in-list=${name} to kube-state-metrics.extraArgs`)
    : null;
};

const off = (how: string, advice: string): Exported => ({
  status: "no",
  begin: `of kube-state-metrics ${how} `,
  end: "",
  advice,
});

/** The metrics of labels and annotations, which since 2.10.0 are there for those that are allowed alone. */
const ofObject = (metric: ListedMetric, program: ExporterProgram): Exported => {
  const kind = /_(label|annotation)s$/.exec(metric.name)?.[1];
  if (kind !== "label" && kind !== "annotation") return { status: "yes", metric, labels: metric.labels };
  const [argument, value] =
    kind === "label"
      ? ["metric-labels-allowlist", "metricLabelsAllowlist"]
      : ["metric-annotations-allowlist", "metricAnnotationsAllowList"];
  const [resource = ""] = metric.parts;
  const allowed = allowedLabels(program, argument, resource, kind);
  if (allowed === null && (program.version === null || compare(program.version, "2.10.0") >= 0))
    return program.version === null
      ? { status: "unknown", why: `whether kube-state-metrics exports ${metric.name} hangs on its release` }
      : {
          status: "no",
          begin: `--${argument} of kube-state-metrics names no ${kind} of ${resource}, so that it does not export `,
          end: "",
          advice: `Name the ${kind}s that are read in the chart's value kube-state-metrics.${value}, e.g. \`${resource}=[…]\``,
        };
  const own = metric.labels.filter((label) => label !== `${kind}_*`);
  return { status: "yes", metric, labels: [...own, ...(allowed ?? [])] };
};
