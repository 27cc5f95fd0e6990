import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { getJson } from "./get-json.ts";
import type { LiveStack } from "./live-stack.ts";
import { type Observation, observation } from "./observation.ts";
import { observeSelection } from "./observe-selection.ts";
import { listAt, textAt } from "./pod.ts";
import { sampleMetrics } from "./sample-gpus.ts";
import type { Snapshot } from "./snapshot.ts";

/** The alert's name as the path's subject has it. */
export const alertNameOf = ({ subject }: SignalPath): string =>
  /^alert (.+) in PrometheusRule /.exec(subject)?.[1] ?? "";

/** What can be seen of an alert's way. Throws where a program does not answer. */
export const observeAlert = async (
  path: SignalPath,
  live: LiveStack,
  seen: Snapshot,
): Promise<readonly Observation[]> => {
  const [namespace, name] = [path.resource.namespace ?? "monitoring", path.resource.name];
  const alert = alertNameOf(path);
  const selection = await observeSelection(live.cluster, {
    ...{ resource: "prometheusrules", namespace, name, hop: "prometheus-selects-rule" },
    ...{ selector: "ruleSelector", namespaceSelector: "ruleNamespaceSelector" },
  });
  const rule = await ruleOf(live, namespace, name, alert);
  const loaded = loadedRule(seen, namespace, name, alert);
  const isSelected = selection.every((one) => one.seen === "ok");
  return [
    ...selection,
    observation(
      "operator-accepts-rule",
      isSelected ? loaded !== null : null,
      loaded === null ? "Prometheus has no such rule" : "Prometheus has loaded the rule",
    ),
    ...(await observeExpression(live, textAt(rule, ["expr"]))),
    ...observeRoute(alert, seen),
    observeArrival(alert, loaded, seen),
  ];
};

const ruleOf = async ({ cluster }: LiveStack, namespace: string, name: string, alert: string): Promise<Json> => {
  const path = `/apis/monitoring.coreos.com/v1/namespaces/${namespace}/prometheusrules/${name}`;
  const { body } = await cluster.request("GET", path);
  const rules = listAt(body as Json, ["spec", "groups"]).flatMap((group) => listAt(group, ["rules"]));
  return rules.find((rule) => textAt(rule, ["alert"]) === alert) ?? null;
};

/** The operator names a rule file `<namespace>-<name>-<uid>.yaml`. */
const loadedRule = (seen: Snapshot, namespace: string, name: string, alert: string): Json | null => {
  const groups = seen.ruleGroups.filter((group) => textAt(group, ["file"]).includes(`/${namespace}-${name}-`));
  return groups.flatMap((group) => listAt(group, ["rules"])).find((rule) => textAt(rule, ["name"]) === alert) ?? null;
};

