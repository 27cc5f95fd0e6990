import fc, { type Arbitrary } from "fast-check";
import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { ruleKeyword } from "../../../src/validate/cel/rule-places.ts";

/** Rules at one place of a definition's schema. */
export interface Block {
  /** E.g. `Prometheus spec.remoteWrite[].sigv4`. */
  readonly name: string;
  /** Where objects of the kind are created, in the namespace default. */
  readonly path: string;
  /** How each rule complains. */
  readonly messages: readonly string[];
  /** Objects that have a value there, with and without the fields that the rules name. */
  readonly objects: Arbitrary<JsonObject>;
}

/** Every block of a CustomResourceDefinition. */
export const ruledBlocks = (definition: JsonObject): readonly Block[] => {
  const { group, names, versions } = definition["spec"] as {
    readonly group: string;
    readonly names: { readonly kind: string; readonly plural: string };
    readonly versions: readonly JsonObject[];
  };
  return versions.flatMap((version) => {
    const apiVersion = `${group}/${String(version["name"])}`;
    const whole = valueAt(version, ["schema", "openAPIV3Schema"]) ?? {};
    return trailsIn(whole).map((trail): Block => {
      const rules = rulesAt(whole, trail);
      const words = new Set(rules.flatMap((rule) => String(rule["rule"]).match(/\w+/g) ?? []));
      const named = (all: boolean): Named => ({ words, all });
      return {
        name: `${names.kind} ${trail.join(".").replaceAll(".[]", "[]")}`,
        path: `/apis/${apiVersion}/namespaces/default/${names.plural}`,
        messages: rules.map((rule) => String(rule["message"])),
        objects: fc.oneof(along(whole, trail, named(false)), along(whole, trail, named(true))).map((body) => ({
          ...(body as JsonObject),
          apiVersion,
          kind: names.kind,
          metadata: { name: "a", namespace: "default" },
        })),
      };
    });
  });
};

/** Fields that rules name, and whether all of them are there or some. */
interface Named {
  readonly words: ReadonlySet<string>;
  readonly all: boolean;
}

const none: Named = { words: new Set(), all: false };

/** Names of fields, `[]` for the elements of a list. */
type Trail = readonly string[];

const below = (schema: Json | undefined, step: string): Json | undefined =>
  step === "[]" ? valueAt(schema, ["items"]) : valueAt(schema, ["properties", step]);

const trailsIn = (schema: Json | undefined): readonly Trail[] => {
  if (!isObject(schema)) return [];
  const { properties, items } = schema;
  const inner = [...(isObject(properties) ? Object.keys(properties) : []), ...(items === undefined ? [] : ["[]"])];
  return [
    ...(Array.isArray(schema[ruleKeyword]) ? [[]] : []),
    ...inner.flatMap((step) => trailsIn(below(schema, step)).map((trail) => [step, ...trail])),
  ];
};

const rulesAt = (schema: Json, trail: Trail): readonly JsonObject[] =>
  (trail.reduce<Json | undefined>(below, schema) as JsonObject)[ruleKeyword] as unknown as readonly JsonObject[];

/** A value that has whatever the trail leads to. */
const along = (schema: Json | undefined, [step, ...rest]: Trail, named: Named): Arbitrary<Json> => {
  if (step === undefined) return randomValue(schema, named);
  if (step === "[]") return fc.array(along(below(schema, step), rest, named), { minLength: 1, maxLength: 2 });
  return fc
    .tuple(randomValue(schema, none), along(below(schema, step), rest, named))
    .map(([required, inner]) => ({ ...(required as JsonObject), [step]: inner }));
};

const texts = ["a", "bc", "5s", "30d", "1Gi", "https://a.example"];

/** A value that its schema mostly allows: of its fields those that must be there, and maybe those that are named. */
const randomValue = (schema: Json | undefined, named: Named): Arbitrary<Json> => {
  if (!isObject(schema)) return fc.constant({});
  const allowed = schema["enum"];
  if (Array.isArray(allowed)) return fc.constantFrom(...(allowed as Json[]));
  if (schema["x-kubernetes-int-or-string"] === true) return fc.constantFrom<Json>(1, "10%");
  switch (schema["type"]) {
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return fc.integer({ min: Number(schema["minimum"] ?? 0), max: Math.min(4, Number(schema["maximum"] ?? 4)) });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.uniqueArray(randomValue(schema["items"], named), {
        minLength: Number(schema["minItems"] ?? 0),
        maxLength: 3,
        selector: (element) => JSON.stringify(element),
      });
    default:
      return objectOf(schema, named);
  }
};

const textOf = ({ pattern, minLength }: JsonObject): Arbitrary<Json> => {
  const wanted = new RegExp(typeof pattern === "string" ? pattern : "");
  const fitting = texts.filter((text) => wanted.test(text) && text.length >= Number(minLength ?? 0));
  return fc.constantFrom(...(fitting.length === 0 ? texts : fitting));
};

const objectOf = ({ properties, required }: JsonObject, named: Named): Arbitrary<Json> => {
  const must = new Set([required].flat());
  const taken = Object.entries(isObject(properties) ? properties : {}).filter(
    ([name]) => must.has(name) || named.words.has(name),
  );
  return fc.record(Object.fromEntries(taken.map(([name, property]) => [name, randomValue(property, named)])), {
    requiredKeys: taken.flatMap(([name]) => (must.has(name) || named.all ? [name] : [])),
  });
};
