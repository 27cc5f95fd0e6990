/**
 * What CNCF's Kubernetes AI Conformance (1.33 to 1.36) asks of monitoring, both a MUST:
 * https://github.com/cncf/k8s-ai-conformance/blob/main/docs/AIConformance-1.36.yaml
 */

/** A kind of metric of accelerators, and the names it has in NVIDIA's exporter, old and new. */
export interface AcceleratorMetric {
  readonly kind: string;
  readonly metrics: RegExp;
  /** Part of the core set; the others should be there if the hardware has them. */
  readonly core: boolean;
}

/**
 * `accelerator_metrics`: "a core set of metrics for per-accelerator utilization and memory usage"; "temperature, power
 * draw, and interconnect bandwidth should be exposed if the underlying hardware or virtualization layer makes them
 * available".
 */
export const acceleratorMetrics: readonly AcceleratorMetric[] = [
  {
    kind: "utilization",
    metrics: /^DCGM_FI_(?:DEV_GPU_UTIL(?:_RATIO)?|PROF_(?:GR_ENGINE|SM)_(?:ACTIVE|UTIL_RATIO))$/,
    core: true,
  },
  { kind: "memory usage", metrics: /^DCGM_FI_DEV_FB_USED(?:_BYTES|_PERCENT|_RATIO)?$/, core: true },
  { kind: "temperature", metrics: /^DCGM_FI_DEV_GPU_TEMP(?:_CELSIUS)?$/, core: false },
  { kind: "power draw", metrics: /^DCGM_FI_DEV_(?:POWER_USAGE|BOARD_POWER_WATTS)$/, core: false },
  {
    kind: "interconnect bandwidth",
    metrics:
      /^DCGM_FI_(?:DEV_NVLINK_(?:BANDWIDTH_TOTAL|THROUGHPUT_BYTES_PER_SECOND)|PROF_(?:NVLINK|PCIE)_[RT]X_BYTES(?:_TOTAL)?)$/,
    core: false,
  },
];

/**
 * `ai_service_metrics`: "discovering and collecting metrics from workloads that expose them in a standard format (e.g.
 * Prometheus exposition format)", from "common AI frameworks and servers". Names that each of these brings along:
 * https://docs.vllm.ai/en/stable/usage/metrics/ , https://docs.sglang.io/references/production_metrics.html ,
 * https://huggingface.co/docs/text-generation-inference/reference/metrics ,
 * https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/metrics.html
 */
export const serviceMetrics: readonly { readonly service: string; readonly metric: string }[] = [
  { service: "vLLM", metric: "vllm:num_requests_running" },
  { service: "SGLang", metric: "sglang:num_running_reqs" },
  { service: "Text Generation Inference", metric: "tgi_queue_size" },
  { service: "Triton", metric: "nv_inference_request_success" },
];
