import type { Json, JsonObject } from "../../src/kubernetes/manifest.ts";
import { mutingAlerts } from "../../src/signal/alerts/muting-alerts.ts";
import type { Resolution } from "../../src/signal/resolve-signals.ts";
import { ruleEntries } from "../../src/signal/rules/rule-entries.ts";
import { getJson } from "./get-json.ts";
import type { LiveStack } from "./live-stack.ts";
import { textAt } from "./pod.ts";

/**
 * Gives Alertmanager an alert of each name of the tree that it does not know, with the labels of its rule: what mutes
 * an alert can be seen only while there is one. Prometheus knows nothing of them, so those that fire with the ones
 * they mute, like InfoInhibitor, are posted beside them.
 */
export const postProbes = async (
  { alertmanager }: LiveStack,
  { alerts, known, world }: Resolution,
  routed: readonly Json[],
): Promise<void> => {
  const there = new Set(routed.map((one) => textAt(one, ["labels", "alertname"])));
  const probes: readonly JsonObject[] = alerts
    .filter(({ entry }) => !there.has(entry.name))
    .map(({ entry: { labels, name } }) => ({ labels: { ...labels, alertname: name } }));
  const inhibitors = new Set(
    mutingAlerts(known, null, world)
      .filter(({ whenever }) => whenever === "with-target")
      .map(({ name }) => name),
  );
  const beside = ruleEntries(world)
    .filter(({ kind, name }) => kind === "alert" && inhibitors.has(name))
    .map(({ labels, name }) => ({ labels: { ...labels, alertname: name } }));
  await getJson(`${alertmanager.url}/api/v2/alerts`, {
    ...{ method: "POST", body: JSON.stringify([...probes, ...beside]) },
    headers: { "content-type": "application/json" },
  });
};
