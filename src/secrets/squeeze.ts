/** A text without what tools add to it when they quote it, and where each of its characters stood. */
export interface Squeezed {
  readonly length: number;
  /** UTF-16 units; `cut` where the text was cut short. What is beyond `length` means nothing. */
  readonly codes: Uint16Array;
  /** The position of each unit in the text, and the position after it. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Room for a squeezed text, to be used again: making it anew for every text would take longer than the squeezing. */
export type Room = Omit<Squeezed, "length">;

/** Room for texts of so many UTF-16 units. */
export const roomFor = (units: number): Room => ({
  codes: new Uint16Array(units),
  from: new Uint32Array(units),
  to: new Uint32Array(units),
});

/** Stands for `…`, which our own cuts end with. */
export const cut = 0xffff;

const [backslash, percent, ellipsis] = [92, 37, 0x2026];
const [plain, dropped, special] = [0, 1, 2];

const kinds = new Uint8Array(0x10000).fill(plain);
for (const character of " \t\n\r\v\f\u00a0\u0085\u2028\u2029\ufeff\u200b\"'`") kinds[character.charCodeAt(0)] = dropped;
for (const code of [backslash, percent, ellipsis]) kinds[code] = special;

/**
 * Leaves out blanks, line breaks and quotes, and reads escapes (`\n`, `\"`, `\u003c`, `%40`) as what they stand for
 * where `decode` is true, as bare characters without backslashes where it is false: the same secret is then the same
 * text, whether Go, JSON, a shell or an address quotes it, however often.
 */
export const squeeze = (text: string, decode: boolean, room: Room = roomFor(text.length)): Squeezed => {
  const { codes, from, to } = room;
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kinds[code];
    let end = at + 1;
    if (kind === plain) {
      codes[length] = code;
      from[length] = at;
      to[length++] = end;
    } else if (kind === special) {
      const read = specialAt(text, at, code, decode);
      end = read.end;
      if (read.code >= 0) {
        codes[length] = read.code;
        from[length] = at;
        to[length++] = end;
      }
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

const specialAt = (text: string, at: number, code: number, decode: boolean): Read => {
  if (code === ellipsis) return { code: cut, end: at + 1 };
  if (code === percent) return (decode ? hexAt(text, at + 1, 2) : undefined) ?? { code: percent, end: at + 1 };
  return afterBackslashes(text, at, decode);
};

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
  if (hex.length < digits || !/^[0-9a-f]+$/i.test(hex)) return undefined;
  const code = Number.parseInt(hex, 16);
  return { code: kinds[code] === dropped || code === backslash ? -1 : code, end: from + digits };
};
