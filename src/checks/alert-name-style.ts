import type { Check } from "./check.ts";
import { ownAlerts, ruleProblem } from "./own/own-rules.ts";

/**
 * https://github.com/monitoring-mixins/docs#guidelines-for-alert-names-labels-and-annotations:
 * "less than 40 characters".
 */
const longest = 40;

export const alertNameStyle: Check = {
  id: "alert-name-style",
  title: "An alert's name is not CamelCase, or too long for a title.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    for (const alert of ownAlerts(resolution)) {
      if (!/^[A-Z][A-Za-z0-9]*$/.test(alert.name))
        yield ruleProblem(alert, resolution, "its name is not CamelCase, as the names of other alerts are");
      else if (alert.name.length > longest)
        yield ruleProblem(
          alert,
          resolution,
          `its name has ${alert.name.length} characters: more than ${longest} do not fit a title`,
        );
    }
  },
};
