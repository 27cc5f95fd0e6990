import { describe, expect, test } from "vitest";
import { stripOrigin } from "../../../src/render/kustomize/origin-annotation.ts";
import { stackWith } from "../chart/small-chart.ts";
import { makeStand } from "../stand.ts";

const kustomization = (text: string) => ({ "prometheus-stack/overlays/x/kustomization.yaml": text });
const file = (name: string, text: string) => ({ [`prometheus-stack/overlays/x/${name}`]: text });
const configMap = (name: string, metadata = "", rest = "") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${metadata}${rest}---\n`;

const trees: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "annotations of every form": {
    ...kustomization("resources: [a.yaml]\n"),
    ...file(
      "a.yaml",
      configMap("none") +
        configMap("empty", "  annotations: {}\n") +
        configMap("no-value", "  annotations:\n") +
        configMap("its-own", "  annotations:\n    config.kubernetes.io/origin: mine\n") +
        configMap(
          "before",
          "  annotations:\n    aa: |\n      one\n\n      config.kubernetes.io/origin: |\n        path: x\n",
        ) +
        configMap("after", '  annotations:\n    zz: "0644"\n    yy: |2\n        indented\n') +
        configMap("both", "  annotations: { aa: b, zz: y }\n  finalizers: [z]\n  labels: { annotations: a }\n") +
        configMap(
          "in-data",
          "",
          "data:\n  t: |\n    ---\n    metadata:\n      annotations:\n        config.kubernetes.io/origin: |\n          path: x\n",
        ),
    ),
  },
  "transformers of every kind": {
    ...kustomization(`namespace: monitoring
namePrefix: pre-
nameSuffix: -post
labels:
  - { pairs: { team: gpu }, includeSelectors: true, includeTemplates: true }
commonAnnotations: { note: "yes" }
resources: [a.yaml]
configMapGenerator: [{ name: made, files: [b.json], literals: [k=v], options: { annotations: { o: p } } }]
secretGenerator: [{ name: hidden, literals: [k=v] }]
patches:
  - { target: { name: one }, patch: "- { op: add, path: /metadata/labels/patched, value: really }" }
images: [{ name: app, newTag: v2 }]
replacements:
  - source: { kind: ConfigMap, name: one, fieldPath: metadata.annotations.from }
    targets: [{ select: { kind: ConfigMap, name: two }, fieldPaths: [metadata.annotations.to], options: { create: true } }]
`),
    ...file(
      "a.yaml",
      configMap("one", "  annotations: { from: here }\n  labels: { l: l }\n") + configMap("two", "  annotations: {}\n"),
    ),
    ...file("b.json", '{"a": 1}\n'),
  },
  "a component, a nested base, and a list": {
    ...kustomization("resources: [../../shared/base]\ncomponents: [../../shared/component]\n"),
    "prometheus-stack/shared/base/kustomization.yaml":
      "buildMetadata: [originAnnotations, managedByLabel]\nsortOptions: { order: fifo }\nresources: [z.yaml, a.yaml]\n",
    "prometheus-stack/shared/base/a.yaml":
      "kind: List\napiVersion: v1\nitems:\n  - { apiVersion: v1, kind: ConfigMap, metadata: { name: inner } }\n",
    "prometheus-stack/shared/base/z.yaml": configMap("zed"),
    "prometheus-stack/shared/component/kustomization.yaml":
      "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [c.yaml]\n",
    "prometheus-stack/shared/component/c.yaml": configMap("component"),
  },
  "references that kustomize follows, through vars and configurations": {
    ...kustomization(`resources: [inner]
namePrefix: outer-
configMapGenerator: [{ name: made, literals: [k=v] }]
configurations: [references.yaml]
`),
    ...file(
      "references.yaml",
      "nameReference:\n  - kind: ConfigMap\n    fieldSpecs: [{ kind: Widget, path: spec/config }]\n",
    ),
    ...file(
      "inner/kustomization.yaml",
      `namePrefix: inner-
resources: [a.yaml]
vars: [{ name: NAME, objref: { apiVersion: v1, kind: ConfigMap, name: one } }]
`,
    ),
    ...file(
      "inner/a.yaml",
      `${configMap("one")}apiVersion: example.com/v1
kind: Widget
metadata: { name: w }
spec: { config: one }
---
apiVersion: v1
kind: Pod
metadata: { name: p, annotations: { b: "1" } }
spec: { containers: [{ name: c, image: i, args: [$(NAME)] }], volumes: [{ name: v, configMap: { name: made } }] }
`,
    ),
  },
  "fields that only the root obeys": {
    ...kustomization(
      "sortOptions: { order: fifo }\nbuildMetadata: [managedByLabel, originAnnotations]\nresources: [z.yaml, a.yaml]\n",
    ),
    ...file("a.yaml", configMap("a")),
    ...file("z.yaml", configMap("z")),
  },
  "a file name that YAML must quote": {
    ...kustomization('resources: ["a: #b.yaml", "ünicode.yaml"]\n'),
    ...file("a: #b.yaml", configMap("a")),
    ...file("ünicode.yaml", configMap("u")),
  },
  nothing: kustomization("resources: []\n"),
};

describe("a root's text", () => {
  test.each(Object.entries(trees))("is what kubectl kustomize prints, byte for byte: %s", async (_, files) => {
    const stand = await makeStand({
      inputs: { chart: "chart", "release-name": "r", tools: "path" },
      files: { ...files, ...stackWith(""), "chart/Chart.yaml": "apiVersion: v2\nname: c\nversion: 0.1.0\n" },
    });
    const kubectl = await stand.outside.tools.get("kubectl");
    const folder = "prometheus-stack/overlays/x";
    const { stdout, stderr } = await stand.outside.exec({
      file: kubectl.path,
      args: ["kustomize", stand.outside.workspace.absolute(folder)],
      env: {},
      timeoutMs: 60_000,
    });
    expect(stderr).not.toMatch(/^error/);
    for (const twice of [false, true]) {
      const built = (await stand.render({ twice })).roots.find(({ root }) => root === folder);
      expect(built).toMatchObject({ error: null, text: stdout });
      for (const { origin } of built?.manifests ?? [])
        expect(Object.keys(files)).toContain(origin.from === "kustomize" ? origin.file : "");
    }
  });
});

describe("stripOrigin", () => {
  test("answers null for a form that kustomize is not known to print", () => {
    expect(stripOrigin("kind: A\nmetadata:\n  name: a\n")).toBeNull();
    expect(
      stripOrigin('kind: A\nmetadata:\n  annotations:\n    config.kubernetes.io/origin: "path: a\\n"\n  name: a\n'),
    ).toBeNull();
  });
});
