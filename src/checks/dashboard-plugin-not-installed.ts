import { jsonWord } from "../kubernetes/json-word.ts";
import { panelsOf } from "../signal/dashboards/dashboard-panels.ts";
import { installsPlugin } from "../signal/grafana/grafana-plugins.ts";
import type { Check } from "./check.ts";
import { isAngular } from "./dashboard-angular-panel.ts";
import { dashboardProblem, ownDashboards } from "./own/own-dashboards.ts";

export const dashboardPluginNotInstalled: Check = {
  id: "dashboard-plugin-not-installed",
  title: "A panel needs a plugin that the stack's Grafana does not install.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { world, dashboards } = resolution;
    const { pods } = dashboards.grafana;
    for (const { file } of ownDashboards(resolution))
      for (const { body, path, name } of panelsOf(file)) {
        const type = jsonWord(body["type"]);
        if (!isPlugin(type) || pods.length === 0) continue;
        if (pods.some((pod) => installsPlugin(pod, type, world) !== false)) continue;
        yield {
          ...dashboardProblem(file, `${name} is of the type ${type}, and Grafana has no such plugin: it stays empty`, [
            ...path,
            "type",
          ]),
          fix: {
            description: `Add ${type} to grafana.plugins in the chart's values, or use a panel that Grafana brings.`,
            edits: [],
          },
        };
      }
  },
};

/**
 * Ids of plugins are made of who publishes them, a name, and the type; none of Grafana's own panels is; those of
 * Angular have a check of their own. https://grafana.com/developers/plugin-tools/reference/plugin-json#id
 */
const isPlugin = (type: string): boolean => /^[a-z0-9]+-[a-z0-9-]+-panel$/i.test(type) && !isAngular(type);
