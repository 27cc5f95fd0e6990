import type { Json } from "../../kubernetes/manifest.ts";
import { canonicalJson } from "../hidden/canonical-json.ts";
import type { Plan } from "../plan.ts";
import { type Moved, movedDigest, movedValue } from "./moved.ts";
import {
  movedDrill,
  movedImages,
  movedLosses,
  movedObstacles,
  movedRelease,
  movedRestarts,
  movedStale,
} from "./moved-effects.ts";
import { movedKey, withoutDigests } from "./moved-key.ts";
import { movedObjects } from "./moved-objects.ts";

/**
 * What the plans are compared for: `deploy` carries the approved one out, in the run that made it (whichever attempt);
 * `ask` only wants to know whether it still holds, e.g. for a merge queue, where commit and run are others.
 */
export type ComparePurpose = "deploy" | "ask";

/**
 * All that is not as it was approved and matters; none where a deploy does what was approved and nothing else. The
 * order is the same for the same plans: causes before effects, and what weighs more before what weighs less. Both plans
 * have to be made with the same rules of what is shown: a plan of names alone is compared with one of names alone.
 * `now` is this machine's clock.
 */
export const whatMoved = (approved: Plan, fresh: Plan, now: Date, purpose: ComparePurpose): readonly Moved[] => {
  const key = movedKey(approved, fresh);
  const [a, b] = [approved, fresh].map((plan) => asWritten(key === null ? plan : withoutDigests(plan)));
  if (a === undefined || b === undefined) return [];
  return [
    ...movedTime(approved, now),
    ...movedValue("planVersion", a.planVersion, b.planVersion),
    ...movedSource(a, b, purpose),
    ...movedTarget(a, b),
    ...(key === null ? [] : [key]),
    ...movedRecord("input", a.inputs, b.inputs, "not given"),
    ...movedDigest("configuration file", a.digests.config, b.digests.config),
    ...movedDigest("chart", a.digests.chart, b.digests.chart),
    ...movedRecord("tool", a.tools, b.tools, "none"),
    ...movedObstacles(a, b),
    ...movedLosses(a, b),
    ...movedRelease(a, b),
    ...movedObjects(a.objects, b.objects),
    ...movedImages(a, b),
    ...movedRestarts(a, b),
    ...movedStale(a, b),
    ...movedDrill(a, b),
  ];
};

/** As a reader of the file has it: what was never in a file may hold characters that no file has. */
const asWritten = (plan: Plan): Plan => JSON.parse(canonicalJson(plan as unknown as Json)) as Plan;

/** Milliseconds by which the clocks of two runners may differ. */
const skew = 5 * 60 * 1000;

/** A time that is none has passed: both comparisons are no with it. */
const movedTime = ({ createdAt, expiresAt }: Plan, now: Date): readonly Moved[] => {
  const time = now.toISOString();
  if (!(Date.parse(expiresAt) > now.getTime())) return [{ what: "expiry", approved: expiresAt, now: time }];
  if (Date.parse(createdAt) <= now.getTime() + skew) return [];
  return [{ what: "time, which was later when the plan was made", approved: createdAt, now: time }];
};

const movedSource = ({ source: a }: Plan, { source: b }: Plan, purpose: ComparePurpose): readonly Moved[] => [
  ...movedValue("repository", a.repository, b.repository),
  ...(purpose === "ask"
    ? []
    : [
        ...movedValue("commit", a.sha, b.sha),
        ...movedValue("ref", a.ref, b.ref),
        ...movedValue("run", a.runId, b.runId),
        ...movedValue("workflow", a.workflow, b.workflow),
        ...movedValue("event", a.event, b.event),
      ]),
];

const movedTarget = ({ target: a }: Plan, { target: b }: Plan): readonly Moved[] => [
  ...movedValue("target", a.name, b.name),
  ...movedValue("cluster: uid", a.clusterUid, b.clusterUid),
  ...movedValue("cluster: server", a.server, b.server),
  ...movedValue("cluster: version of Kubernetes", a.kubernetesVersion, b.kubernetesVersion),
];

const movedRecord = (
  word: string,
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
  absent: string,
): readonly Moved[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .sort()
    .flatMap((name) => movedValue(`${word} ${name}`, valueIn(a, name), valueIn(b, name), absent));

/** A name such as `constructor` is in no mapping of ours by itself. */
const valueIn = (record: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(record, name) ? (record[name] ?? null) : null;
