import type { JsonObject, Manifest } from "../../src/kubernetes/manifest.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { discoveryNeeds } from "../../src/signal/metrics/rbac-hop.ts";
import { refusalsOf } from "../../src/signal/operator/monitor-acceptance.ts";
import { selectionOf } from "../../src/signal/operator/monitor-selection.ts";
import { ruleOutcome } from "../../src/signal/operator/rule-acceptance.ts";
import { choicesOf } from "../../src/signal/operator/selection.ts";
import { monitorJobs, staticTargets } from "../../src/signal/scrape/monitor-jobs.ts";
import { monitoredNamespaces } from "../../src/signal/scrape/monitor-namespaces.ts";
import { checkRules } from "../../src/validate/promtool/check-rules.ts";
import type { RuleVerdict } from "../../src/validate/promtool/rule-verdict.ts";
import { validateRender } from "../../src/validate/validate.ts";
import type { World, WorldObject } from "../../src/world/world.ts";
import { renderOf } from "../checks/subject.ts";
import { keyOf, nameOf } from "./api-path.ts";
import type { Admission } from "./apply.ts";
import { caseWorld, manifestOf, reachableWebhook } from "./case-world.ts";
import type { Court } from "./court.ts";
import type { Fate } from "./fate.ts";
import { type JobView, predictedView } from "./job-view.ts";
import { type Batch, isOpen } from "./judge-case.ts";
import { operatorObject, usualFlags } from "./operator-object.ts";

/** What we say will become of one case. */
export interface Predicted {
  readonly admission: Admission;
  /** By `namespace/name` of the Prometheus. */
  readonly fates: ReadonlyMap<string, PredictedFate>;
}

export interface PredictedFate {
  /** Null: we say that it cannot be told. */
  readonly fate: Fate | null;
  readonly why: string;
  readonly jobs: readonly JobView[];
}

/**
 * Our prediction for every case of a batch, in their order: what the product says of such a tree, with nothing known
 * of the operator's answer.
 */
export const predict = async (
  batch: Batch,
  court: Pick<Court, "crds" | "version">,
  outside: Outside,
): Promise<readonly Predicted[]> => {
  const manifests = batch.cases.map(manifestOf);
  const invalid = await invalidOnes(manifests, court.crds, outside);
  const benches: Bench[] = [];
  // One after the other: each writes its rule files under the same names into the scratch folder.
  for (const one of batch.setting.prometheuses)
    benches.push(await benchOf(one, batch, manifests, { version: court.version, outside }));
  return batch.cases.map((object, i) => {
    const views = benches.map((bench) => [bench.key, fateBefore(object, i, bench)] as const);
    const atApply = views.map(([, { refusedAtApply }]) => refusedAtApply)[0] ?? null;
    return {
      admission: invalid.has(i) ? "refused-by-schema" : (atApply ?? "accepted"),
      fates: new Map(views.map(([key, { fate, why, jobs }]) => [key, { fate, why, jobs }])),
    };
  });
};

/** One Prometheus, and the cases as it would meet them: the others do not count for it. */
interface Bench {
  readonly key: string;
  readonly prometheus: WorldObject;
  /** With the webhook registered and answering, and without any. */
  readonly guarded: World;
  readonly open: World;
  readonly verdicts: ReadonlyMap<Manifest, RuleVerdict>;
  readonly manifests: readonly Manifest[];
}

const benchOf = async (
  prometheus: JsonObject,
  { setting, cases }: Batch,
  manifests: readonly Manifest[],
  { version, outside }: { readonly version: string; readonly outside: Outside },
): Promise<Bench> => {
  const operator = operatorObject(version, usualFlags);
  const objects = [operator, ...setting.namespaces, ...setting.others, prometheus, ...cases];
  const open = caseWorld(objects);
  const [object] = open.ofKind("Prometheus");
  if (object === undefined) throw new Error("the world lost its Prometheus");
  const verdicts = await checkRules([manifestOf(prometheus), ...manifests], outside);
  return {
    key: keyOf(prometheus),
    prometheus: object,
    guarded: caseWorld([...objects, ...reachableWebhook]),
    open,
    verdicts: new Map(verdicts.map((verdict) => [verdict.manifest, verdict])),
    manifests,
  };
};

type Sight = PredictedFate & { readonly refusedAtApply: Admission | null };

const fateBefore = (object: JsonObject, index: number, bench: Bench): Sight => {
  const kind = String(object["kind"]);
  const world = kind === "PrometheusRule" && !isOpen(nameOf(object)) ? bench.guarded : bench.open;
  const own = world.ofKind(kind).find(({ ref }) => `${ref.namespace}/${ref.name}` === keyOf(object));
  if (own === undefined) throw new Error(`the world lost ${keyOf(object)}`);
  const verdict = kind === "PrometheusRule" ? ruleSight(own, world, index, bench) : monitorSight(own, world, bench);
  const choice = choicesOf(own, selectionOf(kind), world).find(({ selecting }) => selecting.ref.kind === "Prometheus");
  const statuses = [choice?.byLabels, choice?.byNamespace];
  if (statuses.includes("broken")) return { ...verdict, fate: "not-selected", why: "", jobs: [] };
  return statuses.includes("unknown") ? { ...verdict, fate: null } : verdict;
};

/** In a case's world all is in sight: a Secret that is not in it is not in the cluster. */
const monitorSight = (monitor: WorldObject, world: World, { prometheus }: Bench): Sight => {
  const refusals = refusalsOf(monitor, prometheus, world);
  const [refusal] = refusals;
  const namespaces = monitoredNamespaces(monitor, prometheus, world);
  const needs = discoveryNeeds(monitor, prometheus, world);
  const discovers =
    monitor.ref.kind === "Probe" ? staticTargets(monitor.body) === null : monitor.ref.kind !== "ScrapeConfig";
  return {
    fate: refusal === undefined ? "loaded" : refusal.breaks === true ? "breaks-prometheus" : "rejected",
    why: refusal?.why ?? "",
    jobs: monitorJobs(monitor, prometheus, world).map((job) =>
      predictedView(job, discovers && namespaces !== "all" ? namespaces : null, needs),
    ),
    refusedAtApply: refusals.some(({ check }) => check === "kubernetes-schema-invalid") ? "refused-by-schema" : null,
  };
};

const ruleSight = (rule: WorldObject, world: World, index: number, bench: Bench): Sight => {
  const manifest = bench.manifests[index];
  const verdict = manifest && bench.verdicts.get(manifest);
  const outcome = ruleOutcome(rule, verdict, world);
  const unguarded = ruleOutcome(rule, verdict, bench.open);
  const why = verdict?.errors[0]?.message ?? "";
  const refusedAtApply =
    unguarded === "rejected-at-apply"
      ? "refused-by-schema"
      : outcome === "rejected-at-apply"
        ? "refused-by-webhook"
        : null;
  const dropped = outcome === "rejected-at-apply" || outcome === "silently-dropped";
  const fate = outcome === undefined ? null : dropped ? "rejected" : outcome;
  return { fate, why, jobs: [], refusedAtApply };
};

const invalidOnes = async (
  manifests: readonly Manifest[],
  crds: readonly string[],
  outside: Outside,
): Promise<ReadonlySet<number>> => {
  const render = renderOf({ chart: manifests });
  const options = { inputs: { schemaLocations: [] }, kubeVersion: "1.35.4", cluster: null, outside };
  const { verdicts } = await validateRender({ ...render, chart: { ...render.chart, crds } }, options);
  return new Set(verdicts.flatMap(({ status }, i) => (status === "invalid" ? [i] : [])));
};
