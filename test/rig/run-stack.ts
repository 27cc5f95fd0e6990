import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { SignalPath } from "../../src/signal/path/signal-path.ts";
import { isOwn, type World } from "../../src/world/world.ts";
import { compareHops, type Line } from "./compare.ts";
import { type LiveStack, startLiveStack } from "./live-stack.ts";
import { observeAlert, postProbes } from "./observe-alert.ts";
import { observeMetrics } from "./observe-metrics.ts";
import { listAt, textAt } from "./pod.ts";
import { type Prediction, predict } from "./predict.ts";
import { applyRepairs, firstRepairs } from "./repair.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";
import { tableOf } from "./table.ts";
import { compareTargets } from "./targets-line.ts";
import { isAlive, isEvaluatedSince, isScraped, watch } from "./wait.ts";

/** A stack that the rig runs. */
export interface RigStack {
  /** For people. */
  readonly title: string;
  /** Its folder; absolute. It is copied: repairs stay in the copy. */
  readonly folder: string;
  readonly chart: string;
  readonly tools: string;
  /** Whether one of its alerts must reach the webhook; null: either will do. */
  readonly arrives: boolean | null;
  /** How often to apply the repairs that are offered and to look again. */
  readonly repairs: number;
  readonly progress: (line: string) => void;
}

/** What came of one stack. */
export interface RigResult {
  readonly title: string;
  readonly agreements: number;
  readonly disagreements: number;
  /** Hops of which prediction or observation says nothing. */
  readonly silent: number;
  readonly arrived: boolean;
  readonly asExpected: boolean;
}

/** Scrape interval, evaluation interval and group_wait, one after the other, are 75 s. */
const patienceSeconds = 100;
/** Enough where Prometheus, alive and scraping, has loaded no alert of the tree at all: then none can fire. */
const hopelessSeconds = 60;

/** Runs one stack for real and compares. Throws where it does not start. */
export const runStack = async (stack: RigStack): Promise<RigResult> => {
  const { progress } = stack;
  const workspace = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-"));
  const inputs = { path: "prometheus-stack", chart: stack.chart, exporter: "gpu-operator" };
  try {
    cpSync(stack.folder, join(workspace, "prometheus-stack"), { recursive: true });
    progress("predicting from the files");
    const prediction = await predict(inputs, workspace, stack.tools);
    if (prediction.world.ofKind("Alertmanager").length === 0)
      throw new Error(`${stack.title} has no Alertmanager: its alerts reach nobody, and there is nothing to observe.`);
    const exporterObjects = prediction.exporter.objects.filter(isUsualExporter);
    const live = await startLiveStack({ workspace, inputs, tools: stack.tools, exporterObjects, progress });
    try {
      const lines: Line[] = [];
      const arrived = await awaitArrival(live, prediction, progress);
      lines.push(...(await lookAt(live, prediction, progress)));
      for (let round = 1; round <= stack.repairs; round += 1) {
        const predicted = await predict(inputs, workspace, stack.tools);
        const fixes = firstRepairs(predicted.paths.filter(({ signal }) => signal !== "dashboard"));
        if (fixes.length === 0) break;
        applyRepairs(workspace, fixes);
        progress(
          `repair ${round}, the first broken hop of each path:\n${fixes.map((fix) => `    ${fix.description}`).join("\n")}`,
        );
        await redeploy(live);
        lines.push(...(await lookAt(live, await predict(inputs, workspace, stack.tools), progress)));
      }
      return resultOf(stack, lines, arrived);
    } finally {
      await live.stop();
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
};

/**
 * The exporter for dynamic resource allocation is another choice of a cluster, not a second
 * exporter beside the usual one.
 */
const isUsualExporter = (body: JsonObject): boolean => !textAt(body, ["metadata", "name"]).endsWith("-dra");

/** Waits, the same for every stack, whether an alert of the tree reaches the webhook. */
const awaitArrival = async (
  live: LiveStack,
  { world }: Prediction,
  progress: (line: string) => void,
): Promise<boolean> => {
  progress("waiting until Prometheus has loaded, scraped and evaluated, and its Watchdog is at Alertmanager");
  const alive = await watch(live, patienceSeconds, (seen) => isAlive(seen) && isScraped(seen));
  if (!alive.isSo) throw new Error(`The chart's own Watchdog did not reach Alertmanager within ${patienceSeconds} s`);
  const names = new Set(alertsOfTree(world));
  const isHopeful = alive.seen.ruleGroups
    .flatMap((group) => listAt(group, ["rules"]))
    .some((rule) => names.has(textAt(rule, ["name"])));
  const seconds = isHopeful ? patienceSeconds : hopelessSeconds;
  progress(
    `Prometheus has loaded ${isHopeful ? "alerts" : "no alert"} of the tree; waiting up to ${seconds} s for one at the webhook`,
  );
  const { seen, isSo } = await watch(live, seconds, ({ delivered }) =>
    delivered.some(({ alertname }) => names.has(alertname)),
  );
  const delivered = [...new Set(seen.delivered.map(({ alertname }) => alertname))];
  progress(isSo ? `the webhook has received ${delivered.join(", ")}` : "no alert of the tree has reached the webhook");
  return isSo;
};

/** Names of the alerts that the tree itself brings. */
const alertsOfTree = (world: World): readonly string[] =>
  world
    .ofKind("PrometheusRule")
    .filter(isOwn)
    .flatMap(({ body }) => listAt(body, ["spec", "groups"]))
    .flatMap((group) => listAt(group, ["rules"]))
    .map((rule) => textAt(rule, ["alert"]));

/** What only records is loaded or not, and reaches nobody. */
const isAlert = ({ signal, subject }: SignalPath): boolean => signal === "alert" && subject.startsWith("alert ");

/** Deploys the repaired tree and waits until Prometheus lives by it. */
const redeploy = async (live: LiveStack): Promise<void> => {
  const before = live.prometheus.config();
  await live.deploy();
  // The operator reacts within a second; what it does not write within 10 s it will not write.
  await watch(live, 10, () => live.prometheus.config() !== before);
  // Prometheus hands new targets on every 5 s.
  await sleep(10_000);
  await watch(live, 60, isScraped);
  await watch(live, 60, isEvaluatedSince(Date.now()));
};

const lookAt = async (
  live: LiveStack,
  { paths, world }: Prediction,
  progress: (line: string) => void,
): Promise<readonly Line[]> => {
  await postProbes(live, paths.filter(isAlert), await takeSnapshot(live));
  const seen = await takeSnapshot(live);
  const all: Line[] = [];
  for (const path of paths.filter(({ signal }) => signal !== "dashboard")) {
    const lines = await linesOf(path, live, seen);
    const more = path.signal === "metrics" ? compareTargets(path, world, seen) : [];
    progress(`\n${tableOf(`${path.signal}: ${path.subject}`, [...lines, ...more])}`);
    all.push(...lines, ...more);
  }
  return all;
};

const linesOf = async (path: SignalPath, live: LiveStack, seen: Snapshot): Promise<readonly Line[]> =>
  compareHops(path, await (path.signal === "alert" ? observeAlert : observeMetrics)(path, live, seen));

const resultOf = ({ title, arrives }: RigStack, lines: readonly Line[], arrived: boolean): RigResult => {
  const count = (agree: boolean | null): number => lines.filter((line) => line.agree === agree).length;
  return {
    ...{ title, arrived, asExpected: arrives === null || arrived === arrives },
    ...{ agreements: count(true), disagreements: count(false), silent: count(null) },
  };
};
