import { configMap, type Entry, type FuzzCase, tinyChart } from "./fuzz-case.ts";
import { OddYaml, type Plain } from "./odd-yaml.ts";
import type { Random } from "./random.ts";

const overlay = "prometheus-stack/overlays/a";

const fine = [
  "a.yaml",
  "b.yaml",
  "./a.yaml",
  "sub",
  "../lib",
  "sub/../b.yaml",
  "link.yaml",
  "linked",
  "t\u00e9xt.txt",
  "a.txt",
  "a.env",
  "missing.yaml",
] as const;
const bad = [
  ...[
    "$OUTSIDE/canary.yaml",
    "$OUTSIDE",
    "../../../../outside",
    "../../../../outside/canary.yaml",
    "out.yaml",
    "outdir",
    "outdir/canary.yaml",
  ],
  ...[
    "../../../.git/config",
    "../../../.GIT/config",
    "dot/config",
    "dot",
    "environ",
    "zero",
    "fifo.yaml",
    "/proc/self/environ",
    "/dev/stdin",
  ],
  ...[
    "$HERE/x.yaml",
    "HTTP://$HERE_HOST/x.yaml",
    "http:/$HERE_HOST/x",
    "git::$HERE/x",
    "github.com/a/b",
    "git@$HERE_HOST:a/b",
    "ssh://$HERE_HOST/a/b",
    "file:///a/b",
    "$HERE/a/b//c?ref=v1",
  ],
] as const;

/** A random tree with one overlay and what it includes. */
export const kustomizeCase = (random: Random): FuzzCase => {
  const strange = random.pick([0, 0.02, 0.05, 0.15]);
  const malice = random.pick([0, 0, 0.02, 0.2]);
  const target = (): string => (random.chance(malice) ? random.pick(bad) : random.pick(fine));
  const hidden = (): string =>
    random.pick([
      `resources: [${random.pick(bad)}]`,
      `bases: [${random.pick(bad)}]`,
      `configMapGenerator: [{name: h, files: [${random.pick(bad)}]}]`,
      `components: [${random.pick(bad)}]`,
      "namePrefix: x",
    ]);
  const yaml = (): OddYaml => new OddYaml(random, strange, hidden);
  const write = (most: number): Uint8Array => yaml().document(kustomization(random, most, target));
  const entries = new Map<string, Entry>([
    ["prometheus-stack/upstream/install.sh", { file: "helm upgrade --install r ../../chart\n" }],
    ...Object.entries(tinyChart).map(([name, file]): [string, Entry] => [`chart/${name}`, { file }]),
    [`${overlay}/${name(random)}`, { file: write(4) }],
    [`${overlay}/a.yaml`, { file: random.chance(0.3) ? yaml().document(object("a")) : configMap("a") }],
    [`${overlay}/b.yaml`, { file: random.chance(0.5) ? configMap("b") : plugin(random, target) }],
    [`${overlay}/a.txt`, { file: "hello" }],
    [`${overlay}/a.env`, { file: "A=b\n" }],
    [`${overlay}/t\u00e9xt.txt`, { file: "hello" }],
    [`${overlay}/sub/${name(random)}`, { file: write(2) }],
    [`${overlay}/sub/a.yaml`, { file: configMap("sub-a") }],
    [`${overlay}/sub/b.yaml`, { file: configMap("sub-b") }],
    ["prometheus-stack/overlays/lib/part.yaml", { file: configMap("part") }],
    [
      `prometheus-stack/overlays/lib/${name(random)}`,
      { file: random.chance(0.5) ? "resources: [part.yaml]\n" : write(2) },
    ],
    [`${overlay}/link.yaml`, { link: "a.yaml" }],
    [`${overlay}/linked`, { link: random.pick(["sub", "../lib", "../../overlays/lib"]) }],
    [`${overlay}/out.yaml`, { link: "$OUTSIDE/canary.yaml" }],
    [`${overlay}/outdir`, { link: "$OUTSIDE" }],
    [`${overlay}/dot`, { link: "../../../.git" }],
    [`${overlay}/environ`, { link: "/proc/self/environ" }],
    [`${overlay}/zero`, { link: "/dev/zero" }],
    [`${overlay}/fifo.yaml`, { fifo: true }],
  ]);
  if (random.chance(0.03)) entries.set(`${overlay}/Kustomization`, { file: write(1) });
  if (random.chance(0.03))
    entries.set(`${overlay}/kustomization.yml`, { link: random.pick(["a.yaml", "$OUTSIDE/kustomization.yaml"]) });
  return { kind: "kustomization", entries, helm: "helm" };
};

const name = (random: Random): string =>
  random.pick(["kustomization.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization"]);

const object = (called: string): { readonly [key: string]: Plain } => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: called },
});

const kustomization = (random: Random, most: number, target: () => string): { readonly [key: string]: Plain } => {
  const fields: readonly (() => { readonly [key: string]: Plain })[] = [
    () => ({ resources: random.many(2, target) }),
    () => ({
      configMapGenerator: [{ name: "m", files: random.many(2, () => random.pick(["", "k=", "a=b="]) + target()) }],
    }),
    () => ({ configMapGenerator: [{ name: "e", envs: [target()], literals: ["a=b"] }] }),
    () => ({ secretGenerator: [{ name: "s", files: [target()], env: target() }] }),
    () => ({ patches: [{ path: target(), target: { kind: "ConfigMap" } }] }),
    () => ({ patchesStrategicMerge: [target()] }),
    () => ({ patchesJson6902: [{ path: target(), target: { version: "v1", kind: "ConfigMap", name: "a" } }] }),
    () => ({ replacements: [{ path: target() }] }),
    () => ({ components: [target()] }),
    () => ({ bases: [target()] }),
    () => ({ crds: [target()] }),
    () => ({ configurations: [target()] }),
    () => ({ openapi: { path: target() } }),
    () => ({ generators: [plugin(random, target)] }),
    () => ({ transformers: [random.chance(0.3) ? "b.yaml" : plugin(random, target)] }),
    () => ({ namespace: "monitoring", namePrefix: "x-", labels: [{ pairs: { a: "b" } }] }),
  ];
  // What is refused in most cases comes seldom, so that the tools see most trees.
  const seldom = [
    () => ({ helmGlobals: { chartHome: target(), configHome: target() } }),
    () => ({ validators: [target()] }),
    () => ({ generators: [target()] }),
    () => ({ helmCharts: [{ name: "x", valuesFile: target() }] }),
  ];
  return Object.assign(
    {},
    { resources: random.chance(0.8) ? ["a.yaml"] : [] },
    ...random.many(most, () => random.pick(random.chance(0.03) ? seldom : fields)()),
  );
};

/** A builtin plugin's configuration, which may load files itself. */
const plugin = (random: Random, target: () => string): string =>
  random.pick([
    () => `apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: {name: p}\nfiles: [${target()}]`,
    () => `apiVersion: builtin\nkind: SecretGenerator\nmetadata: {name: p}\nenvs: [${target()}]`,
    () => `apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: ${target()}`,
    () => `apiVersion: builtin\nkind: PatchStrategicMergeTransformer\nmetadata: {name: p}\npaths: [${target()}]`,
    () => `apiVersion: builtin\nkind: ReplacementTransformer\nmetadata: {name: p}\nreplacements: [{path: ${target()}}]`,
    () =>
      "apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: p}\nlabels: {a: b}\nfieldSpecs: [{path: metadata/labels, create: true}]",
  ])();
