import { nameOf } from "../core/finding.ts";
import { missingTemplates } from "../signal/alertmanager/missing-templates.ts";
import type { Check } from "./check.ts";

export const alertmanagerTemplateMissing: Check = {
  id: "alertmanager-template-missing",
  title: "A receiver names a template that nothing defines, and each of its notifications fails.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { world } }) {
    for (const alertmanager of world.ofKind("Alertmanager"))
      for (const { name, receiver, place } of missingTemplates(alertmanager, world)) {
        const at = place();
        yield {
          message: `${nameOf(alertmanager.ref)}: the receiver "${receiver}" names the template "${name}", which is neither Alertmanager's own nor defined in what is rendered: it starts, and each notification of that integration fails`,
          resource: alertmanager.ref,
          ...(at === null ? {} : { at }),
        };
      }
  },
};
