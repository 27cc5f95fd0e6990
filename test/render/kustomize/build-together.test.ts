import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RootBuild } from "../../../src/render/render.ts";
import { buildTree, type TreeFiles, treeOf } from "./kustomize-tree.ts";

const roots = ["s/base", "s/overlays/x", "s/overlays/y"] as const;
const timeout = 600_000;

const told = ({ manifests, ...build }: RootBuild) => ({
  ...build,
  manifests: manifests.map(({ locate, ...manifest }) => ({
    ...manifest,
    at: [[], ["metadata", "name"], ["metadata", "namespace"], ["metadata", "labels"]].map(locate),
  })),
});

/** Each root by itself and as many as may be at once, and how often kubectl was called for the second. */
const bothWays = async (files: TreeFiles, folders: readonly string[] = roots) => {
  const repo = treeOf(files);
  const apart = await buildTree(repo, folders);
  const together = await buildTree(repo, folders, [], undefined, true);
  return {
    apart: apart.builds.map(told),
    together: together.builds.map(told),
    commands: together.commands.length,
    failed: apart.builds.filter(({ error }) => error !== null).length,
  };
};

const object = (apiVersion: string, kind: string, name: string, more = ""): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${more}`;
const rule = (name: string, more = ""): string => object("monitoring.coreos.com/v1", "PrometheusRule", name, more);

const usualKinds = [
  ["monitoring.coreos.com/v1", "PrometheusRule"],
  ["monitoring.coreos.com/v1", "ServiceMonitor"],
  ["monitoring.coreos.com/v1alpha1", "AlertmanagerConfig"],
  ["v1", "ConfigMap"],
] as const;

/** What refers to others by their names. */
const referring = (name: string): readonly string[] => [
  object("v1", "ServiceAccount", name),
  object(
    "rbac.authorization.k8s.io/v1",
    "ClusterRoleBinding",
    name,
    `subjects:\n  - {kind: ServiceAccount, name: ${name}, namespace: default}\n`,
  ),
  object(
    "v1",
    "Pod",
    name,
    `spec:\n  serviceAccountName: ${name}\n  volumes:\n    - name: v\n      configMap: {name: ${name}}\n`,
  ),
];

/** Mostly: one thing that is rare beside what is usual. */
const seldom = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 40): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

const name = seldom(
  fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((one) => `n${one}`),
  fc.constantFrom("same", "monitoring", "Ä", "12"),
  10,
);
const usualObject = fc
  .tuple(fc.constantFrom(...usualKinds), name, fc.constantFrom("", "  namespace: a\n", "  annotations: {a: b}\n"))
  .map(([[version, kind], own, more]) => object(version, kind, own, more));
const file = seldom(
  fc.array(usualObject, { minLength: 1, maxLength: 3 }).map((all) => all.join("---\n")),
  fc.oneof(
    name.chain((own) => fc.constantFrom(...referring(own))),
    name.map((own) => object("v1", "Namespace", own)),
    fc.constantFrom("", "a: b\n", ": [\n", `---\n${rule("same")}`),
    fc.constant(`apiVersion: v1\nkind: List\nitems:\n  - ${rule("listed").trimEnd().replaceAll("\n", "\n    ")}\n`),
  ),
);

const fields = fc
  .record({
    namespace: fc.constantFrom("", "namespace: monitoring\n", "namespace: a\n"),
    labels: fc.constantFrom("", "labels:\n  - pairs: {l: v}\n"),
    generated: fc.oneof(
      fc.constant(""),
      fc
        .tuple(name, fc.boolean())
        .map(
          ([own, isPlain]) =>
            `configMapGenerator:\n  - name: "g-${own}"\n    literals: [a=b]\n    options: {disableNameSuffixHash: ${isPlain}}\n`,
        ),
    ),
    patches: fc.constantFrom(
      "",
      'patches:\n  - target: {kind: PrometheusRule}\n    patch: \'[{"op": "add", "path": "/metadata/annotations", "value": {"p": "q"}}]\'\n',
    ),
    rare: seldom(
      fc.constant(""),
      fc.constantFrom(
        "namePrefix: p-\n",
        "buildMetadata: []\n",
        "commonLabels: {a: b}\n",
        "sortOptions: {order: fifo}\n",
      ),
    ),
  })
  .map((all) => Object.values(all).join(""));

const folder = (path: string, included: readonly string[]): fc.Arbitrary<TreeFiles> =>
  fc.record({ files: fc.array(file, { minLength: 1, maxLength: 3 }), fields }).map((one): TreeFiles => {
    const names = one.files.map((_, index) => `${index}.yaml`);
    return {
      ...Object.fromEntries(one.files.map((text, index) => [join(path, `${index}.yaml`), text])),
      [`${path}/kustomization.yaml`]: `resources: ${JSON.stringify([...included, ...names])}\n${one.fields}`,
    };
  });

const trees = fc
  .boolean()
  .chain((isShared) =>
    fc.tuple(
      folder("s/base", []),
      folder("s/overlays/x", ["in"]),
      folder("s/overlays/x/in", []),
      folder("s/overlays/y", isShared ? ["../../../common/c", "../x/in"].slice(0, 1) : []),
      folder("common/c", []),
    ),
  )
  .map((all): TreeFiles => Object.assign({}, ...all));

test("one build of all says what a build of each says", { timeout }, async () => {
  let atOnce = 0;
  await fc.assert(
    fc.asyncProperty(trees, async (files) => {
      const { apart, together, commands } = await bothWays(files);
      expect(together).toEqual(apart);
      atOnce += Number(commands === 1);
    }),
    { numRuns: 20 },
  );
  // Or nothing was tried.
  expect(atOnce).toBeGreaterThan(0);
});

const plain = (root: string, text: string, more = ""): TreeFiles => ({
  [`${root}/kustomization.yaml`]: `resources: [a.yaml]\n${more}`,
  [`${root}/a.yaml`]: text,
});

test("as many roots as have a hundred objects are built by one command, the smallest first", { timeout }, async () => {
  const many = (root: string, count: number): TreeFiles =>
    plain(root, Array.from({ length: count }, (_, index) => rule(`${root.replace(/.*\//, "")}${index}`)).join("---\n"));
  const files = { ...many("s/base", 60), ...many("s/overlays/x", 50), ...many("s/overlays/y", 40) };
  const { apart, together, commands } = await bothWays(files);
  expect(commands).toBe(2);
  expect(together).toEqual(apart);
});

