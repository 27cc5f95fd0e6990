import { panelsOf } from "../signal/dashboards/dashboard-panels.ts";
import type { Check } from "./check.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardAngularPanel: Check = {
  id: "dashboard-angular-panel",
  title: "A panel is of a type that Grafana has no more.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    // Support for Angular ended with Grafana 12.
    const versions = resolution.dashboards.grafana.pods.map(({ version }) => Number.parseInt(version ?? "", 10));
    if (versions.length === 0 || !versions.every((major) => major >= 12)) return;
    for (const { file } of ownDashboards(resolution))
      for (const { body, path, name } of panelsOf(file)) {
        const type = String(body["type"]);
        const why = migrated.has(type)
          ? `${name} is of the type ${type}, which Grafana ${versions[0]} has no more: it is migrated when it is shown, and not everything survives`
          : angular.has(type)
            ? `${name} is of the type ${type}, an Angular plugin, which Grafana ${versions[0]} cannot run: it stays empty`
            : null;
        if (why !== null) yield dashboardProblem(file, why, [...path, "type"]);
      }
  },
};

/** A type of panel that was made with Angular. */
export const isAngular = (type: string): boolean => migrated.has(type) || angular.has(type);

/** https://grafana.com/docs/grafana/latest/developers/angular_deprecation/ */
const migrated: ReadonlySet<string> = new Set(["graph", "singlestat", "table-old", "grafana-singlestat-panel"]);
/** https://grafana.com/docs/grafana/latest/developers/angular_deprecation/angular-plugins/ */
const angular: ReadonlySet<string> = new Set([
  ...["grafana-piechart-panel", "grafana-worldmap-panel", "briangann-gauge-panel", "natel-discrete-panel"],
  ...["jdbranham-diagram-panel", "vonage-status-panel", "digrich-bubblechart-panel", "savantly-heatmap-panel"],
]);
