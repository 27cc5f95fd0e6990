import fc from "fast-check";
import { load } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { validateRender } from "../../../src/validate/validate.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { waitUntil } from "../../cluster/wait-until.ts";
import { inTurn } from "../../judge/in-turn.ts";
import { operatorCrds } from "../../judge/operator-crds.ts";
import { part } from "../../run/part.ts";
import { realOutside } from "../real-outside.ts";
import { manifestOf, renderOf } from "../schemas/manifest-of.ts";
import { ruleCases, ruleCrd, ruled } from "./rule-cases.ts";
import { type Block, ruledBlocks } from "./ruled-blocks.ts";

const seed = Number(process.env["SEED"] ?? 20_261_129);
/** Of the operator's 14 blocks each gets so many: 504 in all. */
const objectsPerBlock = 36;

let outside: Outside & { close(): Promise<void> };
let cluster: EmbeddedCluster;
let crds: readonly string[];
let blocks: readonly Block[];

beforeAll(async () => {
  [outside, cluster, crds] = await Promise.all([realOutside(), startCluster({ nodes: 0 }), operatorCrds()]);
  const definitions = crds.map((text) => load(text)).filter(isObject);
  blocks = definitions.flatMap(ruledBlocks);
  for (const definition of [ruleCrd, ...definitions]) {
    const made = await cluster.request("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
  }
  for (const path of new Set([casesPath, ...blocks.map((block) => block.path)]))
    await waitUntil(`${path} is served`, async () => (await cluster.request("GET", path)).status === 200);
});
afterAll(async () => {
  await cluster?.stop();
  await outside?.close();
});

const casesPath = "/apis/test.example/v1/namespaces/default/ruleds";

/** What the API server says to an object in a dry run: nothing, or each of its causes. */
const truth = async (path: string, object: JsonObject): Promise<readonly string[]> => {
  const { status, body } = await cluster.request("POST", `${path}?dryRun=All&fieldValidation=Strict`, object);
  if (status === 201) return [];
  expect([400, 422], JSON.stringify(body)).toContain(status);
  const causes = valueAt(body as Json, ["details", "causes"]);
  return Array.isArray(causes)
    ? causes.map((cause: Json) => String(valueAt(cause, ["message"])))
    : [JSON.stringify(body)];
};

/** The words before those on the rule itself. */
const wordsOf = (message: string): string => message.split("; the API server refuses")[0] ?? "";

const isRule = (message: string): boolean => message.includes("by this rule of its CRD");

/** An error of ours among the API server's causes: it has our words at its end, or no value for them. */
const isAmong = (message: string, causes: readonly string[]): boolean =>
  causes.some((cause) =>
    message.startsWith("the rule cannot be evaluated")
      ? /^Invalid value.*: no such key: .* evaluating rule/.test(cause)
      : cause.endsWith(`: ${wordsOf(message)}`),
  );

const judgeAll = (objects: readonly JsonObject[], definitions: readonly string[]) =>
  validateRender(
    renderOf(
      objects.map((object) => manifestOf(JSON.stringify(object))),
      definitions,
    ),
    {
      inputs: { schemaLocations: [] },
      kubeVersion: "1.35.4",
      cluster: null,
      outside,
    },
  );

test("each rule and value of our own table ends as at the API server", async () => {
  const rows = ruleCases.flatMap(({ name, values }) =>
    values.map(([value, expected]) => ({ name, value, expected, object: ruled(name, value) })),
  );
  for (const { name, value, expected, object } of rows) {
    const causes = await truth(casesPath, object);
    const label = `${name} on ${JSON.stringify(value)}: ${causes.join("; ")}`;
    if ("holds" in expected) expect(causes, label).toEqual([]);
    if ("refused" in expected) expect(isAmong(expected.refused, causes), label).toBe(true);
  }
});

test(`on every block of the operator's definitions we and the API server agree (seed ${seed})`, async () => {
  expect(blocks).toHaveLength(14);
  const taken = part(blocks, 2);
  // A block's place among all blocks is its seed, so that a part of them is tried with the objects of the whole.
  const cases = taken.flatMap((block) =>
    fc
      .sample(block.objects, { seed: seed + blocks.indexOf(block), numRuns: objectsPerBlock })
      .map((object) => ({ block, object })),
  );
  const { verdicts, unjudgedRules } = await judgeAll(
    cases.map(({ object }) => object),
    crds,
  );
  expect(unjudgedRules).toEqual([]);
  const said = await inTurn(cases, 8, ({ block, object }) => truth(block.path, object));
  const rows = cases.map((one, index) => ({
    ...one,
    errors: verdicts[index]?.errors.map(({ message }) => message) ?? [],
    causes: said[index] ?? [],
  }));
  const wrong = rows.filter(
    ({ errors, causes }) =>
      (errors.length === 0) !== (causes.length === 0) ||
      (errors.some(isRule) && errors.length !== causes.length) ||
      !errors.filter(isRule).every((message) => isAmong(message, causes)),
  );
  const refused = rows.filter(({ causes }) => causes.length > 0).length;
  console.log(`rules: ${rows.length} objects, ${refused} refused, ${wrong.length} disagreements; seed ${seed}`);
  expect(wrong.map(({ object, errors, causes }) => ({ object, errors, causes }))).toEqual([]);
  for (const block of taken) {
    const own = rows.filter((row) => row.block === block);
    expect(
      own.some(({ causes }) => causes.length === 0),
      `${block.name} is accepted once`,
    ).toBe(true);
    for (const message of block.messages)
      expect(
        own.some(({ errors }) => errors.some((error) => wordsOf(error) === message)),
        `${block.name}: ${message}`,
      ).toBe(true);
  }
});
