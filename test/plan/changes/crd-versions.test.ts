import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { servedNotes, storedGone } from "../../../src/plan/changes/crd-versions.ts";
import { storedVersionObstacle } from "../../../src/plan/obstacles/decisions.ts";
import { draft, object } from "../drafts.ts";

const crd = (versions: Readonly<Record<string, boolean>>, stored: readonly string[] = []): JsonObject =>
  object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "meters.example.com", {
    spec: { versions: Object.entries(versions).map(([name, served]) => ({ name, served })) },
    ...(stored.length === 0 ? {} : { status: { storedVersions: stored } }),
  });
/** As a CRD of the chart is planned: no server was asked. */
const update = (live: JsonObject, wanted: JsonObject) => draft(live, wanted, { layer: "crds", after: null });

describe("a version that is served no more", () => {
  test.each<[string, Readonly<Record<string, boolean>>, Readonly<Record<string, boolean>>]>([
    ["v1alpha1", { v1alpha1: true, v1: true }, { v1: true }],
    ["v1alpha1", { v1alpha1: true, v1: true }, { v1alpha1: false, v1: true }],
    ["v1alpha1, v1beta1", { v1alpha1: true, v1beta1: true }, { v1: true }],
  ])("is told: %s", (gone, before, after) => {
    const note = `meters.example.com is no longer served as ${gone}: its objects stay, and whoever asks for them so is refused.`;
    expect(servedNotes([update(crd(before), crd(after))])).toEqual([note]);
    expect(servedNotes([draft(crd(before), crd(after))])).toEqual([note]);
  });

  test("is none where it was not served, comes, or is of another group's kind", () => {
    const before = crd({ v1alpha1: false, v1: true });
    expect(servedNotes([update(before, crd({ v1: true })), update(before, crd({ v1: true, v2: true }))])).toEqual([]);
    expect(servedNotes([draft(crd({ v1alpha1: true, v1: true }), null)])).toEqual([]);
    const foreign = (versions: Readonly<Record<string, boolean>>) => ({
      ...crd(versions),
      apiVersion: "example.com/v1",
    });
    expect(servedNotes([update(foreign({ v1: true, v2: true }), foreign({ v2: true }))])).toEqual([]);
  });
});

test("a version that objects may be stored in refuses the plan where it goes, not where it is only served no more", () => {
  const live = crd({ v1alpha1: true, v1: true }, ["v1alpha1", "v1"]);
  const [dropped, kept] = [update(live, crd({ v1: true })), update(live, crd({ v1alpha1: false, v1: true }))];
  expect(storedGone([dropped, kept])).toEqual([{ ref: dropped.ref, versions: ["v1alpha1"] }]);
  expect(storedVersionObstacle({ drafts: [dropped], newer: [] })).toMatchObject([
    { reason: "apply-failed", message: expect.stringContaining("  - meters.example.com: v1alpha1") },
  ]);
  expect(storedVersionObstacle({ drafts: [kept], newer: [] })).toEqual([]);
});
