/**
 * GPU metrics that have series only once something has happened: dcgm-exporter counts XID errors by their code in
 * windows (`DCGM_EXP_XID_ERRORS_COUNT`, and `_TOTAL` since release 4.5), clock events and bad health likewise.
 * https://github.com/NVIDIA/dcgm-exporter/tree/main/internal/pkg/collector
 */
export const mayBeEmpty = (metric: string): boolean => metric.startsWith("DCGM_EXP_");

/**
 * Labels that the GPU exporter's series have only while a pod uses the GPU, while it is cut into slices, or after an
 * error: a cluster where nobody works yet has none of them.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/internal/pkg/transformation/kubernetes.go
 */
export const mayLackLabel = (name: string): boolean => ofMoments.test(name);

const ofMoments = /^(?:(?:exported_)?(?:pod|namespace|container|pod_uid)|GPU_I_(?:ID|PROFILE)|vgpu|err_code|err_msg)$/;
