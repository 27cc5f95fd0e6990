import { valueAt } from "../kubernetes/manifest.ts";
import { scrapedTargets } from "../signal/scrape/scraped-targets.ts";
import type { Check } from "./check.ts";
import { objectProblem, ownObjects } from "./own/own-objects.ts";

export const prometheusScrapeAnnotationIgnored: Check = {
  id: "prometheus-scrape-annotation-ignored",
  title: "An annotation asks to be scraped, and nothing in this stack reads it.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const { all, unseen } = scrapedTargets(resolution.world);
    // Additional scrape configurations may well read it.
    if (unseen !== null || resolution.world.ofKind("ScrapeConfig").length > 0) return;
    for (const [kind, path] of Object.entries(places))
      for (const object of ownObjects(resolution, kind)) {
        const scrape = valueAt(object.body, [...path, "prometheus.io/scrape"]);
        if (String(scrape) !== "true" || all.some(({ service, workload }) => service === object || workload === object))
          continue;
        yield objectProblem(
          object,
          "the annotation prometheus.io/scrape does nothing here: the operator knows ServiceMonitors and PodMonitors alone, and none takes this object",
          [...path, "prometheus.io/scrape"],
        );
      }
  },
};

const inPods = ["spec", "template", "metadata", "annotations"] as const;
const places: Readonly<Record<string, readonly string[]>> = {
  Service: ["metadata", "annotations"],
  Deployment: inPods,
  DaemonSet: inPods,
  StatefulSet: inPods,
};
