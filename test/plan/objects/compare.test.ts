import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { fieldManager, isUnchanged } from "../../../src/plan/objects/compare.ts";

const stamps = (commit: string) => ({ "prometheus-stack-action.dev/commit": commit });
const own = (fields: JsonObject, more: JsonObject = {}) => ({
  manager: fieldManager,
  operation: "Apply",
  apiVersion: "v1",
  fieldsV1: fields,
  ...more,
});
const object = (metadata: JsonObject, rest: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "a", ...metadata },
  data: { x: "1" },
  ...rest,
});
const data = { "f:data": { "f:x": {} } };
const stamped = { ...data, "f:metadata": { "f:annotations": { "f:prometheus-stack-action.dev/commit": {} } } };

test("stamps, status and the server's own counting do not matter", () => {
  const live = object(
    { annotations: stamps("a"), resourceVersion: "1", generation: 1, managedFields: [own(stamped)] },
    { status: { ready: true } },
  );
  const applied = object({ resourceVersion: "2", generation: 2, managedFields: [own(data, { time: "now" })] });
  expect(isUnchanged(live, applied)).toBe(true);
});

test.each([
  ["a value", object({ managedFields: [own(data)] }, { data: { x: "2" } })],
  ["an annotation of the user's", object({ annotations: { mine: "1" }, managedFields: [own(data)] })],
  ["a field that becomes ours", object({ managedFields: [own({ "f:data": { "f:x": {}, "f:y": {} } })] })],
  ["the version that it is managed in", object({ managedFields: [own(data, { apiVersion: "v2" })] })],
  ["an object that becomes ours at all", object({ managedFields: [{ ...own(data), manager: "somebody" }] })],
])("%s matters", (_what, live) => {
  expect(isUnchanged(live, object({ managedFields: [own(data)] }))).toBe(false);
});

test("another manager's fields are no business of ours", () => {
  const live = object({ managedFields: [own(data), { ...own({ "f:metadata": {} }), manager: "somebody" }] });
  expect(isUnchanged(live, object({ managedFields: [own(data)] }))).toBe(true);
});
