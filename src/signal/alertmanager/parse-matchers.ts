import { trimEnd } from "../../core/trim-end.ts";
import { matchOperators } from "../../promql/syntax.ts";
import { unquote } from "../../promql/unquote.ts";
import { type AlertMatcher, matcherProblem } from "./alert-matcher.ts";

/**
 * The matchers in one string, e.g. `severity =~ "warning|critical"`, or null where Alertmanager refuses it. Like
 * Alertmanager since 0.27 without feature flags: where its classic parser understands the text, that counts, else the
 * one for UTF-8. https://prometheus.io/docs/alerting/latest/configuration/#label-matchers
 */
export const parseMatchers = (text: string): readonly AlertMatcher[] | null => {
  const classic = valid(parseClassic(text));
  return classic ?? valid(parseUtf8(text));
};

const valid = (matchers: readonly AlertMatcher[] | null): readonly AlertMatcher[] | null =>
  matchers?.every((matcher) => matcherProblem(matcher) === null) ? matchers : null;

/** Braces are optional and need not be paired; commas separate, except in double quotes. */
const parseClassic = (text: string): readonly AlertMatcher[] | null => {
  const matchers = classicTokens(text.replace(/^\{/, "").replace(/\}$/, "")).map(classicMatcher);
  return allOf(matchers);
};

/** As Go's `unicode.IsSpace` has it. */
const whiteSpace =
  "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

const classicTokens = (text: string): readonly string[] => {
  const tokens: string[] = [];
  let token = "";
  let quoted = false;
  let escaped = false;
  for (const char of text) {
    if (char === "," && !quoted) {
      tokens.push(token);
      token = "";
      continue;
    }
    if (char === '"' && !escaped) quoted = !quoted;
    escaped = char === "\\" ? !escaped : false;
    token += char;
  }
  const last = trimEnd(token.replace(/^\p{White_Space}+/u, ""), whiteSpace);
  return last === "" ? tokens : [...tokens, last];
};

const classicForm = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)[\t\n\f\r ]*(.*)$/s;

const classicMatcher = (token: string): AlertMatcher | null => {
  const [, name, op, raw] = classicForm.exec(token) ?? [];
  const operator = matchOperators.find((one) => one === op);
  if (name === undefined || operator === undefined || raw === undefined) return null;
  const value = classicValue(trimEnd(raw, "\t\n\f\r "));
  return value === null ? null : { name, op: operator, value };
};

/**
 * Escapes are `\n`, `\"` and `\\`; any other backslash stays as it is. A double quote may only
 * open and close the value.
 */
const classicValue = (raw: string): string | null => {
  const open = raw.startsWith('"');
  const rest = open ? raw.slice(1) : raw;
  let value = "";
  let closed = false;
  for (let index = 0; index < rest.length; index += 1) {
    const char = rest[index] ?? "";
    const last = index === rest.length - 1;
    if (char === "\\" && !last) {
      index += 1;
      const next = rest[index] ?? "";
      value += next === "n" ? "\n" : next === '"' || next === "\\" ? next : `\\${next}`;
    } else if (char === '"') {
      if (!open || !last) return null;
      closed = true;
    } else value += char;
  }
  return open && !closed ? null : value;
};

/**
 * One token, spaces before it skipped: a brace or comma, an operator, a quoted text, or a run of characters
 * without a meaning of their own.
 */
const utf8Token = /\p{White_Space}*(?:([{},])|(=~|!=|!~|=)|("(?:[^"\\]|\\.)*")|([^\p{White_Space}{}!=~,\\"'`]+))/suy;

const utf8Tokens = (text: string): readonly string[] | null => {
  const end = trimEnd(text, whiteSpace).length;
  const tokens: string[] = [];
  for (utf8Token.lastIndex = 0; utf8Token.lastIndex < end; ) {
    const match = utf8Token.exec(text);
    if (match === null) return null;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "");
  }
  return tokens;
};

/** Names and values are quoted, or free of reserved characters; braces are paired, a trailing comma is allowed. */
const parseUtf8 = (text: string): readonly AlertMatcher[] | null => {
  const tokens = utf8Tokens(text);
  if (tokens === null) return null;
  const open = tokens[0] === "{";
  const close = tokens.at(-1) === "}";
  if (open !== close || (open && tokens.length < 2)) return null;
  const inner = open ? tokens.slice(1, -1) : tokens;
  const matchers: (AlertMatcher | null)[] = [];
  for (let index = 0; index < inner.length; index += 4) {
    const [name, op, value, comma] = inner.slice(index, index + 4);
    if (comma !== undefined && comma !== ",") return null;
    matchers.push(utf8Matcher(name, op, value));
  }
  return allOf(matchers);
};

const utf8Matcher = (
  name: string | undefined,
  op: string | undefined,
  value: string | undefined,
): AlertMatcher | null => {
  const operator = matchOperators.find((one) => one === op);
  const [plainName, plainValue] = [utf8Text(name), utf8Text(value)];
  return plainName === null || plainValue === null || operator === undefined
    ? null
    : { name: plainName, op: operator, value: plainValue };
};

const utf8Text = (token: string | undefined): string | null => {
  if (token === undefined || /^(?:[{},]|=~|!=|!~|=)$/.test(token)) return null;
  return token.startsWith('"') ? unquote(token) : token;
};

const allOf = (matchers: readonly (AlertMatcher | null)[]): readonly AlertMatcher[] | null => {
  const found = matchers.filter((matcher) => matcher !== null);
  return found.length === matchers.length ? found : null;
};
