import type { Problem } from "../core/finding.ts";
import { parseDuration } from "../promql/prometheus-duration.ts";
import { lookbackOf } from "../signal/operator/lookback.ts";
import { monitorKinds } from "../signal/operator/monitor-selection.ts";
import { endpointPath } from "../signal/scrape/endpoint-path.ts";
import { monitorJobs } from "../signal/scrape/monitor-jobs.ts";
import { predictTargets, scraperOf } from "../signal/scrape/targets.ts";
import type { World, WorldObject } from "../world/world.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorIntervalTooLong: Check = {
  id: "servicemonitor-interval-too-long",
  title: "A monitor is scraped so seldom that its series are gone in between.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const monitor of monitorKinds.flatMap((kind) => ownObjects(resolution, kind)))
      yield* seldomEndpoints(monitor, resolution.world);
  },
};

/** A relabeling may set another interval than the endpoint has: what the targets have counts. */
function* seldomEndpoints(monitor: WorldObject, world: World): Generator<Problem> {
  const prometheus = scraperOf(monitor, world);
  const lookback = lookbackOf(prometheus);
  if (lookback === null) return;
  const targets = predictTargets(monitor, world, prometheus);
  for (const { endpoint, interval: own } of monitorJobs(monitor, prometheus, world)) {
    const theirs = targets.filter((target) => target.endpoint === endpoint).map(({ interval }) => interval);
    const [interval] = theirs.length > 0 ? theirs.filter(isLonger(lookback.ms)) : [own].filter(isLonger(lookback.ms));
    if (interval === undefined) continue;
    const path = endpointPath(monitor, endpoint);
    const field = ["interval", "scrapeInterval"].find((name) => monitor.locate([...path, name]) !== null);
    yield {
      ...objectProblem(
        monitor,
        `it is scraped every ${interval}, and after ${lookback.text} Prometheus takes a sample for gone: between two scrapes its series are not there, so that panels have gaps, alerts resolve, and what waits for longer (\`for\`) never fires`,
        field === undefined ? path : [...path, field],
      ),
      fix: {
        description: `Scrape it at least every ${lookback.text}, or have query.lookbackDelta be longer`,
        edits: [],
      },
    };
  }
}

const isLonger =
  (ms: number) =>
  (interval: string): boolean =>
    (parseDuration(interval) ?? 0) > ms;
