import { gpusPerNode, type SampleMetric, sampleMetrics } from "./sample-gpus.ts";

/**
 * What the sample exporter of one node serves, in dcgm-exporter's format: per metric its help, its type, and a line for
 * each GPU, whose labels stand in dcgm-exporter's order
 * (https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/internal/pkg/rendermetrics/render_metrics.go). The values
 * are samples.
 */
export const exporterText = (hostname: string, metrics: readonly SampleMetric[] = sampleMetrics): string =>
  metrics.map((metric) => metricText(metric, hostname)).join("");

const metricText = (metric: SampleMetric, hostname: string): string => {
  const lines = Array.from({ length: gpusPerNode }, (_, gpu) => {
    const value = isIll(gpu) ? (metric.ill ?? metric.value) : metric.value;
    return `${metric.name}{${labelText(gpuLabels(gpu, hostname, metric, value))}} ${value}`;
  });
  return [`# HELP ${metric.name} Sample value.`, `# TYPE ${metric.name} ${metric.type}`, ...lines, ""].join("\n");
};

const isIll = (gpu: number): boolean => gpu === gpusPerNode - 1;

const gpuLabels = (gpu: number, hostname: string, { name }: SampleMetric, value: number) => ({
  gpu: `${gpu}`,
  UUID: `GPU-00000000-0000-4000-8000-${hostname.replace(/\D/g, "").padStart(8, "0")}${`${gpu}`.padStart(4, "0")}`,
  pci_bus_id: `00000000:${(0x10 + gpu).toString(16).toUpperCase()}:00.0`,
  device: `nvidia${gpu}`,
  modelName: "Sample GPU",
  hostname,
  DCGM_FI_DRIVER_VERSION: "000.00.00",
  ...(name === "DCGM_FI_DEV_XID_ERRORS" ? { err_code: `${value}`, err_msg: value === 0 ? "No Error" : "Sample" } : {}),
  ...(name === "DCGM_EXP_XID_ERRORS_COUNT"
    ? { window_size_in_ms: "300000", ...(value === 0 ? {} : { xid: "79" }) }
    : {}),
});

const labelText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(",");
