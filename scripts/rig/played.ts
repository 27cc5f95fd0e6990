import { isAsForetold, type Played, playFaults } from "../../test/rig/play-faults.ts";
import type { RigPlace } from "./stacks.ts";

/** Plays every failure and tells what was foretold of it. Gives the exit code. */
export const runPlayed = async ({ chart, tools }: RigPlace): Promise<number> => {
  const start = performance.now();
  const all = await playFaults({
    ...{ chart, tools, played: (one) => console.log(line(one)) },
    progress: (text) => console.log(`[${Math.round((performance.now() - start) / 1000)} s] ${text}`),
  });
  const right = all.filter(isAsForetold);
  const others = all.filter((one) => one.others.length > 0);
  console.log(
    `${all.length} failures played, ${right.length} told as foretold, ${others.length} with another alert beside`,
  );
  return right.length === all.length ? 0 : 1;
};

const line = (one: Played): string => {
  const told = one.seconds === null ? "never told" : `told after ${one.seconds.toFixed(1)} s`;
  const beside = one.others.length === 0 ? "" : `, and so were ${one.others.join(", ")}`;
  return `${isAsForetold(one) ? " " : "!"} ${one.fault.alert.padEnd(24)} ${told}, foretold ${one.foretold ?? "?"} s${beside}`;
};
