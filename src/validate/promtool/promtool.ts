import { OperatorError } from "../../core/errors.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import { openFacts } from "../../outside/known-facts.ts";
import type { Outside } from "../../outside/outside.ts";
import { toolIdentity } from "../../outside/tools.ts";

/** A rule file, as Prometheus reads it, under a name of its own. */
export interface RuleFile {
  readonly name: string;
  readonly content: JsonObject;
}

/** What promtool says of one rule file. */
export interface RuleFileVerdict {
  /** Rules that promtool counted; 0 where it failed. */
  readonly rules: number;
  /** promtool's messages, each once; none where it succeeded. */
  readonly errors: readonly string[];
}

const timeoutMs = 30_000;
/** Files a run: an argument list is limited, 128 kB on old systems. */
const batch = 500;

/**
 * Characters that JSON leaves as they are and YAML reads as line breaks or refuses:
 * https://yaml.org/spec/1.2.2/#51-character-set
 */
const notInYaml = /[\u007f-\u009f\u2028\u2029\ufeff]/g;
const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** YAML that is JSON: nothing in a value can be read as anything else. */
export const ruleFileText = (content: JsonObject): string =>
  `${JSON.stringify(content)}\n`.replace(notInYaml, escapeCharacter);

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
  { exec, scratch, tools, memory }: Pick<Outside, "exec" | "scratch" | "tools" | "memory">,
): Promise<ReadonlyMap<string, RuleFileVerdict>> => {
  const verdicts = new Map<string, RuleFileVerdict>();
  if (files.length === 0) return verdicts;
  const tool = await tools.get("promtool");
  const known = openFacts(memory, ["promtool check rules/1", toolIdentity(tool), ...features]);
  const texts = files.map(({ name, content }) => ({ name, text: ruleFileText(content) }));
  const unknown = texts.filter(({ name, text }) => {
    const rules = known.get([text]);
    if (rules !== null) verdicts.set(name, { rules: Number(rules), errors: [] });
    return rules === null;
  });
  const cwd = await scratch.folder("rules");
  for (let start = 0; start < unknown.length; start += batch) {
    const part = unknown.slice(start, start + batch);
    await Promise.all(part.map(({ name, text }) => scratch.write(`rules/${name}`, text)));
    const names = part.map(({ name }) => name);
    const args = commandLine({ verb: ["check", "rules", "--lint=none", ...features], positionals: names });
    const completed = await exec({ file: tool.path, args, cwd, env: {}, timeoutMs, costly: "invalid-input" });
    const said = readOutput(completed, names);
    for (const { name, text } of part) {
      const verdict = said.get(name);
      if (verdict === undefined) throw silent(completed);
      verdicts.set(name, verdict);
      if (verdict.errors.length === 0) known.learn([text], String(verdict.rules));
    }
  }
  known.save();
  return verdicts;
};

const silent = (completed: Completed): OperatorError =>
  new OperatorError(
    "internal",
    `promtool ended with code ${completed.code} and without a verdict: ${completed.stderr.trim().split("\n")[0] || "it printed nothing"}`,
    "Check the version of promtool (3 or newer), and set promtool-version.",
  );
