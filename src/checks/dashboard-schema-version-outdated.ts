import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardSchemaVersionOutdated: Check = {
  id: "dashboard-schema-version-outdated",
  title: "A dashboard is of an old schema: Grafana rewrites it whenever it is shown.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { file, model } of ownDashboards(resolution)) {
      if (model.form !== "classic" && model.form !== "envelope") continue;
      const version = model.content["schemaVersion"];
      if (typeof version === "number" && version >= oldest) continue;
      const why = typeof version === "number" ? `its schemaVersion is ${version}` : "it has no schemaVersion";
      yield dashboardProblem(file, `${why}: Grafana migrates it by guesses whenever it is shown`, [
        ...model.root,
        "schemaVersion",
      ]);
    }
  },
};

/**
 * Since then data sources are named by an object with a uid.
 * https://github.com/grafana/grafana/blob/main/public/app/features/dashboard/state/DashboardMigrator.ts
 */
const oldest = 36;
