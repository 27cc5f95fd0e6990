import { nameOf } from "../core/finding.ts";
import { type MissingName, missingNames } from "../signal/alertmanager/missing-names.ts";
import type { Check } from "./check.ts";

export const alertmanagerTemplateFunction: Check = {
  id: "alertmanager-template-function",
  title: "A notification template calls a function that Alertmanager does not have.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { world } }) {
    for (const alertmanager of world.ofKind("Alertmanager")) {
      const { functions, functionsInFiles } = missingNames(world)(alertmanager);
      const problem = ({ name, by, resource, place }: MissingName, follows: string) => {
        const at = place();
        return {
          message: `${nameOf(alertmanager.ref)}: ${by} calls the function "${name}", which Alertmanager does not have: ${follows}`,
          resource,
          ...(at === null ? {} : { at }),
        };
      };
      for (const one of functionsInFiles)
        yield problem(one, "it does not start with it, or goes on with an older configuration until its pod is gone");
      for (const one of functions) yield problem(one, "it starts, and each notification of that integration fails");
    }
  },
};
