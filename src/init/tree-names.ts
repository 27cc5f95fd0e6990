import semver from "semver";
import { OperatorError } from "../core/errors.ts";
import { type DeclaredRelease, noWishes } from "../dcgm/declared-release.ts";
import { newestShipped, type ShippedCounters, shippedCounters } from "../dcgm/default-counters.ts";
import { labelsIn } from "../dcgm/exporter-labels.ts";
import type { ExportedMetric } from "../dcgm/exporter-model.ts";
import { gpuOperatorRelease, gpuOperatorVersions } from "../dcgm/gpu-operator.ts";
import { hasNewNames, otherNameOf } from "../dcgm/renamed-metrics.ts";
import { chartRelease, chartVersions } from "../dcgm/standalone-chart.ts";
import { exporterVersion } from "../dcgm/version.ts";
import { objectAt, objectsAt, textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { freshName, type TreeClasses, treeClasses } from "./tree-classes.ts";

/** Who installs the exporter. */
export const exporterKinds = ["gpu-operator", "dcgm-exporter"] as const;
export type ExporterKind = (typeof exporterKinds)[number];

/** What a new tree calls the things of the exporter that it is made for. */
export interface TreeNames {
  readonly kind: ExporterKind;
  /** Of what {@link kind} names, `x.y.z`. */
  readonly version: string;
  /** The release whose Service {@link service} is: the newest that is known where there is no data of this one. */
  readonly serviceOf: string;
  readonly service: ExporterService;
  /** The label with the name of a GPU's node: `Hostname` before dcgm-exporter 4.8.3, `hostname` since. */
  readonly host: string;
  /** The counters that the release has on by default, in their order. */
  readonly counters: readonly ExportedMetric[];
  /** The classes of failures that there are alerts of. */
  readonly classes: TreeClasses;
  /** Whether names and units are those of 4.9.0: ratios for percent, bytes for MiB, hertz for MHz. */
  readonly renamed: boolean;
  /** A metric by its name before 4.9.0, as this release calls it. */
  readonly metric: (old: string) => string;
  /** A value of that metric in the unit that it had before 4.9.0, in this release's unit. */
  readonly value: (old: string, value: number) => number;
}

/** The exporter's Service, as a ServiceMonitor finds it. */
export interface ExporterService {
  readonly name: string;
  readonly namespace: string;
  /** The label that tells it from others. */
  readonly label: readonly [key: string, value: string];
  readonly port: string;
}

/**
 * The names by the release's own data; `version` undefined: the newest that is known. Throws OperatorError
 * `invalid-input` for a release without data, and for one too old to count XIDs by their code.
 */
export const treeNames = (kind: ExporterKind, version: string | undefined): TreeNames => {
  const asked = exporterVersion(version ?? versionsOf[kind].default) ?? "";
  const release = kind === "gpu-operator" ? operatorOf(asked) : chartOf(asked);
  const epoch = release === null ? undefined : labelsIn(release.exporter);
  if (release === null || epoch === undefined) throw unknownRelease(kind, version ?? "");
  if (semver.lt(asked, oldest[kind])) throw tooOld(kind, asked);
  const renamed = hasNewNames(release.counters.metrics);
  return {
    kind,
    version: release.version,
    serviceOf: release.serviceOf,
    service: serviceIn(release.objects),
    host: epoch.labels.find((label) => label.toLowerCase() === "hostname") ?? "",
    counters: release.counters.metrics,
    classes: treeClasses(release.exporter, renamed),
    renamed,
    metric: (old) => (renamed ? (otherNameOf(old)?.name ?? freshName(old) ?? old) : old),
    value: (old, value) => (renamed ? value * (otherNameOf(old)?.factor ?? 1) : value),
  };
};

interface KnownRelease {
  readonly version: string;
  readonly serviceOf: string;
  /** dcgm-exporter's own version. */
  readonly exporter: string;
  readonly objects: DeclaredRelease["objects"];
  readonly counters: ShippedCounters;
}

const versionsOf = { "gpu-operator": gpuOperatorVersions, "dcgm-exporter": chartVersions };

/**
 * The first release whose exporter counts XIDs by their code (xid-metrics.ts) and takes a list of counters that
 * turns that on: the chart mounts a list of the tree's own since 3.6.0,
 * https://github.com/NVIDIA/dcgm-exporter/blob/3.3.8-3.6.0/deployment/templates/daemonset.yaml
 */
const oldest: Readonly<Record<ExporterKind, string>> = { "gpu-operator": "24.3.0", "dcgm-exporter": "3.6.0" };

const operatorOf = (version: string): KnownRelease | null => {
  const release = gpuOperatorRelease(version, "gpu-operator", noWishes);
  return known(version, version, release, "dcp-metrics-included.csv");
};

/** A release of the exporter whose counters are known and whose chart is not has the newest chart's Service. */
const chartOf = (version: string): KnownRelease | null => {
  const place = { release: "dcgm-exporter", namespace: "default" };
  const own = chartRelease(version, place, noWishes);
  if (own !== null) return known(version, version, own, "chart");
  const isNewer = semver.valid(version) !== null && semver.gt(version, chartVersions.to);
  const last = isNewer ? chartRelease(chartVersions.to, place, noWishes) : null;
  const instead = last === null ? null : { ...last, exporter: version };
  return known(version, chartVersions.to, instead, "default-counters.csv");
};

const known = (
  version: string,
  serviceOf: string,
  release: DeclaredRelease | null,
  list: Parameters<typeof shippedCounters>[0],
): KnownRelease | null => {
  const exporter = release === null ? null : exporterVersion(release.exporter);
  const counters = exporter === null ? undefined : shippedCounters(list, exporter);
  return release === null || exporter === null || counters === undefined
    ? null
    : { version, serviceOf, exporter, objects: release.objects, counters };
};

const serviceIn = (objects: readonly JsonObject[]): ExporterService => {
  const service = objects.find((body) => textOrEmpty(body, ["kind"]) === "Service");
  const labels = objectAt(service, ["metadata", "labels"]);
  const key = ["app", "app.kubernetes.io/name"].find((name) => name in labels) ?? "";
  return {
    name: textOrEmpty(service, ["metadata", "name"]),
    namespace: textOrEmpty(service, ["metadata", "namespace"]),
    label: [key, textOrEmpty(labels, [key])],
    port: textOrEmpty(objectsAt(service, ["spec", "ports"])[0], ["name"]),
  };
};

const unknownRelease = (kind: ExporterKind, version: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `There is no data of ${kind} ${version}: its metrics and labels are not known.`,
    `Name a release from ${oldest[kind]} to ${newestOf(kind)}.`,
  );

/** Of the exporter that may be newer than its newest chart. */
const newestOf = (kind: ExporterKind): string =>
  (kind === "dcgm-exporter" ? newestShipped("default-counters.csv") : undefined) ?? versionsOf[kind].to;

const tooOld = (kind: ExporterKind, version: string): OperatorError =>
  new OperatorError(
    "invalid-input",
    `The exporter of ${kind} ${version} cannot be told to count XIDs by their code, and the last code alone is hidden by the next.`,
    `Name a release from ${oldest[kind]} on.`,
  );
