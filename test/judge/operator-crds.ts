import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { goEnvironment } from "../../scripts/tool-build/go-environment.ts";
import { tool } from "../tools-dir.ts";
import { chartOperator, type JudgedOperator } from "./judged-operators.ts";

const run = promisify(execFile);
const source = "github.com/prometheus-operator/prometheus-operator";

/**
 * The CustomResourceDefinitions that belong to the operator, YAML texts of one document each: these very ones are what
 * the chart of its version installs.
 */
export const operatorCrds = async (operator: JudgedOperator = chartOperator): Promise<readonly string[]> => {
  if (operator.command !== chartOperator.command) return crdsOfModule(operator);
  const { stdout } = await run(await tool("operator"), ["crds"], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split(/^---$/m).filter((text) => text.trim() !== "");
};

/**
 * Before 0.89 the operator does not print them: they lie in its source. Go has the module's files, and compares them
 * with go.sum.
 */
const crdsOfModule = async ({ version, command }: JudgedOperator): Promise<readonly string[]> => {
  const { stdout } = await run("go", ["mod", "download", "-json", `${source}@v${version}`], {
    cwd: resolve(import.meta.dirname, "../../tools", command),
    env: goEnvironment(),
  });
  const { Dir } = JSON.parse(stdout) as { readonly Dir: string };
  const folder = join(Dir, "example/prometheus-operator-crd");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
};
