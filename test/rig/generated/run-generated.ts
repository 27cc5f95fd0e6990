import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { type Field, inField } from "../field.ts";
import { getJson } from "../get-json.ts";
import { type Line, linesOf } from "../line.ts";
import { listAt, textAt } from "../pod.ts";
import type { Prediction } from "../predict.ts";
import { postProbes } from "../probes.ts";
import { takeSnapshot } from "../snapshot.ts";
import { isEvaluatedSince, isScraped } from "../wait.ts";
import { applyChanges, changeable } from "./live-objects.ts";
import { readTree, writeTree } from "./tree.ts";
import { type Variation, varied } from "./variations.ts";

/** What came of one generated stack. */
export interface GeneratedResult {
  readonly variations: readonly Variation[];
  /** Why nothing was compared: it does not render, or the API server refuses it. */
  readonly refusal: string | null;
  readonly agreements: number;
  readonly silent: number;
  /** Each with the subject of its path. */
  readonly disagreements: readonly (Line & { readonly subject: string })[];
}

interface GeneratedRun {
  readonly cases: readonly (readonly Variation[])[];
  readonly chart: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
  readonly done: (result: GeneratedResult, index: number) => void;
  /** True ends the run before the next case. */
  readonly isOver: () => boolean;
}

/**
 * Prometheus answers with the last sample of this time: a series that no longer comes is gone after it, where the
 * usual five minutes would be waited for in every case.
 */
const lookback = "--query.lookback-delta=15s";

/** Runs variations of the good stack one after the other in one cluster, applying only what differs. */
export const runGenerated = ({ cases, chart, tools, progress, done, isOver }: GeneratedRun): Promise<void> =>
  inField({ chart, tools, progress, prometheusArgs: [lookback] }, async (field) => {
    const release = field.resolution.world.releaseNamespace;
    const good = readTree(field.folder);
    let applied = changeable(field.resolution.manifests, release);
    for (const [index, variations] of cases.entries()) {
      if (isOver()) return;
      writeTree(field.folder, varied(good, variations), good);
      const prediction = await field.predict().catch((thrown: unknown) => String(thrown));
      if (typeof prediction === "string") {
        done({ variations, refusal: prediction, agreements: 0, silent: 0, disagreements: [] }, index);
        continue;
      }
      const wanted = changeable(prediction.manifests, release);
      const { refusal } = await applyChanges(field.live.cluster.request, applied, wanted);
      if (refusal === null) {
        applied = wanted;
        done(await compare(field, prediction, variations), index);
        continue;
      }
      done({ variations, refusal, agreements: 0, silent: 0, disagreements: [] }, index);
      const former = changeable(field.resolution.manifests, release);
      await applyChanges(field.live.cluster.request, new Map([...applied, ...wanted]), former);
      await applyChanges(field.live.cluster.request, new Map(), former);
      applied = former;
    }
  });

/** The operator reacts within a second; what it does not write within this time it will not write. */
const operatorMs = 5000;
/** Old series are gone after the lookback; what still differs then differs. */
const patienceMs = 60_000;
const pollMs = 2500;

const compare = async (
  field: Field,
  prediction: Prediction,
  variations: readonly Variation[],
): Promise<GeneratedResult> => {
  await sleep(operatorMs);
  await forgetAlerts(field);
  await postProbes(field.live, prediction, []);
  const loaded = Date.now();
  await settled(field, loaded);
  for (const end = performance.now() + patienceMs; ; await sleep(pollMs)) {
    const lines = await linesNow(field, prediction);
    const disagreements = lines.filter(({ agrees }) => agrees === false);
    if (disagreements.length > 0 && performance.now() < end) continue;
    const count = (agrees: boolean | null): number => lines.filter((line) => line.agrees === agrees).length;
    return { variations, refusal: null, agreements: count(true), silent: count(null), disagreements };
  }
};

/** Every target has been scraped, and every group evaluated, after that moment (ms since the epoch). */
const settled = async ({ live }: Field, moment: number): Promise<void> => {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(500)) {
    const seen = await takeSnapshot(live);
    const isRecent = seen.activeTargets.every((target) => Date.parse(textAt(target, ["lastScrape"])) > moment);
    if (isScraped(seen) && isRecent && isEvaluatedSince(moment)(seen)) return;
  }
};

const linesNow = async (
  { eyes }: Field,
  prediction: Prediction,
): Promise<readonly (Line & { readonly subject: string })[]> => {
  const { paths } = await eyes.look(prediction);
  return prediction.paths.flatMap((path, index) => {
    const observed = paths[index];
    return observed === undefined ? [] : linesOf(path, observed).map((line) => ({ ...line, subject: path.subject }));
  });
};

/** Alerts of the stack before end, so that none of them mutes or is taken for one of this stack. */
const forgetAlerts = async ({ live }: Field): Promise<void> => {
  const url = `${live.alertmanager.url}/api/v2/alerts`;
  const now = await getJson(url);
  const ended = listAt(now, []).map((alert) => ({
    labels: (alert as JsonObject)["labels"] ?? {},
    endsAt: new Date(Date.now() - 1000).toISOString(),
  }));
  const headers = { "content-type": "application/json" };
  await getJson(url, { method: "POST", body: JSON.stringify(ended), headers });
};
