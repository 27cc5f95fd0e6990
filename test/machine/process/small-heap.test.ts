import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "../../../src/machine/process/small-heap.ts");

/** MiB that V8 has for new objects in a process that keeps the last of many for a while, after `first`. */
const young = (first: string): number =>
  Number(
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { getHeapSpaceStatistics } from "node:v8";
         import { setTimeout as sleep } from "node:timers/promises";
         import { growLater, holdHeap } from "${source}";
         ${first};
         const kept = [];
         for (let turn = 0; turn < 150; turn += 1) {
           for (let n = 0; n < 20_000; n += 1) kept[(turn % 10) * 20_000 + n] = { n };
           await sleep(6);
         }
         const space = getHeapSpaceStatistics().find((one) => one.space_name === "new_space");
         process.stdout.write(String(space.space_size / 1024 / 1024));`,
      ],
      { encoding: "utf8" },
    ),
  );

test("the space of new objects stays as it is, or grows to twice 4 MiB, and further where a run takes longer", () => {
  const usual = young("");
  expect(usual).toBeGreaterThan(16);
  expect(young("holdHeap()")).toBeLessThanOrEqual(2);
  expect(young("holdHeap(); growLater()")).toBe(8);
  expect(young("holdHeap(); growLater(1); await sleep(50)")).toBe(usual);
});
