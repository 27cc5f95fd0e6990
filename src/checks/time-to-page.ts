import { type FailureClassId, failureClassIds, titleOfClass } from "../dcgm/failure-classes.ts";
import { formatSeconds, parseDuration } from "../promql/prometheus-duration.ts";
import { type CoveringAlert, gpuCoverage } from "../signal/alerts/gpu-coverage.ts";
import type { TimeToPage, WaitName } from "../signal/alerts/time-to-page.ts";
import type { Check } from "./check.ts";
import type { CheckOption } from "./check-option.ts";
import { ruleProblem } from "./own/own-rules.ts";

/** Failures that end jobs, and of which nobody would hear otherwise. */
const limits: Partial<Readonly<Record<FailureClassId, string>>> = {
  xid: "5m",
  "recovery-action": "5m",
  "uncorrectable-memory": "15m",
  "exporter-gone": "15m",
  "gpu-missing": "15m",
};

export const timeToPage: Check = {
  id: "time-to-page",
  title: "It takes longer than its limit until somebody is told of a GPU failure.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  options: Object.fromEntries(
    failureClassIds.map((id): readonly [string, CheckOption] => [
      id,
      {
        type: "duration",
        description: `Longest time until somebody is told of: ${titleOfClass(id)}; 0s: any time`,
        default: limits[id] ?? "0s",
      },
    ]),
  ),
  *find({ resolution }, options) {
    for (const { class: id, title, alerts } of gpuCoverage(resolution)) {
      const limit = options.duration(id);
      const [first, ...others] = alerts.filter(({ status }) => status !== "broken");
      const soonest = first === undefined ? null : soonestOf(first, others);
      if (soonest === null || parseDuration(limit) === 0) continue;
      const { way, toldWithin } = soonest;
      if (toldWithin.seconds * 1000 <= (parseDuration(limit) ?? 0)) continue;
      const longest = toldWithin.waits.toSorted((a, b) => b.seconds - a.seconds)[0];
      if (longest === undefined) continue;
      const least = others.length === 0 ? "" : ", and no other alert of it tells sooner";
      yield {
        ...ruleProblem(
          way.entry,
          resolution,
          `somebody is told of ${title} (${id}) up to ${formatSeconds(toldWithin.seconds)} after it began, the limit is ${limit}${least}: ${madeOf(toldWithin)}`,
          longest.name === "for" ? ["for"] : ["expr"],
        ),
        fix: { description: `${cuts[longest.name]}; or set another limit for ${id}.`, edits: [] },
      };
    }
  },
};

interface Told extends CoveringAlert {
  readonly toldWithin: TimeToPage;
}

/** Null where one of them may be sooner than can be told. */
const soonestOf = (first: CoveringAlert, others: readonly CoveringAlert[]): Told | null => {
  const timed = [first, ...others].filter((one): one is Told => one.toldWithin !== null);
  if (timed.length < others.length + 1) return null;
  return timed.reduce((best, one) => (one.toldWithin.seconds < best.toldWithin.seconds ? one : best));
};

const madeOf = ({ waits }: TimeToPage): string =>
  waits.map(({ name, seconds }) => `${words[name]} ${formatSeconds(seconds)}`).join(", ");

const words: Readonly<Record<WaitName, string>> = {
  collection: "the exporter asks DCGM every",
  scrape: "Prometheus scrapes every",
  staleness: "series end after",
  recording: "the rules that it reads are recorded every",
  window: "its window is",
  evaluation: "its group is evaluated every",
  query_offset: "samples are read when they are old by",
  for: "it waits for",
  group_wait: "its route waits for",
};

/** How to cut each. */
const cuts: Readonly<Record<WaitName, string>> = {
  collection: "Have the exporter ask more often (DCGM_EXPORTER_INTERVAL)",
  scrape: "Shorten the interval of the monitor",
  staleness: "Alert on up of the exporter's job being 0, too",
  recording: "Shorten the interval of the recording rules' group",
  window: "Ask of a shorter window, or for the worst of it by max_over_time()",
  evaluation: "Shorten the interval of the group",
  query_offset: "Shorten query_offset of the group, or ruleQueryOffset of Prometheus",
  for: "Shorten `for`",
  group_wait: "Shorten group_wait of its route",
};
