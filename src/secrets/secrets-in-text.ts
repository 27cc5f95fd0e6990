import { isNoSecret, isSecretKey, secretWord } from "./secret-keys.ts";

/** A secret as a file of the stack or a rendered object holds it. */
export interface Secret {
  /** The name that it stands under. */
  readonly key: string;
  readonly text: string;
}

/** What shall stand in a secret's place; the secret itself, where it may stay. */
export type Replace = (secret: Secret) => string;

/**
 * A text of any format (INI, YAML, JSON, a shell's assignments and options) with what stands in it under the name of a
 * secret replaced. It is read by lines and not parsed: what is inside a ConfigMap may be broken, or of a format that
 * nobody knows. Linear in the text's length.
 */
export const mapSecretsInText = (text: string, replace: Replace): string => {
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

interface SecretSpan {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

function* secretsIn(text: string): Generator<SecretSpan> {
  let done = 0;
  let newline = -1;
  for (const { index, 0: word } of text.matchAll(words)) {
    if (index < done) continue;
    // Each line's end is looked for once, however many names it holds.
    if (newline < index) newline = endOfLine(text, index);
    const span = word.startsWith("-----") ? keyBlock(text, index) : valueNamed(text, index, newline);
    if (span === null) continue;
    yield span;
    done = span.to;
  }
}

/** What a name of a secret holds, and the head of a private key. */
const words = new RegExp(`-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|${secretWord.source}`, "gi");

const keyBlock = (text: string, from: number): SecretSpan => {
  const end = text.indexOf("-----END", from);
  return { key: "private-key", from, to: end < 0 ? text.length : end };
};

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
};

const longestName = 100;

/** The value of the name around `at`; null where none stands there. */
const valueNamed = (text: string, at: number, newline: number): SecretSpan | null => {
  const [start, end] = nameAround(text, at);
  const key = text.slice(start, end);
  if (end - start > longestName || !isSecretKey(key)) return null;
  const sign = afterQuotes(text, end);
  const isOption = text.startsWith("--", start) && /[ \t]/.test(text[end] ?? "");
  if (!/[:=]/.test(text[sign] ?? "")) return isOption ? valueAt(text, start, end, key, newline) : null;
  let from = sign + 1;
  // `name := value`, `name == value`, `name => value`
  while (/[=>]/.test(text[from] ?? "") && from < sign + 3) from += 1;
  return valueAt(text, start, from, key, newline);
};

const nameAround = (text: string, at: number): readonly [number, number] => {
  let start = at;
  while (start > 0 && at - start <= longestName && /[\w.-]/.test(text[start - 1] ?? "")) start -= 1;
  let end = at;
  while (end - at <= longestName && /[\w.-]/.test(text[end] ?? "")) end += 1;
  return [start, end];
};

const afterQuotes = (text: string, from: number): number => {
  let at = from;
  while (at - from < 12 && /[ \t"'\\]/.test(text[at] ?? "")) at += 1;
  return at;
};

/** The value that stands behind `after`, of the name that begins at `start`. */
const valueAt = (text: string, start: number, after: number, key: string, newline: number): SecretSpan => {
  let from = after;
  while (/[ \t]/.test(text[from] ?? "")) from += 1;
  const quote = /\\{0,8}(?:"""|'''|["'])/y;
  quote.lastIndex = from;
  const opening = quote.exec(text)?.[0];
  const name = key.replace(/^[-.]+/, "");
  if (opening === undefined) return { key: name, from, to: endOfPlain(text, start, from, newline) };
  const begin = from + opening.length;
  return { key: name, from: begin, to: endOfQuoted(text, begin, opening) };
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

/**
 * To the end of the line, in a flow mapping to the next mark of it; a block scalar to the first line that is
 * indented no deeper than its own.
 */
const endOfPlain = (text: string, start: number, from: number, end: number): number => {
  const line = text.slice(from, end);
  if (/^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(line.slice(0, longestName))) return endOfBlock(text, start, end);
  if (/[{,][ \t]{0,8}["']?$/.test(text.slice(Math.max(0, start - 10), start))) {
    const mark = line.search(/[,}\]]/);
    return mark < 0 ? end : from + mark;
  }
  return text[start] === "-" ? from + (/^\S*/.exec(line)?.[0].length ?? 0) : end;
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
