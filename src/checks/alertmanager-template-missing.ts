import { nameOf } from "../core/finding.ts";
import { missingNames } from "../signal/alertmanager/missing-names.ts";
import type { Check } from "./check.ts";

export const alertmanagerTemplateMissing: Check = {
  id: "alertmanager-template-missing",
  title: "A receiver names a template that nothing defines, and each of its notifications fails.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { world } }) {
    for (const alertmanager of world.ofKind("Alertmanager"))
      for (const { name, by, resource, place } of missingNames(world)(alertmanager).templates) {
        const at = place();
        yield {
          message: `${nameOf(alertmanager.ref)}: ${by} names the template "${name}", which is neither Alertmanager's own nor defined in a file that its \`templates\` load: it starts, and each notification of that integration fails`,
          resource,
          ...(at === null ? {} : { at }),
        };
      }
  },
};
