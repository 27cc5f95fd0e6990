import { describe, expect, it } from "vitest";
import { whatMoved } from "../../../src/plan/approved/same-plan.ts";
import type { Plan } from "../../../src/plan/plan.ts";
import { anHourLater, keyedDigest, samplePlan } from "../sample-plan.ts";
import type { PlanEdit } from "../tamper/edit-plan.ts";
import { sourceEdits } from "../tamper/frame-edits.ts";
import { harmlessEdits } from "../tamper/harmless-edits.ts";
import { approvedOnly, forbiddenEdits } from "../tamper/plan-edits.ts";

const edited = ({ name, make }: PlanEdit): Plan => {
  const plan = make(samplePlan);
  if (plan === null) throw new Error(`the sample has no place for: ${name}`);
  return plan;
};
const named = (edits: readonly PlanEdit[]) => edits.map((one) => [one.name, one] as const);
const movedIn = (approved: Plan, fresh: Plan = samplePlan) => whatMoved(approved, fresh, anHourLater, "deploy");

describe("a plan that still holds", () => {
  it("is the same as itself, and as a copy of it", () => {
    expect(movedIn(samplePlan)).toEqual([]);
    expect(movedIn(structuredClone(samplePlan))).toEqual([]);
  });

  it.each(named(harmlessEdits))("bears: %s", (_, one) => {
    expect(movedIn(edited(one))).toEqual([]);
  });

  it("bears every harmless change at once", () => {
    const plan = harmlessEdits.reduce((before, { make }) => make(before) ?? before, samplePlan);
    expect(movedIn(plan)).toEqual([]);
  });

  it("holds for a clock that is some minutes behind, and until the moment of its expiry", () => {
    const at = (time: string) => whatMoved(samplePlan, samplePlan, new Date(time), "deploy");
    expect(at("2026-11-24T09:56:00.000Z")).toEqual([]);
    expect(at("2026-11-24T09:54:00.000Z").map(({ what }) => what)).toEqual([
      "time, which was later when the plan was made",
    ]);
    expect(at("2026-11-25T09:59:59.999Z")).toEqual([]);
    expect(at("2026-11-25T10:00:00.000Z")).toEqual([
      { what: "expiry", approved: samplePlan.expiresAt, now: "2026-11-25T10:00:00.000Z" },
    ]);
  });

  it("is the same where this run has a character that no file can have", () => {
    const odd: Plan = { ...samplePlan, inputs: { ...samplePlan.inputs, path: "a\ud800" } };
    expect(movedIn({ ...odd, inputs: { ...odd.inputs, path: "a\ufffd" } }, odd)).toEqual([]);
  });
});

describe("a plan that holds no more", () => {
  const all = [...forbiddenEdits, ...approvedOnly];

  it("is tried with enough changes, of which no two have one name", () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(harmlessEdits.length).toBeGreaterThanOrEqual(20);
    expect(new Set([...all, ...harmlessEdits].map(({ name }) => name)).size).toBe(all.length + harmlessEdits.length);
  });

  it.each(named(all))("is refused: %s", (_, one) => {
    const moved = movedIn(edited(one));
    expect(moved).not.toEqual([]);
    for (const { what, approved, now } of moved) {
      expect(what).not.toBe("");
      expect(approved).not.toBe(now);
    }
  });

  it.each(named(forbiddenEdits))("is refused the other way round: %s", (_, one) => {
    expect(movedIn(samplePlan, edited(one))).not.toEqual([]);
  });

  it.each(named(forbiddenEdits))("is told the same in whatever order the plans have their parts: %s", (_, one) => {
    const plan = edited(one);
    const shuffled = { ...plan, objects: plan.objects.toReversed(), images: plan.images.toReversed() };
    expect(movedIn(shuffled)).toEqual(movedIn(plan));
  });
});

describe("asked before merging", () => {
  const asked = (approved: Plan) => whatMoved(approved, samplePlan, anHourLater, "ask");

  it.each(named([...harmlessEdits, ...sourceEdits]))("a plan bears: %s", (_, one) => {
    expect(asked(edited(one))).toEqual([]);
  });

  it.each(named([...forbiddenEdits, ...approvedOnly].filter((one) => !sourceEdits.includes(one))))(
    "a plan is refused: %s",
    (_, one) => {
      expect(asked(edited(one))).not.toEqual([]);
    },
  );
});

