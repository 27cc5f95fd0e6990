import semver, { type SemVer } from "semver";
import { type Json, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { HopCheck } from "../path/hop-check.ts";
import { type Operator, operatorOf } from "./operator-of.ts";
import { minorOf } from "./operator-release.ts";

/** One reason for which a Prometheus never scrapes by a monitor. */
export interface Refusal {
  /** What has to change, in `object`. */
  readonly path: Path;
  /** The object that has to change, where it is not the monitor. */
  readonly object?: WorldObject;
  /** One sentence. */
  readonly why: string;
  /** The check that reports it. */
  readonly check: HopCheck;
  /** True where it hangs on an object that is not in sight: a Secret that others create. */
  readonly unseen: boolean;
  /** True where the operator writes the object, and Prometheus then takes no configuration any more. */
  readonly breaks?: true;
  /** Where the operator decides so. */
  readonly source: string;
}

/** A monitor before one Prometheus: what the operator looks at when it decides. */
export interface Case {
  readonly monitor: WorldObject;
  readonly prometheus: WorldObject;
  readonly world: World;
  readonly operator: Operator;
  readonly namespace: string;
  /** Of the Prometheus that is deployed. */
  readonly version: SemVer;
}

export const caseOf = (monitor: WorldObject, prometheus: WorldObject, world: World): Case => ({
  monitor,
  prometheus,
  world,
  operator: operatorOf(world),
  namespace: namespaceOf(monitor, world),
  version: prometheusVersion(prometheus, world),
});

/** The value at `path` of the monitor; null is as good as absent. */
export const given = ({ monitor }: Case, path: Path): Json | undefined => valueAt(monitor.body, path) ?? undefined;

/** The items of the list at `path` of the monitor, each by its path. */
export const itemsAt = (one: Case, path: Path): readonly Path[] => {
  const list = given(one, path);
  return Array.isArray(list) ? list.map((_, index) => [...path, index]) : [];
};

/** `spec.endpoints[0].interval`, as messages name a path. */
export const pathText = (path: Path): string =>
  path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");

/** The version of a Prometheus: `spec.version`, else the one that the world's operator deploys by default. */
export const prometheusVersion = ({ body }: WorldObject, world: World): SemVer => {
  const version = valueAt(body, ["spec", "version"]);
  const text = typeof version === "string" ? version.trim() : "";
  // A variant such as `v3.14.0-distroless` counts as a pre-release, as it does for the operator.
  return semver.parse(text) ?? semver.coerce(text) ?? new semver.SemVer(operatorOf(world).defaultPrometheus);
};

/** Whether the operator takes UTF-8 as names for that Prometheus: before Prometheus 3 names are ASCII words. */
export const takesUtf8 = ({ operator, version }: Pick<Case, "operator" | "version">): boolean =>
  operator.does("takes UTF-8 names") && semver.gte(version, "3.0.0");

/** Whether the operator takes it as the name of a label. */
export const isLabelName = (name: string, one: Case): boolean =>
  takesUtf8(one) ? name !== "" : isLegacyLabelName(name);

/** Who decides what a name is, for the end of a sentence: an older operator, or the Prometheus. */
export const whoseNames = ({ operator, version }: Case): string =>
  operator.does("takes UTF-8 names") ? `Prometheus ${version.version}` : `operator v${minorOf(operator.version)}`;

export const isLegacyLabelName = (name: string): boolean => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);

/** What follows where Prometheus cannot read what the operator writes, as the end of a sentence. */
export const nothingTaken = "Prometheus takes no configuration any more, of nobody, and does not start again";

/** The check that reports what no check of its own reports. */
export const rejected = "servicemonitor-rejected";
