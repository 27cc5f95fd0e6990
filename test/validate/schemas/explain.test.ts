import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { schemaErrorsOf } from "../../../src/validate/schemas/explain.ts";

/** The errors of an object with this spec under this schema of it, as `path: message`. */
const errorsOf = (schema: JsonObject, spec: JsonObject | readonly number[] | string | null, kind = "Thing") =>
  schemaErrorsOf({ kind, spec }, { type: "object", properties: { spec: schema } }, "kubeconform's words").map(
    ({ path, message }) => `${path.join("/")}: ${message}`,
  );

test("bounds that exclude themselves are draft 4's", () => {
  const bounded = { type: "array", items: { minimum: 1, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false } };
  expect(errorsOf(bounded, [1, 5, 6])).toEqual([
    "spec/0: must be > 1, but is the number 1",
    "spec/2: must be <= 5, but is the number 6",
  ]);
});

test.each([3, 30])("each element of a list of %d is judged", (length) => {
  const list = Array.from({ length }, (_, index) => index);
  expect(errorsOf({ type: "array", items: { maximum: length - 2 } }, list)).toEqual([
    `spec/${length - 1}: must be <= ${length - 2}, but is the number ${length - 1}`,
  ]);
});

test("a pattern with escapes that JavaScript allows only without its u flag", () => {
  expect(errorsOf({ type: "string", pattern: "^[a\\_]+$" }, "b")).toEqual([
    'spec: the string "b" does not match the pattern ^[a\\_]+$',
  ]);
});

test("patterns are RE2's, each its own, and take no time that grows with what they could match", () => {
  const properties = { a: { type: "string", pattern: "^(a+)+$" }, b: { type: "string", pattern: "(?i)^B$" } };
  const started = performance.now();
  expect(errorsOf({ type: "object", properties }, { a: `${"a".repeat(50)}!`, b: "b" })).toEqual([
    `spec/a: the string "${"a".repeat(50)}!" does not match the pattern ^(a+)+$`,
  ]);
  expect(performance.now() - started).toBeLessThan(5000);
});

test("a pattern that is too large leaves kubeconform's own words", () => {
  expect(errorsOf({ type: "string", pattern: "^((a{1,900}){1,900})$" }, "b")).toEqual([": kubeconform's words"]);
});

test.each<[string, JsonObject, number]>([
  ["elements that are alike", { uniqueItems: true }, 20_000],
  ["alternatives", { items: { anyOf: [{ type: "integer" }, { type: "boolean" }] } }, 100_000],
  ["values that are allowed", { items: { enum: Array.from({ length: 2000 }, (_, index) => `v${index}`) } }, 2000],
])("a long list is judged in time that grows with its length: %s", (_name, schema, length) => {
  const list = Array.from({ length }, (_, index) => ({ index }));
  const started = performance.now();
  const errors = errorsOf({ type: "array", ...schema }, list as unknown as readonly number[]);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(errors.join("").length).toBeLessThan(1_000_000);
});

test("a pattern that only Go reads leaves kubeconform's own words", () => {
  expect(errorsOf({ type: "string", pattern: "(?P<a>b" }, "b")).toEqual([": kubeconform's words"]);
});

test("what the second judge does not see is told in kubeconform's own words, without its scratch file", () => {
  const words =
    "problem validating schema. Check JSON formatting: jsonschema validation failed with 'file:///tmp/x/y.json#' - at '/spec': 'x' is not valid duration";
  expect(schemaErrorsOf({ kind: "Thing" }, {}, words)).toEqual([
    { path: [], message: "at '/spec': 'x' is not valid duration" },
  ]);
  expect(schemaErrorsOf({ kind: "Secret" }, {}, words)[0]?.message).not.toContain("'x'");
});

test("a field that cannot have been meant is not suggested", () => {
  const schema = { type: "object", properties: { port: {}, path: {} }, additionalProperties: false };
  expect(errorsOf(schema, { prot: 1 })).toEqual(['spec/prot: unknown field "prot"; did you mean "port"?']);
  expect(errorsOf(schema, { timeout: 1 })).toEqual(['spec/timeout: unknown field "timeout"']);
});

test("a long value is cut", () => {
  const [error] = errorsOf({ type: "integer" }, "x".repeat(500));
  expect(error?.length).toBeLessThan(150);
});

test("alternatives of several kinds are told together", () => {
  const schema = { anyOf: [{ type: "string" }, { type: "object", required: ["name"] }] };
  expect(errorsOf(schema, {})).toEqual([
    'spec: fits none of the allowed forms: must be a string, but is an object; required field "name" is missing',
  ]);
});
