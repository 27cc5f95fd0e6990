import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { refOf } from "../../../src/kubernetes/resource-ref.ts";
import { fieldDiff } from "../../../src/plan/changes/field-diff.ts";
import { namesOnly, secretsOfBodies, shownChanges } from "../../../src/plan/hidden/redact.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { type Hide, secretHider } from "../../../src/secrets/hide-secrets.ts";
import { object } from "../drafts.ts";

const plain: Hide = (text) => text;
const shown = (live: JsonObject, after: JsonObject, hide = plain, clusterOnly: readonly string[] = []) =>
  shownChanges({ ref: refOf(after), live, after }, fieldDiff(live, after), { hide, clusterOnly });
const configMap = (data: JsonObject, labels: JsonObject = {}): JsonObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "a", namespace: "b", labels },
  data,
});
const pod = (container: JsonObject): JsonObject =>
  object("apps/v1", "Deployment", "a", { spec: { template: { spec: { containers: [{ name: "c", ...container }] } } } });
const canary = (n: number) => `canary-${n}-5f2d`;

/** Each has the canary of the number somewhere in it, and differs in nothing else. */
const places: Readonly<Record<string, (n: number) => JsonObject>> = {
  "data of a Secret": (n) => object("v1", "Secret", "a", { data: { k: Buffer.from(canary(n)).toString("base64") } }),
  "stringData of a Secret": (n) => object("v1", "Secret", "a", { stringData: { k: canary(n) } }),
  "a misspelt field of a Secret": (n) => object("v1", "Secret", "a", { dta: { k: canary(n) } }),
  "an environment literal": (n) => pod({ env: [{ name: "HARMLESS", value: canary(n) }] }),
  "environment literals without names of their own": (n) =>
    pod({ env: Array.from({ length: n }, () => ({ name: "SAME", value: canary(n) })) }),
  "a flag": (n) => pod({ args: [`--api-token=${canary(n)} and ${canary(n)}`] }),
  "a flag and its argument": (n) => pod({ args: ["--password", canary(n)] }),
  "a list of flags": (n) => pod({ args: Array.from({ length: n }, () => `--password=${canary(n)}`) }),
  "a password by its name": (n) => object("x.io/v1", "Thing", "a", { spec: { adminPassword: canary(n) } }),
  "a password of digits": (n) => object("x.io/v1", "Thing", "a", { spec: { adminPassword: 77_000_000 + n } }),
  "kubectl's copy": (n) => ({
    ...{ apiVersion: "v1", kind: "ConfigMap" },
    metadata: {
      name: "a",
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": `{"x":"${canary(n)}"}` },
    },
  }),
  "data sources by label": (n) => configMap({ "x.yaml": `a\n${canary(n)}\n` }, { grafana_datasource: "1" }),
  "data sources by content": (n) => configMap({ x: `apiVersion: 1\ndatasources:\n- url: ${canary(n)}\n` }),
  "grafana.ini": (n) => configMap({ "grafana.ini": `[auth]\nanything = ${canary(n)}\n` }),
  "Alertmanager's file": (n) => configMap({ "alertmanager.yaml": `a:\n  b: ${canary(n)}\n` }),
  "a receiver": (n) =>
    object("monitoring.coreos.com/v1alpha1", "AlertmanagerConfig", "a", {
      spec: { receivers: [{ name: "r", webhookConfigs: [{ anything: canary(n) }] }] },
    }),
  "a line of a file": (n) => configMap({ file: `a: 1\npassword: ${canary(n)} ${canary(n)}\n` }),
  "a block of a file": (n) => configMap({ file: `a: 1\npassword: |\n  ${canary(n)}\n  ${canary(n)}\nb: 2\n` }),
  "an option in a script": (n) => configMap({ run: `set -e\nrun --api-token=${canary(n)} ${canary(n)}\n` }),
  "an address": (n) => object("x.io/v1", "Thing", "a", { spec: { url: `https://u:${canary(n)}@h.test/` } }),
};

