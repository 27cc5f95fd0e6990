import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readInputs } from "../../../src/inputs.ts";
import { findOnPath, trustedPath } from "../../../src/machine/process/find-on-path.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { outsideOfTests } from "../open-outside.ts";

const program = (file: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
};

/** A workspace with programs of its own, and a folder of the machine beside it. */
const machine = () => {
  const dir = realpathSync(temporaryFolder());
  const [tree, bin] = [join(dir, "tree"), join(dir, "bin")];
  program(join(tree, "node_modules/.bin/helm"));
  program(join(tree, "helm"));
  program(join(bin, "kubectl"));
  return { dir, tree, bin, ofTree: join(tree, "node_modules/.bin") };
};

describe("a program is never the tree's", () => {
  test("by an entry of PATH in it, of whatever form", async () => {
    const { dir, tree, bin, ofTree } = machine();
    const link = join(dir, "link");
    symlinkSync(ofTree, link);
    symlinkSync(bin, join(tree, "out"));
    const entries = [
      ofTree,
      tree,
      link,
      `${bin}/../tree/node_modules/.bin`,
      join(tree, "out"),
      ".",
      "",
      "bin",
      "/nowhere",
    ];
    const path = [...entries, bin].join(":");
    expect(await findOnPath("helm", path, tree)).toBeUndefined();
    expect(await findOnPath("kubectl", path, tree)).toBe(join(bin, "kubectl"));
    expect(await trustedPath(path, tree)).toBe(bin);
  });

  test("by a link to one of its programs; another of that name behind it is taken", async () => {
    const { dir, tree, bin } = machine();
    symlinkSync(join(tree, "helm"), join(bin, "helm"));
    expect(await findOnPath("helm", bin, tree)).toBeUndefined();
    const helm = program(join(dir, "more/helm"));
    expect(await findOnPath("helm", `${bin}:${dirname(helm)}`, tree)).toBe(helm);
  });

  test("and what only begins like the workspace is not in it", async () => {
    const { tree } = machine();
    const helm = program(join(`${tree}-tools`, "helm"));
    expect(await findOnPath("helm", dirname(helm), tree)).toBe(helm);
    const dots = program(join(dirname(tree), "..bin/helm"));
    expect(await findOnPath("helm", dirname(dots), tree)).toBe(dots);
  });

  test("though where the whole machine is the workspace, its tools are taken", async () => {
    const { bin } = machine();
    expect(await findOnPath("kubectl", bin, "/")).toBe(join(bin, "kubectl"));
  });

  test("and what is started gets a PATH without them", async () => {
    const { dir, tree, bin, ofTree } = machine();
    const env = { PATH: `${ofTree}:${bin}`, RUNNER_TEMP: dir, GITHUB_WORKSPACE: tree };
    const outside = await outsideOfTests(env, () => {});
    const { env: given } = await outside.for(readInputs(() => "")).finally(() => outside.close());
    expect(given["PATH"]).toBe(bin);
  });

  test("nor is there any where PATH is not set", async () => {
    expect(await findOnPath("helm", undefined, "/tree")).toBeUndefined();
    expect(await trustedPath(undefined, "/tree")).toBe("");
  });
});
