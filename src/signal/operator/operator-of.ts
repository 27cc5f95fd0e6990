import semver from "semver";
import { once } from "../../core/once.ts";
import type { World } from "../../world/world.ts";
import { operatorFlags } from "./operator-flags.ts";
import {
  discoveryFieldsSince,
  experimentalSince,
  type OperatorChange,
  olderMinors,
  operatorChanges,
  promotedSince,
} from "./operator-history.ts";
import { minorOf, operatorRelease } from "./operator-release.ts";

/** The operator that judges the objects of a world, as far as its doings hang on its release. */
export interface Operator {
  /** Without a leading `v`. */
  readonly version: string;
  /** False: a release that nobody here has read; the nearest one is spoken of, and what is told of PromQL is less. */
  readonly isKnown: boolean;
  /** The Prometheus whose PromQL it brings along, its webhook too, whatever Prometheus is deployed. */
  readonly promql: string;
  /** What it deploys for a Prometheus without `spec.version`. */
  readonly defaultPrometheus: string;
  does(change: OperatorChange): boolean;
  /** Whether it looks at a field of a ScrapeConfig's service discovery, e.g. `url` of `httpSDConfigs`. */
  judgesField(discovery: string, field: string): boolean;
  /** Whether its PromQL has the function or aggregation, and only where a feature flag switches it on. */
  isExperimental(name: string): boolean;
  /** Whether its PromQL is older than the function or aggregation. */
  lacks(name: string): boolean;
}

/** The operator of the rendered image; the chart's where the render does not say it. */
export const operatorOf = (world: World): Operator => operatorAt(operatorFlags(world).version);

/** The operator of that release; null: the chart's. One older than all that we know does as the oldest of them. */
export const operatorAt = once((given: string | null): Operator => {
  const version = given ?? operatorRelease.version;
  const known = minors[minorOf(version)];
  const { promql, defaultPrometheus } =
    known ?? (semver.lt(version, operatorRelease.version) ? oldest : operatorRelease);
  const changes = Object.keys(operatorChanges) as OperatorChange[];
  // Each relabeling rule asks.
  const done = new Set(changes.filter((change) => semver.gte(version, operatorChanges[change].since)));
  return {
    version,
    isKnown: known !== undefined,
    promql,
    defaultPrometheus,
    does: (change) => done.has(change),
    judgesField: (discovery, field) => semver.gte(version, discoveryFieldsSince[discovery]?.[field] ?? "0.0.0"),
    isExperimental: (name) => has(experimentalSince, name, promql) && !has(promotedSince, name, promql),
    lacks: (name) => !has(experimentalSince, name, promql),
  };
});

const minors: Readonly<Record<string, { readonly promql: string; readonly defaultPrometheus: string }>> = {
  ...olderMinors,
  [minorOf(operatorRelease.version)]: operatorRelease,
};
const [oldest = operatorRelease] = Object.values(olderMinors);

const has = (since: Readonly<Record<string, string>>, name: string, promql: string): boolean =>
  semver.gte(promql, since[name] ?? "999.0.0");
