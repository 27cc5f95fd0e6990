import { isObject, type Json, type JsonObject } from "../../src/kubernetes/manifest.ts";
import { getJson } from "./get-json.ts";
import type { LiveStack } from "./live-stack.ts";
import { listAt } from "./pod.ts";
import type { Delivered } from "./webhook-receiver.ts";

/** What the running programs say of themselves at one moment, as far as the rig waits for it. */
export interface Snapshot {
  readonly activeTargets: readonly JsonObject[];
  readonly ruleGroups: readonly JsonObject[];
  /** Alerts that Alertmanager knows, with the receivers that it chose. */
  readonly routed: readonly JsonObject[];
  readonly delivered: readonly Delivered[];
}

/** Asks them all. Throws where one does not answer. */
export const takeSnapshot = async ({ prometheus, alertmanager, receiver }: LiveStack): Promise<Snapshot> => {
  const ask = (path: string): Promise<Json> => getJson(`${prometheus.url}/api/v1/${path}`);
  const [targets, rules, routed] = await Promise.all([
    ask("targets?state=active"),
    ask("rules"),
    getJson(`${alertmanager.url}/api/v2/alerts`),
  ]);
  return {
    activeTargets: objectsAt(targets, ["data", "activeTargets"]),
    ruleGroups: objectsAt(rules, ["data", "groups"]),
    routed: objectsAt(routed, []),
    delivered: receiver.delivered(),
  };
};

const objectsAt = (value: Json, path: readonly string[]): readonly JsonObject[] => listAt(value, path).filter(isObject);
