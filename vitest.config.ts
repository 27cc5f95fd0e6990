import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { partSeed } from "./scripts/test-options.ts";
import { leftOut } from "./test/run/long-files.ts";
import { LongFirst } from "./test/run/long-first.ts";
import { slowestFiles } from "./test/run/slowest-files.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...leftOut(partSeed(process.env))],
    setupFiles: ["test/run/random-cases.ts"],
    // Real commands and a real API server on a machine with two cores.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // One more than cores: a file waits for clusters and time limits for a fifth of its time.
    maxWorkers: Math.max(2, availableParallelism()) + 1,
    sequence: { sequencer: LongFirst },
    // A process for each file costs a third of a second, and modules that most files share are read again in each.
    isolate: false,
    // So no test leaves another one its variables or its spies.
    unstubEnvs: true,
    restoreMocks: true,
    reporters: ["default", slowestFiles],
  },
});
