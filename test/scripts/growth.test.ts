import { expect, test } from "vitest";
import { growthCases } from "../../scripts/growth/cases.ts";
import { growthLine, measureGrowth } from "../../scripts/growth/measure-growth.ts";

// `npm run growth` measures the same with sizes that tell more; here what is very wrong shows itself.
const small = 4;

test.each(growthCases.map((one) => [one.name, one] as const))(
  "%s: twice as much takes at most twice as long",
  (_, one) => {
    const growth = measureGrowth({ ...one, size: Math.ceil(one.size / small) }, 1);
    expect(growth.isLinear, growthLine(growth)).toBe(true);
  },
);

test("a square is told from a line", () => {
  const square = (size: number) => () => {
    let sum = 0;
    for (let a = 0; a < size; a += 1) for (let b = 0; b < size; b += 1) sum += a ^ b;
    return sum;
  };
  expect(measureGrowth({ name: "a square", size: 1000, prepare: square }, 8).isLinear).toBe(false);
});
