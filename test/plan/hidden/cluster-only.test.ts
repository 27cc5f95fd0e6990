import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { refKey, refOf } from "../../../src/kubernetes/resource-ref.ts";
import { clusterOnlyIn, withoutClusterKeys } from "../../../src/plan/hidden/cluster-only.ts";
import { digester } from "../../../src/plan/hidden/digest.ts";
import { present } from "../../../src/plan/hidden/present.ts";
import { secretHider } from "../../../src/secrets/hide-secrets.ts";
import { hideTexts } from "../../../src/secrets/hide-texts.ts";
import { draft } from "../drafts.ts";

const config = (name: string, data: JsonObject): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: "monitoring" },
  data,
});
const release = (bodies: readonly JsonObject[], hooks: readonly JsonObject[] = []) => ({
  objects: bodies.map((body) => ({ ref: refOf(body), body })),
  hooks: hooks.map((body) => ({ ref: refOf(body), body })),
});
const key = (body: JsonObject): string => refKey(refOf(body));

test("what a lookup may have put into a value, a key, a name or a hook is found, and is hidden wherever it stands", () => {
  const [offline, online] = [
    config("a", { same: "harmless" }),
    config("a", { same: "harmless", "value-of-key-1": "x" }),
  ];
  const changed = config("b", { said: "value-of-field-2" });
  const made = config("value-of-name-3", {});
  const hook = config("hook", { said: "value-of-hook-4" });
  const found = clusterOnlyIn(
    release([offline, config("b", { said: "nothing" })], [config("hook", { said: "nothing" })]),
    release([online, changed, made], [hook]),
  );
  expect(found.places.get(key(online))).toEqual(["/data/value-of-key-1"]);
  expect(found.keys.get(key(online))).toEqual(["/data/value-of-key-1"]);
  expect(found.places.get(key(changed))).toEqual(["/data/said"]);
  expect(found.keys.get(key(changed))).toEqual([]);
  expect(found.places.get(key(made))).toEqual([""]);
  const hide = secretHider({}, found.texts);
  const shown = JSON.stringify(
    hideTexts({ lines: ["value-of-key-1", "value-of-field-2", "value-of-name-3 is there", "value-of-hook-4"] }, hide),
  );
  expect(shown).not.toMatch(/value-of/);
  expect(hide("harmless")).toBe("harmless");
});

test("a key that is the cluster's stands in no pointer, however short it is", () => {
  expect(withoutClusterKeys("/data/k/0", ["/data/k"])).toBe("/data/…");
  expect(withoutClusterKeys("/data/k", ["/data/k"])).toBe("/data/…");
  expect(withoutClusterKeys("/data/key", ["/data/k"])).toBe("/data/key");
});

test("nor where an object differs in so much that its changes are summed", () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, "value"]));
  const hide = secretHider({}, []);
  const known = { hide, digests: digester({ key: undefined, hide }), unstable: [], owner: null };
  const { changes } = present(draft(config("a", { k0: "other" }), config("a", many)), {
    ...known,
    clusterOnly: ["/data/k7"],
    clusterKeys: ["/data/k7"],
  });
  const pointers = changes.map(({ pointer }) => pointer);
  expect(pointers).toContain("/data/k8");
  expect(pointers).toContain("/data/…");
  expect(pointers).not.toContain("/data/k7");
});

test("two renders that are the same say nothing of the cluster", () => {
  const same = release([config("a", { x: "1" })], [config("h", {})]);
  expect(clusterOnlyIn(same, same).texts).toEqual([]);
});
