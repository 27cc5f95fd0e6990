import { isNoSecret, isSecretKey, mayNameSecret } from "./secret-keys.ts";

/** A secret as a file of the stack or a rendered object holds it. */
export interface Secret {
  /** The name that it stands under. */
  readonly key: string;
  readonly text: string;
}

/** What shall stand in a secret's place; the secret itself, where it may stay. */
export type Replace = (secret: Secret) => string;

/**
 * A text of any format (INI, YAML, JSON, a shell's assignments and options) with what stands in it under the name of a secret replaced. It is read by lines and not parsed: what is
 * inside a ConfigMap may be broken, or of a format that nobody knows. Linear in the text's length.
 */
export const mapSecretsInText = (text: string, replace: Replace): string => {
  if (!mayNameSecret.test(text)) return text;
  let kept = "";
  let done = 0;
  for (const { key, from, to } of secretsIn(text)) {
    const own = text.slice(from, to);
    const other = isNoSecret(own) ? own : replace({ key, text: own });
    if (other === own) continue;
    kept += text.slice(done, from) + other;
    done = to;
  }
  return done === 0 ? text : kept + text.slice(done);
};

interface Span {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

function* secretsIn(text: string): Generator<Span> {
  let done = 0;
  let newline = -1;
  for (const { index, 0: mark } of text.matchAll(markers)) {
    if (index < done) continue;
    // Each line's end is looked for once, however many marks it has.
    if (newline < index) newline = endOfLine(text, index);
    const span = mark.startsWith("-----") ? keyBlock(text, index) : valueAfter(text, index, mark, newline);
    if (span === null) continue;
    yield span;
    done = span.to;
  }
}

/** What may part a name from its value, an option from its argument, and the head of a private key. */
const markers = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|[:=]|(?<=--[\w-]{1,64})[ \t]/g;

const keyBlock = (text: string, from: number): Span => {
  const end = text.indexOf("-----END", from);
  return { key: "private-key", from, to: end < 0 ? text.length : end };
};

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
};

const valueAfter = (text: string, at: number, mark: string, end: number): Span | null => {
  const key = keyBefore(text, at);
  if (key === null || !isSecretKey(key)) return null;
  let from = at + mark.length;
  while (/[ \t]/.test(text[from] ?? "")) from += 1;
  // `name := value`, `name == value`, `name => value`
  while (/[=>]/.test(text[from] ?? "") && from < at + 3) from += 1;
  while (/[ \t]/.test(text[from] ?? "")) from += 1;
  const quote = /\\{0,8}(?:"""|'''|["'])/y;
  quote.lastIndex = from;
  const opening = quote.exec(text)?.[0];
  if (opening !== undefined) {
    const start = from + opening.length;
    return { key, from: start, to: endOfQuoted(text, start, opening) };
  }
  return { key, from, to: endOfPlain(text, at, from, end) };
};

const longestName = 100;

/** The name that ends before `at`, quoted or not. */
const keyBefore = (text: string, at: number): string | null => {
  let end = at;
  while (end > 0 && at - end < 12 && /[ \t"'\\]/.test(text[end - 1] ?? "")) end -= 1;
  let start = end;
  while (start > 0 && end - start <= longestName && /[\w.-]/.test(text[start - 1] ?? "")) start -= 1;
  return start === end || end - start > longestName ? null : text.slice(start, end).replace(/^[-.]+/, "");
};

/** Quotes inside a quotation have more backslashes before them than those that end it. */
const endOfQuoted = (text: string, from: number, opening: string): number => {
  const quote = opening.replaceAll("\\", "");
  const depth = opening.length - quote.length;
  let at = text.indexOf(quote, from);
  while (at >= 0) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\" && at - slashes > from) slashes += 1;
    if (slashes <= depth || (depth === 0 && slashes % 2 === 0)) return at - Math.min(slashes, depth);
    at = text.indexOf(quote, at + 1);
  }
  return text.length;
};

/** To the end of the line, in a flow mapping to the next mark of it; a block scalar to the first line that is indented no deeper than its own. */
const endOfPlain = (text: string, at: number, from: number, end: number): number => {
  const line = text.slice(from, end);
  if (/^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(line.slice(0, longestName))) return endOfBlock(text, at, end);
  const before = text.slice(Math.max(0, at - 2 * longestName), at);
  if (/[{,]\s*["']?[\w.-]{1,100}["']?\s*$/.test(before.slice(before.lastIndexOf("\n") + 1))) {
    const mark = line.search(/[,}\]]/);
    return mark < 0 ? end : from + mark;
  }
  return /--?[\w-]{1,64}$/.test(before) ? from + (/^\S*/.exec(line)?.[0].length ?? 0) : end;
};

const endOfBlock = (text: string, at: number, from: number): number => {
  const indent = indentAt(text, text.lastIndexOf("\n", at) + 1);
  let end = from;
  while (end < text.length) {
    const next = text.indexOf("\n", end + 1);
    const stop = next < 0 ? text.length : next;
    const blank = text.slice(end + 1, stop).trim() === "";
    if (!blank && indentAt(text, end + 1) <= indent) return end;
    end = stop;
  }
  return end;
};

const indentAt = (text: string, start: number): number => {
  let at = start;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at - start;
};
