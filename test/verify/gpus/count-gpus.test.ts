import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Ask } from "../../../src/outside/ask.ts";
import type { Resolution } from "../../../src/signal/resolve-signals.ts";
import { countGpus } from "../../../src/verify/gpus/count-gpus.ts";
import { promised } from "../good-stack.ts";
import { type PlayedSeries, type PlayedTarget, playedPrometheus } from "../played-prometheus.ts";
import { sceneWith } from "../scene-with.ts";

let resolution: Resolution;
beforeAll(async () => {
  resolution = await promised();
});

const service = "monitoring/prometheus-stack-kube-prom-prometheus:http-web";

const node = (
  name: string,
  resources: Readonly<Record<string, string>>,
  labels: JsonObject = {},
  held = resources,
): JsonObject => ({
  metadata: { name, labels },
  status: { allocatable: { cpu: "64", ...resources }, capacity: { cpu: "64", ...held } },
});

/** A target of the exporter on a node, and series of GPUs of it; `slices`: the MIG slices of each. */
const exporterOn = (
  name: string,
  gpus: number,
  slices = 0,
): { readonly targets: PlayedTarget[]; readonly series: PlayedSeries[] } => {
  const labels = { job: "nvidia-dcgm-exporter", instance: `${name}:9400` };
  const gpu = (index: number, slice: string | null): PlayedSeries => ({
    ...{
      __name__: "DCGM_FI_DEV_GPU_TEMP",
      UUID: `GPU-${name}-${index}`,
      gpu: `${index}`,
      Hostname: `pod-of-${name}`,
      ...labels,
    },
    ...(slice === null ? {} : { GPU_I_ID: slice, GPU_I_PROFILE: "1g.10gb" }),
  });
  return {
    targets: [{ pool: "serviceMonitor/monitoring/dcgm-exporter/0", labels, node: name }],
    series: Array.from({ length: gpus }, (_, index) =>
      slices === 0 ? [gpu(index, null)] : Array.from({ length: slices }, (_none, slice) => gpu(index, `${slice + 1}`)),
    ).flat(),
  };
};

const counted = async (
  nodes: readonly JsonObject[] | number,
  exporters: readonly ReturnType<typeof exporterOn>[],
  prometheus: Ask | number = playedPrometheus(
    exporters.flatMap(({ series }) => series),
    exporters.flatMap(({ targets }) => targets),
  ),
) => {
  const list: Json | number = typeof nodes === "number" ? nodes : { items: [...nodes] };
  const { scene, asked } = sceneWith(resolution, {
    objects: { "/api/v1/nodes": list },
    services: { [service]: prometheus },
  });
  const { nodes: gpus, conditions } = await countGpus(scene);
  return { gpus, asked, said: conditions.map(({ subject, sight, what }) => `${subject}: ${sight}. ${what}`) };
};

test("every GPU has series: one request for the nodes, one for their series, one for the targets", async () => {
  const nodes = [node("a", { "nvidia.com/gpu": "2" }), node("b", { "nvidia.com/gpu": "2" }), node("cpu", {})];
  const { gpus, said, asked } = await counted(nodes, [exporterOn("a", 2), exporterOn("b", 2)]);
  expect(said).toEqual(["2 nodes: seen. Prometheus has series of all GPUs: 4."]);
  expect(gpus?.map(({ node: name, allocatable, exported }) => [name, allocatable, exported])).toEqual([
    ["a", 2, 2],
    ["b", 2, 2],
  ]);
  expect(asked).toHaveLength(3);
});

describe("GPUs that are missed", () => {
  test("one has fallen off the bus, and its device plugin has not noticed", async () => {
    const { said } = await counted([node("a", { "nvidia.com/gpu": "8" })], [exporterOn("a", 7)]);
    expect(said).toEqual(["Node a: not-seen. Prometheus has series of 7 of its 8 GPUs."]);
  });

  test("one has fallen off the bus, and its device plugin gives it to nobody any more", async () => {
    const [given, held] = [{ "nvidia.com/gpu": "7" }, { "nvidia.com/gpu": "8" }];
    const { said, gpus } = await counted([node("a", given, {}, held)], [exporterOn("a", 7)]);
    expect(said[0]).toContain("series of 7 of its 8 GPUs; its device plugin finds 1 of them ill");
    expect(gpus).toMatchObject([{ allocatable: 7, unhealthy: 1, exported: 7 }]);
  });

  test("of a lost one the code of its last error is left, which is no sign of life", async () => {
    const exporter = exporterOn("a", 2);
    const [, lost] = exporter.series;
    const series = [...exporter.series.slice(0, 1), { ...lost, __name__: "DCGM_FI_DEV_XID_ERRORS" }];
    const { said } = await counted([node("a", { "nvidia.com/gpu": "2" })], [{ ...exporter, series }]);
    expect(said).toEqual(["Node a: not-seen. Prometheus has series of 1 of its 2 GPUs."]);
  });

  test("the exporter of a node is missing, and the others are there", async () => {
    const nodes = [node("a", { "nvidia.com/gpu": "2" }), node("b", { "nvidia.com/gpu": "2" })];
    const { said } = await counted(nodes, [exporterOn("b", 2)]);
    expect(said).toEqual([
      "Node a: not-seen. Prometheus has series of 0 of its 2 GPUs.",
      "Node b: seen. Prometheus has series of all GPUs: 2.",
    ]);
  });
});

