import { exporterGone } from "../dcgm/failure-classes.ts";
import { gpuCoverage } from "../signal/alerts/gpu-coverage.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const gpuExporterAbsentAlertMissing: Check = {
  id: "gpu-exporter-absent-alert-missing",
  title: "No alert notices that the GPU exporter, or all of its metrics, are gone.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render", "resolution"],
  cannotJudge: notAllRendered,
  *find({ stack, resolution }) {
    const coverage = gpuCoverage(resolution);
    const others = coverage.filter((one) => one.class !== exporterGone.id);
    const gone = coverage.find((one) => one.class === exporterGone.id);
    if (gone?.status !== "none" || others.every(({ status }) => status === "none")) return;
    yield {
      message:
        "No alert notices that the metrics of the GPU exporter are gone: then none of the other GPU alerts can fire, and all looks well",
      at: absenceAt(stack, "alerting"),
      fix: {
        description: "Add an alert on absent(DCGM_FI_DEV_GPU_TEMP), and one on up of the exporter's job being 0.",
        edits: [],
      },
    };
  },
};
