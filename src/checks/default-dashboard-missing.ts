import type { Problem } from "../core/finding.ts";
import { projectAddress } from "../core/project.ts";
import { type DashboardArea, dashboardAreas } from "../inventory/dashboard-areas.ts";
import { downloadsDashboards } from "../inventory/dashboards.ts";
import { components, defaultDashboards } from "../inventory/inventory.ts";
import { governedAt, setAt } from "../render/chart/value-sources.ts";
import type { Stack } from "../stack/stack.ts";
import type { Check } from "./check.ts";
import { absenceAt, notAllRendered } from "./problem/absence.ts";

const ownGpuDashboard = `${projectAddress}/tree/main/fixtures/prometheus-stack/overlays/dashboards`;

export const defaultDashboardMissing: Check = {
  id: "default-dashboard-missing",
  title: "No dashboard shows the cluster overview, the nodes, the pods, the API server or the GPUs.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack", "render"],
  cannotJudge: ({ render }) =>
    notAllRendered({ render }) ??
    (downloadsDashboards(render)
      ? "Grafana downloads dashboards when it starts: what is in them cannot be seen here"
      : null),
  *find({ stack, render }) {
    // Without Grafana no dashboard is shown at all: component-missing says so.
    if (!components(render).some(({ name, present }) => name === "Grafana" && present)) return;
    const found = defaultDashboards(render);
    for (const area of dashboardAreas)
      if (found.find((one) => one.area === area.area)?.found.length === 0)
        yield area.area === "gpu" ? noGpuDashboard(stack) : noChartDashboard(stack, area);
  },
};

const noGpuDashboard = (stack: Stack): Problem => ({
  message:
    "No dashboard shows GPU metrics (DCGM_FI_…): kube-prometheus-stack brings none, though its dashboards are often believed to include one",
  at: absenceAt(stack, "dashboards"),
  fix: { description: `Add one to overlays/dashboards; a dashboard to start from: ${ownGpuDashboard}`, edits: [] },
});

const noChartDashboard = (stack: Stack, { name, values }: DashboardArea): Problem => {
  const told = values.filter((key) => setAt(stack, key) !== null);
  const keys = (told.length > 0 ? told : values).map((key) => `${key.join(".")}: true`);
  return {
    message: `No dashboard shows ${name}: with these values the chart brings none, and neither does an overlay`,
    at: governedAt(stack, values),
    fix: {
      description: `Set ${keys.join(" and ")} in the release's values, or add a dashboard to overlays/dashboards`,
      edits: [],
    },
  };
};
