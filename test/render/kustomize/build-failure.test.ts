import { describe, expect, test } from "vitest";
import { stackWith } from "../chart/small-chart.ts";
import { makeStand } from "../stand.ts";

const x = "prometheus-stack/overlays/x";
const a = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

interface Failure {
  readonly files: Readonly<Record<string, string>>;
  readonly at: string;
  readonly message: RegExp;
}

const failures: Readonly<Record<string, Failure>> = {
  "a resource that is not there": {
    files: { "kustomization.yaml": "resources:\n  - nope.yaml\n" },
    at: "kustomization.yaml:2:5",
    message: /^prometheus-stack\/overlays\/x\/nope\.yaml does not exist$/,
  },
  "a folder that is not there": {
    files: { "kustomization.yaml": "resources:\n  - ../nope\n" },
    at: "kustomization.yaml:2:5",
    message: /^prometheus-stack\/overlays\/nope does not exist$/,
  },
  "the same one level down": {
    files: { "kustomization.yaml": "resources: [deeper]\n", "deeper/kustomization.yaml": "resources: [gone.yaml]\n" },
    at: "deeper/kustomization.yaml:1:13",
    message: /deeper\/gone\.yaml does not exist$/,
  },
  "a generator's file that is not there": {
    files: { "kustomization.yaml": "configMapGenerator:\n  - name: b\n    files: [nope.json]\n" },
    at: "kustomization.yaml:3:13",
    message: /nope\.json does not exist$/,
  },
  "broken YAML in a resource": {
    files: { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": "kind: A\nmetadata:\n  name: a\n bad: [\n" },
    at: "a.yaml:4:",
    message: /yaml: line \d+/,
  },
  "broken YAML in the kustomization": {
    files: { "kustomization.yaml": "resources:\n  - a.yaml\n  foo: [\n" },
    at: "kustomization.yaml:",
    message: /invalid Kustomization/,
  },
  "an unknown field": {
    files: { "kustomization.yaml": "resources: []\nresorces: [a.yaml]\n" },
    at: "kustomization.yaml:2:1",
    message: /unknown field "resorces"/,
  },
  "a field of the wrong type": {
    files: { "kustomization.yaml": "namespace: x\nresources: a.yaml\n" },
    at: "kustomization.yaml:2:1",
    message: /cannot unmarshal string/,
  },
  "an empty kustomization": {
    files: { "kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n" },
    at: "kustomization.yaml:1:1",
    message: /is empty/,
  },
  "a patch without a target": {
    files: {
      "kustomization.yaml": "resources: [a.yaml]\npatches:\n  - path: p.yaml\n",
      "a.yaml": a,
      "p.yaml": a.replace("name: a", "name: b"),
    },
    at: "kustomization.yaml:3:11",
    message: /no resource matches strategic merge patch/,
  },
  "the same object twice": {
    files: { "kustomization.yaml": "resources:\n  - a.yaml\n  - b.yaml\n", "a.yaml": a, "b.yaml": a },
    at: "kustomization.yaml:3:5",
    message: /already registered id: ConfigMap/,
  },
  "the same name generated twice": {
    files: {
      "kustomization.yaml":
        "configMapGenerator:\n  - name: a\n    literals: [x=1]\n  - name: a\n    literals: [y=1]\n  - name: b\n    literals: [x=1]\n",
    },
    at: "kustomization.yaml:4:5",
    message: /^there is a ConfigMap a before its generator: that one's behavior must be merge or replace$/,
  },
  "what is generated to be merged with nothing": {
    files: {
      "kustomization.yaml": "secretGenerator:\n  - name: a\n    behavior: merge\n    literals: [x=1]\n",
    },
    at: "kustomization.yaml:2:5",
    message: /^there is no Secret a that its generator could merge with or replace: its behavior must be create$/,
  },
  "a file that holds no object": {
    files: { "kustomization.yaml": "resources:\n  - a.yaml\n", "a.yaml": "a: b\n" },
    at: "kustomization.yaml:2:5",
    message: /missing Resource metadata/,
  },
  "a key twice": {
    files: { "kustomization.yaml": "resources: [a.yaml]\n", "a.yaml": `${a}  name: b\n` },
    at: "a.yaml:5:3",
    message: /mapping key "name" already defined/,
  },
  "an operation on nothing": {
    files: {
      "kustomization.yaml":
        'resources: [a.yaml]\npatches:\n  - target: { kind: ConfigMap }\n    patch: "- { op: replace, path: /data/x, value: 1 }"\n',
      "a.yaml": a,
    },
    at: "kustomization.yaml:1:1",
    message: /doc is missing path: \/data\/x/,
  },
  "a file outside the kustomization's folder": {
    files: { "kustomization.yaml": "resources:\n  - ../other.yaml\n", "../other.yaml": a },
    at: "kustomization.yaml:2:5",
    message: /security; file 'prometheus-stack\/overlays\/other\.yaml' is not in or below/,
  },
  "a resource of a component that is not there": {
    files: {
      "kustomization.yaml": "resources: []\ncomponents: [part]\n",
      "part/kustomization.yaml":
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [gone.yaml]\n",
    },
    at: "part/kustomization.yaml:3:13",
    message: /part\/gone\.yaml does not exist$/,
  },
  "an unknown field of a component": {
    files: {
      "kustomization.yaml": "resources: []\ncomponents: [part]\n",
      "part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresorces: []\n",
    },
    at: "part/kustomization.yaml:3:1",
    message: /unknown field "resorces"/,
  },
  "an unknown field of a base": {
    files: { "kustomization.yaml": "resources: [in]\n", "in/kustomization.yaml": "resorces: []\n" },
    at: "in/kustomization.yaml:1:1",
    message: /unknown field "resorces"/,
  },
  "a circle": {
    files: { "kustomization.yaml": "resources: [round]\n", "round/kustomization.yaml": "resources: [..]\n" },
    at: "round/kustomization.yaml:1:13",
    message: /cycle detected/,
  },
};

describe("a build that fails", () => {
  test.each(Object.entries(failures))("is told with its place: %s", async (_, { files, at, message }) => {
    const overlay = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${x}/${name}`, text]));
    const stand = await makeStand({
      inputs: { chart: "chart", "release-name": "r", overlays: "x", tools: "path" },
      files: { ...stackWith(""), ...overlay, "chart/Chart.yaml": "apiVersion: v2\nname: c\nversion: 0.1.0\n" },
    });
    const render = await stand.render();
    const root = render.roots.find((one) => one.root === x);
    expect(root?.manifests).toEqual([]);
    const { error } = root ?? {};
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain(stand.root);
    expect(error?.message).not.toContain(stand.outside.scratch.dir);
    expect(`${error?.at.file}:${error?.at.line}:${error?.at.column}`).toContain(`${x}/${at}`);
    expect(render.roots.find(({ layer }) => layer === "base")?.error).toBeNull();
    expect(render.chart.error).toBeNull();
  });
});
