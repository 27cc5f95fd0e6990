// Gets the real commands ready, then runs the tests with them first on PATH.
import { toolsDir } from "../test/tools-dir.ts";
import { nodeBin, tryInherited } from "./run-inherited.ts";

const folder = await toolsDir();
const env = { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` };
process.exitCode = tryInherited(nodeBin("vitest"), ["run", ...process.argv.slice(2)], env) ? 0 : 1;
