import { panelsOf } from "../signal/dashboards/dashboard-panels.ts";
import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardPanelIdDuplicate: Check = {
  id: "dashboard-panel-id-duplicate",
  title: "Two panels of a dashboard have the same id.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { file } of ownDashboards(resolution)) {
      const first = new Map<number, string>();
      for (const { body, path, name } of panelsOf(file)) {
        const id = body["id"];
        // Grafana gives one to what has none, and takes 0 for none.
        if (typeof id !== "number" || id <= 0) continue;
        const twin = first.get(id);
        if (twin === undefined) first.set(id, name);
        else
          yield dashboardProblem(
            file,
            `${name} has the id ${id} of ${twin}: links to one show the other, and their queries share a cache`,
            [...path, "id"],
          );
      }
    }
  },
};
