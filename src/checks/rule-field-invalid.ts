import type { Location } from "../core/finding.ts";
import type { Check } from "./check.ts";
import { ruleProblems } from "./problem/rule-problems.ts";

export const ruleFieldInvalid: Check = {
  id: "rule-field-invalid",
  title: "A rule or group has a form that Prometheus refuses, though the schema allows it.",
  severity: "error",
  decidedBy: "promtool",
  reads: ["rules", "validation"],
  *find({ rules, validation }) {
    // What the schema refuses at the same place is told once, by kubernetes-schema-invalid.
    const told = new Set(
      validation.verdicts.flatMap(({ manifest, errors }) => errors.map(({ path }) => placeOf(manifest.locate(path)))),
    );
    for (const problem of ruleProblems(rules, "field"))
      if (problem.at === undefined || !told.has(placeOf(problem.at))) yield problem;
  },
};

const placeOf = ({ file, line }: Location): string => `${file}:${line}`;
