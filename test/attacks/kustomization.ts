import type { Attack } from "./attack.ts";
import { alerting, type Ground, list, stack } from "./ground.ts";

const outsideFolder = "../../../../outside";

/** Ways of writing `resources: [TARGET]` that one reader of YAML sees and another may not. */
const disguises: Readonly<Record<string, (target: string) => string | Uint8Array>> = {
  "behind U+2028 in a comment": (target) => `# x\u2028resources: [${target}]\nnamespace: monitoring\n`,
  "behind U+2029 in a comment": (target) => `# x\u2029resources: [${target}]\nnamespace: monitoring\n`,
  "behind U+0085 in a comment": (target) => `# x\u0085resources: [${target}]\nnamespace: monitoring\n`,
  "behind a carriage return": (target) => `# x\rresources: [${target}]\rnamespace: monitoring\r`,
  "behind a form feed": (target) => `# x\fresources: [${target}]\nresources: [${target}]\n`,
  "as a binary value": (target) => `resources:\n  - !!binary ${Buffer.from(target).toString("base64")}\n`,
  "under a binary key": (target) => `!!binary ${Buffer.from("resources").toString("base64")}: [${target}]\n`,
  "under a merged key": (target) => `x: &x\n  resources: [${target}]\n!!merge <<: *x\n`,
  "under a merge without a tag": (target) => `x: &x\n  resources: [${target}]\n<<: *x\n`,
  "under a quoted merge": (target) => `x: &x\n  resources: [${target}]\n"<<": *x\n`,
  "behind a tag directive": (target) =>
    `%TAG !e! tag:yaml.org,2002:\n---\nresources:\n  - !e!binary ${Buffer.from(target).toString("base64")}\n`,
  "behind a YAML directive": (target) => `%YAML 1.1\n---\nresources: [${target}]\n`,
  "under a tagged key": (target) => `!!str resources: [${target}]\n`,
  "under an anchored key": (target) => `&k resources: [${target}]\n`,
  "under a key in escapes": (target) => `"\\x72\\u0065sources": [${target}]\n`,
  "under a complex key": (target) => `? resources\n: [${target}]\n`,
  "under a key in capitals": (target) => `RESOURCES: [${target}]\n`,
  "under a key with a long s": (target) => `re\u017fource\u017f: [${target}]\n`,
  "as an alias": (target) => `metadata:\n  name: &t ${target}\nresources: [*t]\n`,
  "as a folded text": (target) => `resources:\n  - >-\n    ${target}\n`,
  "as an old base": (target) => `bases: [${target}]\n`,
  "as JSON": (target) => JSON.stringify({ resources: [target] }),
  "twice, the second in force": (target) => `resources: []\nresources: [${target}]\n`,
  "in a second document": (target) => `namespace: monitoring\n---\nresources: [${target}]\n`,
  "behind an end of document": (target) => `namespace: monitoring\n...\nresources: [${target}]\n`,
  "in UTF-16, little end first": (target) => Buffer.from(`\ufeffresources: [${target}]\n`, "utf16le"),
  "in UTF-16, big end first": (target) => Buffer.from(`\ufeffresources: [${target}]\n`, "utf16le").swap16(),
  "behind a byte-order mark": (target) => `\ufeffresources: [${target}]\n`,
  "behind a NUL": (target) => `namespace: monitoring\n# \0\nresources: [${target}]\n`,
  "behind ten megabytes of comment": (target) => `#${"x".repeat(11 * 1024 * 1024)}\nresources: [${target}]\n`,
};

const refused = ["invalid-input", "render-failed", "findings"] as const;

const disguised = Object.entries(disguises).flatMap(([how, write]): readonly Attack[] => [
  {
    name: `a folder of outside ${how}`,
    lay: (ground) => ground.write(list, write(outsideFolder)),
    ends: refused,
  },
  {
    name: `an address ${how}, in a kustomization that is included`,
    lay: (ground) => {
      ground.write(`${stack}/parts/kustomization.yaml`, write(ground.fill("$HERE/x.yaml")));
      ground.write(list, "resources: [../../parts]\n");
    },
    ends: refused,
  },
]);

