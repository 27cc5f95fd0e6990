import type { Labels } from "../../src/kubernetes/labels.ts";
import { isObject, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { monitorKinds } from "../../src/signal/operator/monitor-selection.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { type PredictedTarget, predictTargets } from "../../src/signal/scrape/targets.ts";
import type { World } from "../../src/world/world.ts";
import type { Line } from "./line.ts";
import { textAt } from "./pod.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * The labels, address and interval of the targets of a monitor that Prometheus has, against the prediction;
 * nothing where it has none.
 */
export const compareTargets = (path: SignalPath, world: World, seen: Snapshot): readonly Line[] => {
  const { kind, name } = path.resource;
  const monitor = monitorKinds
    .flatMap((one) => world.ofKind(one))
    .find(({ ref }) => ref.kind === kind && ref.name === name);
  if (monitor === undefined) return [];
  const predicted = predictTargets(monitor, world);
  return seen.activeTargets.flatMap((target) => {
    const pool = textAt(target, ["scrapePool"]);
    return predicted.some(({ job }) => job === pool)
      ? [
          lineOf(
            target,
            predicted.filter(({ job }) => job === pool),
          ),
        ]
      : [];
  });
};

const lineOf = (target: JsonObject, predicted: readonly PredictedTarget[]): Line => {
  const labels = labelsAt(target);
  const url = textAt(target, ["scrapeUrl"]);
  const interval = textAt(target, ["scrapeInterval"]);
  const fits = predicted.some(
    (one) => matches(one.url, url) && one.interval === interval && sameLabels(one.labels, labels),
  );
  const [first] = predicted;
  return {
    ...{ hop: "target labels", predicted: "ok", observed: fits ? "seen" : "not-seen", agrees: fits },
    why: first === undefined ? "" : `${first.url} every ${first.interval} ${said(first.labels)}`,
    what: `${url} every ${interval} ${said(labels)}`,
  };
};

const labelsAt = (target: JsonObject): Labels => {
  const labels = valueAt(target, ["labels"]);
  return isObject(labels) ? Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)])) : {};
};

/** The same names, and values that fit. */
const sameLabels = (predicted: Labels, observed: Labels): boolean =>
  Object.keys(predicted).sort().join() === Object.keys(observed).sort().join() &&
  Object.entries(predicted).every(([name, value]) => matches(value, observed[name] ?? ""));

/** A part in ‹…› of a prediction stands for anything that only the cluster decides. */
export const matches = (predicted: string, observed: string): boolean => {
  const parts = predicted.split(/‹[^›]*›/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+")}$`).test(observed);
};

const said = (labels: Labels): string =>
  `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(", ")}}`;
