import { OperatorError } from "../../core/errors.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import { openFacts } from "../../outside/known-facts.ts";
import type { Outside } from "../../outside/outside.ts";
import { toolIdentity } from "../../outside/tools.ts";
import { isTaken, packed } from "./pack-rules.ts";
import { type RuleFile, type RuleFileVerdict, ruleFileText, type WrittenRules } from "./rule-file.ts";
import { countRules, groupsIn } from "./rule-groups.ts";

const timeoutMs = 30_000;
/** Files a run: an argument list is limited, 128 kB on old systems. */
const batch = 500;

/**
 * promtool has no other output than prose: per file "Checking <name>" and the count on stdout,
 * "<name>: <message>" on stderr.
 */
const readOutput = (completed: Completed, names: readonly string[]): ReadonlyMap<string, RuleFileVerdict> => {
  const counts = new Map<string, number>();
  let current = "";
  for (const line of completed.stdout.split("\n")) {
    current = /^Checking (.+)$/.exec(line)?.[1] ?? current;
    const count = /^ {2}SUCCESS: (\d+) rules found$/.exec(line)?.[1];
    if (count !== undefined) counts.set(current, Number(count));
  }
  const known = new Set(names);
  const messages: { readonly file: string; text: string }[] = [];
  for (const line of completed.stderr.split("\n")) {
    const [, file, text] = /^(\S+?): (.*)$/.exec(line) ?? [];
    const last = messages.at(-1);
    if (file !== undefined && known.has(file)) messages.push({ file, text: text ?? "" });
    else if (last !== undefined && line.trim() !== "" && line !== "  FAILED:") last.text += `\n${line}`;
  }
  const byFile = Map.groupBy(messages, ({ file }) => file);
  return new Map(
    names.flatMap((name) => {
      const errors = [...new Set((byFile.get(name) ?? []).map(({ text }) => text.trim()))];
      const rules = counts.get(name);
      return rules === undefined && errors.length === 0 ? [] : [[name, { rules: rules ?? 0, errors }] as const];
    }),
  );
};

/**
 * `promtool check rules` over all files, by their names. Throws OperatorError where promtool does
 * not say something of each.
 */
export const runPromtool = async (
  files: readonly RuleFile[],
  features: readonly string[],
  outside: Needs,
): Promise<ReadonlyMap<string, RuleFileVerdict>> => {
  const verdicts = new Map<string, RuleFileVerdict>();
  if (files.length === 0) return verdicts;
  const tool = await outside.tools.get("promtool");
  const known = openFacts(outside.memory, ["promtool check rules/1", toolIdentity(tool), ...features]);
  const unknown = files
    .map((file) => ({ ...file, text: ruleFileText(file.content) }))
    .filter(({ name, text }) => {
      const rules = known.get([text]);
      if (rules !== null) verdicts.set(name, { rules: Number(rules), errors: [] });
      return rules === null;
    });
  const ask = asking(tool.path, features, outside);
  const packs = packed(unknown);
  const whole = await ask(packs);
  // Only alone it is seen which of them has the error.
  const alone = packs.filter((pack) => pack.of.length > 1 && !isTaken(pack, whole)).flatMap(({ of }) => of);
  const each = await ask(alone);
  for (const { name, content, text } of unknown) {
    // What was in a pack of several that was taken was counted with them.
    const verdict = each.get(name) ?? whole.get(name) ?? { rules: countRules(groupsIn(content)), errors: [] };
    verdicts.set(name, verdict);
    if (verdict.errors.length === 0) known.learn([text], String(verdict.rules));
  }
  known.save();
  return verdicts;
};

type Needs = Pick<Outside, "exec" | "scratch" | "tools" | "memory">;

const asking =
  (file: string, features: readonly string[], { exec, scratch }: Needs) =>
  async (files: readonly WrittenRules[]): Promise<ReadonlyMap<string, RuleFileVerdict>> => {
    const verdicts = new Map<string, RuleFileVerdict>();
    if (files.length === 0) return verdicts;
    const cwd = await scratch.folder("rules");
    for (let start = 0; start < files.length; start += batch) {
      const part = files.slice(start, start + batch);
      await Promise.all(part.map(({ name, text }) => scratch.write(`rules/${name}`, text)));
      const names = part.map(({ name }) => name);
      const args = commandLine({ verb: ["check", "rules", "--lint=none", ...features], positionals: names });
      const completed = await exec({ file, args, cwd, env: {}, timeoutMs, costly: "invalid-input" });
      const said = readOutput(completed, names);
      for (const name of names) {
        const verdict = said.get(name);
        if (verdict === undefined) throw silent(completed);
        verdicts.set(name, verdict);
      }
    }
    return verdicts;
  };

const silent = (completed: Completed): OperatorError =>
  new OperatorError(
    "internal",
    `promtool ended with code ${completed.code} and without a verdict: ${completed.stderr.trim().split("\n")[0] || "it printed nothing"}`,
    "Check the version of promtool (3 or newer), and set promtool-version.",
  );
