/**
 * The text of a string literal as Go's strconv.Unquote gives it: double or single quotes with escapes, or backticks
 * without. Null where Go refuses it. https://pkg.go.dev/strconv#Unquote
 */
export const unquote = (literal: string): string | null => {
  const quote = literal[0];
  if (literal.length < 2 || quote === undefined || literal.at(-1) !== quote) return null;
  const inner = literal.slice(1, -1);
  if (quote === "`") return inner.includes("`") ? null : inner.replaceAll("\r", "");
  if (quote !== '"' && quote !== "'") return null;
  if (inner.includes("\n")) return null;
  if (!inner.includes("\\")) return inner.includes(quote) ? null : inner;
  return decode(inner, quote);
};

/**
 * One plain character that is neither quote nor backslash, or one escape: a byte (hexadecimal, octal),
 * a code point, or a letter.
 */
const piece = /([^\\])|\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/suy;

const letters: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

const decode = (inner: string, quote: string): string | null => {
  const bytes: number[] = [];
  for (piece.lastIndex = 0; piece.lastIndex < inner.length; ) {
    const match = piece.exec(inner);
    if (match === null) return null;
    const [, plain, hex, octal, short, long, letter] = match;
    if (plain === quote) return null;
    if (hex !== undefined || octal !== undefined) {
      bytes.push(Number.parseInt(hex ?? octal ?? "", hex === undefined ? 8 : 16));
      continue;
    }
    const code = short ?? long;
    const text = code === undefined ? (plain ?? (letter === quote ? quote : letters[letter ?? ""])) : codePoint(code);
    if (text === undefined) return null;
    bytes.push(...new TextEncoder().encode(text));
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    // Bytes that are no UTF-8: Go keeps them in a string, but neither a label nor a metric may hold them.
    return null;
  }
};

const codePoint = (hex: string): string | undefined => {
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
};
