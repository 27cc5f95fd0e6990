import { isObject, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import type { RuleError } from "./rule-verdict.ts";

const durations = ["for", "keep_firing_for", "interval", "query_offset"];

/** Line and column inside an expression: promtool counts bytes, editors UTF-16 units. */
const innerOf = (expression: unknown, line: number, column: number): NonNullable<RuleError["inner"]> => {
  const text = typeof expression === "string" ? (expression.split("\n")[line - 1] ?? "") : "";
  const before = new TextDecoder().decode(new TextEncoder().encode(text).slice(0, column - 1));
  return { line, column: before.length + 1 };
};

const keyWith = (subject: JsonObject, field: string, found: (key: string, value: unknown) => boolean): Path => {
  const map = subject[field];
  const key = isObject(map) ? Object.entries(map).find(([name, value]) => found(name, value))?.[0] : undefined;
  return key === undefined ? [field] : [field, key];
};

/**
 * Each form of message that promtool has, and the field of the rule or group that it speaks of; the
 * first that matches counts.
 */
const fields: readonly {
  readonly form: RegExp;
  readonly path: (match: RegExpExecArray, subject: JsonObject) => Path;
}[] = [
  { form: /^field 'expr' must be set/, path: () => ["expr"] },
  { form: /^invalid field '([^']+)' in recording rule/, path: ([, field]) => [field ?? ""] },
  {
    form: /^(?:invalid recording rule name|braces present in the recording rule name|only one of 'record' and 'alert')/,
    path: () => ["record"],
  },
  {
    form: /^invalid label name: ([\s\S]*)$/,
    path: ([, name], subject) => keyWith(subject, "labels", (key) => key === name),
  },
  {
    form: /^invalid label value: ([\s\S]*)$/,
    path: ([, text], subject) => keyWith(subject, "labels", (_, value) => value === text),
  },
  {
    form: /^invalid annotation name: ([\s\S]*)$/,
    path: ([, name], subject) => keyWith(subject, "annotations", (key) => key === name),
  },
  { form: /^Groupname must not be empty/, path: () => ["name"] },
  { form: /\bfield (\S+) not found in type/, path: ([, field]) => [field ?? ""] },
  {
    form: /not a valid duration string: ("(?:[^"\\]|\\.)*")|empty duration string/,
    path: ([, text], subject) => {
      const wrong = text === undefined ? "" : text.slice(1, -1);
      const field = durations.find((name) => String(subject[name] ?? "\0") === wrong);
      return field === undefined ? [] : [field];
    },
  },
];

/** Positions in the scratch file and the name of the stand-in group mean nothing to a reader. */
const plain = (message: string): string =>
  message
    .replace(/^(?:\d+:\d+: )*/, "")
    .replace(/^group "(?:[^"\\]|\\.)*", rule \d+, "(?:[^"\\]|\\.)*": /, "")
    .replace(/^yaml: unmarshal errors:\s*/, "")
    .replace(/^[ \t]*line \d+: /gm, "")
    .replace(
      / in type rulefmt\.(Rule(?:Group)?)(?:Node)?\b/g,
      (_, type: string) => ` in a ${type === "Rule" ? "rule" : "rule group"}`,
    )
    .replace(/ into rulefmt\.\w+/g, "");

/**
 * What one of promtool's messages on a rule, or on a group without its rules, means; `at` is the
 * path of that rule or group.
 */
export const ruleError = (message: string, subject: JsonObject, at: Path): RuleError => {
  const said = plain(message);
  const [, line, column, why] = /^could not parse expression: (?:(\d+):(\d+): )?([\s\S]*)$/.exec(said) ?? [];
  if (why !== undefined) {
    const inner = line === undefined ? {} : { inner: innerOf(subject["expr"], Number(line), Number(column)) };
    return { path: [...at, "expr"], message: why, about: "expression", ...inner };
  }
  const [, kind, key, trouble] = /^(label|annotation) ("(?:[^"\\]|\\.)*"): ([\s\S]*)$/.exec(said) ?? [];
  if (kind !== undefined && key !== undefined)
    return {
      path: [...at, ...keyWith(subject, `${kind}s`, (name) => JSON.stringify(name) === key)],
      // Go's template names itself by the alert: the path says it already.
      message: (trouble ?? "").replace(/^template: [^\n]*?:(\d+)(?::\d+)?: /, "template, line $1: "),
      about: "template",
    };
  for (const { form, path } of fields) {
    const match = form.exec(message.includes("rulefmt") ? message : said);
    if (match !== null) return { path: [...at, ...path(match, subject)], message: said, about: "field" };
  }
  return { path: at, message: said, about: "field" };
};
