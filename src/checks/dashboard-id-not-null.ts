import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardIdNotNull: Check = {
  id: "dashboard-id-not-null",
  title: "A dashboard keeps the number of the database that it was exported from.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { file, model } of ownDashboards(resolution)) {
      const path = [...model.root, "id"];
      if (typeof model.content["id"] === "number")
        yield {
          ...dashboardProblem(
            file,
            "its id is a number of another Grafana's database: provisioning ignores it, and an import by API may overwrite what has that number",
            path,
          ),
          fix: { description: "Set id to null.", edits: file.json.rewrite([() => path], () => "null") },
        };
    }
  },
};
