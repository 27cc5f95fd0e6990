import type { Check } from "./check.ts";
import { ruleProblems } from "./problem/rule-problems.ts";

export const alertTemplateInvalid: Check = {
  id: "alert-template-invalid",
  title: "A label or annotation of an alert is not a valid template.",
  severity: "error",
  decidedBy: "promtool",
  reads: ["rules"],
  *find({ rules }) {
    yield* ruleProblems(rules, "template");
  },
};
