import { scrapesDcgm } from "../signal/metrics/dcgm-monitors.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

export const dcgmServicemonitorMissing: Check = {
  id: "dcgm-servicemonitor-missing",
  title: "No ServiceMonitor, PodMonitor or ScrapeConfig aims at a DCGM exporter.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render", "resolution"],
  cannotJudge: notAllRendered,
  *find({ stack, resolution }) {
    // The exporter may bring a monitor of its own, and this Prometheus may select it.
    if (scrapesDcgm(resolution.world) || scrapedTargets(resolution.world).gpu.length > 0) return;
    yield {
      message:
        "No ServiceMonitor, PodMonitor or ScrapeConfig aims at NVIDIA's DCGM exporter: Prometheus gets no GPU metric from this tree",
      at: absenceAt(stack, "servicemonitors"),
      fix: {
        description:
          "Add a ServiceMonitor that selects app: nvidia-dcgm-exporter (port gpu-metrics, namespace gpu-operator) for the gpu-operator, or app.kubernetes.io/name: dcgm-exporter (port metrics) for the standalone chart",
        edits: [],
      },
    };
  },
};
