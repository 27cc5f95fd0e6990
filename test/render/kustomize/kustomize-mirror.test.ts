import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Allowance } from "../../../src/inputs.ts";
import { type BuiltTree, buildTree, type TreeFiles, treeOf } from "./kustomize-tree.ts";

const x = "s/overlays/x";
const configMap = (name: string, value = "v"): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  key: ${value}\n`;

/** The only build, which must be one. */
const built = async (files: TreeFiles, allow: readonly Allowance[] = []) => {
  const tree = await buildTree(treeOf(files), [x], allow);
  const [only] = tree.builds;
  if (only === undefined) throw new Error("there is nothing to build");
  return { ...tree, only };
};

const placesOf = ({ only }: { readonly only: BuiltTree["builds"][number] }) =>
  only.manifests.map(({ origin, locate }) => [
    origin.from === "kustomize" && origin.file,
    `${locate(["data", "key"]).file}:${locate(["data", "key"]).line}`,
  ]);

describe("links", () => {
  const prod = "common/prod";
  test("an overlay that is a link is built where it really is, and keeps its name", async () => {
    const tree = await built({
      [x]: { link: "../../common/prod" },
      [`${prod}/kustomization.yaml`]:
        "resources: [a.yaml, ../more]\nconfigMapGenerator:\n  - {name: g, files: [k.txt]}\n",
      [`${prod}/a.yaml`]: configMap("a"),
      [`${prod}/k.txt`]: "text\n",
      "common/more/kustomization.yaml": "resources: [m.yaml]\n",
      "common/more/m.yaml": configMap("m"),
    });
    expect(tree.only.error).toBeNull();
    expect(placesOf(tree)).toEqual([
      [`${x}/a.yaml`, `${x}/a.yaml:6`],
      [`${x}/kustomization.yaml`, `${x}/kustomization.yaml:3`],
      ["common/more/m.yaml", "common/more/m.yaml:6"],
    ]);
    expect(tree.only.manifests[1]?.locate(["data", "k.txt"]).file).toBe(`${x}/k.txt`);
    expect([...tree.mirror.keys()].sort()).toEqual([
      "common/more/kustomization.yaml",
      "common/more/m.yaml",
      `${prod}/a.yaml`,
      `${prod}/k.txt`,
      `${prod}/kustomization.yaml`,
    ]);
  });

  test("a file behind a link below the folder is used, and a generator's key stays", async () => {
    const tree = await built({
      [`${x}/kustomization.yaml`]:
        "resources: [l.yaml]\npatches: [{path: p.yaml}]\nconfigMapGenerator:\n  - {name: g, files: [k.txt, other=k.txt]}\n",
      [`${x}/l.yaml`]: { link: "real/a.yaml" },
      [`${x}/p.yaml`]: { link: "real/patch.yaml" },
      [`${x}/k.txt`]: { link: "real/data.txt" },
      [`${x}/real/a.yaml`]: configMap("a"),
      [`${x}/real/patch.yaml`]: configMap("a", "patched"),
      [`${x}/real/data.txt`]: "text\n",
    });
    expect(tree.only.error).toBeNull();
    const [a, g] = tree.only.manifests;
    expect(a?.body["data"]).toEqual({ key: "patched" });
    expect(g?.body["data"]).toEqual({ "k.txt": "text\n", other: "text\n" });
    expect(tree.mirror.has(`${x}/l.yaml`)).toBe(false);
  });

  test("a file behind a link out of the folder is refused by kustomize, as it was", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: "resources:\n  - l.yaml\n",
      [`${x}/l.yaml`]: { link: "../../../shared.yaml" },
      "shared.yaml": configMap("a"),
    });
    expect(only.error?.message).toMatch(/security; file 'shared\.yaml' is not in or below 's\/overlays\/x'/);
    expect(only.error?.at).toMatchObject({ file: `${x}/kustomization.yaml`, line: 2 });
  });

  test("a kustomization behind a link out of its folder is none, as it was", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: { link: "../../../shared.yaml" },
      "shared.yaml": "resources: []\n",
    });
    expect(only.error?.message).toMatch(/unable to find one of 'kustomization\.yaml'/);
  });

  test("circles of folders end", async () => {
    const { only, kustomizations } = await built({
      [`${x}/kustomization.yaml`]: "resources: [a]\n",
      [`${x}/a`]: { link: "." },
      [`${x}/b`]: { link: "a" },
    });
    expect(kustomizations).toHaveLength(1);
    expect(only.error?.message).toMatch(/cycle detected/);
  });
});

describe("what is wrong with a kustomization is told as before", () => {
  test("two in one folder", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: "resources: []\n",
      [`${x}/Kustomization`]: "resources: []\n",
    });
    expect(only.error?.message).toMatch(/Found multiple kustomization files under: s\/overlays\/x/);
  });

  test("a pipe and a folder of its other names are no files, and nobody waits for them", async () => {
    const repo = treeOf({
      [`${x}/kustomization.yaml`]: "resources: [a.yaml]\n",
      [`${x}/a.yaml`]: configMap("a"),
      [`${x}/kustomization.yml/x`]: "",
    });
    execFileSync("mkfifo", [join(repo, x, "Kustomization")]);
    const [only] = (await buildTree(repo)).builds;
    expect(only?.error).toBeNull();
  });

  test.each([
    ["a list", "[]\n", /cannot unmarshal array/],
    ["a text", "abc\n", /cannot unmarshal string/],
    ["nothing", "", /is empty/],
    ["a mistake in YAML", "resources: [\n", /^invalid Kustomization: /],
    ["a number for a text", "commonLabels: {a: 1}\n", /cannot unmarshal number/],
    ["a truth value for a text", "commonLabels: {a: yes}\n", /cannot unmarshal bool/],
  ])("%s", async (_, text, told) => {
    const { only } = await built({ [`${x}/kustomization.yaml`]: text });
    expect(only.error?.message).toMatch(told);
    expect(only.error?.at.file).toBe(`${x}/kustomization.yaml`);
  });

  test("an included one that is no text, at the line that includes it", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: "resources:\n  - in\n",
      [`${x}/in/kustomization.yaml`]: new Uint8Array([0, 1]),
    });
    expect(only.error).toMatchObject({
      message: `${x}/in/kustomization.yaml is not text: it contains a NUL byte`,
      at: { file: `${x}/kustomization.yaml`, line: 2 },
    });
  });

  test("an included one above the limit of size", async () => {
    const files = {
      [`${x}/kustomization.yaml`]: "resources:\n  - in\n",
      [`${x}/in/kustomization.yaml`]: `resources: []\n#${"#".repeat(11 * 1024 * 1024)}\n`,
    };
    await expect(built(files)).rejects.toMatchObject({
      reason: "invalid-input",
      message: expect.stringMatching(/overlays\/x\/kustomization\.yaml:2: .*in\/kustomization\.yaml has 11 MiB/),
    });
  });

  test("aliases that would fill the disk", async () => {
    const bomb = `a: &a ${"x".repeat(1_000_000)}\nresources: [${Array(200).fill("*a").join(", ")}]\n`;
    const { only, mirror } = await built({ [`${x}/kustomization.yaml`]: bomb });
    expect(only.error?.message).toMatch(/too large to be built/);
    expect(Math.max(...[...mirror.values()].map((text) => text.length))).toBeLessThan(1000);
  });
});

