import type { Check } from "./check.ts";
import { hopProblems } from "./problem/hop-problems.ts";

export const servicePortUnnamed: Check = {
  id: "service-port-unnamed",
  title: "The monitor asks for a port by name, and the port of the Service has none.",
  severity: "error",
  decidedBy: "own",
  reads: ["resolution"],
  find: (subject) => hopProblems(subject, "service-port-unnamed"),
};
