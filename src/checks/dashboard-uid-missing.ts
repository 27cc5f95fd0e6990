import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardUidMissing: Check = {
  id: "dashboard-uid-missing",
  title: "A dashboard has no uid: its address changes with every new Grafana.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { file, model } of ownDashboards(resolution))
      if ((model.form === "classic" || model.form === "v1-resource") && model.uid === null)
        yield dashboardProblem(
          file,
          "it has no uid: Grafana makes one up, another one with every new database, and links to the dashboard end nowhere",
          model.root,
        );
  },
};
