import { parseDuration } from "../../promql/prometheus-duration.ts";
import { monitorJobs } from "../../signal/scrape/monitor-jobs.ts";
import { predictTargets, scraperOf } from "../../signal/scrape/targets.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { type LivePrometheus, type LiveTarget, whyDown } from "../prometheus/live-prometheus.ts";
import type { Scene } from "../scene.ts";
import type { Condition, SeenCondition } from "../verification.ts";
import { poolOf } from "./pool.ts";

/** What holds of all targets of a monitor together; nothing is said where it has none, which its path tells. */
export const targetConditions = async (
  subject: string,
  monitor: WorldObject,
  live: LivePrometheus,
  scene: Scene,
): Promise<readonly SeenCondition[]> => {
  const [targets, time] = [await live.targets(), await live.time()];
  if (!targets.ok) return [];
  const isOwn = poolOf(monitor, scene.resolution.world);
  const own = targets.value.filter(({ pool }) => isOwn(pool));
  if (own.length === 0) return [];
  const promisedMs = longestInterval(monitor, scene.resolution.world);
  return [allUp(subject, own), ...(time.ok ? [recent(subject, own, time.value, promisedMs)] : [])];
};

/** By the files, in milliseconds; 0 where only the cluster tells, as where a relabeling sets it. */
const longestInterval = (monitor: WorldObject, world: World): number => {
  const targets = predictTargets(monitor, world);
  const all = targets.length > 0 ? targets : monitorJobs(monitor, scraperOf(monitor, world), world);
  return Math.max(0, ...all.map(({ interval }) => parseDuration(interval) ?? 0));
};

const allUp = (subject: string, own: readonly LiveTarget[]): SeenCondition => {
  const down = own.filter(({ isUp }) => !isUp);
  const [first] = down;
  const what = first === undefined ? "all are up" : `${down.length} are down, ${first.url}: ${whyDown(first)}`;
  return {
    condition: "targets-are-up",
    subject,
    lacking: down.length,
    sight: first === undefined ? "seen" : "not-seen",
    what: `Of ${own.length} targets ${what}.`,
    hint:
      first === undefined
        ? null
        : down.every(({ lastScrape }) => Number.isNaN(lastScrape))
          ? "Give verify-timeout more than the interval at which it is scraped."
          : "Ask what runs there: whether the exporter's pod is up, and whether Prometheus may reach it.",
  };
};

/**
 * A scrape that is twice as old as the interval is late: the interval of the files (0 where they do not tell), as
 * somebody may have changed that of the cluster. What was never scraped is down.
 */
const recent = (subject: string, all: readonly LiveTarget[], now: number, promisedMs: number): Condition => {
  const own = all.map((target) => ({ ...target, intervalMs: promisedMs > 0 ? promisedMs : target.intervalMs }));
  const late = own.filter(({ lastScrape, intervalMs }) => now - lastScrape > 2 * intervalMs + graceMs);
  const [first] = late;
  const ages = own.map(({ lastScrape }) => now - lastScrape).filter(Number.isFinite);
  const oldest = Math.max(0, ...ages) / 1000;
  return {
    condition: "scrapes-are-recent",
    subject,
    sight: first === undefined ? "seen" : "not-seen",
    what:
      first === undefined
        ? `The oldest of ${own.length} last scrapes is ${oldest.toFixed(0)} s ago.`
        : `${first.url} was last scraped ${Math.round((now - first.lastScrape) / 1000)} s ago, and is to be every ${first.intervalMs / 1000} s.`,
    hint:
      first === undefined
        ? null
        : "Look whether Prometheus is overloaded, and whether the target answers within its timeout.",
  };
};

/** A scrape takes its time, at most the interval; the answer to us takes some, too. */
const graceMs = 5000;
