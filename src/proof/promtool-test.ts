import { asOperatorError } from "../core/errors.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";
import { openFacts } from "../outside/known-facts.ts";
import type { Outside } from "../outside/outside.ts";
import { toolIdentity } from "../outside/tools.ts";
import { ruleFileText } from "../validate/promtool/rule-file.ts";

/**
 * A test takes a tenth of a second. Both limits are for a file of the tree that never ends,
 * and for many that nearly do.
 */
const timeoutMs = 15_000;
const allMs = 30_000;
const folder = "alert-tests";

/** Runs one test file, given as text; what promtool says where it fails, else null. */
export type TestRun = (text: string) => Promise<string | null>;

export interface TestBench {
  /** What a test file's `rule_files` must name: exactly the groups on the bench. */
  readonly ruleFiles: readonly string[];
  readonly run: TestRun;
}

/**
 * `promtool test rules` over these groups, one rule file each. The test's text is written to a private folder; where
 * promtool does not come to an end, that is its failure. Throws OperatorError where promtool cannot be run.
 */
export const testBench = async (
  ruleFiles: readonly JsonObject[],
  features: readonly string[],
  { exec, scratch, tools, memory }: Pick<Outside, "exec" | "scratch" | "tools" | "memory">,
): Promise<TestBench> => {
  const tool = await tools.get("promtool");
  const cwd = await scratch.folder(`${folder}/tests`);
  const names = ruleFiles.map((_, index) => `rules/${index}.json`);
  const texts = ruleFiles.map(ruleFileText);
  const passed = openFacts(memory, ["unit tests/1", toolIdentity(tool), ...features, "", ...texts]);
  let written: Promise<unknown> | undefined;
  let count = 0;
  let leftMs = allMs;
  const run: TestRun = async (text) => {
    if (passed.get([text]) !== null) return null;
    written ??= Promise.all(texts.map((one, index) => scratch.write(`${folder}/${names[index]}`, one)));
    await written;
    if (leftMs <= 0) return `it was not run: the tests before it took more than ${allMs / 1000} s`;
    const name = `${count++}.yaml`;
    await scratch.write(`${folder}/tests/${name}`, text);
    const said = await testRules(
      tool.path,
      { cwd, features, names: [name], timeoutMs: Math.min(timeoutMs, leftMs) },
      exec,
    );
    leftMs -= said.durationMs;
    const failed = said.trouble ?? (said.code === 0 ? null : said.stderr.trim());
    if (failed === null) passed.learn([text], "passed");
    passed.save();
    return failed;
  };
  return { ruleFiles: names.map((name) => `../${name}`), run };
};

interface TestCall {
  /** Folder of the test files; promtool's own series go there, too. */
  readonly cwd: string;
  readonly features: readonly string[];
  readonly names: readonly string[];
  readonly timeoutMs: number;
}

/** `promtool test rules`; `trouble` where it did not come to an end. Throws OperatorError where it cannot be run. */
export const testRules = async (
  file: string,
  { cwd, features, names, timeoutMs }: TestCall,
  exec: Outside["exec"],
): Promise<Pick<Completed, "code" | "stderr" | "durationMs"> & { readonly trouble: string | null }> => {
  const args = commandLine({ verb: ["test", "rules", ...features], positionals: names });
  try {
    const done = await exec({ file, args, cwd, env: { TMPDIR: cwd, ...littleGarbage }, timeoutMs, costly });
    return { ...done, trouble: null };
  } catch (thrown) {
    const error = asOperatorError(thrown);
    const failed = { code: 1, stderr: "", durationMs: timeoutMs };
    if (error?.reason === "timeout")
      return { ...failed, trouble: `promtool did not finish within ${timeoutMs / 1000} s` };
    if (error?.reason === costly) return { ...failed, durationMs: 0, trouble: error.message };
    throw thrown;
  }
};

const costly = "invalid-input";

/**
 * Each test has a database of its own, which is soon garbage: with Go's own setting the tests of 2,010 alerts take
 * promtool 105 MiB instead of 731 at 400, in the same CPU time.
 */
const littleGarbage = { GOGC: "100" };
