import { describe, expect, test } from "vitest";
import { parseYaml } from "../../src/text/parse-yaml.ts";

const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("\n");

describe("what would take minutes or gigabytes is refused, here and for every tool", () => {
  test.each([
    [
      "merge keys in a chain",
      `a0: &a0 {b0: 1}\n${many(3000, (n) => `a${n + 1}: &a${n + 1} {<<: *a${n}, b${n + 1}: 1}`)}`,
      /Merge keys copy more than 100000 values/,
    ],
    [
      "merge keys of long lists",
      `l: &l [${"{a: 1},".repeat(1000)}]\n${many(1000, (n) => `a${n}: {<<: *l}`)}`,
      /Merge keys copy more than/,
    ],
    [
      "many aliases of much",
      `a: &a [${"1,".repeat(50_000)}]\n${many(100, (n) => `b${n}: *a`)}`,
      /Aliases expand to more than/,
    ],
    ["brackets in brackets", `z: &z ${"[".repeat(300)}${"]".repeat(300)}`, /nested too deeply/],
    ["JSON in JSON", `${"[".repeat(300)}${"]".repeat(300)}`, /nested too deeply/],
  ])("%s", (name, text, message) => {
    const { errors } = parseYaml(text, name.startsWith("JSON") ? "a.json" : "a.yaml");
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), costly: true }]);
  });

  test("keys in keys are not written out", () => {
    const started = performance.now();
    parseYaml(`z: &z 1\n${"? ".repeat(1500)}`, "a.yaml");
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe("what people write is read", () => {
  test("merge keys of a few defaults", () => {
    const text = `a: &a {b: 1, c: 2}\n${many(2000, (n) => `d${n}: {<<: *a, c: 3}`)}`;
    const { errors, documents } = parseYaml(text, "a.yaml");
    expect(errors).toEqual([]);
    expect(documents[0]?.value).toMatchObject({ d1999: { b: 1, c: 3 } });
  });

  test("a key is found through merge keys that lead to one mapping in many ways", () => {
    const chain = many(10, (n) => `a${n + 1}: &a${n + 1} {<<: [*a${n}, *a${n}]}`);
    const [document] = parseYaml(`a0: &a0 {b: 1}\n${chain}\n`, "a.yaml").documents;
    expect(document?.locateKey(["a10", "b"])).toMatchObject({ line: 1 });
    expect(document?.locateKey(["a10", "no"])).toMatchObject({ line: 11 });
  });

  test("of two equal keys the last is found, and a merge key's own text is no key", () => {
    const [document] = parseYaml("x: &x {k: 1}\na:\n  k: 1\n  k: 2\n  <<: *x\n", "a.yaml").documents;
    expect(document?.locate(["a", "k"])).toMatchObject({ line: 4 });
    expect(document?.locate(["a", "<<"])).toMatchObject({ line: 3 });
  });
});
