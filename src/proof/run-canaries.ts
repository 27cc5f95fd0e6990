import type { Manifest } from "../kubernetes/manifest.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { toolIdentity } from "../outside/tools.ts";
import { featureFlags } from "../validate/promtool/rule-groups.ts";
import type { AlertCanary, Canary } from "./alert-canaries.ts";
import { type CanaryCourse, courseOf } from "./canary-course.ts";
import { canaryText } from "./canary-test.ts";
import { tryCanaries } from "./try-canaries.ts";

/** Whether an alert fires on synthetic series. */
export interface CanaryResult {
  readonly alert: string;
  readonly fired: boolean;
  /** Why it is not known to fire; null where it fires. */
  readonly why: string | null;
  /** How that went; null where it does not fire. */
  readonly course: CanaryCourse | null;
}

type Needs = Pick<Outside, "exec" | "scratch" | "tools" | "memory">;

/** Lets each canary loose in promtool. Throws OperatorError where promtool cannot be run. */
export const runCanaries = async (
  canaries: readonly AlertCanary[],
  manifests: readonly Manifest[],
  outside: Needs,
): Promise<readonly CanaryResult[]> => {
  const made = canaries.map(({ canary }) => canary).filter((canary) => typeof canary !== "string");
  const firing = made.length === 0 ? new Map<Canary, number>() : await firingOf(made, featureFlags(manifests), outside);
  return canaries.map(({ entry, canary }) => {
    const alert = entry.name;
    const silent = (why: string): CanaryResult => ({ alert, fired: false, why, course: null });
    if (typeof canary === "string") return silent(canary);
    const evaluations = firing.get(canary);
    if (evaluations === undefined) return silent("promtool did not evaluate the series made for it");
    return evaluations > 0
      ? { alert, fired: true, why: null, course: courseOf(canary, evaluations) }
      : silent(whySilent(canary));
  });
};

const whySilent = ({ series }: Canary): string => {
  const sampling = series.map((one) => one.sampling).find((one) => one !== undefined);
  return sampling === undefined
    ? "the series made for it do not make it fire"
    : `samples that come every ${sampling.minutes}m, and count for ${sampling.counted}m, do not keep it firing`;
};

/** At how many evaluations each has been firing; nothing of one that promtool did not evaluate. */
const firingOf = async (
  canaries: readonly Canary[],
  features: readonly string[],
  outside: Needs,
): Promise<ReadonlyMap<Canary, number>> => {
  const tool = await outside.tools.get("promtool");
  const known = openFacts(outside.memory, ["canaries/2", toolIdentity(tool), ...features]);
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
