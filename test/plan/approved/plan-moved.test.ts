import { describe, expect, it } from "vitest";
import { planMoved } from "../../../src/plan/approved/plan-moved.ts";

const one = { what: "input path", approved: "a", now: "b" };

describe("the refusal of a plan that no longer holds", () => {
  it("names what moved, with both sides", () => {
    const { reason, message, hint } = planMoved([one, { what: "tool helm", approved: "4.3.1", now: "3.19.0" }]);
    expect(reason).toBe("plan-changed");
    expect(message).toBe(
      [
        "2 things are not as in the plan that was approved, and nothing was changed:",
        "  - input path: approved was a, now it is b",
        "  - tool helm: approved was 4.3.1, now it is 3.19.0",
      ].join("\n"),
    );
    expect(hint).toBe("Compare both plans in the report folder, then plan again and have that plan approved.");
  });

  it("names the first twenty, and how many there are beside", () => {
    const lines = planMoved(Array(1000).fill(one)).message.split("\n");
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      22,
      "1000 things are not as in the plan that was approved, and nothing was changed:",
      "  - and 980 more",
    ]);
  });

  it("has no line that a value wrote", () => {
    const { message } = planMoved([{ what: "input\npath", approved: "a\r\n::error::b", now: "\u2028c" }]);
    expect(message.split(/[\r\n\u2028]/)).toHaveLength(2);
    expect(message).toMatch(/^1 thing is /);
  });

  it.each([
    ["expiry", "the input plan-expiry"],
    ["run", "Deploy in the run that planned"],
    ["plan-key, which was given to the one job and not to the other", "the same plan-key"],
  ])("has a next step of its own for: %s", (what, step) => {
    expect(planMoved([{ ...one, what }]).hint).toContain(step);
  });
});
