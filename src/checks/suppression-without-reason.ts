import { suppressionComments } from "../stack/suppression-comments.ts";
import type { Check } from "./check.ts";

export const suppressionWithoutReason: Check = {
  id: "suppression-without-reason",
  title: "A comment suppresses a check and does not say why.",
  severity: "warning",
  decidedBy: "own",
  reads: ["stack"],
  *find({ stack }) {
    for (const { at, checks, reason } of suppressionComments(stack)) {
      const names = checks.length === 0 ? "names no check" : "gives no reason";
      if (reason === "" || checks.length === 0)
        yield {
          message: `This comment ${names}, and has no effect: write \`# prometheus-stack: ignore ${checks[0] ?? "<check>"} -- why\``,
          at,
        };
    }
  },
};
