import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { ExporterModel } from "../../../src/dcgm/exporter-model.ts";
import { applyEdits } from "../../../src/fix/apply-edits.ts";
import { metricsPaths } from "../../../src/signal/metrics/metrics-path.ts";
import type { SignalPath } from "../../../src/signal/path/signal-path.ts";
import { hopNames } from "../../../src/signal/path/signal-path.ts";
import { predictTargets } from "../../../src/signal/scrape/targets.ts";
import type { World } from "../../../src/world/world.ts";
import { loadWith } from "../../dcgm/load-with.ts";
import { editsOf } from "../edits-of.ts";
import { fixtureWorld } from "../fixture-world.ts";
import { the } from "../world-of.ts";

const operator = () => loadWith({ inputs: { exporter: "gpu-operator" } });
const standalone = () => loadWith({ inputs: { exporter: "dcgm-exporter" } });

const only = (paths: readonly SignalPath[]): SignalPath => {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new Error(`${paths.length} paths`);
  return path;
};
const brokenIn = ({ hops }: SignalPath) =>
  hops.filter(({ status }) => status === "broken").map(({ hop, check }) => [hop, check]);

const file = "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml";
const documented = readFileSync(
  resolve(import.meta.dirname, "../../../fixtures/stacks/as-documented/overlays/servicemonitors/dcgm-exporter.yaml"),
  "utf8",
);

const repaired = async (path: SignalPath, exporter: ExporterModel): Promise<{ text: string; world: World }> => {
  const text = applyEdits(documented, editsOf([path]));
  const world = await fixtureWorld("stacks/as-documented", { exporter, files: { [file]: text } });
  return { text, world };
};

describe("the documented ServiceMonitor", () => {
  test("with the gpu-operator is not selected and names the container's port; both repairs make it arrive", async () => {
    const exporter = await operator();
    const path = only(metricsPaths(await fixtureWorld("stacks/as-documented", { exporter })));
    expect(path.subject).toBe("ServiceMonitor monitoring/dcgm-exporter");
    expect(brokenIn(path)).toEqual([
      ["prometheus-selects-monitor", "servicemonitor-not-selected"],
      ["port-exists", "servicemonitor-port-not-found"],
    ]);
    const port = path.hops.find(({ hop }) => hop === "port-exists");
    expect(port?.at).toMatchObject({ file, line: 11 });
    expect(port?.why).toContain('"gpu-metrics" (9400)');
    expect(port?.why).toContain("A port of the container nvidia-dcgm-exporter is called so");
    const { text, world } = await repaired(path, exporter);
    expect(text).toBe(
      documented
        .replace("  namespace: monitoring\n", (line) => line)
        .replace(
          "metadata:\n  name: dcgm-exporter\n",
          "metadata:\n  name: dcgm-exporter\n  labels:\n    release: prometheus-stack\n",
        )
        .replace("port: metrics", "port: gpu-metrics"),
    );
    expect(brokenIn(only(metricsPaths(world)))).toEqual([]);
    expect(only(metricsPaths(world)).status).toBe("ok");
    expect(
      predictTargets(the(world, "ServiceMonitor", "dcgm-exporter"), world).map(({ job, labels }) => [
        job,
        labels["job"],
      ]),
    ).toEqual([["serviceMonitor/monitoring/dcgm-exporter/0", "nvidia-dcgm-exporter"]]);
  });

  test("with the standalone chart is not selected, looks in another namespace and for another label; all repairs make it arrive", async () => {
    const exporter = await standalone();
    const path = only(metricsPaths(await fixtureWorld("stacks/as-documented", { exporter })));
    expect(brokenIn(path)).toEqual([
      ["prometheus-selects-monitor", "servicemonitor-not-selected"],
      ["monitor-selects-namespace", "servicemonitor-missing-namespace-selector"],
      ["monitor-selects-service", "servicemonitor-no-matching-service"],
    ]);
    const { text, world } = await repaired(path, exporter);
    expect(text).toContain("      app.kubernetes.io/name: dcgm-exporter\n");
    expect(text).toContain("      - default\n");
    expect(only(metricsPaths(world)).status).toBe("ok");
  });

  test("with nothing declared only what the tree decides is broken; the rest is unknown", async () => {
    const path = only(metricsPaths(await fixtureWorld("stacks/as-documented")));
    expect(brokenIn(path)).toEqual([["prometheus-selects-monitor", "servicemonitor-not-selected"]]);
    expect(path.hops.filter(({ status }) => status === "unknown").map(({ hop }) => hop)).toEqual([
      "monitor-selects-namespace",
      "monitor-selects-service",
      "port-exists",
      "pods-exist",
    ]);
  });
});

describe("the good stack", () => {
  test("arrives with the gpu-operator, and its hops have the documented order", async () => {
    const path = only(metricsPaths(await fixtureWorld("prometheus-stack", { exporter: await operator() })));
    expect(path.hops.map(({ hop, status }) => `${hop} ${status}`)).toEqual(hopNames.metrics.map((hop) => `${hop} ok`));
    expect(path.status).toBe("ok");
  });

  test("is unknown, never broken, with nothing declared", async () => {
    expect(only(metricsPaths(await fixtureWorld("prometheus-stack"))).status).toBe("unknown");
  });

  test("with open selectors scrapes twice what the gpu-operator's own ServiceMonitor scrapes, from v26.7.0 on", async () => {
    const values = readFileSync(
      resolve(import.meta.dirname, "../../../fixtures/prometheus-stack/upstream/values.yaml"),
      "utf8",
    );
    const open = values.replace(/(\n {2}prometheusSpec:\n)/, "$1    serviceMonitorSelectorNilUsesHelmValues: false\n");
    expect(open).not.toBe(values);
    const files = { "prometheus-stack/upstream/values.yaml": open };
    const with267 = await fixtureWorld("prometheus-stack", { files, exporter: await operator() });
    expect(brokenIn(only(metricsPaths(with267)))).toEqual([["target-is-unique", "servicemonitor-duplicate-target"]]);
    const hop = only(metricsPaths(with267)).hops.find((one) => one.hop === "target-is-unique");
    expect(hop?.why).toContain("ServiceMonitor gpu-operator/nvidia-dcgm-exporter");
    expect(hop?.why).toContain("the same labels");
    const before = await loadWith({ inputs: { exporter: "gpu-operator", "exporter-version": "v26.3.3" } });
    const with263 = await fixtureWorld("prometheus-stack", { files, exporter: before });
    expect(only(metricsPaths(with263)).status).toBe("ok");
  });
});
