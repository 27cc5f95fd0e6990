import { once } from "../../core/once.ts";
import {
  type FailureClass,
  type FailureClassId,
  failureClasses,
  failureClassIds,
  tellsOf,
  titleOfClass,
} from "../../dcgm/failure-classes.ts";
import { counterRow, optionalCounters } from "../../dcgm/optional-counters.ts";
import type { World } from "../../world/world.ts";
import { firstBroken, type HopStatus } from "../path/signal-path.ts";
import { recordingsIn } from "../rules/recorded-from.ts";
import type { KnownMetrics } from "../series/metric-facts.ts";
import type { AlertWay } from "./alert-path.ts";
import { classesOf } from "./failure-class.ts";
import { type TimeToPage, timeUntilTold } from "./time-to-page.ts";

/** An alert that speaks of a class, as it is told. */
export interface ToldAlert {
  readonly name: string;
  readonly status: HopStatus;
  readonly why: string | null;
  /** How long it takes at most until somebody is told; null where nobody is, or a part of the way is not in sight. */
  readonly toldWithin: TimeToPage | null;
}

/** The same with its way: two alerts may have one name. */
export interface CoveringAlert extends ToldAlert {
  readonly way: AlertWay;
}

/** Which alerts of the tree speak of one class of failures, and whether one of them would reach somebody. */
export interface ClassCoverage<Alert extends ToldAlert = CoveringAlert> {
  /** E.g. `xid`; see dcgm/failure-classes.ts. */
  readonly class: FailureClassId;
  readonly title: string;
  /** The best of its alerts' paths; `none`: no alert speaks of it. */
  readonly status: HopStatus | "none";
  readonly alerts: readonly Alert[];
  /** Whether the exporter in force exports a metric of the class; null where that is not known. */
  readonly exported: boolean | null;
  /**
   * The row that has the exporter export a metric of the class, and the first dcgm-exporter that knows it; null where
   * none is needed, or known.
   */
  readonly turnedOnBy: { readonly row: string; readonly since: string } | null;
}

interface Alerted {
  readonly world: World;
  readonly known: KnownMetrics;
  readonly alerts: readonly AlertWay[];
}

/** Every class of GPU failures with the alerts that speak of it, directly or through recording rules. */
export const gpuCoverage = once((resolution: Alerted): readonly ClassCoverage[] => {
  const { world, alerts } = resolution;
  const recordings = recordingsIn(world);
  const spoken = alerts.map((way) => ({ way, classes: classesOf(way.entry, recordings) }));
  const tell = once((way: AlertWay) => toldOf(way, resolution));
  return failureClassIds.map((id) => {
    const ways = spoken.filter(({ classes }) => classes.has(id)).map(({ way }) => way);
    const exported = isExported(id, world.exporter);
    return {
      class: id,
      title: titleOfClass(id),
      status: best(ways),
      alerts: ways.map(tell),
      exported,
      turnedOnBy: exported === false ? rowFor(id, world.exporter) : null,
    };
  });
});

/** Whether the exporter exports a metric of the class; null where it is not of metrics, or they are not known. */
const isExported = (id: FailureClassId, { metrics }: World["exporter"]): boolean | null => {
  const known: FailureClass | undefined = failureClasses.find((one) => one.id === id);
  if (metrics === null || known === undefined) return null;
  return metrics.some(({ name, type }) => type !== "label" && tellsOf(known, name));
};

const rowFor = (id: FailureClassId, { metrics }: World["exporter"]): ClassCoverage["turnedOnBy"] => {
  const counter = optionalCounters.find((one) => one.class === id);
  return counter === undefined ? null : { row: counterRow(counter, metrics), since: counter.since };
};

const best = (ways: readonly AlertWay[]): ClassCoverage["status"] =>
  (["ok", "unknown", "broken"] as const).find((status) => ways.some(({ path }) => path.status === status)) ?? "none";

const toldOf = (way: AlertWay, resolution: Alerted): CoveringAlert => {
  const { entry, path } = way;
  return {
    way,
    name: entry.name,
    status: path.status,
    why: (firstBroken(path) ?? path.hops.find(({ status }) => status === "unknown"))?.why ?? null,
    toldWithin: path.status === "broken" ? null : timeUntilTold(entry, resolution),
  };
};

/** The same for a report, which names the alerts alone. */
export const toldCoverage = (coverage: readonly ClassCoverage[]): readonly ClassCoverage<ToldAlert>[] =>
  coverage.map((one) => ({ ...one, alerts: one.alerts.map(({ way: _, ...told }) => told) }));
