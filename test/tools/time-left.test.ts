import { expect, test } from "vitest";
import { weightsOf } from "../../scripts/tool-build/build-weights.ts";
import { goCommands } from "../../scripts/tool-build/commands.ts";
import { collectLate } from "../../scripts/tool-build/go-environment.ts";
import { inWords, secondsLeft } from "../../scripts/tool-build/time-left.ts";

test("nothing is known before the first step is done", () => {
  expect(secondsLeft([{ weight: 10 }, { weight: 20 }], 5)).toBeUndefined();
});

test("the rest takes as long in proportion as what is done", () => {
  expect(secondsLeft([{ weight: 10, seconds: 20 }, { weight: 20 }, { weight: 5 }], 0)).toBe(50);
  expect(secondsLeft([{ weight: 10, seconds: 20 }, { weight: 20 }, { weight: 5 }], 15)).toBe(35);
  expect(secondsLeft([{ weight: 10, seconds: 20 }], 0)).toBe(0);
});

test("a long step tells more of the pace than a short one", () => {
  const done = [
    { weight: 1, seconds: 10 },
    { weight: 99, seconds: 90 },
  ];
  expect(secondsLeft([...done, { weight: 50 }], 0)).toBe(50);
});

test("a step that takes longer than it should is not nearly done, and what follows takes longer, too", () => {
  expect(secondsLeft([{ weight: 10, seconds: 10 }, { weight: 20 }, { weight: 2 }], 500)).toBe(50 + 50);
});

test.each([
  [3, "less than a minute"],
  [50, "about a minute"],
  [89, "about a minute"],
  [91, "about 2 minutes"],
  [610, "about 10 minutes"],
])("%d seconds are %s", (seconds, words) => {
  expect(inWords(seconds)).toBe(words);
});

test("what commands share counts where it is built first", () => {
  const [alone = 0] = weightsOf([["kubectl"]]);
  const [after = 0] = weightsOf([["kube-apiserver"], ["kubectl"]]).slice(1);
  expect(after).toBeLessThan(alone);
  const [both = 0] = weightsOf([["kube-apiserver", "kubectl"]]);
  expect(both).toBe(weightsOf([["kube-apiserver"], ["kubectl"]]).reduce((sum, one) => sum + one, 0));
});

test("every command weighs something", () => {
  for (const { name } of goCommands) expect(weightsOf([["kubeconform"], [name]])[1]).toBeGreaterThan(0);
});

const gib = 1024 ** 3;

test("compilers collect garbage late where there is memory for it", () => {
  expect(collectLate(16 * gib, 2)).toEqual({ GOGC: "off", GOMEMLIMIT: String(2 * gib) });
  expect(collectLate(3 * gib, 2)).toEqual({});
});