describe("what moved", () => {
  it("is told with both sides, and what is not there by a word", () => {
    const approved: Plan = {
      ...samplePlan,
      inputs: { ...samplePlan.inputs, "chart-version": "88.5.1", prune: "true" },
    };
    expect(movedIn(approved)).toEqual([
      { what: "input chart-version", approved: "88.5.1", now: "88.5.2" },
      { what: "input prune", approved: "true", now: "not given" },
    ]);
  });

  it("begins with causes, and has deletes before other objects", () => {
    const fresh: Plan = {
      ...samplePlan,
      source: { ...samplePlan.source, sha: "e".repeat(40) },
      tools: { helm: "3.19.0", kubectl: "1.34.2" },
      objects: samplePlan.objects.map((object) =>
        object.layer === "crds" || object.action === "create"
          ? { ...object, action: object.layer === "crds" ? "update" : "delete" }
          : object,
      ),
      stale: [],
    };
    expect(movedIn(samplePlan, fresh).map(({ what }) => what)).toEqual([
      "commit",
      "tool helm",
      "ServiceMonitor monitoring/dcgm-exporter",
      "CustomResourceDefinition prometheusrules.monitoring.coreos.com",
      "ConfigMap monitoring/old-dashboard: left by an earlier deploy",
      "ConfigMap monitoring/older-dashboard: left by an earlier deploy",
    ]);
  });

  it("names the field that is another, by its values or else by its digest", () => {
    const change = (value: object): Plan => ({
      ...samplePlan,
      objects: samplePlan.objects.map((object) => ({
        ...object,
        changes: object.changes.map((one) => (one.noise === null ? { ...one, ...value } : one)),
      })),
    });
    expect(movedIn(change({ after: '"grafana:11"' }))).toContainEqual({
      what: "Deployment monitoring/grafana: /spec/template/spec/containers/0/image",
      approved: '"grafana:12.0.0" → "grafana:11"',
      now: '"grafana:12.0.0" → "grafana:12.1.0"',
    });
    const digest = keyedDigest("another password");
    expect(movedIn(change({ digest }))).toContainEqual({
      what: "Secret monitoring/grafana: /data/admin-password",
      approved: `${digest.slice(0, 24)}…`,
      now: `${keyedDigest("password").slice(0, 24)}…`,
    });
  });

  it("compares all digits of a digest, not those that it tells", () => {
    const values = samplePlan.release.values ?? "";
    const approved: Plan = { ...samplePlan, release: { ...samplePlan.release, values: `${values.slice(0, -1)}x` } };
    expect(movedIn(approved)).toHaveLength(1);
  });

  it("shows of long values what stands around the first difference", () => {
    const path = (end: string): Plan => ({ ...samplePlan, inputs: { path: `${"x".repeat(5000)}${end}` } });
    const [{ approved = "", now = "" } = {}] = movedIn(path(`a${"y".repeat(5000)}`), path("b"));
    expect([approved.length, now]).toEqual([202, `…${"x".repeat(50)}b`]);
    expect(approved).toMatch(/^…x{50}ay+…$/);
  });
});

describe("the key of the digests", () => {
  const json = JSON.stringify(samplePlan);
  const unkeyed = JSON.parse(json.replaceAll(/"hmac-sha256:[0-9a-f]{64}"/g, "null")) as Plan;
  const rekeyed = JSON.parse(json.replaceAll(/hmac-sha256:[0-9a-f]{4}/g, "hmac-sha256:0000")) as Plan;
  const what = "plan-key, which was given to the one job and not to the other";

  it("is told once where one job had it and the other had none", () => {
    expect(movedIn(samplePlan, unkeyed)).toEqual([{ what, approved: "given", now: "not given" }]);
    expect(movedIn(unkeyed, samplePlan)).toEqual([{ what, approved: "not given", now: "given" }]);
  });

  it("is told once where each job had its own", () => {
    expect(movedIn(samplePlan, rekeyed)).toEqual([
      { what: "plan-key", approved: "one key", now: "another key, or nothing is as it was" },
    ]);
  });

  it("hides nothing else that moved", () => {
    expect(movedIn(samplePlan, { ...unkeyed, stale: [] }).map((one) => one.what)).toHaveLength(3);
  });

  it("may be missing in both", () => {
    expect(movedIn(unkeyed, unkeyed)).toEqual([]);
  });
});
