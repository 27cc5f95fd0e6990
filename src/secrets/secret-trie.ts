import { cut, type Squeezed, squeeze } from "./squeeze.ts";

/** How a pattern may be met. */
export interface Pattern {
  readonly text: string;
  /** What of it stays to be read: the name before a short secret. */
  readonly head: string;
  /** `end`: no letter or digit may follow. `word`: it must be a word of its own. */
  readonly bounds: "none" | "end" | "word";
}

interface Terminal {
  /** Squeezed units that stay. */
  readonly keep: number;
  readonly bounds: Pattern["bounds"];
}

/** More than this is no stack that somebody wrote: 2,000 secrets have some 100,000 characters. */
const mostNodes = 200_000;
/** Longer secrets are looked for in pieces of this length: so a search takes at most so many steps a character. */
const pieceLength = 64;
/** So much of a secret before a cut is taken for its beginning. */
const shownBeginning = 8;

const hasEscapes = /[\\%]/;

/** All patterns as one tree of characters, and a table of the three characters that one may begin with. */
export class SecretTrie {
  readonly #nodes = new Map<number, number>();
  readonly #ends = new Map<number, Terminal>();
  readonly #begins = new Uint8Array(0x10000);
  /** Where enough of a long secret has been read to know it by its beginning. */
  readonly #recognized = new Set<number>();
  #count = 1;

  /** Takes the pattern as it is and with its escapes read: a text may quote it once more or once less. */
  add(pattern: Pattern): void {
    this.#add(pattern, true);
    if (hasEscapes.test(pattern.text)) this.#add(pattern, false);
  }

  #add({ text, head, bounds }: Pattern, decode: boolean): void {
    const { codes, length } = squeeze(text, decode);
    const keep = squeeze(head, decode).length;
    if (length - keep < 1 || length < 3) return;
    for (let start = 0; start < length; start += pieceLength) {
      const last = Math.max(0, length - pieceLength);
      const from = length - start < pieceLength ? last : start;
      this.#insert(codes.subarray(from, Math.min(length, from + pieceLength)), {
        keep: start === 0 ? keep : 0,
        bounds: length > pieceLength ? "none" : bounds,
      });
    }
  }

  #insert(codes: Uint16Array, end: Terminal): void {
    if (this.#count + codes.length > mostNodes) return;
    this.#begins[beginning(codes, 0)] = 1;
    let node = 0;
    let depth = 0;
    for (const code of codes) {
      const key = node * 0x10000 + code;
      let next = this.#nodes.get(key);
      if (next === undefined) {
        next = this.#count++;
        this.#nodes.set(key, next);
      }
      node = next;
      depth += 1;
      if (depth >= shownBeginning && end.keep === 0 && end.bounds === "none") this.#recognized.add(node);
    }
    const known = this.#ends.get(node);
    if (known === undefined || known.bounds !== "none") this.#ends.set(node, end);
  }

  /** The text with `***` for each secret. */
  hide(text: string): string {
    const read = this.#hide(text, true);
    return hasEscapes.test(read) ? this.#hide(read, false) : read;
  }

  #hide(text: string, decode: boolean): string {
    let kept = "";
    let done = 0;
    for (const [from, to] of this.#find(text, squeeze(text, decode))) {
      kept += `${text.slice(done, from)}***`;
      done = to;
    }
    return done === 0 ? text : kept + text.slice(done);
  }

  /** The parts of the text that are secret, as pairs of positions in rising order. */
  #find(text: string, squeezed: Squeezed): readonly (readonly [number, number])[] {
    const found: [number, number][] = [];
    for (let at = 0; at + 2 < squeezed.length; at += 1) {
      if (this.#begins[beginning(squeezed.codes, at)] === 0) continue;
      const span = this.#longestAt(text, squeezed, at);
      if (span === null) continue;
      const last = found.at(-1);
      if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else found.push(span);
    }
    return found;
  }

  #longestAt(text: string, { codes, from, to, length }: Squeezed, start: number): [number, number] | null {
    let node = 0;
    let best: [number, number] | null = null;
    for (let at = start; ; at += 1) {
      // The text ends, or was cut, in the middle of a secret.
      if (at >= length || codes[at] === cut)
        return this.#recognized.has(node) ? [from[start] ?? 0, to[at - 1] ?? 0] : best;
      const next = this.#nodes.get(node * 0x10000 + (codes[at] ?? 0));
      if (next === undefined) return best;
      node = next;
      const end = this.#ends.get(node);
      if (end === undefined) continue;
      const span: [number, number] = [from[start + end.keep] ?? 0, to[at] ?? 0];
      if (isBounded(text, from[start] ?? 0, span[1], end.bounds)) best = span;
    }
  }
}

const beginning = (codes: Uint16Array, at: number): number =>
  ((codes[at] ?? 0) * 1021 + (codes[at + 1] ?? 0) * 31 + (codes[at + 2] ?? 0)) & 0xffff;

const isBounded = (text: string, from: number, to: number, bounds: Pattern["bounds"]): boolean => {
  if (bounds === "none") return true;
  if (bounds === "end") return !/[A-Za-z0-9]/.test(text[to] ?? "");
  return (
    !/^(?:[\w-]|[./]\w)/.test(text.slice(to, to + 2)) &&
    !/(?:[\w-]|\w[./])$/.test(text.slice(Math.max(0, from - 2), from))
  );
};
