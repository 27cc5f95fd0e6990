import type { Location, Problem } from "../core/finding.ts";
import { scalarChange } from "../fix/scalar-edit.ts";
import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { Path } from "../kubernetes/manifest.ts";
import { governedAt, setAt } from "../render/chart/value-sources.ts";
import { capacityOf, type PrometheusCapacity } from "../signal/capacity/capacity.ts";
import { diskBytes, mostOfVolume } from "../signal/capacity/published-figures.ts";
import { bytesText, countText, daysText } from "../text/amount-text.ts";
import { isOfChart } from "../world/world.ts";
import type { Check, Subject } from "./check.ts";

export const prometheusVolumeTooSmall: Check = {
  id: "prometheus-volume-too-small",
  title: "Prometheus' volume is full before its retention is over.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "resolution", "clusterSize"],
  *find(subject) {
    for (const one of capacityOf(subject.resolution.world, subject.clusterSize).prometheuses) {
      const problem = sizeAboveVolume(one, subject) ?? fullTooSoon(one, subject);
      if (problem !== null) yield problem;
    }
  },
};

type Judged = Pick<Subject, "stack" | "resolution">;

/** The size at which old samples are removed is one that the volume never reaches. */
const sizeAboveVolume = (one: PrometheusCapacity, subject: Judged): Problem | null => {
  const { volumeBytes, retentionSizeBytes } = one.storage;
  if (volumeBytes === null || retentionSizeBytes === null || retentionSizeBytes < volumeBytes) return null;
  const at = placeOf(one, ["spec", "retentionSize"], subject);
  const old = textOrEmpty(one.object.body, ["spec", "retentionSize"]);
  const value = sizeWithin(volumeBytes * mostOfVolume);
  const edit = scalarChange(at, { old, value }, subject.resolution.world);
  return {
    message: `${one.name} removes old samples at ${bytesText(retentionSizeBytes)} (retentionSize: ${old}), and its volume has ${bytesText(volumeBytes)}: the volume is full before that, and then Prometheus takes in nothing more`,
    resource: one.object.ref,
    at,
    fix: {
      description: `Set retentionSize to ${value}: at most 85 % of the volume, as Prometheus recommends; or ask for a larger volume`,
      edits: edit === null ? [] : [edit],
    },
  };
};

/** By what is certain alone: the series that are known at the least, at the fewest bytes that are published. */
const fullTooSoon = (one: PrometheusCapacity, subject: Judged): Problem | null => {
  const { volumeBytes, retention, retentionSeconds, retentionSizeBytes, volumePath } = one.storage;
  const { series, samplesPerSecond } = one;
  // Where the size ends the retention, the volume is never full.
  if (volumeBytes === null || retentionSeconds === null || retentionSizeBytes !== null) return null;
  if (series === null || samplesPerSecond === null) return null;
  const needed = diskBytes(samplesPerSecond.least, retentionSeconds).from;
  if (needed <= volumeBytes) return null;
  const soon = daysText((volumeBytes / needed) * retentionSeconds);
  return {
    message: `${one.name} keeps samples for ${retention}, and its volume of ${bytesText(volumeBytes)} is full after at most ${soon}: the ${countText(series.least)} series that are certain are ${countText(samplesPerSecond.least)} samples a second, and take ${bytesText(needed)} at 1 byte each, the least that Prometheus publishes`,
    resource: one.object.ref,
    at: placeOf(one, volumePath, subject),
    fix: {
      description: `Ask for ${bytesText(needed / mostOfVolume)} or more, or keep samples for a shorter time; with retentionSize: ${sizeWithin(volumeBytes * mostOfVolume)} the volume never fills, and the oldest samples go first`,
      edits: [],
    },
  };
};

/** As Prometheus takes it, in whole gigabytes (by powers of two) where it has any. */
const sizeWithin = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${Math.floor(bytes / 2 ** 30)}GB` : `${Math.max(Math.floor(bytes / 2 ** 20), 1)}MB`;

/** The value that governs a field; the chart calls the storage otherwise than the object does. */
const placeOf = ({ object }: PrometheusCapacity, path: Path, { stack }: Judged): Location => {
  const [, field = "", ...below] = path.map(String);
  const key = ["prometheus", "prometheusSpec", field === "storage" ? "storageSpec" : field, ...below];
  return (isOfChart(object) ? setAt(stack, key) : object.locate(path)) ?? governedAt(stack, [key]);
};
