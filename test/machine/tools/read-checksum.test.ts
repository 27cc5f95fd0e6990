import { expect, test } from "vitest";
import { readChecksum } from "../../../src/machine/tools/read-checksum.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);

test.for([
  ["as sha256sum writes it", `${b}  other.tar.gz\n${a}  tool.tar.gz\n`, a],
  ["in binary mode", `${a} *tool.tar.gz\n`, a],
  ["with a folder before it", `${a}  ./tool.tar.gz\n`, a],
  ["alone", `${a}\n`, a],
  ["alone, in capitals, without a line feed", a.toUpperCase(), a],
  ["with Windows line ends", `${a}  tool.tar.gz\r\n`, a],
  ["twice the same", `${a}  tool.tar.gz\n${a}  tool.tar.gz\n`, a],
  ["twice, disagreeing", `${a}  tool.tar.gz\n${b}  tool.tar.gz\n`, undefined],
  ["for another file only", `${a}  tool.tar.gz.asc\n`, undefined],
  ["alone, but more than one", `${a}\n${b}\n`, undefined],
  ["too short", `${a.slice(1)}  tool.tar.gz\n`, undefined],
  ["in an error page", "<html>Not found</html>", undefined],
  ["empty", "", undefined],
] as const)("a digest %s", ([, text, wanted]) => {
  expect(readChecksum(text, "tool.tar.gz")).toBe(wanted);
});
