import { describe, expect, test } from "vitest";
import type { JsonObject, Manifest } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { findUnstable } from "../../src/render/unstable.ts";

const manifest = (name: string, body: JsonObject): Manifest => {
  const whole = { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, ...body };
  return {
    ref: refOf(whole),
    body: whole,
    text: JSON.stringify(whole),
    origin: { from: "chart", template: "t", hooks: [] },
    locate: () => ({ file: "f", line: 1, column: 1 }),
  };
};

describe("findUnstable", () => {
  test("names keys, items, kinds of values and lists of another length, and only those", () => {
    const first = manifest("a", { data: { "a/b~c": "1", same: [1, { x: 1 }], list: [1], kind: { a: 1 }, gone: 1 } });
    const second = manifest("a", { data: { "a/b~c": "2", same: [1, { x: 2 }], list: [1, 2], kind: "text", come: 1 } });
    expect(findUnstable([first, manifest("b", {})], [manifest("b", {}), second])).toEqual([
      {
        ref: first.ref,
        pointers: ["/data/a~1b~0c", "/data/same/1/x", "/data/list", "/data/kind", "/data/gone", "/data/come"],
      },
    ]);
  });

  test("takes an object that only one render has as unstable in whole", () => {
    const unstable = findUnstable([manifest("x-1", {})], [manifest("x-2", {})]);
    expect(unstable.map(({ ref, pointers }) => [ref.name, pointers])).toEqual([
      ["x-1", [""]],
      ["x-2", [""]],
    ]);
  });
});
