import { expect, test } from "vitest";
import { tellPart, tellSlowest } from "./slowest-files.ts";

test("the slowest files are told with their seconds, the slowest first", () => {
  const files = [
    { file: "test/quick.test.ts", ms: 4999 },
    { file: "test/slow.test.ts", ms: 5000 },
    { file: "test/slower.test.ts", ms: 154_400 },
  ];
  expect(tellSlowest(files)).toBe("Slowest files:\n   154 s test/slower.test.ts\n     5 s test/slow.test.ts\n");
});

test("of many slow files ten are named and the others counted", () => {
  const files = Array.from({ length: 12 }, (_, index) => ({ file: `test/${index}.test.ts`, ms: 10_000 + index }));
  expect(tellSlowest(files).trimEnd().split("\n")).toHaveLength(12);
  expect(tellSlowest(files)).toContain("and 2 more above 5 s");
});

test("nothing is told where nothing is slow", () => {
  expect(tellSlowest([{ file: "test/quick.test.ts", ms: 10 }])).toBe("");
});

test("what ran in part is told with its seed and with the command that runs all", () => {
  expect(tellPart(17)).toMatch(/seed 17, .*test\/.*\.test\.ts.*\n.*npm test -- --seed 17 .*npm test -- --whole/);
  expect(tellPart(null)).toBe("");
});
