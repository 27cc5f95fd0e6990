import { gunzipSync } from "node:zlib";
import { allDone } from "../../core/all-done.ts";
import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import { listPath, objectPath } from "../../kubernetes/resource-path.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { WorldObject } from "../../world/world.ts";
import { jobNames, type LivePrometheus, type LiveRule, livePrometheus } from "../prometheus/live-prometheus.ts";
import { silenceHint, silenceOf } from "../reach/known.ts";
import type { Scene } from "../scene.ts";
import type { Condition, ConditionName } from "../verification.ts";

/** Whether a Prometheus runs with what the operator wrote for it, evaluates its rules and keeps its samples. */
export const programConditions = async (object: WorldObject, scene: Scene): Promise<readonly Condition[]> => {
  const live = livePrometheus(scene)(object);
  const parts = await allDone([
    configuration(object, live, scene),
    evaluation(live, scene),
    storage(live),
    clock(live),
  ]);
  return parts.map((part) => ({ ...part, subject: live.name }));
};

type Part = Omit<Condition, "subject">;

const part = (condition: ConditionName, sight: Condition["sight"], what: string, hint: string | null = null): Part => ({
  condition,
  sight,
  what,
  hint,
});

/**
 * The config reloader has loaded what the operator wrote (Secret `prometheus-<name>`): the scrape jobs are the same,
 * and the last reload went well.
 */
const configuration = async (object: WorldObject, live: LivePrometheus, scene: Scene): Promise<Part> => {
  const name = "prometheus-loads-configuration";
  const namespace = namespaceOf(object, scene.resolution.world);
  const [info, jobs, secret] = [
    await live.runtime(),
    await live.jobs(),
    await scene.api.get(objectPath(listPath("v1", "secrets", namespace), `prometheus-${object.ref.name}`)),
  ];
  if (!info.ok || !jobs.ok) {
    const { sight, why } = silenceOf(info, jobs);
    return part(name, sight, `It cannot be asked: ${why}.`, silenceHint(sight, live.name));
  }
  if (info.value.hasReloaded === false)
    return part(name, "not-seen", "Its last reload failed: it runs with the configuration before.", reloader);
  const written = secret.ok ? writtenJobs(textOrEmpty(secret.body, ["data", "prometheus.yaml.gz"])) : null;
  if (written === null)
    return part(name, "seen", `Its last reload went well; what the operator wrote cannot be compared.`);
  const missing = written.filter((job) => !jobs.value.has(job));
  const surplus = [...jobs.value].filter((job) => !written.includes(job));
  if (missing.length + surplus.length === 0)
    return part(name, "seen", `It has loaded the ${written.length} scrape jobs that the operator wrote.`);
  const differing = [...missing.map((job) => `${job} is missing`), ...surplus.map((job) => `${job} is a former one`)];
  return part(
    name,
    "not-seen",
    `It does not run with what the operator wrote: ${differing.slice(0, 3).join(", ")}${differing.length > 3 ? ", …" : ""}.`,
    reloader,
  );
};

const reloader = "Look at the log of the container config-reloader in the pods of Prometheus.";

/** Null where it cannot be read. */
const writtenJobs = (data: string): readonly string[] | null => {
  try {
    return jobNames(gunzipSync(Buffer.from(data, "base64"), { maxOutputLength: 64 * 1024 * 1024 }).toString("utf8"));
  } catch {
    return null;
  }
};

const evaluation = async (live: LivePrometheus, { patienceMs }: Scene): Promise<Part> => {
  const name = "prometheus-evaluates-rules";
  const [rules, time, runtime] = [await live.rules(), await live.time(), await live.runtime()];
  if (!rules.ok || !time.ok) return part(name, "cannot-be-seen", "It cannot be asked.");
  const ill = rules.value.find(({ isHealthy }) => !isHealthy);
  if (ill !== undefined)
    return part(
      name,
      "not-seen",
      `Rule ${ill.name} of group ${ill.group} fails: ${ill.error.slice(0, 300).replace(/\.?$/, ".")}`,
      "Mend the rule's expression: what it reads is there, but cannot be joined so.",
    );
  // Prometheus spreads the groups: a new one comes once within its interval, which may be hours.
  const dueIn = ({ lastEvaluation, intervalMs }: LiveRule): number =>
    runtime.ok && Number.isNaN(lastEvaluation) ? runtime.value.loadedAt + intervalMs + graceMs - time.value : 0;
  const outstanding = rules.value.filter(
    ({ lastEvaluation, intervalMs }) => !(time.value - lastEvaluation <= 2 * intervalMs + graceMs),
  );
  const late = outstanding.find((rule) => !(dueIn(rule) > 0));
  if (late !== undefined)
    return part(
      name,
      "not-seen",
      `Group ${late.group} was last evaluated ${agoOf(time.value - late.lastEvaluation)}, and is to be every ${late.intervalMs / 1000} s.`,
      "Look whether Prometheus is overloaded, or has only just started.",
    );
  const awaited = outstanding.find((rule) => dueIn(rule) <= patienceMs) ?? outstanding[0];
  if (awaited !== undefined)
    return part(
      name,
      dueIn(awaited) <= patienceMs ? "not-seen" : "cannot-be-seen",
      `Group ${awaited.group} is new and was not evaluated yet: it is to be every ${awaited.intervalMs / 1000} s, the first time in ${Math.round(dueIn(awaited) / 1000)} s at the latest.`,
      "Look again after that, with mode: verify.",
    );
  return part(
    name,
    "seen",
    `All ${rules.value.length} rules were evaluated within twice their interval, without an error.`,
  );
};

const agoOf = (ms: number): string => (Number.isNaN(ms) ? "never" : `${Math.round(ms / 1000)} s ago`);

const graceMs = 5000;

/** Samples that a query finds must be as young as scrapes are: a full or read-only disk leaves the old ones. */
const storage = async (live: LivePrometheus): Promise<Part> => {
  const name = "prometheus-stores-samples";
  const [ages, targets] = [await live.query("time() - max(timestamp(up))"), await live.targets()];
  if (!ages.ok || !targets.ok) return part(name, "cannot-be-seen", "It cannot be asked.");
  // Of shards that which is farthest behind.
  const newest = ages.value.toSorted((a, b) => b.value - a.value)[0];
  if (targets.value.length === 0) return part(name, "cannot-be-seen", "It has no targets.");
  const longestMs = Math.max(...targets.value.map(({ intervalMs }) => intervalMs));
  if (newest !== undefined && newest.value * 1000 <= 2 * longestMs + graceMs)
    return part(name, "seen", `The newest sample is ${newest.value.toFixed(0)} s old.`);
  return part(
    name,
    "not-seen",
    newest === undefined ? "It has no sample." : `The newest sample is ${newest.value.toFixed(0)} s old.`,
    "Look at its log, and whether its volume is full or can only be read.",
  );
};

/** Alerts end and silences begin by clocks; certificates and tokens hold by them. */
const mostSkewMs = 30_000;

const clock = async (live: LivePrometheus): Promise<Part> => {
  const name = "clocks-agree";
  const asked = Date.now();
  const time = await live.time();
  if (!time.ok) return part(name, "cannot-be-seen", "It cannot be asked.");
  const skew = Math.abs(time.value - asked);
  const what = `Its clock and this runner's are ${(skew / 1000).toFixed(0)} s apart.`;
  return skew <= mostSkewMs
    ? part(name, "seen", what)
    : part(name, "not-seen", what, "Look whether the nodes and the runner keep their time by NTP.");
};
