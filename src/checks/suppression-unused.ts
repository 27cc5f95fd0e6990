import type { Check } from "./check.ts";

export const suppressionUnused: Check = {
  id: "suppression-unused",
  title: "A suppression lets nothing be: what it was for is mended, or was never there.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  // Only the runner knows which suppressions were used: it tells the others under this name (run-checks.ts).
  find: () => [],
};
