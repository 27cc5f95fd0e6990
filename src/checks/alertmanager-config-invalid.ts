import { nameOf } from "../core/finding.ts";
import { configInForce } from "../signal/alertmanager/alertmanager-in-force.ts";
import { mayLackValues } from "../stack/places.ts";
import type { Check } from "./check.ts";

export const alertmanagerConfigInvalid: Check = {
  id: "alertmanager-config-invalid",
  title: "Alertmanager refuses its configuration, and nobody is notified of anything.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find({ stack, resolution: { world } }) {
    for (const alertmanager of world.ofKind("Alertmanager")) {
      const problem = configInForce(alertmanager, world)?.problem ?? null;
      if (problem === null || (problem.isLack === true && mayLackValues(stack))) continue;
      const at = problem.place();
      yield {
        message: `${nameOf(alertmanager.ref)}: its configuration is refused (${problem.message}): it does not start with it, or goes on with an older one until its pod is gone, and then nobody is told of any alert`,
        resource: alertmanager.ref,
        ...(at === null ? {} : { at }),
      };
    }
  },
};