/** Every field that names something, with a place it may not name; `$T` is the text. */
const fields: Readonly<Record<string, string>> = {
  resources: "resources: [$T]\n",
  components: "components: [$T]\n",
  "configMapGenerator.files": "configMapGenerator: [{name: x, files: [$T]}]\n",
  "configMapGenerator.files with a key": "configMapGenerator: [{name: x, files: ['a=$T']}]\n",
  "configMapGenerator.envs": "configMapGenerator: [{name: x, envs: [$T]}]\n",
  "configMapGenerator.env": "configMapGenerator: [{name: x, env: $T}]\n",
  "secretGenerator.files": "secretGenerator: [{name: x, files: [$T]}]\n",
  "patches.path": "patches: [{path: $T, target: {kind: PrometheusRule}}]\n",
  patchesStrategicMerge: "patchesStrategicMerge: [$T]\n",
  "patchesJson6902.path": "patchesJson6902: [{path: $T, target: {version: v1, kind: ConfigMap, name: x}}]\n",
  "replacements.path": "replacements: [{path: $T}]\n",
  crds: "crds: [$T]\n",
  configurations: "configurations: [$T]\n",
  "openapi.path": "openapi: {path: $T}\n",
  generators: "generators: [$T]\n",
  transformers: "transformers: [$T]\n",
  validators: "validators: [$T]\n",
  "a builtin patch transformer": inline("transformers", "PatchTransformer", "path: $T"),
  "a builtin config map generator": inline("generators", "ConfigMapGenerator", "files: [$T]"),
  "a builtin secret generator": inline("generators", "SecretGenerator", "envs: [$T]"),
  "a builtin replacement": inline("transformers", "ReplacementTransformer", "replacements: [{path: $T}]"),
  "a builtin strategic merge": inline("transformers", "PatchStrategicMergeTransformer", "paths: [$T]"),
  "a builtin JSON patch": inline(
    "transformers",
    "PatchJson6902Transformer",
    "path: $T\n    target: {version: v1, kind: ConfigMap, name: x}",
  ),
  "a builtin chart": inline("generators", "HelmChartInflationGenerator", "releaseName: x\n    valuesFile: $T"),
  "helmCharts.valuesFile": "helmCharts: [{name: x, valuesFile: $T}]\n",
  "helmGlobals.chartHome": "helmGlobals: {chartHome: $T}\nhelmCharts: [{name: x}]\n",
};

function inline(field: string, kind: string, rest: string): string {
  return `${field}:\n  - |-\n    apiVersion: builtin\n    kind: ${kind}\n    metadata: {name: x}\n    ${rest}\n`;
}

const leading = Object.entries(fields).flatMap(([field, text]): readonly Attack[] => {
  const at = (name: string, target: string, lay?: (ground: Ground) => void): Attack => ({
    name: `${name} in ${field}`,
    lay: (ground) => {
      lay?.(ground);
      ground.append(list, "\n".concat(field === "resources" ? "" : text.replaceAll("$T", () => target)));
      if (field === "resources") ground.resource(ground.fill(target));
    },
    ends: refused,
  });
  const file = /chartHome|components/.test(field) ? "$OUTSIDE" : "$OUTSIDE/canary.yaml";
  return [
    at("a path of outside", file),
    at("an address", "$HERE/x.yaml"),
    at("a link to outside", "link.yaml", (ground) => ground.link(file, `${alerting}/link.yaml`)),
  ];
});

const tokens: readonly Attack[] = (["../../../.git/config", "../../../.GIT/config", "dot/config"] as const).map(
  (path) => ({
    name: `the checkout's token as a file of a generator, by ${path}`,
    lay: (ground) => {
      ground.link("../../../.git", `${alerting}/dot`);
      ground.append(list, `configMapGenerator: [{name: x, files: [token=${path}]}]\n`);
    },
    ends: refused,
  }),
);

/** What a kustomization may not read or ask. */
export const kustomizations: readonly Attack[] = [...disguised, ...leading, ...tokens];
