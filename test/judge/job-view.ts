import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { parseDuration } from "../../src/promql/prometheus-duration.ts";
import type { Need } from "../../src/signal/metrics/rbac-hop.ts";
import { type RelabelRule, relabelRule } from "../../src/signal/scrape/relabel.ts";
import type { ScrapeJob } from "../../src/signal/scrape/scrape-job.ts";

/** What of a scrape job is compared: plain values, so that two views are equal when their JSON is. */
export interface JobView {
  readonly name: string;
  readonly honorLabels: boolean;
  readonly interval: string;
  readonly timeout: string;
  readonly path: string;
  readonly scheme: string;
  readonly params: JsonObject;
  /**
   * Where Services, pods or Ingresses are looked for; null: everywhere, or nowhere where targets are static. Of a
   * ScrapeConfig it is not compared.
   */
  readonly namespaces: readonly string[] | null;
  /** What Prometheus lists and watches to find targets, e.g. `pods in monitoring`, sorted. */
  readonly watches: readonly string[];
  readonly attachesNode: boolean;
  readonly relabelings: readonly string[];
  readonly metricRelabelings: readonly string[];
}

/** Our prediction of a job, and of how its targets are found. */
export const predictedView = (
  job: ScrapeJob,
  namespaces: readonly string[] | null,
  needs: readonly Need[],
): JobView => ({
  name: job.name,
  honorLabels: job.honorLabels,
  interval: job.interval,
  timeout: job.timeout,
  path: job.path,
  scheme: job.scheme,
  params: job.params as JsonObject,
  namespaces,
  watches: inOrder(needs.map(({ listed, namespace }) => watch(listed.resource, namespace))),
  attachesNode: job.attachesNode,
  relabelings: rulesText(job.relabelings),
  metricRelabelings: rulesText(job.metricRelabelings),
});

/**
 * The operator's job, seen the same way; `global` says what holds where the job says nothing, `home` is the namespace
 * in which Prometheus runs.
 */
export const generatedView = (job: JsonObject, global: JsonObject, home: string): JobView => {
  const interval = text(job["scrape_interval"]) ?? text(global["scrape_interval"]) ?? "1m";
  const discoveries = listOf(job["kubernetes_sd_configs"]).filter(isObject);
  const names = namesIn(discoveries[0]);
  return {
    name: String(job["job_name"]),
    honorLabels: job["honor_labels"] === true,
    interval,
    timeout: text(job["scrape_timeout"]) ?? shorter(text(global["scrape_timeout"]) ?? "10s", interval),
    path: text(job["metrics_path"]) ?? "/metrics",
    scheme: text(job["scheme"]) ?? "http",
    params: isObject(job["params"]) ? job["params"] : {},
    namespaces: names.length === 0 || String(job["job_name"]).startsWith("scrapeConfig/") ? null : names,
    watches: inOrder(discoveries.flatMap((one) => watchesOf(one, home))),
    attachesNode: discoveries.some(attaches),
    relabelings: rulesText(rulesOf(job["relabel_configs"])),
    metricRelabelings: rulesText(rulesOf(job["metric_relabel_configs"])),
  };
};

/**
 * What each role makes Prometheus list and watch:
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config
 */
const watched: Readonly<Record<string, readonly string[]>> = {
  node: ["nodes"],
  service: ["services"],
  pod: ["pods"],
  endpoints: ["endpoints", "services", "pods"],
  endpointslice: ["endpointslices", "services", "pods"],
  ingress: ["ingresses"],
};

const watchesOf = (discovery: JsonObject, home: string): readonly string[] => {
  const role = String(discovery["role"]);
  const own = valueAt(discovery, ["namespaces", "own_namespace"]) === true ? [home] : [];
  const within = role === "node" ? [] : [...namesIn(discovery), ...own];
  const places = within.length === 0 ? [null] : within;
  const found = places.flatMap((place) => (watched[role] ?? []).map((resource) => watch(resource, place)));
  return attaches(discovery) ? [...found, watch("nodes", null)] : found;
};

const attaches = (discovery: JsonObject): boolean => valueAt(discovery, ["attach_metadata", "node"]) === true;
const namesIn = (discovery: JsonObject | undefined): readonly string[] =>
  listOf(valueAt(discovery, ["namespaces", "names"])).map(String);
const watch = (resource: string, namespace: string | null): string => `${resource} in ${namespace ?? "all namespaces"}`;
const inOrder = (watches: readonly string[]): readonly string[] => [...new Set(watches)].sort();

/** Prometheus never waits longer than the interval for a job that names no timeout of its own. */
const shorter = (timeout: string, interval: string): string =>
  (parseDuration(timeout) ?? 0) > (parseDuration(interval) ?? 0) ? interval : timeout;

const rulesText = (rules: readonly RelabelRule[]): readonly string[] =>
  rules
    .filter((rule) => !isMachinery(rule))
    .map((rule) => JSON.stringify({ ...rule, replacement: plain(rule.replacement), modulus: String(rule.modulus) }));

/**
 * `${1}` and `$1` are the same group where no letter follows; the operator writes now the one and now the
 * other into its own rules.
 */
const plain = (replacement: string): string => replacement.replaceAll(/\$\{(\d+)\}(?!\w)/g, "$$$1");

const rulesOf = (value: Json | undefined): readonly RelabelRule[] =>
  listOf(value)
    .filter(isObject)
    .map((rule) => {
      const [separator, regex, replacement] = [rule["separator"], rule["regex"], rule["replacement"]];
      return relabelRule({
        action: text(rule["action"]) ?? "replace",
        sourceLabels: listOf(rule["source_labels"]).map(String),
        targetLabel: text(rule["target_label"]) ?? "",
        ...(separator !== undefined && { separator: String(separator) }),
        ...(regex !== undefined && { regex: String(regex) }),
        ...(replacement !== undefined && { replacement: String(replacement) }),
        ...(typeof rule["modulus"] === "number" && { modulus: BigInt(rule["modulus"]) }),
      });
    });

/**
 * What the operator makes of the monitor's selector, of shards, and of the kind of an endpoint's target: the product
 * decides these itself, and no rule of it is compared.
 */
const isMachinery = ({ sourceLabels: [first = ""], targetLabel }: RelabelRule): boolean =>
  (targetLabel === "" && /_(?:service|pod|ingress)_label(?:present)?_/.test(first)) ||
  [targetLabel, first].some((label) => /^__tmp_(?:hash|current_shard)$/.test(label)) ||
  /^__meta_kubernetes_endpoint(?:slice)?_address_target_kind$/.test(first);

const text = (value: Json | undefined): string | null => (typeof value === "string" && value !== "" ? value : null);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
