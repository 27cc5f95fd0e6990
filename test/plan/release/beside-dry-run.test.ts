import { expect, test } from "vitest";
import type { Completed } from "../../../src/outside/exec.ts";
import { besideDryRun } from "../../../src/plan/release/beside-dry-run.ts";
import type { Revision } from "../../../src/plan/release/helm-release.ts";

const revision = (status: string): { readonly revision: Revision } => ({
  revision: { name: "stack", namespace: "monitoring", revision: 4, status, updated: "", chart: "stack-1.0.0", base: 3 },
});

// What helm 4.3 says, and helm 3.22 likewise.
const refused: Completed = {
  code: 1,
  stdout: "",
  stderr: "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress\n",
  durationMs: 1,
};
const rendered: Completed = { code: 0, stdout: "{}", stderr: "", durationMs: 1 };

/** Answers one after the other, and the last one from then on. */
const inTurn = <V>(...answers: readonly V[]) => {
  let asked = 0;
  return { ask: async () => answers[Math.min(asked++, answers.length - 1)] as V, asked: () => asked };
};

test("a helm that began its work between the two is seen by asking both once more", async () => {
  const read = inTurn(revision("deployed"), revision("pending-upgrade"));
  const dryRun = inTurn(refused);
  expect(await besideDryRun(read.ask, dryRun.ask)).toEqual([revision("pending-upgrade"), refused]);
  expect([read.asked(), dryRun.asked()]).toEqual([2, 2]);
});

test("one that has ended meanwhile leaves what can be planned", async () => {
  const read = inTurn(revision("deployed"));
  const dryRun = inTurn(refused, rendered);
  expect(await besideDryRun(read.ask, dryRun.ask)).toEqual([revision("deployed"), rendered]);
});

test.each([
  ["pending already", revision("pending-upgrade"), refused],
  ["refused for another reason", revision("deployed"), { ...refused, stderr: "Error: timed out" }],
  ["not refused", revision("deployed"), rendered],
])("what is %s is asked for once", async (_, found, said) => {
  const [read, dryRun] = [inTurn(found), inTurn(said)];
  expect(await besideDryRun(read.ask, dryRun.ask)).toEqual([found, said]);
  expect([read.asked(), dryRun.asked()]).toEqual([1, 1]);
});
