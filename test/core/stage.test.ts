import { expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { StageRecorder } from "../../src/core/stage.ts";

const clock = (): (() => number) => {
  let now = 0;
  return () => (now += 10);
};

const recorder = () => new StageRecorder<{ tree: string; paths: readonly string[]; verdicts: number }>(clock());

test("a stage that is never reached is told as skipped", async () => {
  const stages = recorder();
  await stages.run("load", () => ({ tree: "t" }));
  expect(stages.results().map(({ name, status }) => `${name} ${status}`)).toEqual([
    "load passed",
    "render skipped",
    "validate skipped",
    "resolve skipped",
    "check skipped",
    "plan skipped",
    "deploy skipped",
    "verify skipped",
    "rollback skipped",
  ]);
});

test("a stage fails by throwing, and the error goes on", async () => {
  const stages = recorder();
  const failing = stages.run("render", async () => {
    throw new OperatorError("render-failed", "no such chart", "name another");
  });
  await expect(failing).rejects.toThrow("no such chart");
  expect(stages.results()[1]).toEqual({ name: "render", status: "failed", durationMs: 10, reason: "no such chart" });
});

test("a stage fails by its value, and the run goes on with it", async () => {
  const stages = recorder();
  const made = await stages.run(
    "validate",
    async () => ({ verdicts: 7 }),
    ({ verdicts }) => `${verdicts} is odd`,
  );
  expect(made).toEqual({ verdicts: 7 });
  expect(stages.results()[2]).toMatchObject({ status: "failed", reason: "7 is odd" });
  expect(stages.products()).toEqual({ verdicts: 7 });
});

test("what a stage made before it failed is kept, and it ends when nothing of it runs any more", async () => {
  const stages = recorder();
  const late = Promise.withResolvers<number>();
  const failing = stages.run("resolve", () => ({
    tree: "t",
    paths: Promise.reject(new Error("no way")),
    verdicts: late.promise,
  }));
  setTimeout(() => late.resolve(3), 5);
  await expect(failing).rejects.toThrow("no way");
  expect(stages.products()).toEqual({ tree: "t", verdicts: 3 });
});

test("of several failures the first in the order of what is made is told", async () => {
  const stages = recorder();
  const slow = new Promise<string>((_, reject) => setTimeout(() => reject(new Error("first")), 5));
  const failing = stages.keep({ tree: slow, paths: Promise.reject(new Error("second")) });
  await expect(failing).rejects.toThrow("first");
});

test("who listens is told of each stage as it begins and ends, also of those that run at once", async () => {
  const told: string[] = [];
  const stages = new StageRecorder<{ tree: string; verdicts: number }>(clock(), {
    begins: (name) => told.push(name),
    ended: ({ name, status, durationMs }) => told.push(`${name} ${status} ${durationMs}`),
  });
  const load = stages.run("load", async () => ({ tree: "t" }));
  const failing = stages.run("validate", () => ({ verdicts: Promise.reject(new Error("no")) }));
  await load;
  await expect(failing).rejects.toThrow("no");
  stages.skip("plan", "mode is check");
  expect(told.slice(0, 2)).toEqual(["load", "validate"]);
  expect(
    told
      .slice(2)
      .map((line) => line.replace(/ \d+$/, ""))
      .toSorted(),
  ).toEqual(["load passed", "validate failed"]);
});

test("what was done of a stage ahead counts in its time", async () => {
  const stages = recorder();
  expect(await stages.ahead("check", async () => "judged")).toBe("judged");
  await stages.run("check", () => ({ verdicts: 1 }));
  expect(stages.results()[4]).toEqual({ name: "check", status: "passed", durationMs: 20 });
});
