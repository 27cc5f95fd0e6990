import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type LaidFiles, layOver } from "../../src/compare/lay-over.ts";
import { watchPaths } from "../../src/compare/touched-paths.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";

const home = mkdtempSync(join(tmpdir(), "lay-over-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
writeFileSync(join(home, "secret"), "outside");

const files = { "a/one.yaml": "1", "a/two.yaml": "2", "b/only.yaml": "b" };
const tree = async (laid: LaidFiles) => {
  const root = mkdtempSync(join(home, "tree-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  symlinkSync("a", join(root, "link"));
  symlinkSync(join(home, "secret"), join(root, "a/out.yaml"));
  return layOver(await openWorkspace(root), laid);
};
const textOf = async (read: Promise<unknown>) => read.then((found) => Object(found).text ?? Object(found).why);

test("a file has the other text, also behind a link and as bytes", async () => {
  const over = await tree(new Map([["a/one.yaml", "\ufeffother"]]));
  expect(await textOf(over.read("a/one.yaml"))).toBe("other");
  expect(await textOf(over.read("./link/../a/one.yaml"))).toBe("other");
  expect(await textOf(over.read("link/one.yaml"))).toBe("other");
  const bytes = await over.bytes("a/one.yaml");
  expect(bytes.ok && Buffer.from(bytes.bytes).toString()).toBe("\ufeffother");
  expect(await textOf(over.read("a/two.yaml"))).toBe("2");
});

test("a file that is not there is missing, and with the last one its folder", async () => {
  const over = await tree(
    new Map([
      ["a/one.yaml", null],
      ["b/only.yaml", null],
    ]),
  );
  expect(await textOf(over.read("link/one.yaml"))).toBe("missing");
  expect(await over.kind("a/one.yaml")).toBe("missing");
  expect([await over.kind("a"), await over.kind("b")]).toEqual(["directory", "missing"]);
  expect((await over.walk("a")).map(({ path }) => path)).toEqual(["a/out.yaml", "a/two.yaml"]);
});

test("one that is there again is found, walked and in a folder", async () => {
  const over = await tree(
    new Map([
      ["a/new/x.yaml", "x"],
      ["a/a.yaml", "a"],
    ]),
  );
  expect(await textOf(over.read("link/new/x.yaml"))).toBe("x");
  expect(await over.find("a/new")).toEqual({ kind: "directory", real: "a/new" });
  expect((await over.walk("a")).map(({ path }) => path)).toEqual([
    "a/a.yaml",
    "a/new/x.yaml",
    "a/one.yaml",
    "a/out.yaml",
    "a/two.yaml",
  ]);
  expect(await over.walk("link")).toContainEqual({ path: "link/new/x.yaml", kind: "file", real: "a/new/x.yaml" });
});

test("what is outside stays outside, whatever name is laid over it", async () => {
  const over = await tree(
    new Map([
      ["../secret", "x"],
      ["a/out.yaml", "x"],
      ["a/new", "x"],
    ]),
  );
  expect(await textOf(over.read("../secret"))).toBe("outside");
  expect(await textOf(over.read("a/out.yaml"))).toBe("outside");
  expect(await over.kind("a/out.yaml")).toBe("outside");
  expect((await over.walk("a")).find(({ path }) => path === "a/out.yaml")?.kind).toBe("outside");
});

test("what is asked for is known: files, what is missing, what lies below a folder that was walked, links followed", async () => {
  const { workspace, touched } = watchPaths(await tree(new Map()));
  await workspace.read("link/one.yaml");
  await workspace.kind("gone.yaml");
  await workspace.walk("b");
  const { has } = await touched();
  expect(["a/one.yaml", "link/one.yaml", "gone.yaml", "b/new.yaml", "b/only.yaml"].every(has)).toBe(true);
  expect(["a/two.yaml", "other", "bb"].some(has)).toBe(false);
});
