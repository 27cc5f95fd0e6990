import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Manifest } from "../../src/kubernetes/manifest.ts";
import type { Memory } from "../../src/outside/memory.ts";
import { noMemory } from "../../src/outside/memory.ts";
import type { Outside } from "../../src/outside/outside.ts";
import { validateRender } from "../../src/validate/validate.ts";
import { mapMemory } from "../outside/map-memory.ts";
import { realOutside } from "./real-outside.ts";
import { manifestOf, renderOf } from "./schemas/manifest-of.ts";
import { probe, probeCrd } from "./schemas/probe-crd.ts";

let outside: Outside & { close(): Promise<void> };
let schemaFile: string;
let memory: Memory;
beforeAll(async () => {
  outside = await realOutside();
  const folder = join(outside.workspace.root, "schemas", "v1.35.4-standalone-strict");
  await mkdir(folder, { recursive: true });
  schemaFile = join(folder, "thing-test-v1.json");
});
afterAll(() => outside.close());
beforeEach(() => {
  memory = mapMemory();
});

/** What validation says, and how often it ran kubeconform. */
const judge = async (objects: readonly (string | Manifest)[], by: Memory, crds: readonly string[] = [probeCrd]) => {
  const manifests = objects.map((one) => (typeof one === "string" ? manifestOf(one) : one));
  let runs = 0;
  const exec: Outside["exec"] = (command) => {
    runs += 1;
    return outside.exec(command);
  };
  const validation = await validateRender(renderOf(manifests, crds), {
    inputs: { schemaLocations: ["schemas"] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside: { ...outside, exec, memory: by },
  });
  const verdicts = validation.verdicts.map(({ status, errors, doubledKey }) => ({ status, errors, doubledKey }));
  return { said: { ...validation, verdicts }, runs };
};

const good = probe("  port: 80\n");
const other = probe("  port: 81\n");
const bad = probe("  port: 80\n  intervall: 5s\n");
const thing = "apiVersion: test/v1\nkind: Thing\nmetadata: {name: t}\n";
const doubled = { ...manifestOf(other), text: probe("  port: 80\n  port: 81\n") };

test("what passed is not asked of kubeconform again, and what did not is", async () => {
  const first = await judge([good, thing], memory);
  expect(first.runs).toBe(1);
  expect(first.said.verdicts.map(({ status }) => status)).toEqual(["valid", "no-schema"]);
  expect(await judge([good, thing], memory)).toEqual({ ...first, runs: 0 });
  expect((await judge([good, other, thing], memory)).runs).toBe(1);
  const all = [good, bad, thing, doubled];
  const plain = await judge(all, noMemory);
  expect(plain.said.verdicts.map(({ status }) => status)).toEqual(["valid", "invalid", "no-schema", "valid"]);
  for (let run = 0; run < 2; run += 1) expect(await judge(all, memory)).toEqual(plain);
});

test("another schema makes all new, and one that cannot be read is found", async () => {
  const write = (schema: string) => writeFile(schemaFile, schema);
  await write('{"type": "object"}');
  const first = await judge([good, thing], memory);
  expect(first.said.verdicts.map(({ status }) => status)).toEqual(["valid", "valid"]);
  expect((await judge([good, thing], memory)).runs).toBe(0);
  await write('{"type": "object", "required": ["spec"]}');
  const strict = await judge([good, thing], memory);
  expect(strict.said.verdicts.map(({ status }) => status)).toEqual(["valid", "invalid"]);
  await write('{"type": "object"');
  await expect(judge([good, thing], memory)).rejects.toMatchObject({ reason: "invalid-input" });
  await write('{"type": "object"}');
  expect(await judge([good, thing], memory)).toEqual({ ...first, runs: 0 });
});

/** The definition with a rule that takes more than half of the steps which all rules of a run may take. */
const looping = probeCrd.replace(
  "type: object",
  `type: object
        x-kubernetes-validations:
        - rule: "self.spec.endpoints.all(a, self.spec.endpoints.all(b, a.host != b.host || a.path == b.path))"`,
);

test("which rules are not judged for their steps is the same as without earlier answers", async () => {
  const many = (host: string): string =>
    probe(
      `  port: 80\n  endpoints: [${Array.from({ length: 700 }, (_, n) => `{path: /, host: ${host}${n}}`).join(", ")}]\n`,
    );
  const [a, b] = [many("a"), many("b")];
  const alone = await judge([a], memory, [looping]);
  expect(alone.said.unjudgedRules).toEqual([]);
  const plain = await judge([a, b], noMemory, [looping]);
  expect(plain.said.unjudgedRules).toHaveLength(1);
  expect((await judge([a, b], memory, [looping])).said).toEqual(plain.said);
});
