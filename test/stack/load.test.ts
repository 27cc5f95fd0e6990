import { realpath } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { loadStack } from "../../src/stack/load.ts";
import type { Stack } from "../../src/stack/stack.ts";
import { documented, type Files, inputsOf, installScript, load, repository } from "./tree.ts";

const p = "prometheus-stack";
const folders = (stack: Stack): readonly string[] => stack.overlays.map(({ folder }) => folder);

/** The operator error of a load that must not succeed. */
const refusal = async (files: Files, inputs: Readonly<Record<string, string>> = {}): Promise<OperatorError> => {
  const outcome = await load(files, inputs).then(
    () => new Error("it loaded"),
    (thrown: unknown) => thrown,
  );
  if (!(outcome instanceof OperatorError)) throw outcome;
  expect(outcome.reason).toBe("invalid-input");
  expect(outcome.hint).not.toBe("");
  return outcome;
};

const without = (files: Files, ...paths: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

test("the documented tree", async () => {
  const stack = await load(documented);
  expect(stack.path).toBe(p);
  expect(stack.base?.folder).toBe(`${p}/base`);
  expect(folders(stack)).toEqual([`${p}/overlays/alerting`, `${p}/overlays/dashboards`]);
  expect(stack.kustomizations.map(({ folder, layer }) => [folder, layer])).toEqual([
    [`${p}/base`, "base"],
    [`${p}/overlays/alerting`, "overlay"],
    [`${p}/overlays/dashboards`, "overlay"],
  ]);
  expect(stack.overlays[1]?.references).toEqual([
    {
      field: "configMapGenerator.files",
      text: "dashboard.json",
      at: { file: `${p}/overlays/dashboards/kustomization.yaml`, line: 4, column: 9, endLine: 4, endColumn: 32 },
      target: "file",
      path: `${p}/overlays/dashboards/dashboard.json`,
    },
  ]);
  expect(stack.files.map(({ file }) => file)).toEqual(
    Object.keys(documented)
      .filter((path) => !path.endsWith(".sh"))
      .sort(),
  );
  expect(stack.unreadable).toEqual([]);
  expect(stack.foldersWithoutKustomization).toEqual([]);
  expect(stack.release).toMatchObject({
    name: { value: "prometheus-stack", from: "install.sh", at: { line: 4 } },
    namespace: { value: "monitoring", from: "install.sh", at: { line: 5 } },
    chart: { value: "prometheus-community/kube-prometheus-stack", from: "install.sh" },
    version: { value: null, from: "default" },
    repository: { value: "https://prometheus-community.github.io/helm-charts", from: "install.sh", at: { line: 1 } },
    createNamespace: true,
  });
});

describe("the input path", () => {
  test.each([
    ["./prometheus-stack/", p],
    ["prometheus-stack/base/..", p],
  ])("%s", async (path, expected) => expect((await load(documented, { path })).path).toBe(expected));

  test("in full, as github.workspace gives it: places are told relative to the root all the same", async () => {
    const root = await realpath(await repository({ ...documented, "values.yaml": "a: 1\n" }));
    const inputs = inputsOf({ path: `${root}/prometheus-stack`, "value-files": `${root}/values.yaml` });
    const stack = await loadStack(inputs, await openWorkspace(root));
    expect(stack.path).toBe(p);
    expect(stack.valueFiles.map(({ file }) => file)).toEqual(["values.yaml"]);
    expect(stack.kustomizations.map(({ file }) => file)).toContain(`${p}/base/kustomization.yaml`);
  });

  test("the repository root", async () => {
    const files = Object.fromEntries(
      Object.entries(documented).map(([path, text]) => [path.slice(p.length + 1), text]),
    );
    const stack = await load(files, { path: "." });
    expect(stack.base?.folder).toBe("base");
    expect(folders(stack)).toEqual(["overlays/alerting", "overlays/dashboards"]);
    expect(stack.install?.file).toBe("upstream/install.sh");
  });

  test.each([
    ["nowhere", "nowhere does not exist"],
    ["../x", "outside the repository"],
    ["/etc", "outside the repository"],
    ["README.md", "is not a folder"],
  ])("%s is refused", async (path, message) => {
    const error = await refusal({ ...documented, "README.md": "x" }, { path });
    expect(error.message).toContain("Input path");
    expect(error.message).toContain(message);
  });

  test.each<[string, Files, string]>([
    ["the stacks there are", documented, "There is: prometheus-stack."],
    ["the checkout that is missing", { ".git/HEAD": "ref: refs/heads/main\n" }, "actions/checkout"],
    ["the folder to name", { "README.md": "x" }, "base/ and overlays/"],
  ])("a missing folder's next step is %s", async (_name, files, step) =>
    expect((await refusal(files, { path: "nowhere" })).hint).toContain(step),
  );

  test("a link out of the repository is refused", async () => {
    const error = await refusal({ ...documented, out: { link: "/tmp" } }, { path: "out" });
    expect(error.message).toContain("outside the repository");
  });
});

describe("nothing to build", () => {
  test.each<[string, Files]>([
    [
      "no kustomization",
      { [`${p}/upstream/install.sh`]: installScript, [`${p}/base/namespace.yaml`]: "kind: Namespace\n" },
    ],
    ["only a component", { [`${p}/overlays/a/kustomization.yaml`]: "kind: Component\nresources: []\n" }],
    ["only an unreadable kustomization", { [`${p}/base/kustomization.yaml`]: new Uint8Array([0, 1, 2]) }],
  ])("%s", async (_name, files) => {
    const error = await refusal(files);
    expect(error.message).toContain("nothing to build");
    expect(error.message).toContain(`${p}/base`);
  });
});

describe("which kustomizations are applied", () => {
  const kustomization = (...resources: readonly string[]): string =>
    `resources: [${resources.map((one) => JSON.stringify(one)).join(", ")}]\n`;
  const script = { [`${p}/upstream/install.sh`]: installScript };

  test("those that no other includes, sorted; a shared one and components only through others", async () => {
    const stack = await load({
      ...script,
      [`${p}/overlays/b/kustomization.yml`]: kustomization("../a", "../shared"),
      [`${p}/overlays/a/Kustomization`]: kustomization(),
      [`${p}/overlays/c/kustomization.yaml`]: "components: [../part]\n",
      [`${p}/overlays/part/kustomization.yaml`]: "kind: Component\nresources: []\n",
      [`${p}/overlays/shared/kustomization.yaml`]: kustomization(),
    });
    expect(folders(stack)).toEqual([`${p}/overlays/b`, `${p}/overlays/c`]);
    expect(stack.base).toBeNull();
  });

  test("overlays/ itself, where it includes the others", async () => {
    const stack = await load({
      ...script,
      [`${p}/overlays/kustomization.yaml`]: kustomization("a", "b"),
      [`${p}/overlays/a/kustomization.yaml`]: kustomization(),
      [`${p}/overlays/b/kustomization.yaml`]: kustomization(),
    });
    expect(folders(stack)).toEqual([`${p}/overlays`]);
  });

  test("base stays one of its own when overlays include it", async () => {
    const stack = await load({
      ...script,
      [`${p}/base/kustomization.yaml`]: kustomization(),
      [`${p}/overlays/a/kustomization.yaml`]: kustomization("../../base"),
    });
    expect(stack.base?.folder).toBe(`${p}/base`);
    expect(folders(stack)).toEqual([`${p}/overlays/a`]);
  });

  test("a circle hides nothing: kustomize then names it", async () => {
    const stack = await load({
      ...script,
      [`${p}/overlays/a/kustomization.yaml`]: kustomization("../b"),
      [`${p}/overlays/b/kustomization.yaml`]: kustomization("../a"),
      [`${p}/overlays/self/kustomization.yaml`]: kustomization("."),
    });
    expect(folders(stack)).toEqual([`${p}/overlays/a`, `${p}/overlays/b`, `${p}/overlays/self`]);
  });

  test("what is included from elsewhere in the repository is read too", async () => {
    const stack = await load({
      ...script,
      [`${p}/overlays/a/kustomization.yaml`]: kustomization("../../../shared/gpu"),
      "shared/gpu/kustomization.yaml": kustomization("rule.yaml", "../more"),
      "shared/gpu/rule.yaml": "kind: PrometheusRule\n",
      "shared/gpu/unrelated.yaml": "kind: X\n",
      "shared/more/kustomization.yaml": kustomization(),
    });
    expect(stack.kustomizations.map(({ folder }) => folder)).toEqual([`${p}/overlays/a`, "shared/gpu", "shared/more"]);
    expect(stack.files.map(({ file }) => file)).toContain("shared/gpu/rule.yaml");
    expect(stack.files.map(({ file }) => file)).not.toContain("shared/gpu/unrelated.yaml");
    expect(folders(stack)).toEqual([`${p}/overlays/a`]);
  });

  const environments: Files = {
    ...script,
    [`${p}/overlays/dashboards/kustomization.yaml`]: kustomization(),
    [`${p}/overlays/alerting/production/kustomization.yaml`]: kustomization(),
    [`${p}/overlays/alerting/staging/kustomization.yaml`]: kustomization(),
  };
  test("where they differ by environment, the input overlays must name them", async () => {
    const error = await refusal(environments);
    expect(error.message).toContain("overlays");
    for (const one of ["alerting/production", "alerting/staging"])
      expect(error.message).toContain(`${p}/overlays/${one}`);
    expect(error.hint).toContain(`${p}/overlays/dashboards`);
  });
  test("also where a base of overlays lies between", async () => {
    const error = await refusal({
      ...script,
      [`${p}/overlays/alerting/kustomization.yaml`]: kustomization(),
      [`${p}/overlays/alerting/production/kustomization.yaml`]: kustomization(".."),
    });
    expect(error.message).toContain(`${p}/overlays/alerting/production`);
  });
  test.each([
    ["prometheus-stack/overlays/alerting/staging, dashboards"],
    ["alerting/staging\noverlays/dashboards/"],
    ["./alerting/staging, dashboards, dashboards"],
  ])("named, in the order given: %j", async (overlays) => {
    const stack = await load(environments, { overlays });
    expect(folders(stack)).toEqual([`${p}/overlays/alerting/staging`, `${p}/overlays/dashboards`]);
  });
  test("an unknown one is refused, and those that exist are told", async () => {
    const error = await refusal(environments, { overlays: "alerting/prod, dashboards, nope" });
    expect(error.message).toContain("alerting/prod, nope");
    expect(error.hint).toContain(`${p}/overlays/alerting/production`);
  });
});

describe("folders that nothing builds", () => {
  test("are told with their first file", async () => {
    const stack = await load({
      ...documented,
      [`${p}/overlays/servicemonitors/dcgm.yaml`]: "kind: ServiceMonitor\n",
      [`${p}/overlays/servicemonitors/more/a.yaml`]: "kind: ServiceMonitor\n",
      [`${p}/overlays/notes/README.md`]: "x",
    });
    expect(stack.foldersWithoutKustomization).toEqual([
      { folder: `${p}/overlays/servicemonitors`, firstFile: `${p}/overlays/servicemonitors/dcgm.yaml` },
    ]);
  });
  test("base too", async () => {
    const stack = await load(without(documented, `${p}/base/kustomization.yaml`));
    expect(stack.base).toBeNull();
    expect(stack.foldersWithoutKustomization).toEqual([{ folder: `${p}/base`, firstFile: `${p}/base/namespace.yaml` }]);
  });
  test("not those whose files others use", async () => {
    const stack = await load({
      ...documented,
      [`${p}/overlays/alerting/kustomization.yaml`]: "resources: [gpu.yaml]\npatches: [{path: ../patches/a.yaml}]\n",
      [`${p}/overlays/patches/a.yaml`]: "kind: X\n",
    });
    expect(stack.foldersWithoutKustomization).toEqual([]);
  });
});

test("what helm alone reads of a chart in base/ or overlays/ is no manifest of the tree", async () => {
  const { files, foldersWithoutKustomization } = await load({
    ...documented,
    [`${p}/base/Chart.yaml`]: "apiVersion: v2\n",
    [`${p}/base/templates/cm.yaml`]: "{{ if .Values.a }}\n",
    [`${p}/base/crds/x.yaml`]: "kind: CustomResourceDefinition\n",
    [`${p}/base/charts/sub/templates/x.yaml`]: "{{ x }}\n",
    [`${p}/overlays/charts/other/Chart.yaml`]: "apiVersion: v2\n",
    [`${p}/overlays/charts/other/templates/x.yaml`]: "kind: ConfigMap\n",
    [`${p}/overlays/templates/x.yaml`]: "kind: ConfigMap\n",
  });
  expect(files.filter(({ file }) => /templates|crds/.test(file)).map(({ file }) => file)).toEqual([
    `${p}/overlays/templates/x.yaml`,
  ]);
  expect(foldersWithoutKustomization.map(({ folder }) => folder)).toContain(`${p}/overlays/templates`);
});

describe("a chart of the repository around kube-prometheus-stack", () => {
  const dependency = "dependencies:\n  - name: kube-prometheus-stack\n";
  test.each<[string, string, string | null]>([
    ["is told by its dependency", dependency, "kube-prometheus-stack"],
    ["and by its alias", `${dependency}    alias: kps\n`, "kps"],
    ["is none without it", "dependencies:\n  - name: grafana\n", null],
    ["is none where it cannot be read", "{{", null],
  ])("%s", async (_name, text, key) => {
    const files = { ...documented, [`${p}/chart/Chart.yaml`]: text, [`${p}/chart/values.yaml`]: "kps: {a: 1}\n" };
    const { umbrella } = await load(files, { chart: `${p}/chart`, "release-name": "r" });
    expect(umbrella?.key ?? null).toBe(key);
    if (key !== null) expect(umbrella?.values?.documents[0]?.value).toEqual({ kps: { a: 1 } });
  });
});

describe("files that cannot be read", () => {
  test("are listed with the reason, and the rest is loaded", async () => {
    const stack = await load({
      ...documented,
      [`${p}/overlays/alerting/binary.yaml`]: new Uint8Array([0, 159, 146, 150]),
      [`${p}/overlays/alerting/out.yaml`]: { link: "/etc/hostname" },
      [`${p}/overlays/alerting/large.json`]: " ".repeat(11 * 1024 * 1024),
      [`${p}/overlays/alerting/text.txt`]: new Uint8Array([0]),
    });
    expect(stack.unreadable.map(({ file }) => file)).toEqual([
      `${p}/overlays/alerting/binary.yaml`,
      `${p}/overlays/alerting/large.json`,
      `${p}/overlays/alerting/out.yaml`,
    ]);
    for (const { file, message } of stack.unreadable) expect(message).toContain(file);
    expect(stack.files.map(({ file }) => file)).toContain(`${p}/overlays/alerting/gpu.yaml`);
  });
  test("broken YAML is data", async () => {
    const stack = await load({ ...documented, [`${p}/overlays/alerting/gpu.yaml`]: "a: b: c\n" });
    const broken = stack.files.find(({ file }) => file.endsWith("gpu.yaml"));
    expect(broken?.errors).toMatchObject([{ at: { file: `${p}/overlays/alerting/gpu.yaml`, line: 1 } }]);
  });
  test("links inside the repository are followed, circles of links end", async () => {
    const stack = await load({
      ...documented,
      "shared/kustomization.yaml": "resources: [x.yaml]\n",
      "shared/x.yaml": "kind: X\n",
      [`${p}/overlays/linked`]: { link: "../../shared" },
      [`${p}/overlays/alerting/loop`]: { link: "." },
    });
    expect(folders(stack)).toContain(`${p}/overlays/linked`);
  });
});

describe("references that need leave", () => {
  const using = (text: string, more: Files = {}): Files => ({
    ...documented,
    [`${p}/overlays/alerting/kustomization.yaml`]: text,
    ...more,
  });
  const plugin =
    "apiVersion: x.example/v1\nkind: Sops\nmetadata:\n  name: s\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ./evil}\n";
  test.each<[string, Files, string, string]>([
    [
      "a remote base",
      using("resources:\n  - gpu.yaml\n  - github.com/org/repo//x?ref=v1\n"),
      "remote-bases",
      ":3: resources names github.com/org/repo//x?ref=v1",
    ],
    ["an HTTP resource", using("resources: ['https://x.example/a.yaml']\n"), "remote-bases", ":1: resources"],
    ["in another letter case", using("RESOURCES: ['https://x.example/a.yaml']\n"), "remote-bases", ":1: resources"],
    [
      "a patch from the web",
      using("patches:\n  - path: https://x.example/a.yaml\n"),
      "remote-bases",
      ":2: patches.path",
    ],
    [
      "a generator's file",
      using("configMapGenerator:\n  - name: a\n    files: ['k=https://x/y']\n"),
      "remote-bases",
      "https://x/y",
    ],
    [
      "a base of a base",
      using("resources: [../../../shared]\n", { "shared/kustomization.yaml": "bases: ['git@x.example:a/b']\n" }),
      "remote-bases",
      "shared/kustomization.yaml:1: bases",
    ],
    [
      "a function",
      using("generators:\n  - plugin.yaml\n", { [`${p}/overlays/alerting/plugin.yaml`]: plugin }),
      "exec-plugins",
      ":2: generators names plugin.yaml",
    ],
    [
      "a function in a folder",
      using("transformers: [plugins]\n", {
        [`${p}/overlays/alerting/plugins/kustomization.yaml`]: "resources: [p.yaml]\n",
        [`${p}/overlays/alerting/plugins/p.yaml`]: plugin,
      }),
      "exec-plugins",
      "transformers names plugins",
    ],
    [
      "a function in place",
      using(`validators:\n  - |\n${plugin.replaceAll(/^/gm, "    ")}\n`),
      "exec-plugins",
      "validators names (inline)",
    ],
    [
      "an exec plugin of old",
      using("generators: [p.yaml]\n", {
        [`${p}/overlays/alerting/p.yaml`]:
          "apiVersion: someteam.example.com/v1\nkind: SopsGenerator\nmetadata: {name: x}\n",
      }),
      "exec-plugins",
      "generators names p.yaml",
    ],
    [
      "helmCharts",
      using("helmCharts:\n  - name: dcgm-exporter\n    repo: https://x\n"),
      "helm-charts",
      ":2: helmCharts names dcgm-exporter",
    ],
    [
      "the builtin helm plugin",
      using("generators: [h.yaml]\n", {
        [`${p}/overlays/alerting/h.yaml`]:
          "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: x}\n",
      }),
      "helm-charts",
      "generators names h.yaml",
    ],
  ])("%s", async (_name, files, allow, message) => {
    const error = await refusal(files);
    expect(error.message).toContain(message);
    expect(error.message).toContain(`allow: ${allow}`);
    expect(error.hint).toContain(allow);
    const stack = await load(files, { allow });
    expect(folders(stack)).toContain(`${p}/overlays/alerting`);
  });

  test.each<[string, Files, string]>([
    ["../ out of the repository", using("resources: [../../../../x]\n"), "../../../../x"],
    [
      "a link to a folder outside",
      using("resources: [out]\n", { [`${p}/overlays/alerting/out`]: { link: "/tmp" } }),
      "resources names out",
    ],
    [
      "a link to a file outside",
      using("resources: [out.yaml]\n", { [`${p}/overlays/alerting/out.yaml`]: { link: "/etc/hostname" } }),
      "out.yaml",
    ],
    ["an absolute path", using("secretGenerator: [{name: a, envs: [/etc/environment]}]\n"), "/etc/environment"],
  ])("never: %s", async (_name, files, message) => {
    const error = await refusal(files, { allow: "remote-bases, exec-plugins, helm-charts" });
    expect(error.message).toContain(message);
    expect(error.message).toContain("out of the repository");
  });

  test("all of them at once, and none of an overlay that is not applied", async () => {
    const files = using("resources: ['https://x/a', 'https://x/b']\nhelmCharts: [{name: c}]\n");
    const error = await refusal(files);
    expect(error.message.split("\n")).toHaveLength(3);
    expect(error.hint).toContain("helm-charts, remote-bases");
    expect(folders(await load(files, { overlays: "dashboards" }))).toEqual([`${p}/overlays/dashboards`]);
  });

  test("builtin plugins and patches in place need none", async () => {
    const stack = await load(
      using(
        "transformers:\n  - |\n    apiVersion: builtin\n    kind: LabelTransformer\n    metadata: {name: l}\n    labels: {a: b}\npatchesStrategicMerge:\n  - |\n    kind: X\n    metadata: {name: y}\n",
      ),
    );
    expect(stack.overlays[0]?.references).toMatchObject([
      { field: "transformers", target: "file", path: `${p}/overlays/alerting/kustomization.yaml` },
    ]);
  });

  test("files that builtin plugins read are references too", async () => {
    const transformer = (path: string): string =>
      `apiVersion: builtin\nkind: PatchTransformer\nmetadata: {name: p}\npath: ${path}\n`;
    const files = (path: string): Files =>
      using("resources: [gpu.yaml]\ntransformers: [t.yaml]\n", {
        [`${p}/overlays/alerting/t.yaml`]: transformer(path),
        [`${p}/overlays/alerting/patch.yaml`]: "kind: X\n",
      });
    const stack = await load(files("patch.yaml"));
    expect(stack.overlays[0]?.references.slice(1)).toMatchObject([
      { field: "transformers", target: "file", path: `${p}/overlays/alerting/t.yaml` },
      {
        field: "transformers.path",
        target: "file",
        path: `${p}/overlays/alerting/patch.yaml`,
        at: { file: `${p}/overlays/alerting/t.yaml`, line: 4, column: 7 },
      },
    ]);
    expect((await refusal(files("https://x.example/p"))).message).toContain("t.yaml:4: transformers.path");
  });

  test("what does not exist is told as missing, and kustomize says the rest", async () => {
    const stack = await load(using("resources: [nowhere.yaml]\n"));
    expect(stack.overlays[0]?.references).toMatchObject([
      { target: "missing", path: null, at: { line: 1, column: 13 } },
    ]);
  });
});

describe("install.sh and the inputs", () => {
  const scripted = (text: string | Uint8Array, more: Files = {}): Files => ({
    ...documented,
    [`${p}/upstream/install.sh`]: text,
    ...more,
  });
  const named = { chart: "oci://x/kube-prometheus-stack", "release-name": "prom", namespace: "mon" };

  test("absent, with inputs that name the chart", async () => {
    const stack = await load(without(documented, `${p}/upstream/install.sh`), { ...named, namespace: "" });
    expect(stack.install).toBeNull();
    expect(stack.release).toMatchObject({
      name: { value: "prom", from: "input" },
      namespace: { value: "default", from: "default" },
      chart: { value: named.chart, from: "input" },
      repository: { value: null, from: "default" },
      createNamespace: false,
    });
  });
  test("absent, without: the file and the inputs are named", async () => {
    const error = await refusal(without(documented, `${p}/upstream/install.sh`));
    expect(error.message).toContain(`${p}/upstream/install.sh does not exist`);
    expect(error.hint).toMatch(/chart.*release-name/);
  });
  test("absent, the release has no name", async () => {
    const error = await refusal(without(documented, `${p}/upstream/install.sh`), { chart: "oci://x/y" });
    expect(error.hint).toContain("release-name");
  });
  test.each<[string, Files, string]>([
    ["binary", scripted(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0])), "is not text"],
    ["too large", scripted("#".repeat(11 * 1024 * 1024)), "MiB"],
    [
      "a folder",
      { ...without(documented, `${p}/upstream/install.sh`), [`${p}/upstream/install.sh/x`]: "" },
      "install.sh",
    ],
    [
      "outside",
      { ...without(documented, `${p}/upstream/install.sh`), [`${p}/upstream/install.sh`]: { link: "/etc/hostname" } },
      "install.sh",
    ],
  ])("%s, whatever the inputs say", async (_name, files, message) => {
    expect((await refusal(files, named)).message).toContain(message);
  });
  test("too clever: the lines are told", async () => {
    const error = await refusal(scripted("set -e\nhelmfile apply\n"));
    expect(error.message).toContain(`${p}/upstream/install.sh:2: \`helmfile\``);
    expect(error.hint).toContain("release-name and chart");
  });
  test("too clever, and inputs that make it irrelevant", async () => {
    const stack = await load(scripted("helmfile apply\n"), named);
    expect(stack.install?.unclear).toEqual([]);
    expect(stack.release.namespace).toEqual({ value: "mon", from: "input" });
  });
  test("an unknown version is a finding until the input gives it", async () => {
    const files = scripted("helm install a x/kube-prometheus-stack --repo https://x --version $(y)\n");
    expect((await load(files)).install?.unclear).toMatchObject([{ at: { line: 1 }, replacedBy: ["chart-version"] }]);
    const stack = await load(files, { "chart-version": "88.5.3" });
    expect(stack.install?.unclear).toEqual([]);
    expect(stack.release.version).toEqual({ value: "88.5.3", from: "input" });
  });
  test("inputs win over the script, each by itself", async () => {
    const files = scripted(`${installScript.trimEnd()} --version 1.2.3 --set a=b -f v.yaml\n`, {
      [`${p}/upstream/v.yaml`]: "a: yes\n",
      "other.yaml": "a: 2\n",
    });
    const stack = await load(files, { "release-name": "mine", "value-files": "other.yaml" });
    expect(stack.release).toMatchObject({
      name: { value: "mine", from: "input" },
      namespace: { value: "monitoring", from: "install.sh" },
      version: { value: "1.2.3", from: "install.sh" },
      valueFiles: [{ value: "other.yaml", from: "input" }],
      sets: [{ flag: "--set", value: "a=b" }],
    });
    expect(stack.valueFiles.map(({ file }) => file)).toEqual(["other.yaml"]);
    const scriptOnly = await load(files);
    expect(scriptOnly.release.valueFiles).toMatchObject([
      { value: `${p}/upstream/v.yaml`, from: "install.sh", at: { line: 6 } },
    ]);
    // helm reads `yes` as a boolean.
    expect(scriptOnly.valueFiles[0]?.documents[0]?.value).toEqual({ a: true });
  });
  test.each([
    ["more files than any release has", " --set-file a=v.yaml,b=v.yaml".repeat(501), "1002 --set arguments"],
    ["more arguments than a command line holds", " --set a=$X".repeat(9), "9 --set arguments"],
    ["a file that is no text", " --set-file a=binary", "binary is not text"],
    ["files that no release can hold", " --set-file a=large", "more than 8388608 characters"],
  ])("refused before helm: %s", async (_name, flags, message) => {
    const files = scripted(`X=${"x".repeat(60_000)}\n${installScript.trimEnd()}${flags}\n`, {
      [`${p}/upstream/v.yaml`]: "a: 1\n",
      [`${p}/upstream/binary`]: "a\0b",
      [`${p}/upstream/large`]: "x".repeat(9 * 1024 * 1024),
    });
    expect((await refusal(files)).message).toContain(message);
  });
  test.each([
    ["the same chart elsewhere keeps the script's version", "oci://x/kube-prometheus-stack", "1.2.3", null],
    [
      "another chart does not",
      "prometheus-community/prometheus",
      null,
      "https://prometheus-community.github.io/helm-charts",
    ],
    ["a chart of the repository needs neither", "charts/kube-prometheus-stack", null, null],
  ])("a chart from the inputs: %s", async (_name, chart, version, repository) => {
    const files = scripted(`${installScript.trimEnd()} --version 1.2.3\n`, {
      "charts/kube-prometheus-stack/Chart.yaml": "name: kube-prometheus-stack\n",
    });
    const { release } = await load(files, { chart });
    expect(release.version.value).toBe(version);
    expect(release.repository.value).toBe(repository);
  });
  test.each([
    ["nowhere.yaml", "does not exist"],
    ["../x.yaml", "out of the repository"],
  ])("the input value-files: %s", async (file, message) => {
    const error = await refusal(documented, { "value-files": file });
    expect(error.message).toContain("value-files");
    expect(error.message).toContain(message);
  });
});

describe("more than a stack can have is told, not read", () => {
  test("hundreds of overlays", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, n) => [`${p}/overlays/o${n}/kustomization.yaml`, "resources: []\n"]),
    );
    expect((await refusal({ ...documented, ...many })).message).toContain("203 overlays to build");
  });
  test("many large files", async () => {
    const large = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `${p}/overlays/alerting/large-${n}.yaml`,
        `#${"x".repeat(9 * 1024 * 1024)}\n`,
      ]),
    );
    expect((await refusal({ ...documented, ...large })).message).toContain("more than 64 MiB together");
  });
});
