import type { Check } from "./check.ts";

export const alertTestFailed: Check = {
  id: "alert-test-failed",
  title: "A unit test of the tree fails against the rules that base and overlays build, or promtool cannot read it.",
  severity: "error",
  decidedBy: "promtool",
  reads: ["alertTests"],
  *find({ alertTests }) {
    for (const { failures } of alertTests)
      for (const { at, message } of failures) yield { at, message: `The unit test fails: ${message}` };
  },
};
