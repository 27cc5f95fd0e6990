import { expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import type { Ledger } from "../../src/deploy/deploy-request.ts";
import { sayingNothingChanged, tellLeft } from "../../src/deploy/left-state.ts";

const name = { name: "stack", namespace: "monitoring" };
const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "a" };
const empty: Ledger = {
  ...{
    objects: [],
    release: null,
    workloads: [],
    notReady: [],
    writing: null,
    isNoted: false,
    isRefused: false,
    isNoWorse: false,
  },
};
const written = (more: Partial<Ledger>): string =>
  tellLeft({ ...empty, objects: [{ ref, layer: "base", action: "created" }], ...more }, name);

test("a deploy that did not come to write left nothing", () => {
  expect(tellLeft(empty, name)).toBe("Nothing was changed.");
});

test.each([
  ["base", null, "it stopped at base; helm was not run, the release monitoring/stack is as before."],
  ["release", null, "it stopped at the helm release; there is no release monitoring/stack."],
  ["release", "failed", "it stopped at the helm release; the release monitoring/stack is at revision 4, failed."],
  [
    "release",
    "unknown",
    "how helm left the release monitoring/stack could not be looked at, and the next deploy does.",
  ],
  [
    "rollout",
    "deployed",
    "it stopped at waiting until all is ready; the release monitoring/stack is at revision 4, deployed.",
  ],
] as const)("one that stopped at %s says so, and how the release is: %s", (at, status, says) => {
  const release = status === null ? null : { ...name, revision: 4, status };
  const text = written({ writing: { at, of: 3, runsHelm: true }, release });
  expect(text).toContain("What is left: 1 of 3 objects that differed are written, ");
  expect(text).toContain(says);
});

test("a deploy that runs no helm says so", () => {
  expect(written({ writing: { at: "overlay", of: 3, runsHelm: false } })).toContain("helm was not run, ");
});

test("an error before the deploy says once that nothing was changed", () => {
  const error = new OperatorError("cancelled", "The run was cancelled.", "Start the run again.");
  expect(sayingNothingChanged(error)).toMatchObject({
    reason: "cancelled",
    hint: "Start the run again. Nothing was changed.",
  });
  expect(sayingNothingChanged(sayingNothingChanged(error))).toMatchObject({
    hint: "Start the run again. Nothing was changed.",
  });
  const bug = new Error("x");
  expect(sayingNothingChanged(bug)).toBe(bug);
});
