import { describe, expect, test } from "vitest";
import type { Json } from "../../../src/kubernetes/manifest.ts";
import { crdSchemas } from "../../../src/validate/schemas/crd-schema.ts";
import { listMapDuplicates } from "../../../src/validate/schemas/list-map-duplicates.ts";

const text = { type: "string" };
const list = (keys: readonly string[], properties: Record<string, Json>): Json => ({
  type: "array",
  "x-kubernetes-list-type": "map",
  "x-kubernetes-list-map-keys": keys,
  items: { type: "object", properties },
});
const [made] = crdSchemas({
  kind: "CustomResourceDefinition",
  spec: {
    group: "example.com",
    names: { kind: "Thing" },
    versions: [
      {
        name: "v1",
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: {
              receivers: list(["name"], {
                name: text,
                ports: list(["port", "protocol"], {
                  port: { type: "integer" },
                  protocol: { type: "string", default: "TCP" },
                }),
              }),
              free: { type: "array", items: { type: "object", properties: { name: text } } },
            },
          },
        },
      },
    ],
  },
});
const found = (value: Json) => listMapDuplicates(made?.body, value);

describe("elements of a list that is a map", () => {
  test("are told by the second of two that are alike, with its place", () => {
    expect(found({ receivers: [{ name: "a" }, { name: "b" }, { name: "a" }] })).toEqual([
      { path: ["receivers", 2], message: 'has the same name: "a" as element 0, and the API server takes each once' },
    ]);
  });

  test("are alike with what the API server fills in", () => {
    const ports = [{ port: 1 }, { port: 1, protocol: "UDP" }, { port: 1, protocol: "TCP" }];
    expect(found({ receivers: [{ name: "a", ports }] }).map(({ path }) => path)).toEqual([
      ["receivers", 0, "ports", 2],
    ]);
  });

  test("of any other list may be alike", () => {
    expect(found({ free: [{ name: "a" }, { name: "a" }], other: [1, 1] })).toEqual([]);
  });
});
