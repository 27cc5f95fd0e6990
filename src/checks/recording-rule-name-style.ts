import type { Check } from "./check.ts";
import { ownRules, ruleProblem } from "./own/own-rules.ts";

export const recordingRuleNameStyle: Check = {
  id: "recording-rule-name-style",
  title: "A recorded metric is named like a raw one, or takes the name of a metric that the exporter exports.",
  severity: "notice",
  decidedBy: "own",
  reads: ["resolution"],
  *find({ resolution }) {
    const exported = new Set((resolution.world.exporter.metrics ?? []).map(({ name }) => name));
    for (const rule of ownRules(resolution)) {
      if (rule.kind !== "record") continue;
      if (exported.has(rule.name))
        yield ruleProblem(rule, resolution, "the exporter exports a metric of that name: the two get mixed up");
      else if (!rule.name.includes(":"))
        yield ruleProblem(
          rule,
          resolution,
          "a recorded metric is named level:metric:operations, so that nobody takes it for a raw one",
        );
    }
  },
};
