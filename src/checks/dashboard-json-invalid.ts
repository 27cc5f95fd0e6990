import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const dashboardJsonInvalid: Check = {
  id: "dashboard-json-invalid",
  title: "A dashboard is not valid JSON: Grafana does not load it.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "resolution"],
  *find(subject) {
    // JSON is YAML: where a file is not even that, yaml-invalid has told of the same mistake.
    const told = new Set(subject.stack.files.filter(({ errors }) => errors.length > 0).map(({ file }) => file));
    for (const problem of hopProblems(subject, "dashboard-json-invalid"))
      if (problem.at === undefined || !told.has(problem.at.file)) yield problem;
  },
};
