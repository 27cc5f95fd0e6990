import { setTimeout as sleep } from "node:timers/promises";
import { gpuCoverage } from "../../src/signal/alerts/gpu-coverage.ts";
import { exporterText } from "./exporter-text.ts";
import { type Field, inField } from "./field.ts";
import { metricsWith, type PlayedFault, playedFaults } from "./played-faults.ts";
import { untilSo } from "./until-so.ts";
import { isAlive, isScraped, watch } from "./wait.ts";

/** How often the exporter of `fixtures/rig/played` asks DCGM. */
const collectMs = 3000;
/** What the programs themselves take: no wait of any configuration. */
const ownSeconds = 1;

/** What came of a fault that was played. */
export interface Played {
  readonly fault: PlayedFault;
  /** From the fault to the webhook; null where it never came. */
  readonly seconds: number | null;
  readonly foretold: number | null;
  /** Other alerts of the stack that were told meanwhile. */
  readonly others: readonly string[];
}

/** Whether it was told within what was foretold, and not in less than half of it, and nothing else was. */
export const isAsForetold = ({ seconds, foretold, others }: Played): boolean =>
  seconds !== null &&
  foretold !== null &&
  seconds <= foretold + ownSeconds &&
  seconds >= foretold / 2 &&
  others.length === 0;

interface Play {
  readonly chart: string;
  readonly tools: string;
  readonly progress: (line: string) => void;
  readonly played: (one: Played) => void;
}

/** Plays each fault in one running stack, one after the other. Throws where that does not start or recover. */
export const playFaults = ({ played, ...place }: Play): Promise<readonly Played[]> =>
  inField({ ...place, variation: "played" }, async (field) => {
    const stage = await openStage(field);
    try {
      place.progress("looking until every GPU is well and nothing of them fires");
      await watch(field.live, 120, (seen) => isAlive(seen) && isScraped(seen));
      // Longer than any window, and than what was told of the GPUs that were ill at first.
      await sleep(45_000);
      const results: Played[] = [];
      for (const [index, fault] of playedFaults.entries()) {
        // What is told of one fault ends in step with the next: each begins at another moment of the intervals.
        await sleep((index * 2700) % 9000);
        const one = await play(fault, field, stage);
        played(one);
        results.push(one);
      }
      return results;
    } finally {
      stage.close();
    }
  });

/** The exporters: what they show is what DCGM had when they last asked. */
interface Stage {
  set(values: PlayedFault["values"]): Promise<void>;
  close(): void;
}

const openStage = async ({ live: { exporters, cluster } }: Field): Promise<Stage> => {
  const [ill] = cluster.nodes;
  let current: Readonly<Record<string, number>> = {};
  let shown = current;
  const timer = setInterval(() => {
    shown = current;
  }, collectMs);
  const answer = (_healthy: string, node: string) => ({
    text: exporterText(node, metricsWith(node === ill ? shown : {})),
  });
  await exporters.behave(answer);
  return {
    set: async (values) => {
      current = values === "gone" ? {} : values;
      await exporters.behave(values === "gone" ? "down" : answer);
    },
    close: () => clearInterval(timer),
  };
};

const play = async (fault: PlayedFault, { live, resolution }: Field, stage: Stage): Promise<Played> => {
  const told = gpuCoverage(resolution).flatMap(({ alerts }) => alerts);
  const foretold = told.find(({ name }) => name === fault.alert)?.toldWithin?.seconds ?? null;
  const names = new Set(playedFaults.map(({ alert }) => alert));
  const had = live.receiver.delivered().length;
  const since = () => live.receiver.delivered().slice(had);
  const mine = () => since().find(({ alertname }) => alertname === fault.alert);
  const start = Date.now();
  await stage.set(fault.values);
  await untilSo(fault.alert, () => mine() !== undefined, 3 * (foretold ?? 60)).catch(() => undefined);
  const seconds = ((mine()?.at ?? Number.NaN) - start) / 1000;
  await stage.set({});
  const endedBefore = live.receiver.ended().length;
  if (!Number.isNaN(seconds))
    await untilSo(`the end of ${fault.alert}`, () => live.receiver.ended().length > endedBefore, 120);
  const others = since().flatMap(({ alertname }) =>
    names.has(alertname) && alertname !== fault.alert ? [alertname] : [],
  );
  return { fault, seconds: Number.isNaN(seconds) ? null : seconds, foretold, others: [...new Set(others)] };
};