describe("what kustomize takes from a kustomization is what it took", () => {
  test("a key that stands twice, a second document, yes for true, merge keys, letters of all kinds", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: `namePrefix: a-
namePrefix: b-
x: &o {disableNameSuffixHash: yes}
configMapGenerator:
  - name: g
    literals: ["t=ä\u2028😀\\u0001"]
    options: {<<: *o, labels: {l: "1"}}
---
namePrefix: c-
`.replace("x: &o {disableNameSuffixHash: yes}\n", "generatorOptions: &o {disableNameSuffixHash: yes}\n"),
    });
    expect(only.error).toBeNull();
    expect(only.manifests[0]?.body).toEqual({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "b-g", labels: { l: "1" } },
      data: { t: "ä\u2028😀\u0001" },
    });
  });

  test("files of a generator that are no text", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: "configMapGenerator:\n  - {name: g, files: [b.bin]}\n",
      [`${x}/b.bin`]: new Uint8Array([0, 255, 10]),
    });
    expect(only.manifests[0]?.body["binaryData"]).toEqual({ "b.bin": "AP8K" });
  });

  test("names with spaces, and those that an address might have", async () => {
    const { only } = await built({
      [`${x}/kustomization.yaml`]: "resources: ['my file.yaml', 'a@b.yaml', 'in: out/z.yaml']\n",
      [`${x}/my file.yaml`]: configMap("one"),
      [`${x}/a@b.yaml`]: configMap("two"),
      [`${x}/in: out/z.yaml`]: configMap("three"),
    });
    expect(only.error).toBeNull();
    expect(only.manifests).toHaveLength(3);
  });

  test("plugins that run inside kustomize: in place, in a file, in a list, in a folder, each with a file", async () => {
    const patch = (n: string, more = ""): string =>
      `apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p${n}}\npath: files/${n}.yaml\n${more}`;
    const tree = await built({
      [`${x}/kustomization.yaml`]: `resources: [${[1, 2, 3, 4].map((n) => `files/r${n}.yaml`)}]\ntransformers:\n  - |\n${patch("1").replaceAll(/^/gm, "    ")}\n  - t2.yaml\n  - t3.yaml\n  - in\n`,
      [`${x}/t2.yaml`]: patch("2"),
      [`${x}/t3.yaml`]: `apiVersion: v1\nkind: List\nitems:\n  - ${patch("3").replaceAll("\n", "\n    ")}\n`,
      [`${x}/in/kustomization.yaml`]: "namePrefix: any-\nresources: [t4.yaml]\n",
      [`${x}/in/t4.yaml`]: `---\n${patch("4")}---\n`,
      ...Object.fromEntries(
        ["1", "2", "3", "4"].flatMap((n) => [
          [`${x}/files/r${n}.yaml`, configMap(`r${n}`)],
          [`${x}/files/${n}.yaml`, configMap(`r${n}`, "patched")],
        ]),
      ),
    });
    expect(tree.only.error).toBeNull();
    expect(tree.only.manifests.map(({ body }) => body["data"])).toEqual(Array(4).fill({ key: "patched" }));
    expect(tree.mirror.get(`${x}/t2.yaml`)).toMatch(/^\{"apiVersion":"builtin"/);
  });
});

