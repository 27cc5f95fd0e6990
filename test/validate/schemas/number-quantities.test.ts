import { expect, test } from "vitest";
import { withNumberQuantities } from "../../../src/validate/schemas/number-quantities.ts";

const texts = { type: ["object", "null"], additionalProperties: { type: "string" } };

test("a quantity may be a number, wherever Kubernetes has one", () => {
  const resources = { type: "object", properties: { limits: texts, requests: texts, claims: { type: "array" } } };
  const schema = {
    properties: {
      spec: { properties: { containers: { type: "array", items: { properties: { resources } } } } },
      volume: { properties: { sizeLimit: { type: ["string", "null"] } } },
      quota: { properties: { hard: { additionalProperties: { oneOf: [{ type: "string" }, { type: "number" }] } } } },
    },
  };
  const numbers = { ...texts, additionalProperties: { type: ["string", "number"] } };
  expect(withNumberQuantities(schema)).toEqual({
    properties: {
      spec: {
        properties: {
          containers: {
            type: "array",
            items: {
              properties: {
                resources: {
                  ...resources,
                  properties: { ...resources.properties, limits: numbers, requests: numbers },
                },
              },
            },
          },
        },
      },
      volume: { properties: { sizeLimit: { type: ["string", "null", "number"] } } },
      // What says it already stays as it is.
      quota: schema.properties.quota,
    },
  });
});

test("other texts stay texts", () => {
  const schema = { properties: { labels: texts, properties: { properties: { name: { type: "string" } } } } };
  expect(withNumberQuantities(schema)).toEqual(schema);
});
