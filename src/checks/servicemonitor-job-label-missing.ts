import { textAt } from "../kubernetes/json-fields.ts";
import { labelsOf } from "../kubernetes/labels.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const servicemonitorJobLabelMissing: Check = {
  id: "servicemonitor-job-label-missing",
  title: "`jobLabel` names a label that the Services do not have: the job is called otherwise than meant.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { all } = scrapedTargets(resolution.world);
    for (const monitor of ownObjects(resolution, "ServiceMonitor")) {
      const label = textAt(monitor.body, ["spec", "jobLabel"]);
      if (label === null || label === "") continue;
      const services = all.filter((target) => target.monitor === monitor).flatMap(({ service }) => service ?? []);
      const lacking = services.find((service) => labelsOf(service.body)[label] === undefined);
      if (lacking !== undefined)
        yield objectProblem(
          monitor,
          `jobLabel is ${label}, and Service ${lacking.ref.name} has no such label: its job is the Service's name, and whatever asks for another finds nothing`,
          ["spec", "jobLabel"],
        );
    }
  },
};
