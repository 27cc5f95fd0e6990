import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isOwn, type World } from "../../src/world/world.ts";
import { compareCapacity } from "./compare-capacity.ts";
import { drillLive } from "./drill-live.ts";
import { type Eyes, openEyes } from "./eyes.ts";
import { type Line, linesOf } from "./line.ts";
import { isUsualExporter, type LiveStack, startLiveStack } from "./live-stack.ts";
import { listAt, textAt } from "./pod.ts";
import { type Prediction, predict } from "./predict.ts";
import { postProbes } from "./probes.ts";
import { applyRepairs, firstRepairs } from "./repair.ts";
import { takeSnapshot } from "./snapshot.ts";
import { tableOf } from "./table.ts";
import { compareTargets } from "./targets-line.ts";
import { isAlive, isEvaluatedSince, isScraped, watch } from "./wait.ts";

/** A stack that the rig runs. */
export interface RigStack {
  /** For people. */
  readonly title: string;
  /** Its folder; absolute. It is copied: repairs stay in the copy. */
  readonly folder: string;
  /** Inputs of the action beyond path, chart and exporter. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly chart: string;
  readonly tools: string;
  /** Whether one of its alerts must reach the webhook; null: either will do. */
  readonly arrives: boolean | null;
  /** False: whether the webhook gets an alert is not waited for. */
  readonly waitsForAlert?: boolean;
  /** How often to apply the repairs that are offered and to look again. */
  readonly repairs: number;
  /** Whether its receivers are drilled afterwards, in good order and in bad. */
  readonly drills?: boolean;
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
  /** Drills whose claims the webhook did not bear out; null: none was made. */
  readonly wrongDrills: number | null;
}

/** Scrape interval, evaluation interval and group_wait, one after the other, are 75 s. */
const patienceSeconds = 100;
/** Enough where Prometheus, alive and scraping, has loaded no alert of the tree at all: then none can fire. */
const hopelessSeconds = 60;

/** Runs one stack for real and compares. Throws where it does not start. */
export const runStack = async (stack: RigStack): Promise<RigResult> => {
  const { progress } = stack;
  const workspace = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-"));
  const inputs = { path: "prometheus-stack", chart: stack.chart, exporter: "gpu-operator", ...stack.inputs };
  try {
    cpSync(stack.folder, join(workspace, "prometheus-stack"), { recursive: true });
    progress("predicting from the files");
    const prediction = await predict(inputs, workspace, stack.tools);
    if (prediction.world.ofKind("Alertmanager").length === 0)
      throw new Error(`${stack.title} has no Alertmanager: its alerts reach nobody, and there is nothing to observe.`);
    const exporterObjects = prediction.exporter.objects.filter(isUsualExporter);
    const live = await startLiveStack({ workspace, inputs, tools: stack.tools, exporterObjects, progress });
    const eyes = await openEyes(live.cluster, workspace, stack.tools);
    try {
      const lines: Line[] = [];
      const arrived = await awaitArrival(live, prediction, stack);
      lines.push(...(await lookAt(live, eyes, prediction, progress)));
      const series = await compareCapacity(live, prediction.world);
      progress(`\ncapacity: series by monitor\n${series.map((line) => `  ${line}`).join("\n")}`);
      for (let round = 1; round <= stack.repairs; round += 1) {
        const predicted = await predict(inputs, workspace, stack.tools);
        const fixes = firstRepairs(predicted.paths.filter(({ signal }) => signal !== "dashboard"));
        if (fixes.length === 0) break;
        applyRepairs(workspace, fixes);
        progress(
          `repair ${round}, the first broken hop of each path:\n${fixes.map((fix) => `    ${fix.description}`).join("\n")}`,
        );
        await redeploy(live);
        lines.push(...(await lookAt(live, eyes, await predict(inputs, workspace, stack.tools), progress)));
      }
      const around = { workspace, tools: stack.tools, progress };
      const wrongDrills = stack.drills === true ? await drillLive(live, prediction, around) : null;
      return { ...resultOf(stack, lines, arrived), wrongDrills };
    } finally {
      await eyes.close();
      await live.stop();
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
};

/** Waits, the same for every stack, whether an alert of the tree reaches the webhook. */
const awaitArrival = async (
  live: LiveStack,
  { world }: Prediction,
  { progress, waitsForAlert = true }: RigStack,
): Promise<boolean> => {
  progress("waiting until Prometheus has loaded, scraped and evaluated, and its Watchdog is at Alertmanager");
  const alive = await watch(live, patienceSeconds, (seen) => isAlive(seen) && isScraped(seen));
  if (!alive.isSo) throw new Error(`The chart's own Watchdog did not reach Alertmanager within ${patienceSeconds} s`);
  if (!waitsForAlert) return false;
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

/** Series of a metric may still be on their way when its target is up. */
const differingSeconds = 60;

const lookAt = async (
  live: LiveStack,
  eyes: Eyes,
  prediction: Prediction,
  progress: (line: string) => void,
): Promise<readonly Line[]> => {
  await postProbes(live, prediction, (await takeSnapshot(live)).routed);
  for (const end = performance.now() + differingSeconds * 1000; ; await sleep(5000)) {
    await live.refresh();
    const [seen, looked] = [await takeSnapshot(live), await eyes.look(prediction)];
    const tables = prediction.paths.flatMap((path, index) => {
      const observed = looked.paths[index];
      if (observed === undefined || observed.hops.length === 0) return [];
      const more = path.signal === "metrics" ? compareTargets(path, prediction.world, seen) : [];
      return [{ title: `${path.signal}: ${path.subject}`, lines: [...linesOf(path, observed), ...more] }];
    });
    const all = tables.flatMap(({ lines }) => lines);
    if (all.some(({ agrees }) => agrees === false) && performance.now() < end) continue;
    for (const { title, lines } of tables) progress(`\n${tableOf(title, lines)}`);
    for (const { condition, subject, what } of looked.conditions.filter(({ sight }) => sight === "not-seen"))
      progress(`${condition} of ${subject} is not seen: ${what}`);
    return all;
  }
};

const resultOf = (
  { title, arrives }: RigStack,
  lines: readonly Line[],
  arrived: boolean,
): Omit<RigResult, "wrongDrills"> => {
  const count = (agrees: boolean | null): number => lines.filter((line) => line.agrees === agrees).length;
  return {
    ...{ title, arrived, asExpected: arrives === null || arrived === arrives },
    ...{ agreements: count(true), disagreements: count(false), silent: count(null) },
  };
};
