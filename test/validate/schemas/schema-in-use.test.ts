import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Random, randomFrom } from "../../../scripts/fuzz/random.ts";
import { isObject, type Json, type JsonObject } from "../../../src/kubernetes/manifest.ts";
import { resultsIn } from "../../../src/validate/schemas/kubeconform-result.ts";
import { schemaInUse } from "../../../src/validate/schemas/schema-in-use.ts";
import { keyOf, schemaFile, schemaLayout } from "../../../src/validate/schemas/schema-key.ts";
import { temporaryFolder } from "../../machine/files/temporary-folder.ts";
import { tool } from "../../tools-dir.ts";

const closed = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  additionalProperties: false,
  ...more,
});
const text = { type: "string" };

describe("a schema in use", () => {
  test("has the properties that any of the values has, and all other words", () => {
    const schema = closed({ a: text, b: closed({ c: text, d: text }), e: text }, { required: ["a"] });
    expect(schemaInUse(schema, [{ a: "x" }, { b: { d: 1 } }])).toEqual(
      closed({ a: text, b: closed({ d: text }) }, { required: ["a"] }),
    );
    expect(schemaInUse(schema, [])).toEqual(closed({}, { required: ["a"] }));
  });

  test("looks into lists and maps", () => {
    const schema = closed({
      list: { type: "array", items: closed({ a: text, b: text }) },
      map: { type: "object", additionalProperties: closed({ a: text, b: text }) },
    });
    expect(schemaInUse(schema, [{ list: [{ a: 1 }, 2], map: { x: { b: 1 }, y: null } }])).toEqual(
      closed({
        list: { type: "array", items: closed({ a: text }) },
        map: { type: "object", additionalProperties: closed({ b: text }) },
      }),
    );
  });

  test.for([
    ["others are allowed", { type: "object", properties: { a: text } }],
    ["others have a schema", { type: "object", properties: { a: text }, additionalProperties: text }],
    ["a pattern allows others", closed({ a: text }, { patternProperties: { ".": {} } })],
    ["it is one of several", { oneOf: [closed({ a: text })], not: closed({ a: text }), items: [closed({ a: text })] }],
    ["something refers to it", closed({ a: text, b: { $ref: "#/properties/a" } })],
  ] as const)("is the whole where %s", ([, schema]) => {
    expect(schemaInUse(schema, [{}, []])).toEqual(schema);
  });
});

const names = ["a", "b", "c", "d"];

const randomSchema = (random: Random, depth: number): JsonObject => {
  const inner = (): JsonObject => randomSchema(random, depth - 1);
  const properties = (): JsonObject => Object.fromEntries(random.many(4, () => [random.pick(names), inner()] as const));
  const kinds: readonly (() => JsonObject)[] = [
    () => ({ type: "string", enum: ["x", "y"] }),
    () => ({ type: ["integer", "null"] }),
    () => ({ type: "array", items: inner() }),
    () => ({ type: "object", additionalProperties: inner() }),
    () => ({ type: "object", properties: properties(), patternProperties: { "^[ab]$": inner() } }),
    () => ({ anyOf: [inner(), inner()] }),
  ];
  const object = (): JsonObject => ({
    ...closed(properties()),
    ...(random.chance(0.3) ? { required: [random.pick(names)] } : {}),
    ...(random.chance(0.2) ? { additionalProperties: random.chance(0.5) } : {}),
    ...(random.chance(0.1) ? { patternProperties: { "^c$": inner() } } : {}),
  });
  return depth === 0 || random.chance(0.3) ? random.pick(kinds.slice(0, depth === 0 ? 2 : undefined))() : object();
};

