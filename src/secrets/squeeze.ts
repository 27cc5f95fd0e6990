/** A text without what tools add to it when they quote it, and where each of its characters stood. */
export interface Squeezed {
  readonly length: number;
  /** UTF-16 units; `cut` where the text was cut short. */
  readonly codes: Uint16Array;
  /** The position of each unit in the text, and the position after it. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Stands for `…`, which our own cuts end with. */
export const cut = 0xffff;

const dropped = new Uint8Array(0x10000);
for (const character of " \t\n\r\v\f\u00a0\u0085\u2028\u2029\ufeff\u200b\"'`\\") dropped[character.charCodeAt(0)] = 1;
const [backslash, percent, ellipsis] = [92, 37, 0x2026];

/**
 * Leaves out blanks, line breaks and quotes, and reads escapes (`\n`, `\"`, `\u003c`, `%40`) as what they stand for where `decode` is true, as bare characters without backslashes where
 * it is false: the same secret is then the same text, whether Go, JSON, a shell or an address quotes it, however often.
 */
export const squeeze = (text: string, decode: boolean): Squeezed => {
  const codes = new Uint16Array(text.length);
  const from = new Uint32Array(text.length);
  const to = new Uint32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    let code = text.charCodeAt(at);
    let end = at + 1;
    if (code === backslash || (decode && code === percent)) {
      const read = code === backslash ? afterBackslashes(text, at, decode) : hexAt(text, at + 1, 2);
      end = read?.end ?? end;
      code = read?.code ?? (code === percent ? percent : -1);
    }
    if (code >= 0 && dropped[code] === 0) {
      codes[length] = code === ellipsis ? cut : code;
      from[length] = at;
      to[length] = end;
      length += 1;
    }
    at = end;
  }
  return { length, codes, from, to };
};

interface Read {
  /** -1: nothing. */
  readonly code: number;
  readonly end: number;
}

const afterBackslashes = (text: string, at: number, decode: boolean): Read => {
  let end = at;
  while (text.charCodeAt(end) === backslash) end += 1;
  const letter = text[end];
  if (!decode || letter === undefined) return { code: -1, end };
  if ("nrt".includes(letter)) return { code: -1, end: end + 1 };
  const hex = letter === "u" ? hexAt(text, end + 1, 4) : letter === "x" ? hexAt(text, end + 1, 2) : undefined;
  return hex ?? { code: -1, end };
};

const hexAt = (text: string, from: number, digits: number): Read | undefined => {
  const hex = text.slice(from, from + digits);
  return hex.length === digits && /^[0-9a-f]+$/i.test(hex)
    ? { code: Number.parseInt(hex, 16), end: from + digits }
    : undefined;
};
