import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Outside } from "../../src/outside/outside.ts";
import { validateRender } from "../../src/validate/validate.ts";
import { countOf } from "../../src/validate/validation.ts";
import { realOutside } from "./real-outside.ts";
import { manifestOf, renderOf } from "./schemas/manifest-of.ts";
import { probe, probeCrd } from "./schemas/probe-crd.ts";

let outside: Outside & { close(): Promise<void> };

const secretSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    apiVersion: { type: "string" },
    kind: { type: "string" },
    metadata: { type: "object" },
    stringData: { type: ["object", "null"], additionalProperties: { type: "string" } },
  },
};

beforeAll(async () => {
  outside = await realOutside();
  const folder = join(outside.workspace.root, "schemas", "v1.35.4-standalone-strict");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "secret-v1.json"), JSON.stringify(secretSchema));
});
afterAll(() => outside.close());

const judge = (texts: readonly string[], crds: readonly string[] = [probeCrd], hooks: readonly string[] = []) =>
  validateRender(renderOf(texts.map(manifestOf), crds, hooks.map(manifestOf)), {
    inputs: { schemaLocations: ["schemas"] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside,
  });

/** The errors of one Probe with this spec, as `path: message`. */
const errorsOf = async (spec: string, metadata?: string) => {
  const { verdicts } = await judge([probe(spec, metadata)]);
  return verdicts[0]?.errors.map(({ path, message }) => `${path.join("/")}: ${message}`);
};

test("objects that their schemas allow are valid", async () => {
  const everything = [
    "  port: http",
    "  retries: 1",
    "  note: null",
    "  free: {known: a, other: {deep: 1}}",
    "  pod: {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}",
    "  endpoints: [{path: /, host: a}]",
    "",
  ].join("\n");
  const validation = await judge([probe(everything), probe("  port: 80\n  mode: passive\n")]);
  expect(validation.verdicts.map(({ status, errors }) => [status, errors])).toEqual([
    ["valid", []],
    ["valid", []],
  ]);
  expect(validation.unreachable).toBeNull();
  expect(validation.locations).toEqual(["CustomResourceDefinitions of monitoring 1.0.0", "schemas"]);
});

test("one that is wrong is told from its neighbours of the same kind and name, whatever stands between them", async () => {
  const [good, bad] = [probe("  port: 80\n"), probe("  port: 80\n  intervall: 5s\n")];
  const marked = `${good.trimEnd()}\n  note: |\n    ---\n    kind: Probe\n`;
  const texts = [good, bad, marked, good, `# a comment\n${good}`, `---\n${good}`];
  const { verdicts } = await judge(texts);
  expect(verdicts.map(({ status }) => status)).toEqual(["valid", "invalid", "valid", "valid", "valid", "valid"]);
  const { verdicts: without } = await judge(texts.toSpliced(1, 1));
  expect(without.map(({ status }) => status)).toEqual(Array(5).fill("valid"));
});

test.each([
  ["  port: 80\n  intervall: 5s\n", 'spec/intervall: unknown field "intervall"; did you mean "interval"?'],
  ["  port: 80\n  Retries: 5\n", 'spec/Retries: unknown field "Retries"; did you mean "retries"?'],
  ["  port: 80\n  zzz: 5\n", 'spec/zzz: unknown field "zzz"'],
  ["  mode: active\n", 'spec: required field "port" is missing'],
  [
    "  port: 80\n  mode: pasive\n",
    'spec/mode: the string "pasive" is not allowed: use "active" or "passive"; did you mean "passive"?',
  ],
  ["  port: 1.5\n", "spec/port: must be an integer or a string, but is the number 1.5: put it in quotes"],
  ["  port: 80\n  labels: {a: 1}\n", "spec/labels/a: must be a string, but is the number 1: put it in quotes"],
  ["  port: 80\n  labels: {a/b: [1]}\n", "spec/labels/a/b: must be a string, but is a list"],
  ["  port: null\n", 'spec: required field "port" is missing'],
  ["  port: 80\n  interval: 5 s\n", 'spec/interval: the string "5 s" does not match the pattern ^[0-9]+(ms|s|m|h)$'],
  ["  port: 80\n  retries: 0\n", "spec/retries: must be > 0, but is the number 0"],
  ["  port: 80\n  free: {known: 1}\n", "spec/free/known: must be a string, but is the number 1: put it in quotes"],
  [
    "  port: 80\n  endpoints: [{host: a}, {path: /}]\n",
    'spec/endpoints/1: needs one of the fields "host" or "service"',
  ],
  [
    "  port: 80\n  endpoints: [{host: a, service: b}]\n",
    "spec/endpoints/0: fits more than one of the forms that exclude each other",
  ],
])("what is wrong is told with its path: %j", async (spec, error) => {
  expect(await errorsOf(spec)).toEqual([error]);
});

test.each([
  "  port: 80\n  interval: null\n",
  "  port: 80\n  mode: null\n",
  "  port: 80\n  labels: {a: null}\n  endpoints: null\n",
  "  port: 80\n  endpoints: [{host: a, path: null}]\n",
])("a field that is null and need not be there is as if it were left out: %j", async (spec) => {
  expect(await errorsOf(spec)).toEqual([]);
});

test("a label that is a number is refused, as the API server does, though the definition says nothing of metadata", async () => {
  expect(await errorsOf("  port: 80\n", "  name: a\n  labels: {release: 1}\n  lables: {}\n")).toEqual([
    'metadata/lables: unknown field "lables"; did you mean "labels"?',
    "metadata/labels/release: must be a string, but is the number 1: put it in quotes",
  ]);
});

test("every error of an object is told, not only the first", async () => {
  expect(await errorsOf("  modes: x\n  note: 1\n")).toHaveLength(3);
});

test("a text with a key that stands twice is judged by what helm and kubectl read in it, and the key is told", async () => {
  const { verdicts } = await judge([`apiVersion: nowhere/v1\nkind: None\nmetadata:\n  name: a\n`]);
  expect(verdicts[0]).toMatchObject({ status: "no-schema", errors: [] });
  const twice = (last: string) => ({
    ...manifestOf(probe(`  port: 80\n  ${last}\n`)),
    text: probe(`  port: 80\n  note: first\n  ${last}\n`),
  });
  const both = [twice("note: null"), twice("note: 1")];
  const validation = await validateRender(renderOf(both, [probeCrd]), {
    inputs: { schemaLocations: [] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside,
  });
  expect(validation.verdicts).toMatchObject([
    { status: "valid", errors: [], doubledKey: "note" },
    { status: "invalid", errors: [{ path: ["spec", "note"] }], doubledKey: "note" },
  ]);
});

test("the value of a Secret is told nowhere", async () => {
  const secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {pin: 4711, list: [4711]}\n";
  const validation = await judge([secret]);
  expect(validation.verdicts[0]?.errors).toEqual([
    { path: ["stringData", "pin"], message: "must be a string, but is a number: put it in quotes" },
    { path: ["stringData", "list"], message: "must be a string, but is a list" },
  ]);
  expect(JSON.stringify(validation.verdicts[0]?.errors)).not.toContain("4711");
});

test("hooks are judged, objects without schema are counted, and every object has one verdict in order", async () => {
  const good = probe("  port: 80\n");
  const validation = await judge(
    [good, probe("  ports: 80\n"), "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"],
    [probeCrd],
    [probe("  port: [80]\n")],
  );
  expect(validation.verdicts.map(({ status }) => status)).toEqual(["invalid", "valid", "invalid", "no-schema"]);
  expect(countOf(validation)).toEqual({ resources: 4, valid: 1, invalid: 2, skipped: 1, unchecked: 0 });
});

test("a definition among the manifests gives a schema, too", async () => {
  const { verdicts } = await judge([probeCrd, probe("  ports: 80\n")], []);
  expect(verdicts.map(({ status }) => status)).toEqual(["no-schema", "invalid"]);
});

test("rules of a definition are judged of what its schema allows, and what cannot be judged is told", async () => {
  const rules =
    "x-kubernetes-validations: [{rule: 'has(self.interval)', message: no interval}, {rule: 'isURL(self.note)'}]";
  const crd = probeCrd.replace("required: [port, mode]", `required: [port, mode]\n            ${rules}`);
  const texts = ["  port: 80\n  interval: 5s\n", "  port: 80\n", "  ports: 80\n"].map((spec) => probe(spec));
  const { verdicts, unjudgedRules } = await judge(texts, [crd]);
  expect(verdicts.map(({ status }) => status)).toEqual(["valid", "invalid", "invalid"]);
  expect(verdicts[1]?.errors.map(({ path, message }) => [path, message])).toEqual([
    [["spec"], "no interval; the API server refuses the object by this rule of its CRD: has(self.interval)"],
  ]);
  expect(verdicts[2]?.errors.some(({ message }) => message.includes("rule"))).toBe(false);
  const resource = { apiVersion: "test.example/v1", kind: "Probe", namespace: null, name: "a" };
  const unjudged = { rule: "isURL(self.note)", why: "the function isURL is not known here", resource };
  expect(unjudgedRules).toEqual([unjudged, unjudged]);
});

test("a definition that is no YAML is told, and what it may describe is unchecked", async () => {
  const validation = await judge([probe("  port: 80\n")], [`${probeCrd}\t- : broken`]);
  expect(validation.verdicts.map(({ status }) => status)).toEqual(["unchecked"]);
  expect(validation.unreachable).toContain("CustomResourceDefinitions of monitoring 1.0.0 is no YAML");
});

test("locations without this release's schemas are told once, and not as a wrong version of every object", async () => {
  const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n";
  const { verdicts, unreachable } = await judge([service, probe("  port: 80\n")]);
  expect(verdicts.map(({ status }) => status)).toEqual(["unchecked", "valid"]);
  expect(unreachable).toBe(
    "schemas has no schemas of Kubernetes 1.35.4, such as v1.35.4-standalone-strict/configmap-v1.json: set kubernetes-version to a release that it has",
  );
  const secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n";
  // Of a release that has one of them, the other is not there.
  expect((await judge([service, secret])).verdicts.map(({ status }) => status)).toEqual(["no-schema", "valid"]);
});

test("a kind that is a path leads nowhere", async () => {
  const text = "apiVersion: v1\nkind: ../v1.35.4-standalone-strict/secret\nmetadata: {name: a}\n";
  expect((await judge([text])).verdicts[0]?.status).toBe("no-schema");
});

test("made schemas are kept by the definition's digest, and a spoilt cache is made anew", async () => {
  await judge([probe("  port: 80\n")]);
  const digest = createHash("sha256").update(probeCrd).digest("hex");
  const cache = join(outside.cacheDir, "crd-schemas");
  const folder = (await readdir(cache)).find((name) => name.endsWith(digest));
  expect(folder).toBeDefined();
  const schema = join(cache, folder ?? "", "test.example", "probe_v1.json");

  await writeFile(schema, JSON.stringify({ type: "object", required: ["from-the-cache"] }));
  expect(await errorsOf("  port: 80\n")).toEqual([': required field "from-the-cache" is missing']);
  await writeFile(schema, "spoilt");
  expect(await errorsOf("  port: 80\n")).toEqual([]);
});

test("a cache folder that cannot be written costs nothing but time", async () => {
  const file = join(outside.workspace.root, "a-file");
  await writeFile(file, "");
  const told: string[] = [];
  const { verdicts } = await validateRender(renderOf([manifestOf(probe("  ports: 80\n"))], [probeCrd]), {
    inputs: { schemaLocations: [] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside: { ...outside, cacheDir: file, log: { ...outside.log, debug: (message) => told.push(message) } },
  });
  expect(verdicts[0]?.status).toBe("invalid");
  expect(told[0]).toContain("could not be written");
});

test("nothing to judge is no error", async () => {
  expect((await judge([])).verdicts).toEqual([]);
});

test.each([
  "apiVersion: v1\nkind: ../../../evil\nmetadata: {name: a}\n",
  "apiVersion: v1\nkind: Secret\nKIND: ../../../evil\nmetadata: {name: a}\n",
  "apiVersion: ../../..\nkind: evil\nmetadata: {name: a}\n",
  "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ../../../evil, metadata: {name: a}}]\nmetadata: {name: a}\n",
])("an object whose kind is a path never reaches kubeconform: %j", async (text) => {
  const given: string[] = [];
  const exec: Outside["exec"] = async (command) => {
    const folder = String(command.args.at(-1));
    for (const file of await readdir(folder)) given.push(await readFile(join(folder, file), "utf8"));
    return { code: 0, stdout: '{"resources": []}', stderr: "", durationMs: 0 };
  };
  const scratch = { ...outside.scratch, folder: () => outside.scratch.folder("hostile"), write: outside.scratch.write };
  await validateRender(renderOf([manifestOf(text)]), {
    inputs: { schemaLocations: ["schemas"] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside: { ...outside, exec, scratch },
  });
  expect(given.join("")).not.toContain("evil");
});
