import { compare } from "semver";
import { once } from "../core/once.ts";
import { type ChartExporter, called, type Exported } from "./chart-exporter.ts";
import data from "./data/node-exporter.json" with { type: "json" };
import type { ExporterProgram } from "./exporter-program.ts";
import { isCovered, notInRelease } from "./listed-in.ts";
import { type ListedMetric, metricList, namedIn } from "./metric-list.ts";

const list = once((_: typeof data) => metricList(data));

/** The node exporter: hardware and kernel of the nodes. */
export const nodeExporter: ChartExporter = {
  name: "node-exporter",
  image: "node-exporter",
  prefix: "node_",
  alsoFrom: /cost|node[-_]?exporter|\b9100\b/i,
  list: () => list(data),
  exported: (name, program) => {
    const metric = list(data).metric(name);
    return metric === undefined ? unlisted(name, program) : ofListed(metric, program);
  },
  // Many a counter of the kernel is a gauge to it.
  isTrueGauge: (name) => /^node_(?:filesystem_|memory_[A-Z]|load|hwmon_temp_|thermal_zone_temp)/.test(name),
};

/**
 * Names that begin like those of a collector, and are of the kubelet or of a cost exporter.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/documentation-list.yaml
 * https://opencost.io/docs/integrations/metrics
 */
const ofOthers: ReadonlySet<string> = new Set([
  "node_cpu_usage_seconds_total",
  "node_swap_usage_bytes",
  "node_cpu_hourly_cost",
]);

interface Prefix {
  readonly prefix: string;
  readonly collectors: readonly string[];
  readonly open: boolean;
}

/** The longest first: `node_cpu_vulnerabilities_` before `node_cpu_`. */
const prefixes = once((_: typeof data): readonly Prefix[] =>
  data.prefixes
    .map((line) => {
      const [prefix = "", collectors = "", state = ""] = line.split(" ");
      return { prefix, collectors: collectors.split("+"), open: state === "open" };
    })
    .sort((a, b) => b.prefix.length - a.prefix.length),
);

const renamed = once((_: typeof data) => new Map(data.renamed.map((line) => [line.slice(0, line.indexOf(" ")), line])));

const unlisted = (name: string, program: ExporterProgram): Exported => {
  const unknown: Exported = {
    status: "unknown",
    why: `of ${called(nodeExporter, program)} is not known whether it exports ${name}`,
  };
  // Files of that folder can hold metrics of any name.
  if (!program.plain || program.values("collector.textfile.directory").length > 0 || ofOthers.has(name)) return unknown;
  const begin = `${called(nodeExporter, program)} does not export `;
  const [, newer, values] = renamed(data).get(name)?.split(" ") ?? [];
  if (newer !== undefined && compare(program.version ?? data.to, "0.16.0") >= 0)
    return {
      status: "no",
      begin: "since its release 0.16 node-exporter has another name for ",
      end: "",
      advice: null,
      renamed: { name: newer, same: values === "same" },
    };
  const prefix = prefixes(data).find((one) => name.startsWith(one.prefix));
  if (prefix === undefined || !isCovered(nodeExporter, program)) return unknown;
  return allOff(prefix.collectors, program) ?? (prefix.open ? unknown : { status: "no", begin, end: "", advice: null });
};

const ofListed = (metric: ListedMetric, program: ExporterProgram): Exported => {
  const release = notInRelease(metric, nodeExporter, program);
  if (release !== null) return release;
  if (!program.plain)
    return { status: "unknown", why: `the arguments of node-exporter, which decide on ${metric.name}, cannot be read` };
  if (program.values("collector.textfile.directory").length === 0) {
    const off = metric.parts.length === 0 ? null : allOff(metric.parts, program);
    if (off !== null) return off;
  }
  return { status: "yes", metric, labels: metric.labels };
};

/** Null where one of the collectors is on, or may be. */
const allOff = (collectors: readonly string[], program: ExporterProgram): Exported | null => {
  if (program.version === null || collectors.some((one) => isOn(one, program) !== false)) return null;
  const [first = ""] = collectors;
  return {
    status: "no",
    begin: `the collector ${collectors.join(" or ")} of node-exporter is off, so that it does not export `,
    end: "",
    advice: `Turn it on: add --collector.${first} to the chart's value prometheus-node-exporter.extraArgs`,
  };
};

/** https://github.com/prometheus/node_exporter/blob/v1.12.1/collector/collector.go */
const isOn = (collector: string, program: ExporterProgram): boolean | null => {
  const asked = program.values(`collector.${collector}`).at(-1);
  const refused = program.values(`no-collector.${collector}`).length > 0;
  if (asked !== undefined && refused) return null;
  if (asked !== undefined) return asked !== "false";
  if (refused || program.values("collector.disable-defaults").length > 0) return false;
  return namedIn(data.defaults, program.version ?? "").has(collector);
};
