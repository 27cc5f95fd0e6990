import { expect, test } from "vitest";
import { readChecksum } from "../../../src/machine/tools/read-checksum.ts";

const a = "a".repeat(64);
const b = "b".repeat(64);
const record = (...assets: readonly object[]) => JSON.stringify({ tag_name: "v1", body: `${a}  tool.tar.gz`, assets });

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
  [
    "in GitHub's record of a release",
    record({ name: "other", digest: `sha256:${b}` }, { name: "tool.tar.gz", digest: `sha256:${a}` }),
    a,
  ],
  ["by another algorithm in GitHub's record", record({ name: "tool.tar.gz", digest: `sha512:${a}` }), undefined],
  [
    "not there in GitHub's record, as for files older than June 2025",
    record({ name: "tool.tar.gz", digest: null }),
    undefined,
  ],
  ["for another file only in GitHub's record", record({ name: "other", digest: `sha256:${a}` }), undefined],
  ["in a record that breaks off", record({ name: "tool.tar.gz", digest: `sha256:${a}` }).slice(0, -2), undefined],
  ["in an error of GitHub's", '{"message": "API rate limit exceeded"}', undefined],
  ["in an error page", "<html>Not found</html>", undefined],
  ["empty", "", undefined],
] as const)("a digest %s", ([, text, wanted]) => {
  expect(readChecksum(text, "tool.tar.gz")).toBe(wanted);
});
