import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Command } from "../../../src/outside/exec.ts";
import type { RootBuild } from "../../../src/render/render.ts";
import { buildTree, type TreeFiles, treeOf } from "./kustomize-tree.ts";

const x = "s/overlays/x";
const timeout = 600_000;

const isPart = ({ args }: Command): boolean => args.includes("--load-restrictor=LoadRestrictionsNone");

/** The overlay as a whole and from parts, and how kubectl was called for the second. */
const bothWays = async (files: TreeFiles) => {
  const repo = treeOf(files);
  const [whole, parts] = [await buildTree(repo, [x]), await buildTree(repo, [x], [], 1)];
  const [ofWhole, ofParts] = [whole.builds.map(told), parts.builds.map(told)];
  const wasWhole = parts.commands.some((command) => !isPart(command));
  return { ofWhole, ofParts, error: whole.builds[0]?.error, parts: parts.commands.filter(isPart).length, wasWhole };
};

const told = ({ manifests, ...build }: RootBuild) => ({
  ...build,
  manifests: manifests.map(({ locate, ...manifest }) => ({
    ...manifest,
    at: [[], ["metadata", "name"], ["metadata", "namespace"]].map(locate),
  })),
});

const rule = (name: string, metadata = ""): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: ${name}\n${metadata}spec:\n  groups: []\n`;
const other = (kind: string, name: string): string => `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n`;

/** Mostly: one thing that is rare beside what is usual. */
const seldom = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 150, arbitrary: usual }, { weight: 1, arbitrary: rare });

const name = seldom(
  fc
    .tuple(fc.constantFrom("", "a", "a-", "a.", "a0", "b"), fc.noBias(fc.integer({ min: 0, max: 999_999 })))
    .map(([start, number]) => JSON.stringify(start + number)),
  fc.constantFrom("12", "Ä", "a|b", "same"),
);
const namespace = fc.constantFrom("a", "a-b", "a.b", "default", "monitoring");
const metadata = seldom(
  fc.oneof(
    fc.constantFrom("", "  labels: {a: b}\n  annotations:\n    t: |\n      ---\n      name: x\n"),
    namespace.map((one) => `  namespace: ${one}\n`),
  ),
  fc.constant("  annotations: {config.kubernetes.io/local-config: 'true'}\n"),
);
const ruleObject = fc.tuple(name, metadata).map(([own, more]) => rule(own, more));
const otherObject = fc
  .tuple(fc.constantFrom("ConfigMap", "Namespace", "Widget", "ValidatingWebhookConfiguration"), name)
  .map(([kind, own]) => other(kind, own));
const objects = fc.oneof({ weight: 9, arbitrary: ruleObject }, { weight: 1, arbitrary: otherObject });
const odd = fc.constantFrom(
  ...["", "# nothing\n", "a: b\n", ": [\n", `${rule("same")}---\n${rule("same")}`, "metadata: {name: a}\nkind: [\n"],
  `apiVersion: v1\nkind: List\nitems:\n  - ${rule("listed").trimEnd().replaceAll("\n", "\n    ")}\n`,
  `\ufeff${rule("marked")}`,
);
const file = seldom(
  fc.array(objects, { minLength: 1, maxLength: 3 }).map((all) => all.join("---\n")),
  odd,
);

const fields = fc
  .record({
    namespace: fc.oneof(
      fc.constant(""),
      namespace.map((one) => `namespace: ${one}\n`),
    ),
    labels: fc.constantFrom("", "labels:\n  - pairs: {l: v}\n    includeSelectors: true\n"),
    annotations: fc.constantFrom("", "commonAnnotations: {note: 'yes'}\n"),
    rare: seldom(fc.constant(""), fc.constantFrom("namePrefix: p-\n", "commonLabels: {a: b}\n", "buildMetadata: []\n")),
  })
  .map((all) => Object.values(all).join(""));

/** Folders and what they include. */
const shape: Readonly<Record<string, readonly string[]>> = {
  [x]: ["in", "side", "../../../common/c"],
  [`${x}/in`]: ["deep"],
  [`${x}/in/deep`]: [],
  [`${x}/side`]: [],
  "common/c": [],
};

const folder = (path: string, included: readonly string[]): fc.Arbitrary<TreeFiles> =>
  fc.record({ files: fc.array(file, { maxLength: 8 }), fields }).chain((one) => {
    const named = one.files.map((text, index) => [`${index}.yaml`, text] as const);
    return fc
      .shuffledSubarray([...included, ...named.map(([own]) => own)], { minLength: included.length + named.length })
      .map(
        (resources): TreeFiles => ({
          ...Object.fromEntries(named.map(([own, text]) => [join(path, own), text])),
          [`${path}/kustomization.yaml`]: `resources: ${JSON.stringify(resources)}\n${one.fields}`,
        }),
      );
  });

const trees = fc
  .tuple(...Object.entries(shape).map(([path, included]) => folder(path, included)))
  .map((all): TreeFiles => Object.assign({}, ...all));

test("parts say what the whole says", { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(trees, async (files) => {
      const { ofParts, ofWhole } = await bothWays(files);
      expect(ofParts).toEqual(ofWhole);
    }),
    { numRuns: 15 },
  );
});

/** So many files of a rule each, spread over all parts. */
const many = (folder: string, count: number, text = (index: number) => rule(`r${index}`)): TreeFiles => ({
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/${index}.yaml`, text(index)])),
  [`${folder}/kustomization.yaml`]: `resources: ${JSON.stringify(Array.from({ length: count }, (_, index) => `${index}.yaml`))}\n`,
});

test("a plain tree is built from eight parts, each object with its own file", { timeout }, async () => {
  const files = {
    // A name that kustomize gets with `./` in front, lest it be an address.
    ...many(`${x}/@in`, 30),
    [`${x}/kustomization.yaml`]: "namespace: monitoring\nresources: [hook.yaml, '@in', map.yaml]\n",
    [`${x}/hook.yaml`]: other("ValidatingWebhookConfiguration", "hook"),
    [`${x}/map.yaml`]: `\ufeff${other("ConfigMap", "map")}`,
  };
  const { ofParts, ofWhole, parts, wasWhole } = await bothWays(files);
  expect([parts, wasWhole]).toEqual([8, false]);
  expect(ofParts).toEqual(ofWhole);
  const places = ofParts[0]?.manifests.map(({ ref, origin }) => [ref.name, "file" in origin && origin.file]) ?? [];
  expect(places.at(0)).toEqual(["map", `${x}/map.yaml`]);
  expect(places.at(1)).toEqual(["r0", `${x}/@in/0.yaml`]);
  expect(places.at(-1)).toEqual(["hook", `${x}/hook.yaml`]);
});

test.each([
  ["two files hold one rule", (index: number) => rule(`r${index % 29}`)],
  [
    "a namespace is named, or left to be the default",
    (index: number) => rule(`r${index % 29}`, index === 29 ? "  namespace: default\n" : ""),
  ],
  [
    "one rule is dropped as local",
    (index: number) =>
      rule(`r${index % 29}`, index === 29 ? "  annotations: {config.kubernetes.io/local-config: 'true'}\n" : ""),
  ],
  ["one file fails", (index: number) => (index === 29 ? "kind: PrometheusRule\n" : rule(`r${index}`))],
] as const)("where %s, the verdict is that of the whole", { timeout }, async (_, text) => {
  const { ofParts, ofWhole, error } = await bothWays(many(x, 30, text));
  expect(error).not.toBeNull();
  expect(ofParts).toEqual(ofWhole);
});
