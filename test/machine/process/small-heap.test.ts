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
         import { growLater } from "${source}";
         ${first};
         const kept = [];
         for (let n = 0; n < 3_000_000; n += 1) kept[n % 200_000] = { n };
         const space = getHeapSpaceStatistics().find((one) => one.space_name === "new_space");
         process.stdout.write(String(space.space_size / 1024 / 1024));`,
      ],
      { encoding: "utf8" },
    ),
  );

test("the space of new objects stays small, and grows where a run takes longer", () => {
  const usual = young("");
  const small = young("growLater()");
  expect(small).toBeLessThan(usual / 2);
  expect(young("growLater(1); await sleep(50)")).toBe(usual);
});
