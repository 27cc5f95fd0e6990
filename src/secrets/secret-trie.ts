import { cut, type Room, roomFor, type Squeezed, squeeze } from "./squeeze.ts";
import { TrieEdges } from "./trie-edges.ts";

/** How a pattern may be met. */
export interface Pattern {
  readonly text: string;
  /** What of it stays to be read: the name before a short secret. */
  readonly head: string;
  /**
   * `end`: no letter or digit may follow; `both`: nor stand before it. `word`: it must be a word of its own, and no
   * part of a name with dashes.
   */
  readonly bounds: "none" | "end" | "both" | "word";
}

interface Terminal {
  /** Squeezed units that stay. */
  readonly keep: number;
  readonly bounds: Pattern["bounds"];
  /** So many units of it tell the secret where the text ends in the middle of it. */
  readonly telling: number;
}

/** More than this is no stack that somebody wrote: 2,000 secrets have some 100,000 characters. */
const mostNodes = 200_000;
/** Longer secrets are looked for in pieces of this length: so a search takes at most so many steps a character. */
const pieceLength = 32;
/**
 * So much of a secret before the end of a text is taken for its beginning; a long one is a file, and may begin
 * with a word as others do.
 */
const beginningOfShort = 8;
const beginningOfLong = 16;

/** What is read in two ways: the second is for secrets that hold such characters themselves. */
const hasEscapes = /\\[nrtux]|%[0-9a-f]{2}/i;

/** All patterns as one tree of characters, and a table of the three characters that one may begin with. */
export class SecretTrie {
  readonly #edges = new TrieEdges();
  readonly #ends = new Map<number, Terminal>();
  readonly #begins = new Uint8Array(0x10000);
  /**
   * The nodes of secrets that are hidden wherever they stand, and of their first pieces: by these a secret is known
   * that the end of a text cuts.
   */
  readonly #bare = new Set<number>();
  readonly #first = new Set<number>();
  #count = 1;
  #room: Room = roomFor(1 << 16);

  /** Takes the pattern as it is and with its escapes read: a text may quote it once more or once less. */
  add(pattern: Pattern): void {
    this.#add(pattern, true);
    if (/[\\%]/.test(pattern.text)) this.#add(pattern, false);
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
        telling: start > 0 ? Number.POSITIVE_INFINITY : length > pieceLength ? beginningOfLong : beginningOfShort,
      });
    }
  }

  #insert(codes: Uint16Array, end: Terminal): void {
    if (this.#count + codes.length > mostNodes) return;
    this.#begins[beginning(codes, 0)] = 1;
    let node = 0;
    for (const [index, code] of codes.entries()) {
      let next = this.#edges.get(node, code);
      if (next === -1) {
        next = this.#count++;
        this.#edges.set(node, code, next);
      }
      node = next;
      if (end.keep > 0 || end.bounds !== "none") continue;
      this.#bare.add(node);
      if (index + 1 >= end.telling) this.#first.add(node);
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
    if (this.#room.codes.length < text.length) this.#room = roomFor(text.length);
    for (const [from, to] of this.#find(text, squeeze(text, decode, this.#room))) {
      kept += `${text.slice(done, from)}***`;
      done = to;
    }
    return done === 0 ? text : kept + text.slice(done);
  }

  /** The parts of the text that are secret, as pairs of positions in rising order. */
  #find(text: string, squeezed: Squeezed): readonly (readonly [number, number])[] {
    const found: [number, number][] = [];
    const { codes, length } = squeezed;
    const begins = this.#begins;
    // Where the last piece ended: the next one of the same secret goes on there, however little of it there is.
    let after = -1;
    for (let at = 0; at < length; at += 1) {
      if (at !== after && (at + 2 >= length || begins[beginning(codes, at)] === 0)) continue;
      const span = this.#longestAt(text, squeezed, at, at === after);
      if (span === null) continue;
      after = span.end;
      const last = found.at(-1);
      if (last !== undefined && span.from <= last[1]) last[1] = Math.max(last[1], span.to);
      else found.push([span.from, span.to]);
    }
    return found;
  }

  /** `goesOn`: the piece before it ended here, so that the least of this one is a part of the secret. */
  #longestAt(text: string, { codes, from, to, length }: Squeezed, start: number, goesOn: boolean): HiddenSpan | null {
    let node = 0;
    let best: HiddenSpan | null = null;
    for (let at = start; ; at += 1) {
      // The text ends, or was cut, in the middle of a secret.
      if (at >= length || codes[at] === cut)
        return (goesOn ? at > start && this.#bare.has(node) : this.#first.has(node))
          ? { from: from[start] ?? 0, to: to[at - 1] ?? 0, end: at }
          : best;
      const next = this.#edges.get(node, codes[at] ?? 0);
      if (next === -1) return best;
      node = next;
      const end = this.#ends.get(node);
      if (end === undefined) continue;
      const span = { from: from[start + end.keep] ?? 0, to: to[at] ?? 0, end: at + 1 };
      if (isBounded(text, from[start] ?? 0, span.to, end.bounds)) best = span;
    }
  }
}

/** Positions in the text, and where the squeezed text goes on. */
interface HiddenSpan {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const beginning = (codes: Uint16Array, at: number): number =>
  ((codes[at] ?? 0) * 1021 + (codes[at + 1] ?? 0) * 31 + (codes[at + 2] ?? 0)) & 0xffff;

const alphanumeric = /[A-Za-z0-9]/;

const isBounded = (text: string, from: number, to: number, bounds: Pattern["bounds"]): boolean => {
  if (bounds === "none") return true;
  if (bounds !== "word")
    return !alphanumeric.test(text[to] ?? "") && (bounds === "end" || !alphanumeric.test(text[from - 1] ?? ""));
  return (
    !/^(?:[\w-]|[./]\w)/.test(text.slice(to, to + 2)) &&
    !/(?:[\w-]|\w[./])$/.test(text.slice(Math.max(0, from - 2), from))
  );
};
