import { type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { keyOf, nameOf } from "./api-path.ts";
import { type Applied, applyAll, applyAllSurely } from "./apply.ts";
import { type Configuration, readConfiguration, ruleFileOf } from "./configuration.ts";
import type { Court } from "./court.ts";
import type { Fate } from "./fate.ts";
import { inTurn } from "./in-turn.ts";
import { generatedView, type JobView } from "./job-view.ts";
import type { Batch } from "./judge-case.ts";
import { type Rejections, readRejections, rejectionKey } from "./rejections.ts";
import { untilAllIsSeen } from "./witness.ts";

/** What really became of one case. */
export interface Observed {
  readonly applied: Applied;
  /** By `namespace/name` of the Prometheus; empty where the object was refused. */
  readonly fates: ReadonlyMap<string, ObservedFate>;
}

export interface ObservedFate {
  /** Null: nothing was generated, and nothing tells whether it was not selected or rejected. */
  readonly fate: Fate | null;
  /** The operator's reason where it rejected the object. */
  readonly why: string;
  /** The scrape jobs that were generated for the object. */
  readonly jobs: readonly JobView[];
  /** The same as a configuration file that has nothing else, JSON; without the discoveries that promtool may lack. */
  readonly scrapes: string | null;
  /** The rule file that was generated for the object. */
  readonly rules: string | null;
}

/**
 * Puts batches in front of the operator, all at once, and reads what it made of them: per batch and case. Their
 * namespaces must be theirs alone; `mark` is a namespace that nobody has. The Prometheus objects come last, when the
 * operator knows everything else: their first configuration is the final one.
 */
export const observe = async (
  court: Court,
  batches: readonly Batch[],
  mark: string,
): Promise<readonly (readonly Observed[])[]> => {
  const { cluster, operator } = court;
  const { request } = cluster;
  await applyAllSurely(
    request,
    batches.flatMap(({ setting }) => setting.namespaces),
  );
  await applyAllSurely(
    request,
    batches.flatMap(({ setting }) => setting.others),
  );
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
      const fates = batch.setting.prometheuses.map(
        (one) => [keyOf(one), fateOf(object, one, configurations.get(keyOf(one)), rejections)] as const,
      );
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

const fateOf = (
  object: JsonObject,
  prometheus: JsonObject,
  made: Configuration | undefined,
  rejections: Rejections,
): ObservedFate => {
  const kind = String(object["kind"]);
  const [home = ""] = keyOf(prometheus).split("/");
  const written = [...(made?.jobs ?? [])].filter(([name]) => isJobOf(name, kind, keyOf(object))).map(([, job]) => job);
  const jobs = written.map((job) => generatedView(job, made?.global ?? {}, home));
  const scrapes = written.length === 0 ? null : JSON.stringify({ scrape_configs: written.map(readable) });
  const [namespace = ""] = keyOf(object).split("/");
  const isRule = kind === "PrometheusRule";
  const rules = (isRule ? made?.rules.get(ruleFileOf(namespace, nameOf(object))) : undefined) ?? null;
  const why = rejections.get(rejectionKey(keyOf(prometheus), kind, keyOf(object))) ?? "";
  const absent = why !== "" ? "rejected" : isRule && dropsWithoutWord(prometheus) ? null : "not-selected";
  return { fate: jobs.length > 0 || rules !== null ? "loaded" : absent, why, jobs, scrapes, rules };
};

/** The promtool that is built here has no discoveries of clouds (`scripts/tool-build/commands.ts`). */
const readable = (job: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(job).filter(([key]) => !key.endsWith("_sd_configs") || /^(?:kubernetes|http|file)_sd/.test(key)),
  );

/**
 * A Prometheus that forces a label into every expression skips rules that it cannot parse, and logs nothing (`Select`
 * in pkg/operator/rules.go).
 */
const dropsWithoutWord = (prometheus: JsonObject): boolean =>
  valueAt(prometheus, ["spec", "enforcedNamespaceLabel"]) !== undefined;

/** `serviceMonitor/<namespace>/<name>/<index>`; Probes and ScrapeConfigs have one job without an index. */
const isJobOf = (job: string, kind: string, key: string): boolean => {
  const own = `${jobPrefixes[kind]}/${key}`;
  return job === own || job.startsWith(`${own}/`);
};
