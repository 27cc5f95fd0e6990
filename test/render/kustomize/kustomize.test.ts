import { describe, expect, test } from "vitest";
import type { Manifest, Path } from "../../../src/kubernetes/manifest.ts";
import { stackWith } from "../chart/small-chart.ts";
import { makeStand, type StandOptions } from "../stand.ts";

const x = "prometheus-stack/overlays/x";
const chart = { "chart/Chart.yaml": "apiVersion: v2\nname: c\nversion: 0.1.0\n" };
const inputs = { chart: "chart", "release-name": "r", tools: "path" };

const build = async (files: Readonly<Record<string, string>>, more: StandOptions = {}) => {
  const overlay = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${x}/${name}`, text]));
  const stand = await makeStand({ inputs, ...more, files: { ...chart, ...stackWith(""), ...overlay, ...more.files } });
  const root = (await stand.render()).roots.find((one) => one.root === x);
  if (root === undefined) throw new Error("the overlay was not built");
  const named = (name: string): Manifest => {
    const found = root.manifests.find(({ ref }) => ref.name.includes(name));
    if (found === undefined) throw new Error(`no ${name} among ${root.manifests.map(({ ref }) => ref.name)}`);
    return found;
  };
  const at = (name: string, path: Path): string => {
    const { file, line, column } = named(name).locate(path);
    return `${file.replace(`${x}/`, "")}:${line}:${column}`;
  };
  return { root, named, at, stand };
};

describe("where a built value comes from", () => {
  test("an object's own file, whatever was put around its name", async () => {
    const { at, named } = await build({
      "kustomization.yaml": "namePrefix: gpu-\nnameSuffix: -x\nresources: [rules.yaml]\n",
      "rules.yaml": `# a comment
apiVersion: v1
kind: ConfigMap
metadata:
  name: rules
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: rules-more
data:
  key: &k text
  other: *k
---
apiVersion: v1
kind: ConfigMapList
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: listed }
    data: { a: b }
`,
    });
    expect(named("rules-more").ref.name).toBe("gpu-rules-more-x");
    expect(named("rules-more").origin).toEqual({
      from: "kustomize",
      root: x,
      layer: "overlay",
      file: `${x}/rules.yaml`,
      generated: false,
    });
    expect(at("rules-more", ["data", "key"])).toBe("rules.yaml:12:11");
    expect(at("rules-more", ["data", "nothing", 3])).toBe("rules.yaml:12:3");
    expect(at("gpu-rules-x", ["metadata", "name"])).toBe("rules.yaml:5:9");
    expect(at("listed", ["data", "a"])).toBe("rules.yaml:21:16");
  });

  test("a patch that sets just this value, as merge and as operations", async () => {
    const { at } = await build({
      "kustomization.yaml": `resources: [a.yaml]
patches:
  - path: merge.yaml
  - path: operations.yaml
    target: { kind: ConfigMap, name: a }
`,
      "a.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  merged: old\n  replaced: old\n  kept: old\n",
      "merge.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  merged: new\n",
      "operations.yaml": "- op: replace\n  path: /data/replaced\n  value: newer\n",
    });
    expect(at("a", ["data", "merged"])).toBe("merge.yaml:5:11");
    expect(at("a", ["data", "replaced"])).toBe("operations.yaml:3:10");
    expect(at("a", ["data", "kept"])).toBe("a.yaml:7:9");
  });

  test("the kustomization that adds a namespace, labels and annotations", async () => {
    const { at } = await build({
      "kustomization.yaml": `namespace: monitoring
commonAnnotations: { by: us }
labels:
  - pairs: { one: "1" }
  - pairs:
      release: stack
resources: [a.yaml]
`,
      "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: { own: label }\n",
    });
    expect(at("a", ["metadata", "namespace"])).toBe("kustomization.yaml:1:12");
    expect(at("a", ["metadata", "annotations", "by"])).toBe("kustomization.yaml:2:26");
    expect(at("a", ["metadata", "labels", "release"])).toBe("kustomization.yaml:6:16");
    expect(at("a", ["metadata", "labels", "own"])).toBe("a.yaml:5:18");
  });

  test("the file, the literal or the entry that a generator reads", async () => {
    const { at, named } = await build(
      {
        "kustomization.yaml": `resources: [../../shared]
configMapGenerator:
  - name: dash
    files: [boards/gpu.json, renamed.json=boards/other.json]
    literals:
      - mode=fast
    envs: [my.env]
  - name: dashboards
    literals: [a=b]
`,
        "boards/gpu.json": "{}\n",
        "boards/other.json": "[]\n",
        "my.env": "FROM=env\n",
      },
      {
        files: {
          "prometheus-stack/shared/kustomization.yaml":
            "secretGenerator:\n  - name: hidden\n    type: Opaque\n    files: [key.txt]\n",
          "prometheus-stack/shared/key.txt": "secret\n",
        },
      },
    );
    expect(named("dash-").origin).toMatchObject({ generated: true, file: `${x}/kustomization.yaml` });
    expect(at("dash-", ["data", "gpu.json"])).toBe("boards/gpu.json:1:1");
    expect(at("dash-", ["data", "renamed.json"])).toBe("boards/other.json:1:1");
    expect(at("dash-", ["data", "mode"])).toBe("kustomization.yaml:6:9");
    expect(at("dash-", ["data", "FROM"])).toBe("kustomization.yaml:3:5");
    expect(at("dash-", [])).toBe("kustomization.yaml:3:5");
    expect(at("dashboards-", ["data", "a"])).toBe("kustomization.yaml:9:16");
    expect(at("hidden-", ["data", "key.txt"])).toBe("prometheus-stack/shared/key.txt:1:1");
  });

  test("components and bases, in and out of the stack's folder", async () => {
    const { at } = await build(
      { "kustomization.yaml": "resources: [../../../common]\ncomponents: [../../component]\n" },
      {
        files: {
          "common/kustomization.yaml": "resources: [c.yaml]\n",
          "common/c.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shared\n",
          "prometheus-stack/component/kustomization.yaml":
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [d.yaml]\n",
          "prometheus-stack/component/d.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: part\n",
        },
      },
    );
    expect(at("shared", ["metadata", "name"])).toBe("common/c.yaml:4:9");
    expect(at("part", ["metadata", "name"])).toBe("prometheus-stack/component/d.yaml:4:9");
  });
});

test("deprecated fields are told at every kustomization that has them", async () => {
  const { root } = await build(
    {
      "kustomization.yaml": "resources: [../../shared]\ncommonLabels: { a: b }\npatchesStrategicMerge: [p.yaml]\n",
      "p.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { k: v }\n",
    },
    {
      files: {
        "prometheus-stack/shared/kustomization.yaml": "resources: [a.yaml]\ncommonLabels: { c: d }\n",
        "prometheus-stack/shared/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n",
      },
    },
  );
  expect(root.error).toBeNull();
  expect(root.warnings.map(({ message, at }) => `${at.file}:${at.line} ${message}`).sort()).toEqual([
    `${x}/kustomization.yaml:2 \`commonLabels\` is deprecated: use \`labels\``,
    `${x}/kustomization.yaml:3 \`patchesStrategicMerge\` is deprecated: use \`patches\``,
    "prometheus-stack/shared/kustomization.yaml:2 `commonLabels` is deprecated: use `labels`",
  ]);
});
