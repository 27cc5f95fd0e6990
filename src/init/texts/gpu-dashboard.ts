import type { Json, JsonObject } from "../../kubernetes/manifest.ts";
import type { TreeNames } from "../tree-names.ts";

/** The dashboard of all GPUs, as Grafana reads it. */
export const gpuDashboard = (names: TreeNames): string => {
  const rows = [statPanels(names), [...usePanels(names), ...engagementPanels(names)], errorPanels(names)];
  const panels = rows.flat().map((panel, index) => panelOf(panel, index, names));
  return `${JSON.stringify({ ...head, templating: { list: variables(names) }, annotations: { list: [] }, links: [], panels }, null, 2)}\n`;
};

const head: JsonObject = {
  uid: "gpu-dcgm-overview",
  title: "GPU / Overview",
  description: "State of all GPUs, from the metrics that the DCGM exporter exports by default.",
  tags: ["gpu", "dcgm"],
  timezone: "utc",
  schemaVersion: 39,
  refresh: "30s",
  editable: true,
  time: { from: "now-3h", to: "now" },
};

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const source: JsonObject = { type: "prometheus", uid: "${datasource}" };

const variables = ({ metric, host }: TreeNames): readonly JsonObject[] => {
  const temperature = metric("DCGM_FI_DEV_GPU_TEMP");
  return [
    {
      name: "datasource",
      label: "Data source",
      type: "datasource",
      query: "prometheus",
      current: { text: "default", value: "default" },
    },
    choice("hostname", "Host", `label_values(${temperature}, ${host})`),
    choice("gpu", "GPU", `label_values(${temperature}{${host}=~"$hostname"}, gpu)`),
  ];
};

const choice = (name: string, label: string, query: string): JsonObject => ({
  name,
  label,
  type: "query",
  datasource: source,
  query: { query, refId: name },
  definition: query,
  refresh: 2,
  sort: 3,
  multi: true,
  includeAll: true,
  allValue: ".*",
  current: { text: "All", value: "$__all" },
});

/** A panel before it has its place. */
interface Panel {
  readonly type: "stat" | "timeseries";
  readonly title: string;
  readonly description: string;
  /** Grafana's id of the unit, and bounds of the axis. */
  readonly field: JsonObject;
  /** From which value on a panel is orange or red. */
  readonly colours?: Readonly<Record<string, number>>;
  /** By what stands before the GPU in the legend. */
  readonly queries: Readonly<Record<string, string>>;
}

/** Four panels with one number each, then two graphs a row. */
const panelOf = (panel: Panel, index: number, { host }: TreeNames): JsonObject => {
  const { type, title, description, field, colours, queries } = panel;
  const thresholds = colours === undefined ? {} : { thresholds: { mode: "absolute", steps: stepsOf(colours) } };
  return {
    id: index + 1,
    type,
    title,
    description,
    datasource: source,
    gridPos: placeOf(index),
    fieldConfig: { defaults: { ...field, ...thresholds }, overrides: [] },
    options:
      type === "stat"
        ? { reduceOptions: { calcs: ["lastNotNull"] } }
        : { legend: { displayMode: "list", placement: "bottom" }, tooltip: { mode: "multi" } },
    targets: Object.entries(queries).map(([before, expr], at) => ({
      refId: "AB".charAt(at),
      datasource: source,
      expr,
      legendFormat: type === "stat" ? "" : `${before}{{${host}}} GPU {{gpu}}`,
    })),
  };
};

const stats = 4;

const placeOf = (index: number): JsonObject => {
  if (index < stats) return { h: 4, w: 6, x: 6 * index, y: 0 };
  const graph = index - stats;
  return { h: 8, w: 12, x: 12 * (graph % 2), y: 4 + 8 * Math.floor(graph / 2) };
};

const stepsOf = (colours: Readonly<Record<string, number>>): readonly Json[] => [
  { color: "green", value: null },
  ...Object.entries(colours).map(([color, value]) => ({ color, value })),
];

/** A metric of the GPUs that are chosen. */
const chosen = ({ metric, host }: TreeNames, name: string): string =>
  `${metric(name)}{${host}=~"$hostname", gpu=~"$gpu"}`;

