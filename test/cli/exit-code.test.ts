import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import { report } from "../report/sample-report.ts";

test.for([
  ["nothing found", {}, null, 0],
  ["findings", { conclusion: "failure", failureReason: "findings" }, null, 1],
  ["a tree that cannot be rendered", { conclusion: "failure", failureReason: "render-failed" }, null, 1],
  ["objects that could not be validated", { conclusion: "failure", failureReason: "schemas-unavailable" }, null, 2],
  [
    "an operator error",
    { conclusion: "failure", failureReason: "tool-missing", error: { message: "m", hint: "h" } },
    null,
    2,
  ],
  ["a bug", { conclusion: "failure", failureReason: "internal" }, "Error: at …", 2],
] as const)("%s", ([, more, bug, code]) => {
  expect(exitCodeOf({ report: report(more), bug })).toBe(code);
});
