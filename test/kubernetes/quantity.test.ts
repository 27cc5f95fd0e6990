import { expect, test } from "vitest";
import { quantityOf } from "../../src/kubernetes/quantity.ts";

test.each([
  ["10Gi", 10 * 2 ** 30],
  ["10G", 1e10],
  ["0.5", 0.5],
  [".5Ki", 512],
  ["100m", 0.1],
  ["1e3", 1000],
  ["1E", 1e18],
  ["1E3", 1000],
  [7, 7],
  ["", null],
  ["10GB", null],
  ["Gi", null],
  ["1 Gi", null],
  [undefined, null],
])("%j is %j", (text, amount) => {
  expect(quantityOf(text)).toBe(amount);
});
