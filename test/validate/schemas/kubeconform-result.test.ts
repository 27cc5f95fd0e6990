import { expect, test } from "vitest";
import { resultsIn, verdictsTogether } from "../../../src/validate/schemas/kubeconform-result.ts";

const object = (name: string, kind = "Probe") => ({ apiVersion: "a/v1", kind, name });
const result = (name: string, status: string, kind = "Probe") => ({
  filename: "objects.yaml",
  kind,
  name,
  version: "a/v1",
  status,
  msg: "",
});
const together = (objects: readonly ReturnType<typeof object>[], results: readonly object[]) =>
  verdictsTogether(objects, resultsIn(results))?.map(({ status }) => status) ?? null;

test("verdicts are those of the name, in the order of the objects", () => {
  const results = [result("b", "statusValid"), result("a", "statusSkipped", "Other"), result("b", "statusValid")];
  expect(together([object("b"), object("b"), object("a", "Other")], results)).toEqual(["valid", "valid", "unusable"]);
});

test.each([
  ["one is invalid", [result("a", "statusValid"), result("b", "statusInvalid")]],
  ["one cannot be read", [result("a", "statusValid"), result("", "statusError", "")]],
  ["one is empty", [result("a", "statusValid"), result("b", "")]],
  ["one is missing", [result("a", "statusValid")]],
  ["one is there twice", [result("a", "statusValid"), result("b", "statusValid"), result("b", "statusValid")]],
  ["one took another's name", [result("a", "statusValid"), result("a", "statusValid")]],
  ["one has a name that nobody has", [result("a", "statusValid"), result("c", "statusValid")]],
])("nothing is said where %s", (_, results) => {
  expect(together([object("a"), object("b")], results)).toBeNull();
});

test("nothing is said where those of one name have different verdicts", () => {
  const results = [result("a", "statusValid"), result("a", "statusSkipped")];
  expect(together([object("a"), object("a")], results)).toBeNull();
});
