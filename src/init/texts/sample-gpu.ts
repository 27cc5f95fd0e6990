import type { TreeNames } from "../tree-names.ts";

/** How alerts name a GPU, and the GPUs of their unit tests. */
export interface SampleGpu {
  /** The GPU, in a template. */
  readonly template: string;
  /** Matchers of a series of the GPU of that number, and what else the series has. */
  readonly series: (gpu: number, more?: string) => string;
  /** The same labels, as a test expects them. */
  readonly labels: (gpu: number) => string;
}

/** By the name that the release gives the label of a GPU's node. */
export const gpuIn = ({ host }: TreeNames): SampleGpu => ({
  template: `GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }}`,
  series: (gpu, more) =>
    `{gpu="${gpu}", ${host}="gpu-node-a", modelName="NVIDIA H100"${more === undefined ? "" : `, ${more}`}}`,
  labels: (gpu) => `gpu: "${gpu}", ${host}: gpu-node-a, modelName: NVIDIA H100`,
});