const statPanels = (names: TreeNames): readonly Panel[] => [
  {
    type: "stat",
    title: "GPUs that report",
    description: "GPUs whose exporter answers.",
    field: { unit: "short" },
    queries: { "": `count(${chosen(names, "DCGM_FI_DEV_GPU_TEMP")})` },
  },
  {
    type: "stat",
    title: "Highest temperature",
    description: "The hottest GPU.",
    field: { unit: "celsius" },
    colours: { orange: 85, red: 92 },
    queries: { "": `max(${chosen(names, "DCGM_FI_DEV_GPU_TEMP")})` },
  },
  {
    type: "stat",
    title: "Power",
    description: "Power draw of all GPUs together.",
    field: { unit: "watt" },
    queries: { "": `sum(${chosen(names, "DCGM_FI_DEV_POWER_USAGE")})` },
  },
  {
    type: "stat",
    title: "GPUs with failed row remapping",
    description: "GPUs without spare memory rows: replace them.",
    field: { unit: "short" },
    colours: { red: 1 },
    queries: { "": `sum(${chosen(names, "DCGM_FI_DEV_ROW_REMAP_FAILURE")})` },
  },
];

const usePanels = (names: TreeNames): readonly Panel[] => [
  {
    type: "timeseries",
    title: "Utilisation",
    description: "Share of time in which a kernel ran. Not supported on MIG instances.",
    field: names.renamed ? { unit: "percentunit", min: 0, max: 1 } : { unit: "percent", min: 0, max: 100 },
    queries: { "": chosen(names, "DCGM_FI_DEV_GPU_UTIL") },
  },
  {
    type: "timeseries",
    title: "Memory used",
    description: `The exporter reports ${names.renamed ? "bytes" : "MiB"}.`,
    field: { unit: "bytes", min: 0 },
    queries: { "": `${chosen(names, "DCGM_FI_DEV_FB_USED")}${names.renamed ? "" : " * 1024 * 1024"}` },
  },
  {
    type: "timeseries",
    title: "Temperature",
    description: "Temperature of the GPU.",
    field: { unit: "celsius" },
    queries: { "": chosen(names, "DCGM_FI_DEV_GPU_TEMP") },
  },
  {
    type: "timeseries",
    title: "Power by GPU",
    description: "Power draw.",
    field: { unit: "watt", min: 0 },
    queries: { "": chosen(names, "DCGM_FI_DEV_POWER_USAGE") },
  },
];

const engagementPanels = (names: TreeNames): readonly Panel[] => [
  {
    type: "timeseries",
    title: "Engine and tensor cores active",
    description: "Share of cycles; data centre GPUs only.",
    field: { unit: "percentunit", min: 0, max: 1 },
    queries: {
      "engine ": chosen(names, "DCGM_FI_PROF_GR_ENGINE_ACTIVE"),
      "tensor ": chosen(names, "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE"),
    },
  },
  {
    type: "timeseries",
    title: "Memory interface active",
    description: "Share of cycles; data centre GPUs only.",
    field: { unit: "percentunit", min: 0, max: 1 },
    queries: { "": chosen(names, "DCGM_FI_PROF_DRAM_ACTIVE") },
  },
  {
    type: "timeseries",
    title: "SM clock",
    description: `The exporter reports ${names.renamed ? "hertz" : "MHz"}. A fall under load is throttling.`,
    field: { unit: "hertz", min: 0 },
    queries: { "": `${chosen(names, "DCGM_FI_DEV_SM_CLOCK")}${names.renamed ? "" : " * 1000 * 1000"}` },
  },
  {
    type: "timeseries",
    title: "PCIe traffic",
    description: "A gauge in bytes a second.",
    field: { unit: "Bps", min: 0 },
    queries: {
      "sent ": chosen(names, "DCGM_FI_PROF_PCIE_TX_BYTES"),
      "received ": chosen(names, "DCGM_FI_PROF_PCIE_RX_BYTES"),
    },
  },
];

const errorPanels = (names: TreeNames): readonly Panel[] => [
  {
    type: "timeseries",
    title: "Last XID",
    description: "Code of the last error, kept until the exporter restarts; 0 is none.",
    field: { unit: "none", min: 0, decimals: 0 },
    queries: { "": chosen(names, "DCGM_FI_DEV_XID_ERRORS") },
  },
  {
    type: "timeseries",
    title: "Remapped rows after uncorrectable errors",
    description: "Total over the life of the GPU.",
    field: { unit: "short", min: 0, decimals: 0 },
    queries: { "": chosen(names, "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS") },
  },
];
