import type { Problem } from "../../core/finding.ts";
import type { Path } from "../../kubernetes/manifest.ts";
import { type DashboardFile, dashboardName } from "../../signal/dashboards/dashboard-file.ts";
import { isRead, type ReadDashboard } from "../../signal/dashboards/dashboard-model.ts";
import type { Resolution } from "../../signal/resolve-signals.ts";

/** A dashboard of base or overlays that Grafana can read. */
export interface OwnDashboard {
  readonly file: DashboardFile;
  readonly model: ReadDashboard;
}

/** Dashboards of base and overlays; those of the chart are its authors' business. */
export const ownDashboards = ({ dashboards }: Resolution): readonly OwnDashboard[] =>
  dashboards.files.flatMap((file) => (file.own && isRead(file.model) ? [{ file, model: file.model }] : []));

/** A problem at one place of a dashboard's JSON. */
export const dashboardProblem = (file: DashboardFile, why: string, path: Path): Problem => ({
  message: `${dashboardName(file)}: ${why}`,
  at: file.json.at(path),
  resource: file.object.ref,
});
