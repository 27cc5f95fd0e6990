import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { thereAndBack } from "../../test/rig/there-and-back.ts";
import { withHelm3 } from "../../test/with-helm3.ts";
import type { RigPlace } from "./stacks.ts";

/** With each helm in a cluster of its own. Gives the exit code. */
export const runThereAndBack = async ({ chart, tools }: RigPlace): Promise<number> => {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "prometheus-stack-rig-tools-"));
  const told: string[] = [];
  let count = 0;
  try {
    for (const helm of [4, 3] as const) {
      const progress = (line: string): void =>
        console.log(`[${Math.round((performance.now() - start) / 1000)} s, helm ${helm}] ${line}`);
      const own = helm === 4 ? tools : withHelm3(join(folder, "helm3"), tools);
      const wrong = await thereAndBack({ chart, tools: own, progress });
      count += wrong.length;
      told.push(...wrong.map((what) => `! helm ${helm}: ${what}`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const line of told) console.log(line);
  console.log(`There and back with helm 4 and helm 3: ${count} differences`);
  return count === 0 ? 0 : 1;
};
