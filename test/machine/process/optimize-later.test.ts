import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "../../../src/machine/process/optimize-later.ts");

/** Bit of `%GetOptimizationStatus` for code by V8's strongest compiler. */
const turbofanned = 1 << 6;

/** Whether V8 has optimized a function with a loop after 1,500 and after 300,000 calls. */
const optimized = (setUp: string): readonly boolean[] => {
  const code = `import { setTimeout as sleep } from "node:timers/promises";
    import { optimizeLater } from ${JSON.stringify(source)};
    ${setUp}
    const hot = (n) => { let sum = 0; for (let i = 0; i < n; i++) sum = (sum + i * i) % 1000003; return sum; };
    const isOptimizedAfter = async (calls) => {
      for (let round = 0; round < 100; round++) {
        for (let i = 0; i < calls / 100; i++) hot(20);
        await sleep(2);
      }
      return (%GetOptimizationStatus(hot) & ${turbofanned}) !== 0;
    };
    process.stdout.write(JSON.stringify([await isOptimizedAfter(1500), await isOptimizedAfter(298_500)]));`;
  const args = ["--allow-natives-syntax", "--input-type=module", "-e", code];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
};

test("V8 optimizes with all its might what is called a hundred times as often", () => {
  expect(optimized("")).toEqual([true, true]);
  expect(optimized("optimizeLater();")).toEqual([false, true]);
});
