import { jsonWord } from "../kubernetes/json-word.ts";
import { type Panel, panelsOf } from "../signal/dashboards/dashboard-panels.ts";
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
    for (const { file } of ownDashboards(resolution)) {
      const old = panelsOf(file).filter(({ body }) => isAngular(jsonWord(body["type"])));
      const [first] = old;
      if (first !== undefined) yield dashboardProblem(file, whyOld(old, versions[0] ?? 12), [...first.path, "type"]);
    }
  },
};

/** All panels of a dashboard in one sentence: old dashboards have dozens, and one export mends them all. */
const whyOld = (old: readonly Panel[], version: number): string => {
  const typesOf = (panels: readonly Panel[]): string =>
    [...new Set(panels.map(({ body }) => jsonWord(body["type"])))].join(", ");
  const [first, ...others] = old;
  const what = others.length === 0 ? `${first?.name} is` : `${old.length} panels, ${first?.name} first, are`;
  const stayEmpty = old.filter(({ body }) => angular.has(jsonWord(body["type"])));
  const shown = old.filter((panel) => !stayEmpty.includes(panel));
  const outcomes = [
    ...(shown.length === 0 ? [] : [`${typesOf(shown)} is migrated when it is shown, and not everything survives`]),
    ...(stayEmpty.length === 0 ? [] : [`${typesOf(stayEmpty)} is an Angular plugin, and stays empty`]),
  ];
  return `${what} of a type that Grafana ${version} has no more: ${outcomes.join("; ")}`;
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
