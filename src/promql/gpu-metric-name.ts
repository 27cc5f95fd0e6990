/** Field names of NVIDIA's exporter: `DCGM_FI_…` come from DCGM, `DCGM_EXP_…` from the exporter itself. */
export const isGpuMetric = (name: string): boolean => /^DCGM_(?:FI|EXP)_/.test(name);
