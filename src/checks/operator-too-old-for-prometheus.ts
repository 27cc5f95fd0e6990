import { whyNotConfigured } from "../signal/operator/unconfigured-prometheus.ts";
import type { Check } from "./check.ts";

export const operatorTooOldForPrometheus: Check = {
  id: "operator-too-old-for-prometheus",
  title: "The operator is older than the major version of the Prometheus that it is to configure.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution: { world } }) {
    for (const kind of ["Prometheus", "PrometheusAgent"] as const)
      for (const prometheus of world.ofKind(kind)) {
        const why = whyNotConfigured(prometheus, world);
        if (why === null) continue;
        const at = prometheus.locate(["spec", "version"]);
        yield {
          message: `${why}: it ends its work on it with an error, every time. No monitor of it is scraped, and no rule is loaded`,
          resource: prometheus.ref,
          ...(at === null ? {} : { at }),
          fix: { description: "Deploy an operator from v0.77 on, or a Prometheus before 3.0.", edits: [] },
        };
      }
  },
};
