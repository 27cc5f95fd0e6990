// Comes first in a bundle of the sources, and makes its start quick as src/load-program.ts does that of dist/.
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { optimizeLater } from "../src/machine/process/optimize-later.ts";

enableCompileCache(join(import.meta.dirname, "compiled"));
optimizeLater();