describe("GPUs that are cut or shared", () => {
  const mig = { "nvidia.com/mig-1g.10gb": "7", "nvidia.com/mig-2g.20gb": "1" };

  test("MIG, strategy mixed: slices against slices, whole GPUs against the rest", async () => {
    const nodes = [node("a", { "nvidia.com/gpu": "1", ...mig })];
    const [cut, whole] = [exporterOn("a", 1, 8), exporterOn("a", 2)];
    const exporter = { targets: cut.targets, series: [...cut.series, ...whole.series.slice(1)] };
    const { said, gpus } = await counted(nodes, [exporter]);
    expect(said).toEqual(["Node a: seen. Prometheus has series of all GPUs: 1, and 8 MIG slices."]);
    expect(gpus).toMatchObject([{ allocatable: 1, exported: 1, migAllocatable: 8, migExported: 8 }]);
    const { said: lost } = await counted(nodes, [exporterOn("a", 1, 7)]);
    expect(lost[0]).toContain("of 0 of its 1 GPUs; Prometheus has series of 7 of its 8 MIG slices");
  });

  test("MIG, strategy single: what is called a GPU is a slice", async () => {
    const labels = {
      "nvidia.com/mig.strategy": "single",
      "nvidia.com/gpu.slices.gi": "1",
      "nvidia.com/gpu.count": "14",
    };
    const { gpus, said } = await counted([node("a", { "nvidia.com/gpu": "14" }, labels)], [exporterOn("a", 2, 7)]);
    expect(gpus).toMatchObject([{ allocatable: 0, exported: 0, migAllocatable: 14, migExported: 14 }]);
    expect(said[0]).toContain("seen");
  });

  test("the strategy single on a node whose GPUs are whole", async () => {
    const labels = { "nvidia.com/mig.strategy": "single", "nvidia.com/gpu.count": "2" };
    const { gpus } = await counted([node("a", { "nvidia.com/gpu": "2" }, labels)], [exporterOn("a", 2)]);
    expect(gpus).toMatchObject([{ allocatable: 2, exported: 2 }]);
  });

  test.each([
    ["nvidia.com/gpu", "time-slicing"],
    ["nvidia.com/gpu.shared", "mps"],
  ])("shares called %s (%s) are of as many GPUs as there are", async (resource, strategy) => {
    const labels = {
      "nvidia.com/gpu.replicas": "4",
      "nvidia.com/gpu.sharing-strategy": strategy,
      "nvidia.com/gpu.count": "2",
    };
    const { gpus, said } = await counted([node("a", { [resource]: "8" }, labels)], [exporterOn("a", 2)]);
    expect(gpus).toMatchObject([{ allocatable: 2, exported: 2 }]);
    expect(said[0]).toContain("seen");
  });

  test("GPUs that another way gives out are counted by their label", async () => {
    const { gpus } = await counted([node("a", {}, { "nvidia.com/gpu.count": "4" })], [exporterOn("a", 4)]);
    expect(gpus).toMatchObject([{ allocatable: 4, exported: 4 }]);
  });
});

describe("what cannot be counted is said", () => {
  test("no node has GPUs", async () => {
    const { gpus, said } = await counted([node("cpu", {})], []);
    expect(gpus).toBeNull();
    expect(said).toEqual([
      "Nodes: cannot-be-seen. None of the 1 nodes has GPUs to give (nvidia.com/gpu): nothing is to count.",
    ]);
  });

  test("the nodes may not be read", async () => {
    expect((await counted(403, [])).said[0]).toMatch(
      /^Nodes: cannot-be-seen\. The nodes cannot be read: the API server answers 403/,
    );
  });

  test("Prometheus does not answer", async () => {
    const { said } = await counted([node("a", { "nvidia.com/gpu": "2" })], [], 503);
    expect(said[0]).toContain("Nodes: cannot-be-seen. Which GPUs Prometheus has series of cannot be asked");
  });

  test("series that tell no node may be those that are missed", async () => {
    const { series } = exporterOn("a", 2);
    const bare = series.map(({ Hostname: _, ...labels }) => labels);
    const { said } = await counted([node("a", { "nvidia.com/gpu": "2" })], [{ targets: [], series: bare }]);
    expect(said[0]).toMatch(/^Node a: cannot-be-seen\. .* Series of 2 tell no node\.$/);
  });
});

test("many nodes come page by page", async () => {
  const pages: string[] = [];
  const { scene } = sceneWith(resolution, { objects: {}, services: { [service]: playedPrometheus([]) } });
  const api = {
    ...scene.api,
    get: async (path: string) => {
      pages.push(path);
      const next = path.includes("continue=") ? undefined : "more";
      const items = [node(`n${pages.length}`, { "nvidia.com/gpu": "1" })];
      return { ok: true as const, body: { metadata: next === undefined ? {} : { continue: next }, items } };
    },
  };
  const { nodes } = await countGpus({ ...scene, api });
  expect(nodes?.map(({ node: name }) => name)).toEqual(["n1", "n2"]);
  expect(pages).toEqual(["/api/v1/nodes?limit=500", "/api/v1/nodes?limit=500&continue=more"]);
});
