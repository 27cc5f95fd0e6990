import { describe, expect, test } from "vitest";
import type { CommitRelation } from "../../../src/outside/commit-relation.ts";
import { commitOrder, type DeployCandidate } from "../../../src/plan/order/commit-order.ts";
import type { Deployed } from "../../../src/plan/order/deployed-state.ts";

const [old, young] = ["1".repeat(40), "2".repeat(40)];
const deployed: Deployed = {
  repository: "acme/stack",
  commit: old,
  ref: "refs/heads/main",
  path: "prometheus-stack",
  run: { id: "100", attempt: "1", url: "https://github.com/acme/stack/actions/runs/100" },
  chart: "kube-prometheus-stack-88.5.2",
  at: "2026-03-01T12:00:00Z",
  objects: [],
};
const chart = { name: "kube-prometheus-stack", version: "88.5.2" };
const candidate: DeployCandidate = { repository: "acme/stack", commit: young, runId: "101", chart };

interface Case {
  readonly there?: Partial<Deployed> | null;
  readonly here?: Partial<DeployCandidate>;
  readonly relation?: CommitRelation | null;
  readonly allowed?: readonly string[];
  readonly releaseChart?: string | null;
}
const order = ({ there = {}, here = {}, relation = null, allowed = [], releaseChart = null }: Case) =>
  commitOrder({
    deployed: there === null ? null : { ...deployed, ...there },
    candidate: { ...candidate, ...here },
    relation: async () => relation,
    allowed,
    releaseChart,
  });
const reasons = async (given: Case) => (await order(given)).obstacles.map(({ reason }) => reason);

describe("a commit", () => {
  test("that contains what is deployed, or is it, or is the first, passes without a word", async () => {
    const fine = { obstacles: [], notes: [] };
    expect(await order({ relation: "ahead", here: { runId: "3" } })).toEqual(fine);
    expect(await order({ here: { commit: old.toUpperCase(), runId: "3" } })).toEqual(fine);
    expect(await order({ there: null })).toEqual(fine);
  });

  test("that what is deployed contains is outdated, by whichever run it comes", async () => {
    const { obstacles, notes } = await order({ relation: "behind" });
    expect(notes).toEqual([]);
    expect(obstacles).toEqual([
      {
        reason: "outdated",
        message: `Commit ${young} is older than what is deployed (${old} of refs/heads/main by https://github.com/acme/stack/actions/runs/100, 2026-03-01T12:00:00Z): it is an ancestor. It would take back what came after it.`,
        hint: `Deploy the newest commit, or name this one with the input allow-outdated: ${young}.`,
      },
    ]);
  });

  test("that the input names passes, and that is noted", async () => {
    const { obstacles, notes } = await order({ relation: "behind", allowed: ["x", young.toUpperCase()] });
    expect(obstacles).toEqual([]);
    expect(notes).toEqual([expect.stringContaining("The input allow-outdated names it.")]);
    expect(await reasons({ relation: "behind", allowed: [young.slice(0, 12), "", "*"] })).toEqual(["outdated"]);
  });

  test.each(["diverged", null] as const)(
    "whose relation is %s is outdated where its run began before",
    async (relation) => {
      expect(await reasons({ relation, here: { runId: "99" } })).toEqual(["outdated"]);
      for (const runId of ["100", "101", "1000", "9".repeat(20), null, "", "-1", "1e2", "9".repeat(21)]) {
        const { obstacles, notes } = await order({ relation, here: { runId } });
        expect([obstacles, notes.length]).toEqual([[], 1]);
      }
      for (const id of [null, "", "x", "1".repeat(5000)])
        expect(await reasons({ relation, here: { runId: "99" }, there: { run: { ...deployed.run, id } } })).toEqual([]);
    },
  );

  test("of another repository is that one's, not an older one; letter case is GitHub's own", async () => {
    expect(await reasons({ here: { repository: "acme/fork" }, relation: "behind" })).toEqual(["owned-elsewhere"]);
    expect(await reasons({ here: { repository: "ACME/Stack" }, relation: "ahead" })).toEqual([]);
    expect(await reasons({ here: { repository: null }, relation: "behind" })).toEqual(["outdated"]);
  });

  test("that nobody names is not compared, and that is noted", async () => {
    for (const given of [{ here: { commit: null } }, { there: { commit: null } }])
      expect(await order({ ...given, relation: "behind" })).toEqual({
        obstacles: [],
        notes: [expect.stringContaining("Nobody can tell whether this is newer")],
      });
  });
});

describe("a chart", () => {
  const charts = (releaseChart: string | null, version: string, allowed: readonly string[] = []) =>
    reasons({ there: null, releaseChart, here: { chart: { ...chart, version } }, allowed });

  test.each([
    ["kube-prometheus-stack-88.5.2", "88.5.1"],
    ["kube-prometheus-stack-88.5.10", "88.5.9"],
    ["kube-prometheus-stack-88.5.2", "88.5.2-rc.1"],
    ["kube-prometheus-stack-v88.5.2", "87.0.0+build.7"],
  ])("%s is not followed by %s, unless the input names it", async (there, version) => {
    expect(await charts(there, version)).toEqual(["outdated"]);
    expect(await charts(there, version, [`kube-prometheus-stack-${version}`])).toEqual([]);
    expect(await charts(there, version, [version, "kube-prometheus-stack"])).toEqual(["outdated"]);
  });

  test.each([
    [null, "1.0.0"],
    ["kube-prometheus-stack-88.5.2", "88.5.2"],
    ["kube-prometheus-stack-88.5.2-rc.1", "88.5.2"],
    ["kube-prometheus-stack-extras-99.0.0", "88.5.2"],
    ["another-99.0.0", "88.5.2"],
    ["kube-prometheus-stack-nonsense", "88.5.2"],
    [`kube-prometheus-stack-${"9".repeat(400)}.0.0`, "88.5.2"],
    ["kube-prometheus-stack-88.5.2", "nonsense"],
    ["", "88.5.2"],
  ])("%s may be followed by %s", async (there, version) => {
    expect(await charts(there, version)).toEqual([]);
  });
});
