import { describe, expect, test } from "vitest";
import { openWorkspace } from "../../../src/machine/files/open-workspace.ts";
import { planBuilds } from "../../../src/render/kustomize/plan-parts.ts";
import { loadTree } from "../../../src/stack/load-tree.ts";
import { type TreeFiles, treeOf } from "./kustomize-tree.ts";

const x = "s/overlays/x";

const rule = (name: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: ${name}}\nspec: {groups: []}\n`;

const plain = (count: number): TreeFiles => ({
  [`${x}/kustomization.yaml`]:
    "namespace: a\nlabels: [{pairs: {a: b}}]\ncommonAnnotations: {a: b}\nresources: [in, c.yaml]\n",
  [`${x}/c.yaml`]: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n---\n# nothing\n",
  [`${x}/in/kustomization.yaml`]: `resources: [${Array.from({ length: count }, (_, index) => `${index}.yaml`).join()}]\n`,
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`${x}/in/${index}.yaml`, rule(`r${index}`)])),
});

/** The files of each part. */
const partsOf = async (files: TreeFiles, fewest?: number) => {
  const tree = await loadTree("s", await openWorkspace(treeOf(files)));
  const plan = planBuilds(
    tree.kustomizations.filter(({ folder }) => folder === x),
    tree,
    fewest,
  );
  const [parts] = [...plan.parts.values()];
  return parts?.map(({ kustomizations }) =>
    kustomizations.flatMap(({ entries }) => entries.flatMap(({ file }) => file?.file ?? [])),
  );
};

test("every file is in one part, the first has what are no rules", async () => {
  const parts = await partsOf(plain(40), 40);
  expect(parts).toHaveLength(8);
  expect(parts?.flat().toSorted()).toEqual(
    [`${x}/c.yaml`, ...[...Array(40).keys()].map((n) => `${x}/in/${n}.yaml`)].toSorted(),
  );
  expect(parts?.[0]).toContain(`${x}/c.yaml`);
});

test("a file more changes one part", async () => {
  const [before, after] = [await partsOf(plain(40), 1), await partsOf(plain(41), 1)];
  const changed = after?.filter((part, index) => part.join() !== before?.[index]?.join());
  expect(changed?.map((part) => part.includes(`${x}/in/40.yaml`))).toEqual([true]);
});

test("few files are built as a whole", async () => {
  expect(await partsOf(plain(40), 41)).toBeUndefined();
  expect(await partsOf(plain(399))).toBeUndefined();
  expect(await partsOf(plain(400))).toHaveLength(8);
});

describe("what is not plain is built as a whole", () => {
  const top = (fields: string): TreeFiles => ({ [`${x}/kustomization.yaml`]: `resources: [in, c.yaml]\n${fields}` });
  const cases: Readonly<Record<string, TreeFiles>> = {
    "a name that is changed": top("namePrefix: a-\n"),
    "a patch": top("patches: [{path: c.yaml}]\n"),
    "a generator": top("configMapGenerator: [{name: g, literals: [a=b]}]\n"),
    "a replacement": top("replacements: []\n"),
    "a configuration": top("configurations: []\n"),
    "a deprecated field": top("commonLabels: {a: b}\n"),
    "an order": top("sortOptions: {order: fifo}\n"),
    metadata: top("buildMetadata: [originAnnotations]\n"),
    "a schema": top("openapi: {path: c.yaml}\n"),
    "a field in other letters": top("Namespace: a\n"),
    "a key that stands twice": top("namespace: a\nnamespace: b\n"),
    "a component": top("kind: Component\n"),
    "two kustomizations in a folder": { [`${x}/in/kustomization.yml`]: "resources: []\n" },
    "a file that is named twice": { [`${x}/kustomization.yaml`]: "resources: [in, in/0.yaml]\n" },
    "a folder that is named twice": { [`${x}/kustomization.yaml`]: "resources: [in, ./in]\n" },
    "a circle": { [`${x}/in/kustomization.yaml`]: "resources: [0.yaml, ..]\n" },
    "a file behind a link": { [`${x}/c.yaml`]: { link: "in/0.yaml" } },
    "a file that is not there": { [`${x}/kustomization.yaml`]: "resources: [in, none.yaml]\n" },
    "a file that is none of ours": {
      [`${x}/kustomization.yaml`]: "resources: [in, c.txt]\n",
      [`${x}/c.txt`]: rule("t"),
    },
    "a list": { [`${x}/c.yaml`]: "apiVersion: v1\nkind: List\nitems: []\n" },
    "a file with a mistake": { [`${x}/c.yaml`]: "a: [\n" },
    "a file without objects": { [`${x}/c.yaml`]: "- a\n" },
  };
  test.each(Object.entries(cases))("%s", async (_, files) => {
    expect(await partsOf({ ...plain(10), ...files }, 1)).toBeUndefined();
  });
});
