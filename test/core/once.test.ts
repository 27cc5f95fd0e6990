import { expect, test } from "vitest";
import { once } from "../../src/core/once.ts";

test.each([
  ["objects", {}, {}],
  ["texts", "a", "b"],
  ["nothing", null, undefined],
])("%s: makes a value once for each key, also one that is nothing", (_, first, second) => {
  const made: unknown[] = [];
  const of = once((key: unknown) => {
    made.push(key);
    return key === first ? undefined : made.length;
  });
  expect([of(first), of(second), of(first), of(second)]).toEqual([undefined, 2, undefined, 2]);
  expect(made).toEqual([first, second]);
});

test("two keys, one after the other", () => {
  let made = 0;
  const of = once((a: object) => once((b: string) => `${Object.keys(a)}${b}${++made}`));
  const [one, other] = [{ x: 1 }, { y: 1 }];
  expect([of(one)("a"), of(one)("b"), of(other)("a"), of(one)("a")]).toEqual(["xa1", "xb2", "ya3", "xa1"]);
});

test("a function that ends in an error is asked again", () => {
  let asked = 0;
  const of = once(() => {
    asked += 1;
    if (asked === 1) throw new Error("not yet");
    return asked;
  });
  expect(() => of("a")).toThrow("not yet");
  expect(of("a")).toBe(2);
});
