import { describe, expect, test } from "vitest";
import { ownSchema } from "../../../src/machine/chart/chart-schema.ts";

const own = (schema: unknown) => ownSchema("values.schema.json", Buffer.from(JSON.stringify(schema))).toString();

describe("a schema of values", () => {
  test.each([
    ["references inside", { $ref: "#/$defs/a", $defs: { a: { $anchor: "b" }, c: { $dynamicRef: "#b" } } }],
    ["a property that is called as a keyword is", { properties: { $ref: { type: "string" }, $id: true, id: {} } }],
    ["a draft with and without #", { $schema: "http://json-schema.org/draft-07/schema#" }],
    ["the newest draft", { $schema: "https://json-schema.org/draft/2020-12/schema" }],
    ["places as ids", { properties: { a: { $id: "#/properties/a" } } }],
    ["names as ids", { properties: { a: { $id: "http://example.com:80/a/b.json" }, b: { $id: "/properties/b" } } }],
    ["data that has an id", { default: { id: "arn:aws:iam::1:role/a", url: "file:///etc/passwd" } }],
    ["a boolean", true],
  ])("keeps %s", (_, schema) => {
    expect(own(schema)).toBe(JSON.stringify(schema));
  });

  test("keeps a number's digits", () => {
    const text = '{"maximum":9223372036854775807,"minimum":1e400,"multipleOf":1.0}';
    expect(ownSchema("x", Buffer.from(text)).toString()).toBe(text);
  });

  test("loses its own name, which changes nothing where every reference stays inside", () => {
    const schema = { $id: "http://attacker.example/x", id: "file:///etc/", type: "object" };
    expect(own(schema)).toBe('{"type":"object"}');
    expect(own({ id: "#top", $id: { a: 1 } })).toBe('{"$id":{"a":1},"id":"#top"}');
  });

  test.each([
    ["a file", { properties: { a: { $ref: "file:///etc/passwd" } } }, /refers to "file:\/\/\/etc\/passwd"/],
    ["an address", { allOf: [{ $ref: "http://127.0.0.1:1/x" }] }, /refers to "http:/],
    ["a neighbour", { $defs: { a: { $dynamicRef: "other.json#b" } } }, /refers to "other\.json#b"/],
    ["by the draft of 2019", { $recursiveRef: "//h/x" }, /refers to/],
    ["nothing", { $ref: "" }, /refers to ""/],
    ["behind an unknown keyword", { whatever: [{ deep: { $ref: "file:/dev/zero" } }] }, /refers to/],
    ["data that a reference could make a schema", { default: { $ref: "file:/dev/zero" } }, /refers to/],
    ["a draft of its own", { $schema: "http://127.0.0.1:1/x" }, /\$schema "http:/],
    ["a draft deep inside", { $defs: { a: { $id: "a", $schema: "file:///etc/passwd" } } }, /\$schema "file:/],
    ["a draft with a part", { $schema: "http://json-schema.org/draft-07/schema#/x" }, /no draft/],
    ["an id with dots", { $defs: { a: { $id: "http://h/a/../b" } } }, /\$id/],
    ["an id with a slash too many", { $defs: { a: { $id: "http://h//b" } } }, /\$id/],
    ["an id with a percent sign", { $defs: { a: { id: "http://h/%2e%2e/b" } } }, /has the id/],
  ])("that leads to %s is refused", (_, schema, message) => {
    expect(() => own(schema)).toThrow(message);
  });

  test("that is no JSON, or deeper than can be read, is refused", () => {
    expect(() => ownSchema("charts/a/values.schema.json", Buffer.from("{"))).toThrow(/charts\/a\/.*not valid JSON/);
    const deep = `${'{"not":'.repeat(200_000)}{}${"}".repeat(200_000)}`;
    expect(() => ownSchema("x", Buffer.from(deep))).toThrow(/nested too deeply/);
  });

  test("with a doubled key has the last one, and so has helm", () => {
    const text = '{"$ref":"file:///etc/passwd","$ref":"#/a","a":true}';
    expect(ownSchema("x", Buffer.from(text)).toString()).toBe('{"$ref":"#/a","a":true}');
  });

  test("with __proto__ hides nothing", () => {
    const text = '{"properties":{"__proto__":{"$ref":"file:///etc/passwd"}}}';
    expect(() => ownSchema("x", Buffer.from(text))).toThrow(/refers to/);
  });
});
