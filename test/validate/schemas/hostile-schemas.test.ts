import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { localFiles } from "../../../src/machine/files/local-files.ts";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { folderSource } from "../../../src/validate/schemas/folder-source.ts";
import { isWrong, readSchema } from "../../../src/validate/schemas/read-schema.ts";
import { isProper, keyOf } from "../../../src/validate/schemas/schema-key.ts";
import { temporaryFolder } from "../../machine/files/temporary-folder.ts";

const pod = keyOf("v1", "Pod");

/** A workspace and a folder outside of it, each with a schema of a Pod. */
const disk = async () => {
  const root = temporaryFolder();
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("ws/s/pod-v1.json", '{"title": "inside"}');
  put("outside/pod-v1.json", '{"title": "outside"}');
  const outside = { files: localFiles, workspace: await openWorkspace(join(root, "ws")) };
  const find = async (location: string): Promise<unknown> =>
    (await folderSource(location, "1.35.4", outside).find([pod], () => false)).schemas[0]?.body["title"];
  return { root, put, find };
};

describe("a location in the workspace", () => {
  test("is read, whatever it is called", async () => {
    const { root, find } = await disk();
    symlinkSync(join(root, "ws"), join(root, "other-name"));
    for (const location of [
      "s",
      "./s/",
      join(root, "ws/s"),
      join(root, "other-name/s"),
      "s/{{.ResourceKind}}{{.KindSuffix}}.json",
    ])
      expect(await find(location), location).toBe("inside");
    expect(await find(join(root, "outside"))).toBe("outside");
  });

  test("follows no link out, of the folder, of a file or of a part of a template", async () => {
    const { root, find } = await disk();
    symlinkSync(join(root, "outside"), join(root, "ws/folder"));
    mkdirSync(join(root, "ws/files"));
    symlinkSync(join(root, "outside/pod-v1.json"), join(root, "ws/files/pod-v1.json"));
    symlinkSync(join(root, "outside"), join(root, "ws/files/v1"));
    symlinkSync(join(root, "ws"), join(root, "other-name"));
    for (const location of [
      "folder",
      "files",
      join(root, "other-name/folder"),
      join(root, "other-name/files"),
      "files/{{.Group}}/pod-v1.json",
      "{{.Group}}/../folder/pod-v1.json",
    ])
      await expect(find(location), location).rejects.toMatchObject({ reason: "invalid-input" });
  });

  test("waits for no FIFO and reads no device", async () => {
    const { root, find } = await disk();
    mkdirSync(join(root, "ws/odd"));
    execFileSync("mkfifo", [join(root, "ws/odd/pod-v1.json")]);
    await expect(find("odd")).rejects.toMatchObject({ reason: "invalid-input" });
    mkdirSync(join(root, "ours"));
    execFileSync("mkfifo", [join(root, "ours/pod-v1.json")]);
    await expect(find(join(root, "ours"))).rejects.toThrow("is no regular file");
    symlinkSync("/dev/zero", join(root, "ours/x.json"));
    await expect(find(join(root, "ours/x.json"))).rejects.toThrow("is no regular file");
  });
});

test.for([
  '{"$ref": "http://127.0.0.1:1/x"}',
  '{"a": [{"$ref": "file:///etc/passwd"}]}',
  '{"$ref": "other.json#/x"}',
  '{"$dynamicRef": "http://x"}',
  '{"properties": {"a": {"$recursiveRef": "x"}}}',
  '{"$schema": "http://127.0.0.1:1/meta"}',
  '{"items": {"$schema": "file:///etc/passwd"}}',
  `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  "[]",
  "nothing",
])("no schema leads out of itself: %.40s", (text) => {
  expect(isWrong(readSchema(text))).toBe(true);
});

test("what real schemas hold is taken", () => {
  for (const text of [
    '{"$schema": "http://json-schema.org/schema#", "$ref": "#/definitions/x"}',
    '{"$schema": "https://json-schema.org/draft/2020-12/schema"}',
    '{"properties": {"$schema": {"type": "string"}, "$ref": {"type": "string"}}}',
  ])
    expect(isWrong(readSchema(text)), text).toBe(false);
});

test.for([
  ["v1", "../../x"],
  ["v1", "a/b"],
  ["v1", "{{.Group}}"],
  ["v1", "x".repeat(300)],
  ["../v1", "Pod"],
  ["a..b/v1", "Pod"],
  [`${"a".repeat(300)}/v1`, "Pod"],
  ["v1%2f", "Pod"],
  ["v1", "Pod\n"],
] as const)("%j is no part of a file's name or of an address", ([apiVersion, kind]) => {
  expect(isProper(keyOf(apiVersion, kind))).toBe(false);
});
