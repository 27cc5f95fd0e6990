import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromPointer } from "../../../src/kubernetes/json-pointer.ts";
import { type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { sameJson } from "../../../src/kubernetes/same-json.ts";
import { fieldDiff } from "../../../src/plan/changes/field-diff.ts";
import { cpuTime } from "../../cpu-time.ts";

const changes = (before: Json, after: Json): readonly unknown[] =>
  fieldDiff({ spec: before }, { spec: after }).map((one) => [one.pointer, one.before, one.after]);

describe("fieldDiff", () => {
  test("leaves out status, our stamps and what the server counts", () => {
    const metadata = (n: string) => ({
      ...{ name: "a", uid: n, resourceVersion: n, generation: Number(n), creationTimestamp: n, managedFields: [n] },
      annotations: { "prometheus-stack-action.dev/commit": n, mine: "same" },
    });
    expect(fieldDiff({ metadata: metadata("1"), status: {} }, { metadata: metadata("2"), status: { a: 1 } })).toEqual(
      [],
    );
  });

  test("tells leaves, also of a mapping that comes or goes", () => {
    expect(changes({ "a/b~c": 1, same: 1, gone: { x: 1 } }, { "a/b~c": 2, same: 1, come: { y: { z: null } } })).toEqual(
      [
        ["/spec/a~1b~0c", 1, 2],
        ["/spec/come/y/z", undefined, null],
        ["/spec/gone/x", 1, undefined],
      ],
    );
  });

  test.each<[Json, Json]>([
    [{ a: null }, { a: {} }],
    [{ a: [] }, { a: {} }],
    [{}, { a: {} }],
    [{ a: [] }, {}],
    [{ a: "1" }, { a: 1 }],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { a: "text" }],
    [{}, JSON.parse('{"constructor": 1, "__proto__": {"a": 1}}')],
  ])("loses no difference between %j and %j", (before, after) => {
    expect(changes(before, after)).not.toEqual([]);
  });

  test("finds an item by its name, wherever it stands now", () => {
    const env = (...names: readonly string[]) => names.map((name) => ({ name, value: `${name}1` }));
    const after = [...env("NEW", "A"), { name: "C", value: "other" }];
    expect(fieldDiff({ env: env("A", "B", "C") }, { env: after })).toEqual([
      { pointer: "/env/0/name", livePointer: null, before: undefined, after: "NEW" },
      { pointer: "/env/0/value", livePointer: null, before: undefined, after: "NEW1" },
      { pointer: "/env/2/value", livePointer: "/env/2/value", before: "C1", after: "other" },
      { pointer: "/env/1/name", livePointer: "/env/1/name", before: "B", after: undefined },
      { pointer: "/env/1/value", livePointer: "/env/1/value", before: "B1", after: undefined },
    ]);
  });

  test("tells an order that changes by names, for variables may name each other", () => {
    expect(changes([{ name: "A" }, { name: "B" }], [{ name: "B" }, { name: "A" }])).toEqual([
      ["/spec", ["A", "B"], ["B", "A"]],
    ]);
  });

  test.each<[string, readonly JsonObject[], string]>([
    [
      "ports by number and protocol",
      [
        { port: 53, protocol: "TCP" },
        { port: 53, protocol: "UDP" },
      ],
      "port",
    ],
    [
      "mounts by path where one volume is mounted twice",
      [
        { name: "v", mountPath: "/a" },
        { name: "v", mountPath: "/b" },
      ],
      "mountPath",
    ],
    ["rules by alert or record", [{ alert: "A" }, { record: "b" }], "alert"],
    [
      "alerts of one name by their labels",
      [
        { alert: "A", labels: { s: "1" } },
        { alert: "A", labels: { s: "2" } },
      ],
      "alert",
    ],
  ])("finds %s", (_what, [first = {}, second = {}], key) => {
    const found = changes([first, second], [{ [key]: "new" }, { ...first, x: 1 }, second]);
    expect(found).toEqual([
      [`/spec/0/${key}`, undefined, "new"],
      ["/spec/1/x", undefined, 1],
    ]);
  });

  test("compares a list without names by index where its length stays, and as one value where not", () => {
    expect(changes(["--a", "--b"], ["--a", "--c"])).toEqual([["/spec/1", "--b", "--c"]]);
    expect(changes(["--a"], ["--a", "--c"])).toEqual([["/spec", ["--a"], ["--a", "--c"]]]);
    expect(changes({}, ["--a"])).toEqual([["/spec", {}, ["--a"]]]);
    const [twice, thrice] = [2, 3].map((n) => Array.from({ length: n }, () => ({ name: "same" })));
    expect(changes(twice ?? [], thrice ?? [])).toEqual([["/spec", twice, thrice]]);
  });

  test("is empty for equal objects alone, and each pointer leads to its values", () => {
    const json = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Json>(null, 1, "a", "b", {}, []),
        fc.dictionary(fc.constantFrom("name", "key", "a/b", "c"), tie("value")),
        fc.array(fc.oneof(tie("value"), fc.record({ name: fc.constantFrom("a", "b", "c"), v: tie("value") }))),
      ),
    })).value;
    fc.assert(
      fc.property(json, json, (before, after) => {
        const [live, then] = [{ spec: before }, { spec: after }];
        const found = fieldDiff(live, then);
        expect(found.length === 0).toBe(sameJson(before, after));
        for (const one of found) {
          const named = Array.isArray(one.before) && one.before.every((name: Json) => typeof name === "string");
          if (named) continue;
          if (one.before !== undefined) expect(valueAt(live, fromPointer(one.livePointer ?? ""))).toBe(one.before);
          if (one.after !== undefined) expect(valueAt(then, fromPointer(one.pointer))).toBe(one.after);
        }
      }),
    );
  });

  test("takes time in proportion to what it compares", () => {
    const rules = (n: number, expr: string) => ({
      spec: { rules: Array.from({ length: n }, (_, i) => ({ alert: `A${i}`, expr })) },
    });
    const timed = (n: number): number => {
      const [before, after] = [rules(n, "1"), rules(n, "2")];
      return cpuTime(() => expect(fieldDiff(before, after)).toHaveLength(n));
    };
    timed(2000);
    // Ten times as much; a square would take a hundred times as long.
    expect(timed(40_000)).toBeLessThan(40 * Math.max(timed(4000), 5));
  });

  test("ends on an object of any depth", () => {
    const deep = (n: number, leaf: Json): Json => (n === 0 ? leaf : { a: deep(n - 1, leaf) });
    expect(changes(deep(2000, 1), deep(2000, 2))).toHaveLength(1);
  });
});