/** Metrics and labels of the expression, as Prometheus itself reads and finds them. */
const observeExpression = async (live: LiveStack, expression: string): Promise<readonly Observation[]> => {
  const ask = (path: string, parameters: Readonly<Record<string, string>>): Promise<Json> =>
    getJson(`${live.prometheus.url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const parsed = await fetch(`${live.prometheus.url}/api/v1/parse_query?${new URLSearchParams({ query: expression })}`);
  // What is not PromQL has no metrics to look for; that its group is not loaded is seen elsewhere.
  if (parsed.status === 400) return [];
  const tree = valueAt((await parsed.json()) as Json, ["data"]);
  const selectors = [...selectorsIn(tree ?? null)];
  const count = async (query: string): Promise<number> =>
    listAt(await ask("query", { query: `count(${query})` }), ["data", "result"]).length;
  const served = new Set(sampleMetrics.map(({ name }) => name));
  const gpu = selectors.map(({ name }) => name).filter((name) => name.startsWith("DCGM_"));
  const missing = gpu.filter((name) => !served.has(name));
  const counted = await Promise.all(
    selectors.map(async (selector) => ({
      ...selector,
      any: await count(selector.name),
      some: await count(textOf(selector)),
    })),
  );
  const here = counted.filter(({ any }) => any > 0);
  const empty = here.filter(({ some }) => some === 0).map(textOf);
  const lost = counted.filter(({ name, any }) => any === 0 && gpu.includes(name)).map(({ name }) => name);
  const result = await ask("query", { query: expression });
  return [
    observation("metrics-are-exported", missing.length + lost.length === 0, metricsSeen(missing, lost)),
    observation(
      "labels-exist",
      here.length === selectors.length || empty.length > 0 ? empty.length === 0 : null,
      empty.length > 0 ? `no series is ${empty.join(", ")}` : "Prometheus has series for each selector",
    ),
    observation(
      "result-is-vector",
      textAt(result, ["data", "resultType"]) === "vector",
      `Prometheus answers with a ${textAt(result, ["data", "resultType"])}`,
    ),
  ];
};

const metricsSeen = (missing: readonly string[], lost: readonly string[]): string => {
  if (missing.length > 0) return `the exporter does not serve ${missing.join(", ")}`;
  return lost.length > 0
    ? `the exporter serves them, Prometheus has no ${lost.join(", ")}`
    : "the exporter serves them";
};

interface Selector {
  readonly name: string;
  readonly matchers: readonly string[];
}

/** Not those that `absent()` waits for: without their series it fires all the more. */
const selectorsIn = function* (node: Json): Iterable<Selector> {
  if (Array.isArray(node)) for (const one of node) yield* selectorsIn(one);
  if (!isObject(node) || textAt(node, ["func", "name"]).startsWith("absent")) return;
  if (node["type"] === "vectorSelector" || node["type"] === "matrixSelector") {
    const matchers = listAt(node, ["matchers"]).filter((matcher) => textAt(matcher, ["name"]) !== "__name__");
    yield {
      name: textAt(node, ["name"]),
      matchers: matchers.map(
        (matcher) =>
          `${textAt(matcher, ["name"])}${textAt(matcher, ["type"])}${JSON.stringify(textAt(matcher, ["value"]))}`,
      ),
    };
    return;
  }
  for (const inner of Object.values(node)) yield* selectorsIn(inner ?? null);
};

const textOf = ({ name, matchers }: Selector): string =>
  `${name}${matchers.length === 0 ? "" : `{${matchers.join(",")}}`}`;

/**
 * Where Alertmanager sends it: an alert of this name is there, a real one or the one that {@link postProbes} put there.
 */
const observeRoute = (alert: string, seen: Snapshot): readonly Observation[] => {
  const routed = seen.routed.filter((one) => textAt(one, ["labels", "alertname"]) === alert);
  const names = [
    ...new Set(routed.flatMap((one) => listAt(one, ["receivers"]).map((receiver) => textAt(receiver, ["name"])))),
  ];
  const working = names.filter((name) => hasIntegration(seen.routing, name));
  const muted = routed.filter((one) => listAt(one, ["status", "inhibitedBy"]).length > 0);
  const known = routed.length > 0;
  return [
    observation(
      "route-reaches-receiver",
      known ? working.length > 0 : null,
      `Alertmanager sends it to ${names.join(", ")}`,
    ),
    observation(
      "alert-is-not-inhibited",
      known ? muted.length < routed.length : null,
      `${muted.length} of ${routed.length} are inhibited`,
    ),
  ];
};

const hasIntegration = (routing: Json, name: string): boolean =>
  listAt(routing, ["receivers"]).some(
    (receiver) =>
      isObject(receiver) &&
      receiver["name"] === name &&
      Object.entries(receiver).some(
        ([key, value]) => key.endsWith("_configs") && Array.isArray(value) && value.length > 0,
      ),
  );

const observeArrival = (alert: string, loaded: Json | null, seen: Snapshot): Observation => {
  const count = seen.delivered.filter(({ alertname }) => alertname === alert).length;
  const states = seen.alerts.filter((one) => textAt(one, ["labels", "alertname"]) === alert);
  const firing = states.some((one) => one["state"] === "firing");
  if (count > 0) return observation("arrives", true, `the webhook has had ${count} of it`);
  if (loaded === null) return observation("arrives", false, "the webhook has had none");
  if (firing) return observation("arrives", false, "it fires, and the webhook has had none");
  const wait = valueAt(loaded, ["duration"]);
  return observation(
    "arrives",
    null,
    states.length > 0 ? `pending: it waits for ${wait} s` : "the samples give it no reason",
  );
};

/**
 * Gives Alertmanager an alert of each of these names that it does not know, with the labels of its
 * rule, to see where it goes.
 */
export const postProbes = async (live: LiveStack, paths: readonly SignalPath[], seen: Snapshot): Promise<void> => {
  const known = new Set(seen.routed.map((one) => textAt(one, ["labels", "alertname"])));
  const probes: JsonObject[] = [];
  for (const path of paths) {
    const alert = alertNameOf(path);
    if (known.has(alert)) continue;
    const rule = await ruleOf(live, path.resource.namespace ?? "monitoring", path.resource.name, alert);
    const labels = valueAt(rule, ["labels"]);
    probes.push({ labels: { ...(isObject(labels) ? labels : {}), alertname: alert } });
  }
  await getJson(`${live.alertmanager.url}/api/v2/alerts`, {
    ...{ method: "POST", body: JSON.stringify(probes) },
    headers: { "content-type": "application/json" },
  });
};
