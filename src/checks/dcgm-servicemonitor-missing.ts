import { nameOf, type Problem } from "../core/finding.ts";
import { aimsAtDcgm } from "../signal/metrics/aim.ts";
import { scrapesDcgm } from "../signal/metrics/dcgm-monitors.ts";
import { endpointPath } from "../signal/scrape/endpoint-path.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import { predictTargets } from "../signal/scrape/targets.ts";
import type { Stack } from "../stack/stack.ts";
import { isOwn, type World } from "../world/world.ts";
import type { Check, Subject } from "./check.ts";
import { type ExportersMonitor, unselectedMonitor } from "./own/exporters-monitor.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const dcgmServicemonitorMissing: Check = {
  id: "dcgm-servicemonitor-missing",
  title: "No ServiceMonitor, PodMonitor or ScrapeConfig aims at a DCGM exporter.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render", "resolution"],
  cannotJudge: notAllRendered,
  *find(subject) {
    const { stack, resolution } = subject;
    const { world } = resolution;
    // The exporter may bring a monitor of its own, and this Prometheus may select it.
    if (scrapedTargets(world).gpu.length > 0) return;
    if (scrapesDcgm(world)) {
      const lost = lostTargets(subject);
      if (lost !== null) yield lost;
      return;
    }
    // Another system scrapes where the stack has no Prometheus; whether it should have one is told by another check.
    if (["Prometheus", "PrometheusAgent"].every((kind) => world.ofKind(kind).length === 0)) return;
    const monitor = unselectedMonitor(subject);
    if (monitor === null) yield missing(stack);
    else if (monitor !== "unseen") yield notSelected(monitor, stack, world);
  },
};

/**
 * Monitors of the tree aim at the exporter, no hop of their ways is broken or unknown, and yet they have no target:
 * whatever takes the targets away, signals end there, and no other check tells it.
 */
const lostTargets = ({ resolution: { world, paths } }: Pick<Subject, "resolution">): Problem | null => {
  if (!world.exporter.known || scrapedTargets(world).unseen !== null) return null;
  const aiming = ["ServiceMonitor", "PodMonitor"]
    .flatMap((kind) => world.ofKind(kind))
    .filter((monitor) => isOwn(monitor) && aimsAtDcgm(monitor));
  const refs = new Set(aiming.map(({ ref }) => ref));
  const ways = paths.filter(({ signal, resource }) => signal === "metrics" && refs.has(resource));
  const [first] = aiming;
  if (first === undefined || ways.some(({ status }) => status !== "ok")) return null;
  if (aiming.some((monitor) => predictTargets(monitor, world).length > 0)) return null;
  const ended = paths.filter(({ hops }) =>
    hops.some(({ hop, status, check }) => hop === "metrics-are-exported" && status === "broken" && check === undefined),
  );
  const [one] = ended;
  if (one === undefined) return null;
  const at = first.locate(endpointPath(first, 0));
  return {
    message: `${nameOf(first.ref)} aims at ${world.exporter.name}, and Prometheus gets no target by it: ${one.subject}${ended.length > 1 ? ` and ${ended.length - 1} more` : ""} will never have a sample`,
    ...(at === null ? {} : { at }),
    resource: first.ref,
  };
};

const missing = (stack: Stack): Problem => ({
  message:
    "No ServiceMonitor, PodMonitor or ScrapeConfig aims at NVIDIA's DCGM exporter: Prometheus gets no GPU metric from this tree",
  at: absenceAt(stack, "servicemonitors"),
  fix: {
    description:
      "Add a ServiceMonitor that selects app: nvidia-dcgm-exporter (port gpu-metrics, namespace gpu-operator) for the gpu-operator, or app.kubernetes.io/name: dcgm-exporter (port metrics) for the standalone chart",
    edits: [],
  },
});

/** A second monitor beside one that is there would scrape everything twice as soon as both are selected. */
const notSelected = ({ object, why, at }: ExportersMonitor, stack: Stack, { exporter }: World): Problem => {
  const key = `${exporter.source === "gpu-operator" ? "dcgmExporter." : ""}serviceMonitor`;
  const own = at === null ? ", or turn it off there and add one to the tree" : ": a second one is not needed";
  return {
    message: `${nameOf(object.ref)}, which comes with ${exporter.name}, is there, and no Prometheus selects it (${why}): Prometheus gets no GPU metric`,
    at: at ?? absenceAt(stack, "servicemonitors"),
    fix: {
      description: `Have Prometheus select it, e.g. by the labels that ${key}.additionalLabels in the exporter's values gives it${own}`,
      edits: [],
    },
  };
};
