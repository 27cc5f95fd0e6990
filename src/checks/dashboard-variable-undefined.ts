import { type JsonObject, valueAt } from "../kubernetes/manifest.ts";
import { dashboardName } from "../signal/dashboards/dashboard-file.ts";
import { dashboardPartsOf } from "../signal/dashboards/dashboard-queries.ts";
import { referencesIn, variablesOf } from "../signal/dashboards/grafana-variables.ts";
import type { Check } from "./check.ts";
import { ownDashboards } from "./own/own-dashboards.ts";

export const dashboardVariableUndefined: Check = {
  id: "dashboard-variable-undefined",
  title: "A query reads a variable that the dashboard does not have.",
  severity: "warning",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const { file, model } of ownDashboards(resolution)) {
      const known = variablesOf(model.content);
      for (const { text, place } of dashboardPartsOf(model.content, model.root).queries) {
        // Its replacement has dollars of its own.
        if (text.includes("label_replace")) continue;
        for (const { name, from, to } of referencesIn(text))
          if (!known.has(name) && !isBuiltIn(name) && !isInput(model.content, name))
            yield {
              message: `${dashboardName(file)}: a query reads the variable ${name}, and the dashboard has none of that name: the reference stays as it is, and finds nothing`,
              at: file.json.inString(place(), { from, to }),
              resource: file.object.ref,
            };
      }
    }
  },
};

/**
 * https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables; digits are
 * groups of a regular expression.
 */
const isBuiltIn = (name: string): boolean => name.startsWith("__") || /^\d+$/.test(name) || name === "timeFilter";

/** What the import dialog fills in is another check's. */
const isInput = ({ __inputs: inputs }: JsonObject, name: string): boolean =>
  Array.isArray(inputs) && inputs.some((input) => valueAt(input, ["name"]) === name);
