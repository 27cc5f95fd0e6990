import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { StepResult } from "../run-action.ts";
import type { Fault, FaultyRun, RunSetting, Site } from "./fault.ts";
import type { Ground, Wanted } from "./ground.ts";
import { leftRunning } from "./left-running.ts";
import { requests } from "./requests.ts";
import { letLockExpire, lockIn, lost, notLive, objectsIn, revisionsIn } from "./state.ts";

let count = 0;

/** Deploys with the fault, looks what is left, and deploys again without it; answers what did not hold. */
export const tryFault = async (fault: Fault, ground: Ground): Promise<readonly string[]> => {
  count += 1;
  const folder = ground.folder(`case-${count}`);
  const { cluster, proxy, helm } = ground;
  const { request } = cluster;
  const deployToo: Site["deployToo"] = () => ground.deploy();
  const site: Site = { cluster, request, proxy, helm, folder, deployToo };
  const wanted = ground.advance(fault.tree);
  const before = await objectsIn(request);
  const setting = await fault.before?.(site);
  const faulty = await deployWith(fault, site, ground, setting);
  proxy.clear();
  await fault.undo?.(site);
  const afterwards = fault.tree === undefined ? wanted : ground.revert([...changedBy]);
  try {
    return [
      ...endWrong(fault, faulty),
      ...(await leftWrong(fault, ground, before)),
      ...(fault.outlives === true || faulty.temp === ""
        ? []
        : leftRunning(faulty.temp).map((words) => `still running: ${words}`)),
      ...(await nextWrong(fault, ground, { before, wanted: afterwards })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Where cases put what only they want. */
const changedBy = ["prometheus-stack", "chart"] as const;

type Faulty = StepResult & { readonly lockedSeconds: number | null; readonly temp: string };

const deployWith = async (
  fault: Fault,
  site: Site,
  ground: Ground,
  setting: RunSetting | undefined,
): Promise<Faulty> => {
  const { promise, resolve } = Promise.withResolvers<FaultyRun>();
  let locked: number | null = null;
  site.proxy.seen(requests.lock).then(() => {
    locked = performance.now();
  });
  const running = ground.deploy({ ...setting, started: resolve });
  let temp = "";
  const during = promise.then((run) => {
    temp = run.temp;
    return Promise.race([fault.during?.(site, run), run.over]);
  });
  // It is awaited when the run has ended, and may have failed before.
  during.catch(() => {});
  const result = await running;
  const ended = performance.now();
  await during;
  return { ...result, temp, lockedSeconds: locked === null ? null : (ended - locked) / 1000 };
};

const lastWords = (output: string): string => output.slice(Math.max(0, output.search(/^FAILED /m)));

const endWrong = (fault: Fault, { code, outputs, output, lockedSeconds }: Faulty): readonly string[] => {
  const words = lastWords(output);
  const reason = outputs["failure-reason"] ?? "";
  const late =
    fault.withinSeconds !== undefined && (lockedSeconds ?? 0) > fault.withinSeconds
      ? [`it took ${lockedSeconds?.toFixed(0)} s from its lock, and not ${fault.withinSeconds} at most`]
      : [];
  const wrong = [...late, ...howWrong(fault, { code, reason, words, output })];
  return wrong.length === 0 ? [] : [...wrong, words.slice(0, 2500)];
};

interface End {
  readonly code: number;
  readonly reason: string;
  readonly words: string;
  readonly output: string;
}

const howWrong = ({ ends, says = [] }: Fault, { code, reason, words, output }: End): readonly string[] => {
  if (ends === "well") return code === 0 ? says.filter((one) => !output.includes(one)) : [`it failed: ${reason}`];
  if (ends === "killed") return code !== 0 && reason === "" ? [] : [`it was not killed: ${code} ${reason}`];
  return [
    ...(code !== 0 && ends.some((one) => one === reason)
      ? []
      : [`the reason is ${reason || "none"}, and not ${ends.join(" or ")}`]),
    ...says.filter((one) => !words.includes(one)).map((one) => `it does not say ${one}`),
    ...(words.includes("Next step:") ? [] : ["it tells no next step"]),
    ...(/Nothing was changed|What is left:/.test(words) ? [] : ["it does not say what is left"]),
    ...(/^\s+at .*(?:file:|node:)/m.test(output) ? ["it shows a stack trace"] : []),
  ];
};

/** Of the fault alone, before anything else is deployed. */
const leftWrong = async (
  fault: Fault,
  { cluster: { request } }: Ground,
  before: ReadonlyMap<string, string>,
): Promise<readonly string[]> => {
  // A helm that was asked to end when its run was killed may still note that.
  if (fault.ends === "killed") await sleep(1500);
  const gone = lost(before, await objectsIn(request));
  const pending = (await revisionsIn(request)).filter(({ status }) => status.startsWith("pending"));
  const seen = await lockIn(request);
  // One that has expired already is of a case before this one.
  const lock = seen !== null && seen.leftSeconds > 0 ? seen : null;
  return [
    ...gone.map((key) => `lost: ${key}`),
    ...(pending.length === 0 || fault.pendingStays === true ? [] : [`pending: revision ${pending[0]?.number}`]),
    ...(lock === null || fault.lockStays === true ? [] : [`the lock is still held by ${lock.holder}`]),
    ...((lock?.leftSeconds ?? 0) <= 65 ? [] : [`the lock expires in ${lock?.leftSeconds} s`]),
  ];
};

const nextWrong = async (
  fault: Fault,
  ground: Ground,
  { before, wanted }: { readonly before: ReadonlyMap<string, string>; readonly wanted: Wanted },
): Promise<readonly string[]> => {
  const { request } = ground.cluster;
  if (fault.nextAtOnce !== true && (await lockIn(request)) !== null) await letLockExpire(request);
  const { code, output } = await ground.deploy();
  if (code !== 0) return ["the next run fails", lastWords(output).slice(0, 2500)];
  const last = (await revisionsIn(request)).at(-1);
  return [
    ...(last?.status === "deployed" ? [] : [`after the next run the release is ${last?.status}`]),
    // A run that finds nothing to do takes no lock, and leaves one that has expired as it is.
    ...(((await lockIn(request))?.leftSeconds ?? 0) <= 0 ? [] : ["after the next run the lock is held"]),
    ...(await notLive(request, wanted)),
    ...lost(before, await objectsIn(request)).map((key) => `lost by the next run: ${key}`),
  ];
};
