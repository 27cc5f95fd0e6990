import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCompiled } from "./machine/process/compile-cache.ts";
import { optimizeLater } from "./machine/process/optimize-later.ts";
import { growLater } from "./machine/process/small-heap.ts";

/**
 * The program as the bundle has it; in dist/ this file stands in the place of `program.ts`. The bundle is a script and
 * no module: of a script V8 gives back all that it has compiled, of a module only what is compiled when it is loaded.
 */
const loadProgram = (): typeof import("./program.ts") => {
  const own = fileURLToPath(import.meta.url);
  const { value, wasKept } = runCompiled(join(dirname(own), "program.cjs"), process.env);
  const module = { exports: {} };
  (value as Run)(module, module.exports, createRequire(own), dirname(own));
  // Not in a run that is kept for others: V8 takes back only what was compiled under the flags that it has then.
  if (wasKept) {
    optimizeLater();
    growLater();
  }
  return module.exports as typeof import("./program.ts");
};

/** What `scripts/build.ts` makes of a bundle. */
type Run = (module: { exports: object }, exports: object, require: NodeJS.Require, folder: string) => void;

export const { command, step } = loadProgram();
