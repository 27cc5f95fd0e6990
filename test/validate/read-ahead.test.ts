import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outside } from "../../src/outside/outside.ts";
import { readAhead } from "../../src/validate/read-ahead.ts";
import { keyOf } from "../../src/validate/schemas/schema-key.ts";
import { locatedSources } from "../../src/validate/schemas/schema-sources.ts";
import { realOutside } from "./real-outside.ts";
import { probeCrd } from "./schemas/probe-crd.ts";

let real: Outside & { close(): Promise<void> };
let outside: Outside;
let folder: string;
const read: string[] = [];
const asked: string[] = [];

beforeEach(async () => {
  real = await realOutside();
  folder = await mkdtemp(join(tmpdir(), "read-ahead-"));
  read.length = 0;
  asked.length = 0;
  outside = {
    ...real,
    files: {
      ...real.files,
      read(path) {
        read.push(path);
        return real.files.read(path);
      },
    },
    httpGet: async (url) => {
      asked.push(url);
      throw new Error(`${url} was asked`);
    },
  };
});
afterEach(async () => {
  await real.close();
  await rm(folder, { recursive: true });
});

const optionsWith = (...schemaLocations: string[]) => ({
  inputs: { schemaLocations },
  kubeVersion: "1.35.4",
  cluster: null,
  outside,
});

/** A folder outside of the workspace with a schema of ConfigMaps. */
const folderOfSchemas = async (text: string): Promise<string> => {
  await writeFile(join(folder, "configmap-v1.json"), text);
  return folder;
};

test("a schema that was read ahead is not read again from its text", async () => {
  const options = optionsWith(await folderOfSchemas('{"type": "object", "description": "read ahead"}'));
  await readAhead([probeCrd], options);
  expect(read).toContain(join(folder, "configmap-v1.json"));
  const find = async () => (await locatedSources(options)[0]?.find([keyOf("v1", "ConfigMap")]))?.schemas[0]?.body;
  const first = await find();
  expect(first).toEqual({ type: "object", description: "read ahead" });
  expect(await find()).toBe(first);
});

test("nobody on the network is asked, and no cluster", async () => {
  await readAhead([], optionsWith("default", "https://schemas.example.com"));
  expect(asked).toEqual([]);
});

test("what is wrong with a schema, or with its place, is no error yet", async () => {
  const broken = await folderOfSchemas("{");
  await readAhead(["a: b: c"], optionsWith(broken, "no/such/folder"));
  await expect(locatedSources(optionsWith(broken))[0]?.find([keyOf("v1", "ConfigMap")])).rejects.toThrow(
    "is not a JSON schema",
  );
});
