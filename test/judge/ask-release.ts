import { type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { experimentalSince } from "../../src/signal/operator/operator-history.ts";
import { operatorAt } from "../../src/signal/operator/operator-of.ts";
import { operatorRelease } from "../../src/signal/operator/operator-release.ts";
import type { Court } from "./court.ts";
import { observe } from "./observe.ts";

/** What hangs on a release of the operator, and not on an object. */
export interface ReleaseFacts {
  /** What its PromQL says of functions and aggregations that came as experimental ones, by name. */
  readonly functions: Readonly<Record<string, "experimental" | "unknown" | "taken">>;
  /** The Prometheus that it deploys where none is named. */
  readonly defaultPrometheus: string;
}

const names = Object.keys(experimentalSince);

/** What we say of a release. */
export const releaseWeSay = (version: string): ReleaseFacts => {
  const operator = operatorAt(version);
  const wordFor = (name: string) =>
    operator.lacks(name) ? "unknown" : operator.isExperimental(name) ? "experimental" : "taken";
  return {
    functions: Object.fromEntries(names.map((name) => [name, wordFor(name)])),
    defaultPrometheus: operator.defaultPrometheus,
  };
};

const namespace = "release";

/**
 * Asks the court's operator the same. Where it refuses rules that are too large, one such is put before it, too: its
 * log then names the limit.
 */
export const askRelease = async (court: Court): Promise<ReleaseFacts> => {
  // The webhook, which tells no reasons, is not asked for names with `open`.
  const calls = names.map((name, i) => rule(`open-${i}`, `${name}(${name.startsWith("limit") ? "1, up" : ""})`));
  const large = rule("open-large", `up > ${"1".repeat(1024)}`, operatorRelease.maxRuleBytes / 1024);
  const prometheus: JsonObject = {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Prometheus",
    metadata: { name: "main", namespace },
    spec: { replicas: 0, ruleSelector: {} },
  };
  const setting = {
    namespaces: [{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }],
    others: [],
    prometheuses: [prometheus],
  };
  const cases = operatorAt(court.version).does("refuses large rules") ? [...calls, large] : calls;
  await observe(court, [{ setting, cases }], `${namespace}-mark`);
  const log = court.operator.log();
  const functions = Object.fromEntries(names.map((name, i) => [name, wordOf(log, `open-${i}`)]));
  return { functions, defaultPrometheus: (await imageOf(court, "main")).replace(/^.*:v/, "") };
};

const rule = (name: string, expr: string, count = 1): JsonObject => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: { name, namespace },
  spec: { groups: [{ name: "a", rules: Array(count).fill({ record: "a", expr }) }] },
});

/** `start` and `end` are words of the grammar: an older PromQL does not expect them there. */
const wordOf = (log: string, name: string): ReleaseFacts["functions"][string] => {
  const why = new RegExp(
    ` prometheusrule=${name} .* err=.*(?:(is not enabled|experimental)|(unknown function|unexpected))`,
  ).exec(log);
  return why?.[2] !== undefined ? "unknown" : why?.[1] !== undefined ? "experimental" : "taken";
};

/** The image that the operator deploys for a Prometheus, once it has. */
const imageOf = async ({ cluster }: Court, name: string): Promise<string> => {
  let image: Json | undefined;
  await cluster.processes.until("the operator has deployed the Prometheus", async () => {
    const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/prometheus-${name}`;
    const { body } = await cluster.request("GET", path);
    image = valueAt(body as Json, ["spec", "template", "spec", "containers", 0, "image"]);
    return image !== undefined;
  });
  return String(image);
};
