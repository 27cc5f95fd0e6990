import { expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { StageRecorder } from "../../src/core/stage.ts";

const clock = (): (() => number) => {
  let now = 0;
  return () => (now += 10);
};

test("a stage that is never reached is told as skipped", async () => {
  const stages = new StageRecorder(clock());
  await stages.run("load", async () => 1);
  expect(stages.results().map(({ name, status }) => `${name} ${status}`)).toEqual([
    "load passed",
    "render skipped",
    "validate skipped",
    "resolve skipped",
    "check skipped",
    "deploy skipped",
  ]);
});

test("a stage fails by throwing, and the error goes on", async () => {
  const stages = new StageRecorder(clock());
  const failing = stages.run("render", async () => {
    throw new OperatorError("render-failed", "no such chart", "name another");
  });
  await expect(failing).rejects.toThrow("no such chart");
  expect(stages.results()[1]).toEqual({ name: "render", status: "failed", durationMs: 10, reason: "no such chart" });
});

test("a stage fails by its value, and the run goes on with it", async () => {
  const stages = new StageRecorder(clock());
  expect(
    await stages.run(
      "validate",
      async () => 7,
      (value) => `${value} is odd`,
    ),
  ).toBe(7);
  expect(stages.results()[2]).toMatchObject({ status: "failed", reason: "7 is odd" });
});
