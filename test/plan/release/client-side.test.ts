import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { refOf } from "../../../src/kubernetes/resource-ref.ts";
import { clientSide } from "../../../src/plan/release/client-side.ts";
import { mergePatchBetween, withMergePatch } from "../../../src/plan/release/merge-patch.ts";
import { strategicMerge } from "../../../src/plan/release/strategic-merge.ts";
import { object, prometheus } from "../drafts.ts";

const pod = (spec: JsonObject): JsonObject => object("v1", "Pod", "a", { spec });
const of = (live: JsonObject, last: JsonObject | undefined, next: JsonObject) =>
  clientSide(refOf(next), live, last, next);

describe("a merge patch", () => {
  test.each<[JsonObject, JsonObject, JsonObject]>([
    [{ a: 1 }, { a: 1 }, {}],
    [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { a: { c: 3 } }],
    [{ a: [1, 2] }, { a: [1] }, { a: [1] }],
    [{ a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{}, { constructor: 1 }, { constructor: 1 }],
  ])("from %j to %j is %j, and makes it", (from, to, patch) => {
    expect(mergePatchBetween(from, to)).toEqual(patch);
    expect(withMergePatch(from, patch)).toEqual(to);
  });
});

describe("a strategic merge", () => {
  test("drops what the last revision had, keeps what others added, and tells items apart by their keys", () => {
    const live = {
      spec: { containers: [{ name: "x" }, { name: "a", env: [{ name: "O" }, { name: "A" }, { name: "B" }] }] },
    };
    const last = { spec: { containers: [{ name: "a", env: [{ name: "A" }, { name: "B" }] }] } };
    const next = { spec: { containers: [{ name: "a", env: [{ name: "A", value: "1" }] }, { name: "c" }] } };
    expect(strategicMerge(live, last, next)).toEqual({
      spec: {
        containers: [{ name: "x" }, { name: "a", env: [{ name: "O" }, { name: "A", value: "1" }] }, { name: "c" }],
      },
    });
  });

  test("of a volume, and of a strategy, keeps only what is asked for once it changes", () => {
    const volumes = (more: JsonObject): JsonObject => ({ volumes: [{ name: "v", ...more }] });
    expect(strategicMerge(volumes({ hostPath: {} }), volumes({}), volumes({ emptyDir: {} }))).toEqual(
      volumes({ emptyDir: {} }),
    );
    expect(strategicMerge(volumes({ emptyDir: { by: "server" } }), volumes({}), volumes({}))).toEqual(
      volumes({ emptyDir: { by: "server" } }),
    );
    const strategy = (more: JsonObject): JsonObject => ({ strategy: more });
    const rolling = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1 } };
    expect(strategicMerge(strategy(rolling), strategy({}), strategy({ type: "Recreate" }))).toEqual(
      strategy({ type: "Recreate" }),
    );
  });

  test("of a list without keys takes the new one whole", () => {
    expect(strategicMerge({ args: ["a", "b"] }, { args: ["a"] }, { args: ["c"] })).toEqual({ args: ["c"] });
  });
});

describe("what helm patches client-side", () => {
  test("is nothing where all is there, whatever the server counts and others added", () => {
    const next = pod({ containers: [{ name: "a" }] });
    const live = pod({ containers: [{ name: "a", image: "filled in" }], nodeName: "n" });
    const metadata = { name: "a", namespace: "monitoring", uid: "u", resourceVersion: "7" };
    const there = { ...live, metadata, status: { phase: "Running" } };
    expect(of(there, next, next)).toEqual({ patch: {}, mend: {}, isPlain: true });
  });

  test("takes back a hand's change of a kind of Kubernetes, and of others only what we mend", () => {
    const map = (a: string): JsonObject => object("v1", "ConfigMap", "a", { data: { a } });
    expect(of(map("9"), map("1"), map("1"))).toEqual({ patch: { data: { a: "1" } }, mend: {}, isPlain: true });
    const [nine, one, two] = [9, 1, 2].map((replicas) => prometheus({ replicas })) as [
      JsonObject,
      JsonObject,
      JsonObject,
    ];
    const patch = { spec: { replicas: 1 } };
    expect(of(nine, one, one)).toEqual({ patch, mend: patch, isPlain: true });
    // What changes anyway is helm's to send, after its hooks.
    expect(of(nine, one, two)).toEqual({ patch: { spec: { replicas: 2 } }, mend: {}, isPlain: true });
  });

  test("is compared with itself where the last revision has no such object", () => {
    const live = object("v1", "ConfigMap", "a", { data: { theirs: "1" } });
    expect(of(live, undefined, object("v1", "ConfigMap", "a", { data: { a: "1" } })).patch).toEqual({
      data: { a: "1" },
    });
    // So that of another kind helm would change nothing.
    const patch = { spec: { replicas: 1 } };
    expect(of(prometheus({ theirs: 1 }), undefined, prometheus({ replicas: 1 }))).toMatchObject({ patch, mend: patch });
  });

  test("is no plain apply where it takes something away, or where a list of another kind is one value", () => {
    const env = (...names: readonly string[]): JsonObject =>
      pod({ containers: [{ name: "a", env: names.map((name) => ({ name })) }] });
    expect(of(env("A", "B"), env("A", "B"), env("A")).isPlain).toBe(false);
    expect(of(env("A"), env("A"), env("A", "B")).isPlain).toBe(true);
    const steps = (...list: readonly string[]): JsonObject => prometheus({ steps: list });
    expect(of(steps("a"), steps("a"), steps("a", "b")).isPlain).toBe(false);
  });
});