/** Mostly what the schema allows. */
const randomValue = (schema: Json | undefined, random: Random): Json => {
  if (!isObject(schema) || random.chance(0.05)) return random.pick<Json>(["x", 1, null, [], {}, { a: "x" }]);
  const { enum: choices, anyOf, items, properties, additionalProperties: others, type } = schema;
  if (Array.isArray(choices)) return random.pick(choices as Json[]);
  if (Array.isArray(anyOf)) return randomValue(random.pick(anyOf as Json[]), random);
  if (type === "array") return random.many(2, () => randomValue(items, random));
  if (type !== "object") return random.chance(0.5) ? 1 : null;
  const known = Object.entries(isObject(properties) ? properties : {}).filter(() => random.chance(0.6));
  const more = isObject(others) || random.chance(0.1) ? [[random.pick(names), others] as const] : [];
  return Object.fromEntries([...more, ...known].map(([name, inner]) => [name, randomValue(inner, random)]));
};

const without = (value: Json, random: Random): Json => {
  if (Array.isArray(value)) return value.map((one) => without(one, random));
  if (!isObject(value)) return value;
  const left = Object.entries(value).filter(() => random.chance(0.7));
  return Object.fromEntries(left.map(([name, inner]) => [name, without(inner ?? null, random)]));
};

interface Case {
  readonly schema: JsonObject;
  readonly spec: Json;
  /** What we read of it. */
  readonly read: Json;
}

/** Whether kubeconform takes each case's object, by a schema that `made` makes of its own. */
const verdicts = async (cases: readonly Case[], made: (one: Case) => JsonObject): Promise<readonly boolean[]> => {
  const folder = temporaryFolder();
  for (const [index, one] of cases.entries()) {
    const file = join(folder, schemaFile(keyOf("test.example/v1", `Kind${index}`)));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(made(one)));
  }
  const objects = cases.map(({ spec }, index) =>
    JSON.stringify({ apiVersion: "test.example/v1", kind: `Kind${index}`, metadata: { name: "a" }, spec }),
  );
  writeFileSync(join(folder, "objects.yaml"), objects.join("\n---\n"));
  const location = join(folder, schemaLayout);
  const args = ["-strict", "-verbose", "-output=json", `-schema-location=${location}`, join(folder, "objects.yaml")];
  const said = execFileSync("sh", ["-c", '"$0" "$@" || true', await tool("kubeconform"), ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const statusOf = new Map(
    resultsIn((JSON.parse(said) as { readonly resources: readonly unknown[] }).resources).map(
      ({ key, status }) => [key.split("\n")[1], status] as const,
    ),
  );
  return cases.map((_, index) => statusOf.get(`Kind${index}`) === "valid");
};

const whole = (schema: JsonObject): JsonObject =>
  closed({ apiVersion: text, kind: text, metadata: { type: "object" }, spec: schema });

test("judges random objects as the whole does, and takes none that we read otherwise and the whole refuses", async () => {
  const seed = Date.now() % 1_000_000;
  const random = randomFrom(seed);
  const cases = Array.from({ length: 2000 }, (): Case => {
    const schema = randomSchema(random, 4);
    const spec = randomValue(schema, random);
    return { schema: whole(schema), spec, read: without(spec, random) };
  });
  const of = (spec: Json): Json => ({ apiVersion: "v1", kind: "x", metadata: {}, spec });
  const byWhole = await verdicts(cases, ({ schema }) => schema);
  const byUse = await verdicts(cases, ({ schema, spec }) => schemaInUse(schema, [of(spec)]));
  const byRead = await verdicts(cases, ({ schema, read }) => schemaInUse(schema, [of(read)]));
  console.log(`${byWhole.filter(Boolean).length} of ${cases.length} valid; seed ${seed}`);
  expect(byUse).toEqual(byWhole);
  expect(byRead.filter((isValid, index) => isValid && byWhole[index] !== true)).toEqual([]);
  // Or nothing would have been tried.
  expect(byWhole.filter(Boolean).length).toBeGreaterThan(400);
  expect(byWhole.filter((isValid) => !isValid).length).toBeGreaterThan(100);
  expect(byRead.filter((isValid, index) => !isValid && byWhole[index] === true).length).toBeGreaterThan(30);
});
