import { expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";

const declared = {
  required: { type: "list", description: "", default: ["a"] },
  most: { type: "number", description: "", default: 3 },
  longest: { type: "duration", description: "", default: "5m" },
} as const;

test("options have their defaults, and what the configuration sets", () => {
  const usual = checkOptions(declared);
  expect([usual.list("required"), usual.number("most"), usual.duration("longest")]).toEqual([["a"], 3, "5m"]);
  const own = checkOptions(declared, { required: [], most: 0, longest: "1h" });
  expect([own.list("required"), own.number("most"), own.duration("longest")]).toEqual([[], 0, "1h"]);
});

test("an option that is not declared so is a bug", () => {
  expect(() => checkOptions(declared).list("most")).toThrow("no option most of type list is declared");
});
