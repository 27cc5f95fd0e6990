import type { Manifest } from "../kubernetes/manifest.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { toolIdentity } from "../outside/tools.ts";
import { featureFlags } from "../validate/promtool/rule-groups.ts";
import type { AlertCanary, Canary } from "./alert-canaries.ts";
import { canaryText } from "./canary-test.ts";
import { tryCanaries } from "./try-canaries.ts";

/** Whether an alert fires on synthetic series. */
export interface CanaryResult {
  readonly alert: string;
  readonly fired: boolean;
  /** Why it is not known to fire; null where it fires. */
  readonly why: string | null;
}

type Needs = Pick<Outside, "exec" | "scratch" | "tools" | "memory">;

/** Lets each canary loose in promtool. Throws OperatorError where promtool cannot be run. */
export const runCanaries = async (
  canaries: readonly AlertCanary[],
  manifests: readonly Manifest[],
  outside: Needs,
): Promise<readonly CanaryResult[]> => {
  const made = canaries.map(({ canary }) => canary).filter((canary) => typeof canary !== "string");
  const firing =
    made.length === 0 ? new Map<Canary, number>() : await countFiring(made, featureFlags(manifests), outside);
  return canaries.map(({ entry, canary }) => {
    const alert = entry.name;
    if (typeof canary === "string") return { alert, fired: false, why: canary };
    const count = firing.get(canary);
    if (count === undefined) return { alert, fired: false, why: "promtool did not evaluate the series made for it" };
    return count > 0
      ? { alert, fired: true, why: null }
      : { alert, fired: false, why: "the series made for it do not make it fire" };
  });
};

/** The number of alerts that fire, by canary; none for one that promtool did not evaluate. */
const countFiring = async (
  canaries: readonly Canary[],
  features: readonly string[],
  outside: Needs,
): Promise<ReadonlyMap<Canary, number>> => {
  const tool = await outside.tools.get("promtool");
  const known = openFacts(outside.memory, ["canaries/1", toolIdentity(tool), ...features]);
  const counts = new Map<Canary, number>();
  for (const canary of canaries) {
    const count = known.get([canaryText(canary)]);
    if (count !== null) counts.set(canary, Number(count));
  }
  const untried = canaries.filter((canary) => !counts.has(canary));
  for (const [canary, count] of await tryCanaries(untried, { file: tool.path, features }, outside)) {
    counts.set(canary, count);
    known.learn([canaryText(canary)], String(count));
  }
  known.save();
  return counts;
};
