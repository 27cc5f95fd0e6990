import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { fieldsHeldBy, holdsJust, isThere } from "../../../src/plan/objects/settled.ts";

const manager = { name: "me", operation: "Apply" } as const;
const live = (fieldsV1: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: "a",
    namespace: "n",
    managedFields: [
      { manager: "somebody", operation: "Update", fieldsV1: { "f:data": { "f:y": {} } } },
      { manager: "me", operation: "Apply", fieldsV1 },
    ],
  },
  ...more,
});
const wanted = (more: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "a", namespace: "n", ...metadata },
  ...more,
});

describe("whether everything is there already", () => {
  test("more in the cluster does not matter, another value, item or length does", () => {
    const there = { data: { x: "1", y: "2" }, list: [{ name: "a", port: 1 }, { name: "b" }] };
    expect(isThere(there, { data: { x: "1" }, list: [{ name: "a" }, { name: "b" }] })).toBe(true);
    expect(isThere(there, { data: { x: "2" } })).toBe(false);
    expect(isThere(there, { data: { z: "1" } })).toBe(false);
    expect(isThere(there, { list: [{ name: "a" }] })).toBe(false);
    expect(isThere(there, { list: [{ name: "b" }, { name: "a" }] })).toBe(false);
  });

  test("null asks for nothing to be there", () => {
    expect(isThere({ data: null }, { data: null, spec: null })).toBe(true);
    expect(isThere({ spec: {} }, { spec: null })).toBe(false);
  });
});

describe("whether an apply would neither take nor drop a field", () => {
  test("an object of a name alone, one with fields, and our stamps beside them", () => {
    expect(holdsJust(live({}), wanted(), manager)).toBe(true);
    const stamp = { "f:metadata": { "f:annotations": { "f:prometheus-stack-action.dev/commit": {} } } };
    expect(holdsJust(live(stamp), wanted(), manager)).toBe(true);
    expect(holdsJust(live({ ...stamp, "f:data": { "f:x": {} } }), wanted({ data: { x: "1" } }), manager)).toBe(true);
  });

  test("a field that the manager does not hold yet, a label too, and one that it would drop", () => {
    const held = { "f:data": { "f:x": {} } };
    expect(holdsJust(live(held), wanted({ data: { x: "1", y: "2" } }), manager)).toBe(false);
    expect(holdsJust(live(held), wanted({ data: { x: "1" } }, { labels: { a: "b" } }), manager)).toBe(false);
    expect(holdsJust(live({}), wanted({ data: {} }), manager)).toBe(false);
    expect(holdsJust(live({ "f:data": { "f:x": {}, "f:z": {} } }), wanted({ data: { x: "1" } }), manager)).toBe(false);
  });

  test("items of a list are told apart by the keys that the server names, and values of a set by themselves", () => {
    const ports = { "f:ports": { 'k:{"port":80,"protocol":"TCP"}': { ".": {}, "f:port": {}, "f:protocol": {} } } };
    expect(holdsJust(live(ports), wanted({ ports: [{ port: 80, protocol: "TCP" }] }), manager)).toBe(true);
    // The server filled in a key that the tree does not have: it decides.
    expect(holdsJust(live(ports), wanted({ ports: [{ port: 80 }] }), manager)).toBe(false);
    expect(holdsJust(live(ports), wanted({ ports: [{ port: 81, protocol: "TCP" }] }), manager)).toBe(false);
    const set = { "f:finalizers": { 'v:"a"': {} } };
    expect(holdsJust(live(set), wanted({ finalizers: ["a"] }), manager)).toBe(true);
    expect(holdsJust(live(set), wanted({ finalizers: ["b"] }), manager)).toBe(false);
  });

  test("an object that the manager never applied, and entries that are no JSON", () => {
    expect(holdsJust(live({}), wanted(), { name: "me", operation: "Update" })).toBe(false);
    expect(fieldsHeldBy({ metadata: { managedFields: "x" } }, manager)).toBeNull();
    expect(holdsJust(live({ "f:ports": { "k:{": {} } }), wanted({ ports: [{ port: 80 }] }), manager)).toBe(false);
  });
});
