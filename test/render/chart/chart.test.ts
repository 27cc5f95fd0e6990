import { describe, expect, test } from "vitest";
import { nameOf } from "../../../src/core/finding.ts";
import type { Manifest } from "../../../src/kubernetes/manifest.ts";
import { type HelmName, makeStand, type StandOptions } from "../stand.ts";
import { chartIn, packagedChart, smallChart, stackWith } from "./small-chart.ts";

const helms: readonly HelmName[] = ["helm", "helm3"];
const line = "helm install stack ./chart --namespace monitoring";

const standWith = (files: Readonly<Record<string, string>> = {}, options: StandOptions = {}) =>
  makeStand({ ...options, files: { ...stackWith(line), ...chartIn("chart"), ...files } });

const named = (manifests: readonly Manifest[], name: string): Manifest => {
  const found = manifests.find((manifest) => nameOf(manifest.ref) === name);
  if (found === undefined) throw new Error(`no ${name} among ${manifests.map(({ ref }) => nameOf(ref))}`);
  return found;
};

describe.each(helms)("a chart in the repository, rendered by %s", (helm) => {
  test("gives objects, hooks and CRDs, each apart", async () => {
    const stand = await standWith({}, { helm });
    const { chart, unstable } = await stand.render();
    expect(chart.error).toBeNull();
    expect(chart.chart).toMatchObject({ name: "small", version: "1.2.3", appVersion: "v9", source: "chart" });
    expect(chart.chart.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(chart.manifests.map(({ ref }) => nameOf(ref)).sort()).toEqual([
      "Prometheus monitoring/stack",
      "PrometheusRule first",
      "PrometheusRule second",
      "Secret grafana",
    ]);
    expect(chart.hooks.map(({ origin }) => origin)).toEqual([
      { from: "chart", template: "small/templates/hooks/test.yaml", hooks: ["test", "post-install"] },
    ]);
    expect(chart.crds.map((text) => /name: (\S+)/.exec(text)?.[1])).toEqual(["ones.example.com", "twos.example.com"]);
    expect(chart.crdsSwitchedOff).toBe(false);
    // Each item of a list is validated and applied by itself.
    expect(named(chart.manifests, "PrometheusRule second").text).toMatch(/^\{.*"second".*\}\n$/);
    expect(unstable).toBeNull();
  });

  test("rendered twice shows what is random", async () => {
    const stand = await standWith({}, { helm });
    const { chart, unstable } = await stand.render({ twice: true });
    // Printed by helm here, and read by us where the chart is rendered once.
    expect(chart.crds).toEqual((await stand.render()).chart.crds);
    expect(unstable).toEqual([
      {
        ref: { apiVersion: "v1", kind: "Secret", namespace: null, name: "grafana" },
        pointers: ["/data/admin-password"],
      },
    ]);
  });

  test("keeps the CRDs that the values switch off as knowledge, and says so", async () => {
    const stand = await standWith(
      { "prometheus-stack/upstream/install.sh": `${line} --set crds.enabled=false\n` },
      { helm },
    );
    const { chart } = await stand.render();
    expect(chart.crds).toHaveLength(2);
    expect(chart.crdsSwitchedOff).toBe(true);
  });

  test("tells values that the chart's schema refuses, at their key", async () => {
    const stand = await standWith(
      {
        "values/own.yaml": "# ours\nreplicas: many\n",
        "prometheus-stack/upstream/install.sh": `${line} -f values/own.yaml\n`,
      },
      { helm },
    );
    const { chart, roots } = await stand.render();
    expect(chart.error?.message).toMatch(/schema[\s\S]*replicas/);
    expect(chart.error?.message).not.toContain(stand.root);
    expect(chart.error?.at).toMatchObject({ file: "values/own.yaml", line: 2 });
    expect(chart.chart.version).toBe("1.2.3");
    expect(roots.map(({ error }) => error)).toEqual([null]);
  });

  test("tells a value file that is no YAML, at its line", async () => {
    const stand = await standWith(
      { "v.yaml": "a: b\nc: [\n", "prometheus-stack/upstream/install.sh": `${line} -f v.yaml\n` },
      { helm },
    );
    const { chart } = await stand.render();
    expect(chart.error?.message).toMatch(/^failed to parse v\.yaml/);
    expect(chart.error?.at).toMatchObject({ file: "v.yaml", line: 3 });
  });

  test("tells a template that fails, at the helm line", async () => {
    const stand = await standWith({ "chart/templates/x.yaml": '{{ fail "set a storage class" }}\n' }, { helm });
    const { chart } = await stand.render();
    expect(chart.error?.message).toContain("set a storage class");
    expect(chart.error?.at).toMatchObject({ file: "prometheus-stack/upstream/install.sh", line: 2 });
  });

  test("tells a template whose YAML only helm can read", async () => {
    const deep = `a: 1\nb: ${"[".repeat(150)}${"]".repeat(150)}\n`;
    const stand = await standWith({ "chart/templates/x.yaml": `kind: A\n${deep}` }, { helm });
    const { chart } = await stand.render();
    expect(chart.error?.message).toMatch(/^small\/templates\/x\.yaml renders to YAML that cannot be read: .*\(line 3/);
    expect(chart.error?.at).toMatchObject({ file: "prometheus-stack/upstream/install.sh", line: 2 });
  });

  test("names the next step where dependencies were not fetched", async () => {
    const stand = await makeStand({
      helm,
      files: { ...stackWith(line), "chart/Chart.yaml": smallChart["Chart.yaml"] ?? "" },
    });
    const { chart } = await stand.render();
    expect(chart.error?.message).toMatch(
      /missing in charts\/ directory: grafana, crds[\s\S]*helm dependency build chart/,
    );
  });

  test("is packaged as well", async () => {
    const { archive } = await packagedChart();
    const stand = await makeStand({ helm, inputs: { chart: archive, tools: "path" }, files: stackWith(line) });
    const { chart } = await stand.render();
    expect(chart).toMatchObject({
      error: null,
      chart: { name: "small", version: "1.2.3", source: archive },
    });
    expect(chart.chart.path.startsWith(stand.outside.scratch.dir)).toBe(true);
    expect(chart.manifests).toHaveLength(4);
  });
});

describe("a chart object's place", () => {
  const places = async (install: string, files: Readonly<Record<string, string>> = {}) => {
    const stand = await standWith({ "prometheus-stack/upstream/install.sh": `${install}\n`, ...files });
    const { chart } = await stand.render();
    expect(chart.error).toBeNull();
    return (name: string, path: readonly string[] = []) => {
      const { file, line, column } = named(chart.manifests, name).locate(path);
      return `${file}:${line}:${column}`;
    };
  };

  test("is the helm line where no value is set", async () => {
    const at = await places(`set -e\n${line}`);
    expect(at("Prometheus monitoring/stack", ["spec", "replicas"])).toBe("prometheus-stack/upstream/install.sh:2:1");
  });

  test("is the key of the last value file that sets it, as near as can be", async () => {
    const at = await places(`${line} -f one.yaml -f two.yaml`, {
      "one.yaml": "prometheus:\n  prometheusSpec:\n    replicas: 1\n    other: 2\ngrafana:\n  a: b\n",
      "two.yaml": "# later\nprometheus:\n  prometheusSpec:\n    replicas: 3\n",
    });
    expect(at("Prometheus monitoring/stack", ["spec", "replicas"])).toBe("two.yaml:4:5");
    expect(at("Prometheus monitoring/stack", ["spec", "other"])).toBe("one.yaml:4:5");
    expect(at("Prometheus monitoring/stack", ["spec", "third", "deep"])).toBe("two.yaml:3:3");
    expect(at("Secret grafana")).toBe("one.yaml:5:1");
    expect(at("PrometheusRule first")).toBe("two.yaml:2:1");
  });

  test("is the --set that sets it, or sets something beside it", async () => {
    const sets = "--set prometheus.prometheusSpec.replicas=2,x=y \\\n  --set grafana.a=b";
    const at = await places(`${line} \\\n  -f one.yaml \\\n  ${sets}`, {
      "one.yaml": "prometheus: { prometheusSpec: { replicas: 1 } }\n",
    });
    const script = "prometheus-stack/upstream/install.sh";
    expect(at("Prometheus monitoring/stack", ["spec", "replicas"])).toMatch(new RegExp(`^${script}:3:`));
    expect(at("Prometheus monitoring/stack", ["spec"])).toBe("one.yaml:1:15");
    expect(at("Secret grafana")).toMatch(new RegExp(`^${script}:4:`));
  });
});

describe("a chart that cannot be read", () => {
  test.each([
    ["is not there", "./nope", {}, "render-failed", /There is no chart at \.\/nope/],
    ["is an empty folder", "./empty", { "empty/x": "" }, "render-failed", /empty is not a chart.*no Chart\.yaml/],
    ["has no version", "./bad", { "bad/Chart.yaml": "name: bad\n" }, "render-failed", /no name or no version/],
    ["is no archive", "./bad.tgz", { "bad.tgz": "text" }, "render-failed", /bad\.tgz is not a chart/],
  ])("because it %s", async (_, chart, files, reason, message) => {
    const stand = await makeStand({ inputs: { chart, tools: "path" }, files: { ...stackWith(line), ...files } });
    const thrown = await stand.render().catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: "OperatorError", reason, message: expect.stringMatching(message) });
  });

  test("because a link in it leads out of the repository", async () => {
    const stand = await standWith({}, { links: { "chart/templates/leak.yaml": "/etc/hostname" } });
    await expect(stand.render()).rejects.toMatchObject({
      name: "OperatorError",
      message: expect.stringContaining("leak.yaml"),
    });
  });
});
