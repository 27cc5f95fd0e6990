import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineHashes } from "../../../src/report/lines/line-hash.ts";
import { cpuTime } from "../../cpu-time.ts";

const allOf = (text: string): readonly (string | undefined)[] => {
  const count = text.split(/\r\n|\r|\n/).length;
  const hashes = lineHashes(text, new Set(Array.from({ length: count }, (_, index) => index + 1)));
  return Array.from({ length: count }, (_, index) => hashes.get(index + 1));
};

/** The sum that it is, in numbers of any size. */
const slowHash = (text: string): string => {
  const codes = [...text.replaceAll(/[ \t]/g, "").split("")].map((character) => character.charCodeAt(0));
  const window = [...codes, 0xffff, ...Array<number>(100).fill(0)].slice(0, 100);
  return BigInt.asUintN(
    64,
    window.reduce((sum, code) => sum * 37n + BigInt(code), 0n),
  ).toString(16);
};

describe("the hash of a line", () => {
  // https://github.com/github/codeql-action/blob/f3f1edbedfb4a1d188d344570834df2996d45d39/src/fingerprints.test.ts
  test.each([
    ["", ["c129715d7a2bc9a3:1"]],
    [" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]],
    [
      " hello; \t\r\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
      [
        ...["e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1"],
        ...["b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"],
      ],
    ],
    [
      "Lorem ipsum dolor sit amet.\n".repeat(10),
      [
        ...[1, 2, 3, 4, 5, 6].map((n) => `a7f2ff13bc495cf2:${n}`),
        ...["a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1"],
        "c129715d7a2bc9a3:1",
      ],
    ],
  ])("is GitHub's, of %j", (text, hashes) => {
    expect(allOf(text)).toEqual(hashes);
  });

  test("is the sum of its characters and of what follows, whatever they are", () => {
    const characters = fc.string({ unit: fc.constantFrom(..."ab\u00e9\uffff\ud83d\u0000 \t\n"), maxLength: 300 });
    fc.assert(
      fc.property(characters, (text) => {
        const lines = text.split("\n");
        const sums = lines.map((_, index) => slowHash(lines.slice(index).join("\n")));
        expect(allOf(text).map((hash) => hash?.split(":")[0])).toEqual(sums);
      }),
    );
  });

  test("stays where the line moves, is indented otherwise, or comes from Windows", () => {
    const line = fc.string({ unit: fc.constantFrom(..."abc: -"), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line), (lines, above) => {
        const text = `needle: 1\n${lines.join("\n")}\n`;
        const moved = [...above, ...text.split("\n").map((one) => `  ${one}`)].join("\r\n");
        expect(lineHashes(moved, new Set([above.length + 1])).get(above.length + 1)).toBe(allOf(text)[0]);
      }),
    );
  });

  test("is another where the line is", () => {
    expect(allOf("port: metrics\nb\n")[0]).not.toBe(allOf("port: gpu-metrics\nb\n")[0]);
  });

  test("there is none of a line that is not there, and that takes no longer", () => {
    expect(lineHashes("a\n", new Set([0, 3, 2])).size).toBe(1);
    const long = "a\n".repeat(500_000);
    expect(cpuTime(() => lineHashes(long, new Set([499_999, 1_000_001])))).toBeLessThan(2000);
  });
});
