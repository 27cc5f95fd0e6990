/** Characters that the hash of a line covers, from its first on; spaces and tabs do not count. */
const covered = 100;
const factor = 37;
/** Stands for the end of a file. */
const endOfFile = 0xffff;
const lineFeed = 0x0a;
/** A number of 64 bits is kept in two halves: BigInt takes ten times as long, and a number is exact up to 53. */
const half = 2 ** 32;

/** What the character that leaves the window was multiplied with on its way. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(covered));
const [leavingHigh, leavingLow] = [Number(leaving >> 32n), Number(leaving & 0xffffffffn)];

/**
 * The hashes of the wanted lines (from 1) of a text, each as `hash:n`, the nth line of the text with that hash. It is
 * the value by which GitHub's code scanning finds an alert again where lines have moved, and which its upload computes
 * where none is given:
 * https://github.com/github/codeql-action/blob/f3f1edbedfb4a1d188d344570834df2996d45d39/src/fingerprints.ts
 */
export const lineHashes = (text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, string> => {
  const codes = codesOf(text);
  const window = new RollingHash();
  for (let at = 0; at < covered; at += 1) window.move(codes[at] ?? 0, 0);
  const hashes = new Map<number, string>();
  const counts = new Map<string, number>();
  let line = 0;
  let left = wanted.size;
  for (let at = 0; at + covered <= codes.length && left > 0; at += 1) {
    if (at === 0 || codes[at - 1] === lineFeed) {
      line += 1;
      const hash = window.hex();
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      if (wanted.has(line)) {
        hashes.set(line, `${hash}:${count}`);
        left -= 1;
      }
    }
    window.move(codes[at + covered] ?? 0, codes[at] ?? 0);
  }
  return hashes;
};

/** What counts of a text: every end of a line is a line feed, and after its own end the window has room to run out. */
const codesOf = (text: string): Uint16Array => {
  const counting = text.replaceAll(/\r\n?/g, "\n").replaceAll(/[ \t]+/g, "");
  const codes = new Uint16Array(counting.length + 1 + covered - 1);
  for (let at = 0; at < counting.length; at += 1) codes[at] = counting.charCodeAt(at);
  codes[counting.length] = endOfFile;
  return codes;
};

/** A polynomial of the characters in a window, modulo 2^64. */
class RollingHash {
  #high = 0;
  #low = 0;

  move(entering: number, gone: number): void {
    const low = this.#low * factor + entering - leavingLow * gone;
    const carry = Math.floor(low / half);
    const high = this.#high * factor + carry - leavingHigh * gone;
    this.#low = low - carry * half;
    this.#high = high - Math.floor(high / half) * half;
  }

  hex(): string {
    const low = this.#low.toString(16);
    return this.#high === 0 ? low : this.#high.toString(16) + low.padStart(8, "0");
  }
}
