import type { Attack } from "./attack.ts";
import { alerting, list, stack } from "./ground.ts";

const refused = ["invalid-input", "render-failed", "findings"] as const;

const plugin = "apiVersion: example.com/v1\nkind: Evil\nmetadata:\n  name: evil\n";
const exec = (path: string): string =>
  `apiVersion: v1\nkind: Evil\nmetadata:\n  name: evil\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ${path}}\n`;

const programs: readonly Attack[] = [
  ["an exec plugin", "evil.yaml", plugin],
  ["an exec function", "evil.yaml", exec("./evil.sh")],
  ["an exec function with an absolute path", "evil.yaml", exec("$WORKSPACE/evil.sh")],
  ["a container function", "evil.yaml", exec("x").replace("exec: {path: x}", "container: {image: $HERE_HOST/x}")],
  [
    "an exec function in a list",
    "evil.yaml",
    `apiVersion: v1\nkind: EvilList\nitems:\n  - ${exec("./evil.sh").replaceAll("\n", "\n    ")}`,
  ],
].flatMap(([name = "", file = "", text = ""]) =>
  ["generators", "transformers", "validators"].map(
    (field): Attack => ({
      name: `${name} among the ${field}`,
      lay: (ground) => {
        ground.write(`${alerting}/evil.sh`, ground.read("evil.sh"), 0o755);
        ground.write(`${alerting}/${file}`, text);
        ground.append(list, `${field}: [${file}]\n`);
      },
      env: { XDG_CONFIG_HOME: "$WORKSPACE/.config", KUSTOMIZE_PLUGIN_HOME: "$WORKSPACE/plugin" },
      ends: "invalid-input",
    }),
  ),
);

const turned: readonly Attack[] = [
  {
    name: "a plugin folder whose patch turns a builtin into a function",
    lay: (ground) => {
      ground.write(`${alerting}/evil.sh`, ground.read("evil.sh"), 0o755);
      ground.write(
        `${alerting}/p/t.yaml`,
        "apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: t}\nlabels: {a: b}\n",
      );
      ground.write(
        `${alerting}/p/kustomization.yaml`,
        `resources: [t.yaml]\ncommonAnnotations:\n  config.kubernetes.io/function: "exec: {path: ./evil.sh}"\n`,
      );
      ground.append(list, "transformers: [p]\n");
    },
    ends: refused,
  },
  {
    name: "a plugin folder whose patch makes a builtin read outside",
    lay: (ground) => {
      ground.write(
        `${alerting}/p/t.yaml`,
        "apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: t}\npatch: '{}'\n",
      );
      ground.write(
        `${alerting}/p/kustomization.yaml`,
        "resources: [t.yaml]\npatches:\n  - target: {kind: PatchTransformer}\n    patch: '[{op: remove, path: /patch}, {op: add, path: /path, value: $HERE/x.yaml}]'\n",
      );
      ground.append(list, "transformers: [p]\n");
    },
    ends: refused,
  },
  {
    name: "a helm chart inside kustomize that names the tree's helm",
    lay: (ground) => ground.append(list, "helmCharts: [{name: x, repo: $HERE, releaseName: x}]\n"),
    ends: "invalid-input",
  },
  // What we cannot read as a kustomization, and copy all the same because a generator takes it for data.
  ...["kustomization.yaml", "kustomization.yml", "Kustomization"].flatMap((file): readonly Attack[] => [
    {
      name: `${file} in UTF-16 that a generator names as well`,
      lay: (ground) => {
        const text = ground.fill("\ufeffresources: [$HERE/x.yaml]\n");
        ground.write(`${alerting}/sub/${file}`, Buffer.from(text, "utf16le"));
        ground.append(list, `configMapGenerator: [{name: x, files: [sub/${file}]}]\n`);
        ground.resource("sub");
      },
      ends: refused,
    },
    {
      name: `${file} too large to read that a generator names as well`,
      lay: (ground) => {
        ground.write(
          `${alerting}/sub/${file}`,
          `${"#".repeat(100)}\n`.repeat(110_000).concat("resources: [$HERE/x.yaml]\n"),
        );
        ground.append(list, `configMapGenerator: [{name: x, files: [sub/${file}]}]\n`);
        ground.resource("sub");
      },
      ends: refused,
    },
  ]),
  {
    name: "an overlay that is a link to outside",
    lay: (ground) => ground.link("$OUTSIDE", `${stack}/overlays/evil`),
    ends: refused,
  },
  {
    name: "a base that is a link to outside",
    lay: (ground) => {
      ground.link("$OUTSIDE", `${stack}/linked`);
      ground.resource("../../linked");
    },
    ends: refused,
  },
  {
    name: "a linked base whose ../ leads elsewhere than it seems",
    lay: (ground) => {
      ground.write("deep/a/kustomization.yaml", "resources: [../../../outside]\n");
      ground.link("../../deep/a", `${stack}/overlays/linked`);
    },
    ends: refused,
  },
  {
    name: "two kustomizations in one folder, the second hostile",
    lay: (ground) => ground.write(`${alerting}/Kustomization`, `resources: [../../../../outside]\n`),
    ends: refused,
  },
  ...["kustomization.yaml", "Kustomization"].flatMap((file): readonly Attack[] => [
    {
      name: `${file} is a FIFO`,
      lay: (ground) => {
        ground.remove(list);
        ground.fifo(`${alerting}/${file}`);
      },
      ends: refused,
    },
    {
      name: `${file} is a link to a kustomization of outside`,
      lay: (ground) => {
        ground.remove(list);
        ground.link("$OUTSIDE/kustomization.yaml", `${alerting}/${file}`);
      },
      ends: refused,
    },
  ]),
];

/** What a kustomization may not run, and what it may not become after it was read. */
export const kustomizePrograms: readonly Attack[] = [...programs, ...turned];
