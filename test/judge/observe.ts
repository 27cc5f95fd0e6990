import type { JsonObject } from "../../src/manifest.ts";
import { nameOf, keyOf } from "./api-path.ts";
import { type Applied, applyAll, applyAllSurely } from "./apply.ts";
import { type Configuration, readConfiguration, ruleFileOf } from "./configuration.ts";
import type { Court } from "./court.ts";
import type { Fate } from "./fate.ts";
import { inTurn } from "./in-turn.ts";
import type { Batch } from "./judge-case.ts";
import { type Rejections, readRejections, rejectionKey } from "./rejections.ts";
import { untilAllIsSeen } from "./witness.ts";

/** What really became of one case. */
export interface Observed {
  readonly applied: Applied;
  /** By `namespace/name` of the Prometheus; empty where the object was refused. */
  readonly fates: ReadonlyMap<string, { readonly fate: Fate; readonly why: string; readonly jobs: readonly JsonObject[] }>;
}

/**
 * Puts batches in front of the operator, all at once, and reads what it made of them: per batch and case. Their namespaces must be theirs alone; `mark` is a namespace that
 * nobody has. The Prometheus objects come last, when the operator knows everything else: their first configuration is the final one.
 */
export const observe = async (
  court: Court,
  batches: readonly Batch[],
  mark: string,
): Promise<readonly (readonly Observed[])[]> => {
  const { cluster, operator } = court;
  const { request } = cluster;
  await applyAllSurely(request, batches.flatMap(({ setting }) => setting.namespaces));
  await applyAllSurely(request, batches.flatMap(({ setting }) => setting.others));
  const cases = batches.map((batch) => batch.cases);
  const applied = await applyAll(request, cases.flat());
  await untilAllIsSeen(cluster, mark);
  const prometheuses = batches.flatMap(({ setting }) => setting.prometheuses);
  await applyAllSurely(request, prometheuses);
  const configurations = new Map<string, Configuration>();
  await cluster.processes.until("the operator has configured every Prometheus", async () => {
    const missing = prometheuses.map(keyOf).filter((key) => !configurations.has(key));
    await inTurn(missing, 8, async (key) => {
      const made = await readConfiguration(request, key);
      if (made !== null) configurations.set(key, made);
    });
    return configurations.size === prometheuses.length;
  });
  const rejections = readRejections(operator.log());
  const all = applied.values();
  return batches.map((batch) =>
    batch.cases.map((object) => {
      const one = all.next().value ?? { admission: "accepted", message: "" };
      if (one.admission !== "accepted") return { applied: one, fates: new Map() };
      const fates = batch.setting.prometheuses
        .map(keyOf)
        .map((key) => [key, fateOf(object, key, configurations.get(key), rejections)] as const);
      return { applied: one, fates: new Map(fates) };
    }),
  );
};

const jobPrefixes: Readonly<Record<string, string>> = {
  ServiceMonitor: "serviceMonitor",
  PodMonitor: "podMonitor",
  Probe: "probe",
  ScrapeConfig: "scrapeConfig",
};

const fateOf = (object: JsonObject, prometheus: string, made: Configuration | undefined, rejections: Rejections) => {
  const kind = String(object["kind"]);
  const jobs = [...(made?.jobs ?? [])].filter(([name]) => isJobOf(name, kind, keyOf(object))).map(([, job]) => job);
  const [namespace = ""] = keyOf(object).split("/");
  const loaded =
    kind === "PrometheusRule" ? made?.rules.has(ruleFileOf(namespace, nameOf(object))) === true : jobs.length > 0;
  const why = rejections.get(rejectionKey(prometheus, kind, keyOf(object)));
  const fate: Fate = loaded ? "loaded" : why === undefined ? "not-selected" : "rejected";
  return { fate, why: why ?? "", jobs };
};

/** `serviceMonitor/<namespace>/<name>/<index>`; Probes and ScrapeConfigs have one job without an index. */
const isJobOf = (job: string, kind: string, key: string): boolean => {
  const own = `${jobPrefixes[kind]}/${key}`;
  return job === own || job.startsWith(`${own}/`);
};
