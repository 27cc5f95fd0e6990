import { expect, test } from "vitest";
import { buildTree, treeOf } from "./kustomize-tree.ts";

const x = "s/overlays/x";

test("folders that name the next one twice are told, not built", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [
      `${n === 0 ? x : `${x}/${n}`}/kustomization.yaml`,
      n === 29 ? "resources: []\n" : `resources: [${n === 0 ? "1, ./1" : `../${n + 1}, .././${n + 1}`}]\n`,
    ]),
  );
  await expect(buildTree(treeOf(files))).rejects.toMatchObject({
    reason: "invalid-input",
    message: expect.stringMatching(/^s\/overlays\/x\/kustomization\.yaml: .*more than 20000 times/),
  });
});

test("too many files are told with the one that is too much", async () => {
  const names = Array.from({ length: 20_001 }, (_, n) => `f${n}`);
  const files = { [`${x}/kustomization.yaml`]: `configMapGenerator:\n  - name: g\n    files: [${names.join()}]\n` };
  await expect(
    buildTree(treeOf({ ...files, ...Object.fromEntries(names.map((n) => [`${x}/${n}`, ""])) })),
  ).rejects.toMatchObject({
    reason: "invalid-input",
    message: expect.stringMatching(/^s\/overlays\/x\/kustomization\.yaml:3: .*more than 20000 files/),
  });
});

test("one large plugin that many kustomizations name is not written for each", async () => {
  const many = Array.from({ length: 300 }, (_, n) => `n${n}`);
  const plugin = `apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: l}\nlabels: {a: ${"x".repeat(1_000_000)}}\n`;
  const files = Object.fromEntries(
    many.flatMap((name) => [
      [`${x}/${name}/kustomization.yaml`, "resources: []\ntransformers: [../t.yaml]\n"],
      [`${x}/${name}/x.yaml`, ""],
    ]),
  );
  const all = { ...files, [`${x}/kustomization.yaml`]: `resources: [${many.join()}]\n`, [`${x}/t.yaml`]: plugin };
  await expect(buildTree(treeOf(all))).rejects.toMatchObject({
    message: expect.stringContaining("more than 64 MiB together"),
  });
});

test("a generator's file above the limit of size is told with its line", async () => {
  const repo = treeOf({
    [`${x}/kustomization.yaml`]: "configMapGenerator:\n  - name: g\n    files: [big]\n",
    [`${x}/big`]: new Uint8Array(11 * 1024 * 1024),
  });
  await expect(buildTree(repo)).rejects.toMatchObject({
    reason: "invalid-input",
    message: expect.stringMatching(/kustomization\.yaml:3: .*big has 11 MiB/),
  });
});
