import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { validateRender } from "../../../src/validate/validate.ts";
import { realOutside } from "../real-outside.ts";
import { manifestOf, renderOf } from "./manifest-of.ts";

let outside: Outside & { close(): Promise<void> };
beforeEach(async () => {
  outside = await realOutside();
});
afterEach(() => outside.close());

const pod = manifestOf("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
const refuses = JSON.stringify({ type: "object", required: ["spec"] });

const put = async (path: string, text: string) => {
  const file = join(outside.workspace.root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

const judge = async (...schemaLocations: readonly string[]) => {
  const validation = await validateRender(renderOf([pod]), {
    inputs: { schemaLocations },
    kubeVersion: "1.35.4",
    cluster: null,
    outside,
  });
  return validation.verdicts[0]?.status;
};

test.each([
  ["s/v1.35.4-standalone-strict/pod-v1.json", "s"],
  ["s/pod-v1.json", "s"],
  ["s/v1.35.4/pod.json", "s/{{.NormalizedKubernetesVersion}}/{{.ResourceKind}}.json"],
])("a schema at %s is found by %s", async (file, location) => {
  await put(file, refuses);
  expect(await judge(location)).toBe("invalid");
  expect(await judge(join(outside.workspace.root, location))).toBe("invalid");
});

test("another version's schemas are not taken", async () => {
  await put("s/v1.34.0-standalone-strict/pod-v1.json", refuses);
  expect(await judge("s")).toBe("no-schema");
});

test("the first location that has a schema gives it", async () => {
  await put("a/pod-v1.json", "{}");
  await put("b/pod-v1.json", refuses);
  expect(await judge("a", "b")).toBe("valid");
  expect(await judge("b", "a")).toBe("invalid");
});

test.each([
  ["nowhere", "there is no folder nowhere"],
  ["s/{{.Kind}}.json", "{{.Kind}} in s/{{.Kind}}.json is no variable"],
  ["broken", "pod-v1.json is not a JSON schema"],
  ["cluster", "`cluster` needs a cluster"],
])("the location %s is a wrong input", async (location, message) => {
  await put("broken/pod-v1.json", "{ spoilt");
  const thrown: unknown = await judge(location).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(OperatorError);
  expect(thrown).toMatchObject({ reason: "invalid-input", message: expect.stringContaining(message) });
});
