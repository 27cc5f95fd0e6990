/**
 * GPU metrics that have series only once something has happened: dcgm-exporter counts XID errors by their code in
 * windows (`DCGM_EXP_XID_ERRORS_COUNT`, and `_TOTAL` since release 4.5), clock events and bad health likewise.
 * https://github.com/NVIDIA/dcgm-exporter/tree/main/internal/pkg/collector
 */
export const mayBeEmpty = (metric: string): boolean => metric.startsWith("DCGM_EXP_");
