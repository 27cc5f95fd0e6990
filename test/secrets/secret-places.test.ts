import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { mark, markSecrets, withoutMarks } from "../../src/secrets/secret-places.ts";

describe("what is never shown for its place", () => {
  const metadata = { name: "a", namespace: "b" };
  const marked = (body: JsonObject): JsonObject => markSecrets(refOf(body), body);

  test("is marked, and its keys stay", () => {
    const data = { "grafana.ini": "[auth]\nanything = x\n", "other.conf": "a = b\n" };
    expect(marked({ apiVersion: "v1", kind: "ConfigMap", metadata, data })).toEqual({
      ...{ apiVersion: "v1", kind: "ConfigMap", metadata },
      data: { ...data, "grafana.ini": mark },
    });
  });

  test("leaves the very object where there is nothing of it", () => {
    const spec = { containers: [{ name: "c", env: [{ name: "A", valueFrom: { fieldRef: {} } }], args: ["--a=b"] }] };
    const body = { apiVersion: "v1", kind: "Pod", metadata, spec, status: null };
    expect(marked(body)).toBe(body);
  });
});

test.each([
  [mark, "***"],
  [`a ${mark} b\nc ${mark}`, "a ***\nc ***"],
  [`--password="${mark}"def ghi\nc`, '--password="***\nc'],
  [`{"apiKey": "${mark}", "other": "stays"}`, '{"apiKey": "***", "other": "stays"}'],
  [`"{\\"apiKey\\": \\"${mark}\\"}"`, '"{\\"apiKey\\": \\"***\\"}"'],
  [`password: '${mark}' # why\nb: "${mark}"`, "password: '***' # why\nb: \"***\""],
])("what follows a mark on its line goes with it, but behind a quotation: %j", (text, shown) => {
  expect(withoutMarks(text, "***")).toBe(shown);
});