describe("what a plan shows", () => {
  test.each(Object.keys(places))("is never a secret: %s", (name) => {
    const [live, after] = [places[name]?.(1) ?? {}, places[name]?.(2) ?? {}];
    // By its place alone, and by its value as well.
    for (const known of [[], secretsOfBodies([live, after])]) {
      const found = shown(live, after, secretHider({}, known));
      expect(found.length).toBeGreaterThan(0);
      expect(JSON.stringify(found)).not.toMatch(/canary|Y2FuYXJ5|7700000/);
      expect(found.some(({ secret }) => secret)).toBe(true);
    }
  });

  test.each(Object.keys(places))("is no secret either that comes or goes: %s", (name) => {
    const one = places[name]?.(1) ?? {};
    const bare = { apiVersion: one["apiVersion"], kind: one["kind"], metadata: { name: "a", namespace: "monitoring" } };
    for (const [live, after] of [
      [bare, one],
      [one, bare],
    ] as const)
      expect(JSON.stringify(shown(live, after, secretHider({}, secretsOfBodies([one]))))).not.toMatch(
        /canary|Y2FuYXJ5|7700000/,
      );
  });

  test("is nothing where only a secret in a file changes", () => {
    const file = (password: string) => configMap({ f: `a: 1\npassword: ${password}\nb: 2\n` });
    expect(shown(file("one"), file("two"))).toEqual([{ pointer: "/data/f", before: null, after: null, secret: true }]);
  });

  test("names the keys of a Secret", () => {
    const secret = (data: JsonObject) => object("v1", "Secret", "a", { data, type: "Opaque" });
    expect(shown(secret({ a: "MQ==", b: "MQ==" }), secret({ a: "Mg==", c: "" }))).toEqual([
      { pointer: "/data/a", before: null, after: null, secret: true },
      { pointer: "/data/c", before: null, after: null, secret: true },
      { pointer: "/data/b", before: null, after: null, secret: true },
    ]);
  });

  test("hides everywhere what lies in the cluster as a secret, though the tree has it no more", () => {
    const live = object("v1", "Secret", "a", { data: { k: Buffer.from("an-old-secret-1").toString("base64") } });
    const hide = secretHider({}, secretsOfBodies([live]));
    const found = shown(configMap({ k: "x an-old-secret-1" }), configMap({ k: "y an-old-secret-1" }), hide);
    expect(found).toEqual([{ pointer: "/data/k", before: '"x ***"', after: '"y ***"', secret: true }]);
  });

  test("is nothing of what only the cluster can have put there", () => {
    const thing = (value: Json) => object("x.io/v1", "Thing", "a", { spec: { a: value, b: value } });
    for (const place of ["/spec/a", "/spec/a/x"])
      expect(shown(thing("1"), thing("2"), plain, [place, "/spec/bc"])).toEqual([
        { pointer: "/spec/a", before: null, after: null, secret: true },
        { pointer: "/spec/b", before: '"1"', after: '"2"', secret: false },
      ]);
  });

  test("is the value of an item at its own place before, though items moved", () => {
    const env = (...names: readonly string[]) =>
      object("x.io/v1", "Thing", "a", {
        spec: { list: names.map((name) => ({ name, to: `${name}${names.length}` })) },
      });
    expect(shown(env("A", "B"), env("B"))).toMatchObject([
      { pointer: "/spec/list/0/to", before: '"B2"', after: '"B1"' },
      { before: '"A"', after: null },
      { before: '"A2"', after: null },
    ]);
    expect(shown(env("A", "B"), env("B", "A"))).toMatchObject([{ before: '["A","B"]', after: '["B","A"]' }]);
  });

  test("of a text with many lines is those that differ", () => {
    const file = (...changed: readonly string[]) =>
      configMap({ f: [...Array.from({ length: 50 }, (_, n) => `line ${n}`), ...changed, "end", "x"].join("\n") });
    expect(shown(file("old"), file("new", "more"))).toMatchObject([
      { before: JSON.stringify("…\nold\n…"), after: JSON.stringify("…\nnew\nmore\n…") },
    ]);
  });

  test("of one long line is what differs, and never more than there is room for", () => {
    const long = (end: string) => configMap({ f: `${"a".repeat(1000)}${end}${"b".repeat(1000)}` });
    const [change] = shown(long("OLD"), long("NEW"));
    expect(change?.before).toMatch(/^"…a{40}OLDb+…"$/);
    expect(change?.after).toMatch(/^"…a{40}NEWb+…"$/);
    const random = (seed: number) =>
      Array.from({ length: 20_000 }, (_, n) => `${(n * seed) % 7919} ${seed}`).join("\n");
    const start = performance.now();
    const [all] = shown(configMap({ f: random(31) }), configMap({ f: random(57) }));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(`${all?.before}${all?.after}`.length).toBeLessThan(1000);
  });

  test("of ordinary values is their JSON", () => {
    const thing = (spec: JsonObject) => object("x.io/v1", "Thing", "a", { spec });
    expect(shown(thing({ a: 1, gone: { b: [] } }), thing({ a: "x", list: ["--a"] }))).toEqual([
      { pointer: "/spec/a", before: "1", after: '"x"', secret: false },
      { pointer: "/spec/list", before: null, after: '["--a"]', secret: false },
      { pointer: "/spec/gone/b", before: "[]", after: null, secret: false },
    ]);
  });
});

test("a plan of names has no value and every pointer", () => {
  const change = { pointer: "/spec/a", before: "1", after: "2", digest: "d", noise: null };
  const plan = { objects: [{ changes: [change] }], losses: [1] } as unknown as Plan;
  expect(namesOnly(plan)).toEqual({ objects: [{ changes: [{ ...change, before: null, after: null }] }], losses: [1] });
});
