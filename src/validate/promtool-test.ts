import { asOperatorError } from "../errors.ts";
import type { JsonObject } from "../manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { ruleFileText } from "./promtool.ts";

const timeoutMs = 60_000;
const folder = "alert-tests";

/** Runs one test file, given as text; what promtool says where it fails, else null. */
export type TestRun = (text: string) => Promise<string | null>;

export interface TestBench {
  /** What a test file's `rule_files` must name: exactly the groups on the bench. */
  readonly ruleFiles: readonly string[];
  readonly run: TestRun;
}

/**
 * `promtool test rules` over these groups, one rule file each. The test's text is written to a private folder; where promtool does not come to an end,
 * that is its failure. Throws OperatorError where promtool cannot be run.
 */
export const testBench = async (
  ruleFiles: readonly JsonObject[],
  features: readonly string[],
  { exec, scratch, tools }: Pick<Outside, "exec" | "scratch" | "tools">,
): Promise<TestBench> => {
  const tool = await tools.get("promtool");
  const cwd = await scratch.folder(`${folder}/tests`);
  const names = ruleFiles.map((_, index) => `rules/${index}.json`);
  await Promise.all(
    ruleFiles.map((content, index) => scratch.write(`${folder}/${names[index]}`, ruleFileText(content))),
  );
  let count = 0;
  const run: TestRun = async (text) => {
    const name = `${count++}.yaml`;
    await scratch.write(`${folder}/tests/${name}`, text);
    const args = ["test", "rules", ...features, name];
    try {
      const { code, stderr } = await exec({ file: tool.path, args, cwd, env: {}, timeoutMs });
      return code === 0 ? null : stderr.trim();
    } catch (thrown) {
      if (asOperatorError(thrown)?.reason !== "timeout") throw thrown;
      return `promtool did not finish within ${timeoutMs / 1000} s`;
    }
  };
  return { ruleFiles: names.map((name) => `../${name}`), run };
};
