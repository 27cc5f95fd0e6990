import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCompiled, type RunScript } from "./machine/process/compile-cache.ts";
import { optimizeLater } from "./machine/process/optimize-later.ts";
import { growLater, holdHeap } from "./machine/process/small-heap.ts";

/**
 * The program as the bundle has it; in dist/ this file stands in the place of `program.ts`. The bundle consists of
 * scripts and of no modules: of a script V8 gives back all that it has compiled, of a module only what is compiled when
 * it is loaded. The first one brings the others when it gets to an `import()`.
 */
const loadProgram = (): typeof import("./program.ts") => {
  const own = fileURLToPath(import.meta.url);
  const loader = { folder: dirname(own), run: openCompiled(process.env), own };
  let wasKept = false;
  const part = (name: string): object => {
    if (wasKept) frugal();
    return load(name, { ...loader, part }, frugal).exports;
  };
  const first = load("index.js", { ...loader, part });
  wasKept = first.wasKept;
  // Not in a run that is kept for others.
  if (wasKept) {
    frugal();
    growLater();
  }
  return first.exports as typeof import("./program.ts");
};

/** The flags of all scripts but the first: V8 takes that back under its usual ones alone. */
const frugal = (): void => {
  optimizeLater();
  holdHeap();
};

interface Loader {
  /** Where this file lies. */
  readonly folder: string;
  readonly own: string;
  readonly run: RunScript;
  /** Loads another script of the bundle. */
  readonly part: (name: string) => object;
}

/** What `scripts/build.ts` makes of a file of a bundle. */
type Run = (module: { exports: object }, exports: object, require: NodeJS.Require, folder: string) => void;

const load = (
  name: string,
  loader: Loader,
  flags?: () => void,
): { readonly exports: object; readonly wasKept: boolean } => {
  const { value, wasKept } = loader.run(join(loader.folder, "program", name), flags);
  const module = { exports: {} };
  (value as Run)(module, module.exports, requireIn(loader), loader.folder);
  return { exports: module.exports, wasKept };
};

/** Node's own, but for the bundle's other files: webpack asks for each of them once. */
const requireIn = ({ own, part }: Loader): NodeJS.Require => {
  const require = createRequire(own);
  const requireAny = (name: string): unknown => (/^\.\/\d+\.index\.js$/.test(name) ? part(name) : require(name));
  return Object.assign(requireAny, require);
};

export const { startCommand, step } = loadProgram();