test("where the workflow allows plugins, the folder that runs one is there as it is", async () => {
  const files = {
    [`${x}/kustomization.yaml`]: "generators: [g.yaml]\n",
    [`${x}/g.yaml`]: "# as written\napiVersion: x.example/v1\nkind: G\nmetadata: {name: g}\n",
    [`${x}/data/more.txt`]: "read by the plugin\n",
  };
  await expect(built(files)).rejects.toMatchObject({ message: expect.stringContaining("allow: exec-plugins") });
  const { mirror } = await built(files, ["exec-plugins"]);
  expect(mirror.get(`${x}/g.yaml`)).toBe(files[`${x}/g.yaml`]);
  expect(mirror.get(`${x}/data/more.txt`)).toBe("read by the plugin\n");
  expect(mirror.get(`${x}/kustomization.yaml`)).toBe('{"generators":["g.yaml"]}');
});

test("every command has its folder behind --, and below the scratch folder", async () => {
  const { commands } = await built({
    [`${x}/kustomization.yaml`]: "resources: [a.yaml]\n",
    [`${x}/a.yaml`]: configMap("a"),
  });
  for (const { args } of commands) {
    expect(args.slice(0, -1)).toEqual(["kustomize", "--"]);
    expect(args.at(-1)).toMatch(/\/prometheus-stack-[^/]+\/kustomize\/(?:tree|wrap)\/s\/overlays\/x$/);
  }
});
