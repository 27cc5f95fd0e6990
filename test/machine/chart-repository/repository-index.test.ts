import { describe, expect, test } from "vitest";
import { findInIndex as find } from "../../../src/machine/chart-repository/repository-index.ts";

const findInIndex = (text: string, name: string, version: string | null) => find(Buffer.from(text), name, version);

const versions = ["1.0.0", "v1.2.0", "1.10.0", "2.0.0-rc.1", "1.2.0+build", "odd", "0.9.0"];
const index = JSON.stringify({
  entries: {
    a: versions.map((version) => ({ version, urls: [`a-${version}.tgz`, "second.tgz"], digest: "A".repeat(64) })),
    odd: [null, 1, { version: 1, urls: ["x"] }, { version: "1.0.0", urls: [] }, { version: "1.0.0", urls: [{}] }],
  },
});

describe("an entry of an index", () => {
  test.each([
    [null, "1.10.0"],
    ["1.0.0", "1.0.0"],
    ["1.2.0+build", "1.2.0+build"],
    ["1.2.0", "v1.2.0"],
    ["~1.2", "v1.2.0"],
    ["^1", "1.10.0"],
    [">=1.0.0, <1.5", "v1.2.0"],
    [">=1.0.0-0", "2.0.0-rc.1"],
    ["2.0.0-rc.1", "2.0.0-rc.1"],
    ["1.0.x || 0.9.0", "1.0.0"],
    ["odd", "odd"],
  ])("for version %s is %s", (version, expected) => {
    const found = findInIndex(index, "a", version);
    expect(found).toEqual({ version: expected, url: `a-${expected}.tgz`, digest: "a".repeat(64) });
  });

  test.each([
    ["a", "9.9.9", /no chart version found/],
    ["a", "not a range", /improper constraint/],
    ["b", null, /no chart name found/],
    ["__proto__", null, /no chart name found/],
    ["odd", null, /no chart version found/],
  ])("of %s %s is not there", (name, version, message) => {
    expect(() => findInIndex(index, name, version)).toThrow(message);
  });

  test.each([
    ["text", "a", /no index/],
    ["", "", /not valid YAML/],
    ["a: [", "a", /not valid YAML/],
    ["{", "a", /not valid YAML/],
    ["entries: [a]", "a", /no index/],
  ])("of an index that is %j is not there", (text, name, message) => {
    expect(() => findInIndex(text, name, null)).toThrow(message);
  });

  test("is had from YAML, however much its aliases stand for", () => {
    const yaml = "entries:\n  a:\n  - version: 1.0.0\n    urls: [x.tgz]\n";
    const found = { version: "1.0.0", url: "x.tgz", digest: null };
    expect(findInIndex(yaml, "a", null)).toEqual(found);
    const bomb = Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [${`*b${at - 1}, `.repeat(9)}]`).slice(1);
    expect(findInIndex(`b0: &b0 [x]\n${bomb.join("\n")}\n${yaml}`, "a", null)).toEqual(found);
  });

  test.each(["- a\n", "[a,", "- - - - ", "? a\n", "{a: b},", "a:\n"])("is not looked for in millions of %j", (part) => {
    const started = performance.now();
    expect(() => findInIndex(part.repeat(3_000_000), "a", null)).toThrow(/more than 2500000 lines and values/);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
