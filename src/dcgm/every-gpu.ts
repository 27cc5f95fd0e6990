/** Whether each GPU has the metric, and always: others hang on its model, its links and what it is used for. */
export const isOfEveryGpu = (metric: string): boolean => !notOfAll.test(metric);

const notOfAll = /PROF|NVLINK|NVSWITCH|VGPU|FABRIC|MEMORY_TEMP|REMAP|ECC|RETIRED|PCIE|ENERGY|FAN|C2C|DCGM_EXP_/;
