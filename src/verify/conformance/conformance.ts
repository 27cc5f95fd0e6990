import { allDone } from "../../core/all-done.ts";
import { compare } from "../../core/finding.ts";
import type { CountedGpus } from "../gpus/count-gpus.ts";
import { type LivePrometheus, type LiveTarget, livePrometheus } from "../prometheus/live-prometheus.ts";
import type { Scene } from "../scene.ts";
import type { ConformanceEvidence } from "../verification.ts";
import { acceleratorMetrics, serviceMetrics } from "./requirements.ts";

type Series = ConformanceEvidence["series"];

/**
 * What shows now that the stack meets the two requirements of CNCF's AI Conformance on monitoring; one query of each
 * Prometheus.
 */
export const conformance = async (
  scene: Scene,
  { nodes, conditions }: CountedGpus,
): Promise<readonly ConformanceEvidence[]> => {
  const programs = scene.resolution.world.ofKind("Prometheus").map(livePrometheus(scene));
  const answers = await allDone(programs.map((live) => collected(live)));
  const known = answers.flatMap((one) => (one.ok ? [one] : []));
  if (known.length === 0) {
    const failed = answers.flatMap((one) => (one.ok ? [] : [one.why]))[0] ?? "no Prometheus is part of the stack";
    const what = `Prometheus cannot be asked: ${failed}.`;
    return (["accelerator_metrics", "ai_service_metrics"] as const).map((requirement) => ({
      ...{ requirement, met: null, series: [], what },
    }));
  }
  const series = known.flatMap((one) => one.series);
  const targets = known.flatMap((one) => one.targets);
  const none = nodes === null ? (conditions[0]?.what ?? "No node with GPUs is known.") : null;
  return [accelerators(series, none), services(series, targets)];
};

type Collected =
  | { readonly ok: true; readonly series: Series; readonly targets: readonly LiveTarget[] }
  | { readonly ok: false; readonly why: string };

const collected = async (live: LivePrometheus): Promise<Collected> => {
  const [counts, targets] = await allDone([live.query(query), live.targets()]);
  if (!counts.ok) return counts;
  if (!targets.ok) return targets;
  const together = Map.groupBy(counts.value, ({ labels }) => JSON.stringify([labels["__name__"], labels["job"]]));
  const series = [...together.values()].map((same) => ({
    metric: same[0]?.labels["__name__"] ?? "",
    count: same.reduce((sum, { value }) => sum + value, 0),
    job: same[0]?.labels["job"] ?? "",
  }));
  return { ok: true, series, targets: targets.value };
};

/** Anchored as Prometheus anchors, which JavaScript's ends of the text would not be. */
const names = [
  ...acceleratorMetrics.map(({ metrics }) => metrics.source.replace(/^\^|\$$/g, "")),
  ...serviceMetrics.map(({ metric }) => metric),
];
const query = `count by (__name__, job) ({__name__=~${JSON.stringify(names.join("|"))}})`;

const accelerators = (all: Series, noGpus: string | null): ConformanceEvidence => {
  const requirement = "accelerator_metrics";
  const kinds = acceleratorMetrics.map(({ kind, metrics, core }) => {
    const [first] = all.filter(({ metric }) => metrics.test(metric)).toSorted(byMetric);
    return { kind, core, first };
  });
  const series = kinds.flatMap(({ first }) => first ?? []);
  const missing = kinds.filter(({ core, first }) => core && first === undefined).map(({ kind }) => kind);
  const without = kinds.filter(({ core, first }) => !core && first === undefined).map(({ kind }) => kind);
  if (series.length === 0 && noGpus !== null) return { requirement, met: null, series, what: noGpus };
  if (missing.length > 0)
    return {
      requirement,
      met: false,
      series,
      what: `Prometheus has no series of ${missing.join(" and ")} of accelerators.`,
    };
  const also = without.length > 0 ? `; none of ${without.join(", ")}, which the hardware may not have` : "";
  return {
    ...{ requirement, met: true, series },
    what: `Utilization and memory usage are there, by accelerator${also}.`,
  };
};

const services = (all: Series, targets: readonly LiveTarget[]): ConformanceEvidence => {
  const requirement = "ai_service_metrics";
  const found = all.filter(({ metric }) => serviceMetrics.some((one) => one.metric === metric)).toSorted(byMetric);
  const monitored = targets.filter(({ pool }) => /^(?:serviceMonitor|podMonitor)\//.test(pool));
  const up = monitored.filter(({ isUp }) => isUp);
  const jobs = [...Map.groupBy(up, ({ labels }) => labels["job"] ?? "")]
    .map(([job, own]) => ({ metric: "up", count: own.length, job }))
    .toSorted((a, b) => compare(a.job, b.job));
  if (monitored.length === 0)
    return { requirement, met: null, series: found, what: "No monitor has brought Prometheus a target." };
  if (up.length === 0)
    return { requirement, met: false, series: found, what: `None of ${monitored.length} targets of monitors is up.` };
  const collects = `Prometheus discovers ${monitored.length} targets by monitors, and collects from ${up.length} of them in Prometheus' exposition format`;
  const running = [...new Set(found.map(({ metric }) => serviceMetrics.find((one) => one.metric === metric)?.service))];
  return {
    ...{ requirement, met: true, series: [...found, ...jobs] },
    what:
      running.length > 0
        ? `${collects}, among them ${running.join(", ")}.`
        : `${collects}; no AI service that is known here is among them now.`,
  };
};

const byMetric = (a: Series[number], b: Series[number]): number => compare(a.metric, b.metric) || compare(a.job, b.job);
