import { isNamedExporter } from "../../dcgm/exporter-objects.ts";
import { hasUnseen } from "../../world/unseen.ts";
import type { PredictedTarget } from "./targets.ts";

/**
 * The one path at which dcgm-exporter has its metrics.
 * https://github.com/NVIDIA/dcgm-exporter/blob/00673efaec9696e1da399764c9580e7fe28be0f8/internal/pkg/server/server.go
 */
export const exporterPath = "/metrics";

/** Whether metrics are at the path that Prometheus asks for; null where nobody here knows. */
export const isServed = ({ workload, path }: PredictedTarget): boolean | null =>
  workload === null || !isNamedExporter(workload.body) || hasUnseen(path) ? null : path === exporterPath;