test.each(["kustomization.yaml", "kustomization.yml", "Kustomization"])(
  "a %s that we cannot read is given to no build, also where a generator names it",
  { timeout },
  async (file) => {
    const own = "resources: [a.yaml, sub]\nconfigMapGenerator: [{name: map, files: [sub/NAME]}]\n";
    const repo = treeOf({
      ...plain("s/base", rule("base")),
      ...plain("s/overlays/y", rule("y")),
      "s/overlays/x/kustomization.yaml": own.replace("NAME", file),
      "s/overlays/x/a.yaml": rule("x"),
      [`s/overlays/x/sub/${file}`]: Buffer.from("\ufeffresources: [https://127.0.0.1:9/x.yaml]\n", "utf16le"),
    });
    const { builds, commands } = await buildTree(repo, roots, [], undefined, true);
    expect(builds.map(({ error }) => error === null)).toEqual([true, false, true]);
    expect(commands).toHaveLength(1);
  },
);

test("the example is built by one command", { timeout }, async () => {
  const example = resolve(import.meta.dirname, "../../../fixtures/prometheus-stack");
  const files = readdirSync(example, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [[path.replace(example, "s"), readFileSync(path, "utf8")] as const] : [];
  });
  const folders = ["s/base", "s/overlays/alerting", "s/overlays/dashboards", "s/overlays/servicemonitors"];
  const { apart, together, commands, failed } = await bothWays(Object.fromEntries(files), folders);
  expect([commands, failed]).toEqual([1, 0]);
  expect(together).toEqual(apart);
});

test.each([
  [
    "one refers to what another one generates",
    3,
    {
      ...plain("s/base", rule("a"), "configMapGenerator:\n  - name: map\n    literals: [a=b]\n"),
      ...plain("s/overlays/x", referring("map")[2] ?? ""),
    },
  ],
  ["two have an object of one name", 4, { ...plain("s/base", rule("a")), ...plain("s/overlays/x", rule("a")) }],
  [
    "one fails",
    4,
    { ...plain("s/base", rule("a")), ...plain("s/overlays/x", rule("b"), "patches: [{path: none.yaml}]\n") },
  ],
  [
    "one includes another",
    3,
    {
      ...plain("s/base", rule("a")),
      "s/overlays/x/kustomization.yaml": "resources: [../../base]\n",
    },
  ],
  [
    "one is sorted otherwise",
    4,
    { ...plain("s/base", rule("a")), ...plain("s/overlays/x", rule("b"), "sortOptions: {order: fifo}\n") },
  ],
] as const)("where %s, each is built as by itself", { timeout }, async (_, most, files) => {
  const { apart, together, commands } = await bothWays({ ...plain("s/overlays/y", rule("y")), ...files });
  expect(together).toEqual(apart);
  expect(commands).toBeLessThanOrEqual(most);
  expect(commands).toBeGreaterThan(1);
});
