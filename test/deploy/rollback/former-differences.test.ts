import { describe, expect, test } from "vitest";
import { differencesOf, type Intent, intentsOf, staysOf } from "../../../src/deploy/rollback/former-differences.ts";
import type { FormerObject } from "../../../src/deploy/rollback/former-state.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { refKey, refOf } from "../../../src/kubernetes/resource-ref.ts";

const object = (kind: string, metadata: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...{ apiVersion: kind === "CustomResourceDefinition" ? "apiextensions.k8s.io/v1" : "v1", kind },
  ...{ metadata: { name: "x", ...(kind === "ConfigMap" ? { namespace: "n" } : {}), ...metadata }, ...more },
});
const entry = (manager: string, operation: string, time = "2026-01-01T00:00:00Z"): JsonObject => ({
  ...{ manager, operation, apiVersion: "v1", time, fieldsV1: { "f:data": { "f:a": {} } } },
});
const ours = { managedFields: [entry("prometheus-stack-action", "Apply")] };
const release = { name: "stack", namespace: "n" };
const ofRelease = (name: string, namespace: string): JsonObject => ({
  annotations: { "meta.helm.sh/release-name": name, "meta.helm.sh/release-namespace": namespace },
});

/** What becomes of one object: as it was, as it is when the deploy has failed, and in the end. */
const told = (
  layer: FormerObject["layer"],
  live: JsonObject | null,
  failed: JsonObject | undefined,
  now: JsonObject | null | undefined = failed,
) => {
  const ref = refOf(live ?? failed ?? object("ConfigMap"));
  const intents: readonly Intent[] = intentsOf(
    { release: null, hasHistory: false, serverSide: true, objects: [{ ref, layer, live }] },
    () => failed,
  );
  const there = { live: () => now ?? undefined, unread: new Map() };
  return {
    stays: staysOf(intents).map(({ why }) => why),
    wanted: intents.map(({ wanted }) => (wanted === null ? "untouched" : wanted.object)),
    differences: differencesOf(intents, there, new Map(), release).map(({ pointers, why, ofOthers }) => [
      pointers,
      why,
      ofOthers,
    ]),
  };
};

describe("what becomes of an object", () => {
  const crd = (version: string): JsonObject =>
    object("CustomResourceDefinition", { annotations: { "operator.prometheus.io/version": version } });

  test("a CustomResourceDefinition that changed stays, and is told with its release; one that did not is nothing", () => {
    expect(told("crds", crd("1.1.0"), crd("1.2.1"))).toEqual({
      stays: ["the cluster runs it as the deploy has changed it, of prometheus-operator 1.2.1"],
      wanted: ["untouched"],
      differences: [],
    });
    expect(told("overlay", null, crd("1.2.1")).stays[0]).toContain("has made it");
    expect(told("crds", crd("1.1.0"), crd("1.1.0"))).toEqual({ stays: [], wanted: [], differences: [] });
  });

  test.each<readonly [string, FormerObject["layer"], JsonObject]>([
    ["a namespace", "base", object("Namespace", ours)],
    ["the namespace that helm made", "namespace", object("Namespace")],
    [
      "what its annotation keeps",
      "release",
      object("ConfigMap", { annotations: { "helm.sh/resource-policy": "keep" } }),
    ],
  ])("%s that the deploy made stays, and is no difference", (_what, layer, made) => {
    expect(told(layer, null, made)).toMatchObject({
      stays: [expect.any(String)],
      wanted: ["untouched"],
      differences: [],
    });
  });

  test.each<readonly [FormerObject["layer"], JsonObject]>([
    ["base", ours],
    ["overlay", ours],
    ["note", ours],
    ["release", ofRelease("stack", "n")],
    ["hook", { managedFields: [entry("helm-3.22", "Update")] }],
  ])("what the deploy made of %s goes", (layer, metadata) => {
    const made = object("ConfigMap", metadata);
    expect(told(layer, null, made).wanted).toEqual([null]);
    expect(told(layer, null, made, null).differences).toEqual([]);
    expect(told(layer, null, made).differences).toEqual([[[], "the deploy made it", false]]);
    const going = object("ConfigMap", { ...metadata, deletionTimestamp: "2026-01-01T00:00:00Z" });
    expect(told(layer, null, made, going).differences).toEqual([
      [[], "the deploy made it, and it is being deleted still", false],
    ]);
  });

  const somebodys = { managedFields: [entry("somebody", "Update")] };
  test.each<readonly [FormerObject["layer"], JsonObject]>([
    ["base", somebodys],
    ["overlay", somebodys],
    ["release", somebodys],
    ["release", ofRelease("stack", "elsewhere")],
    ["release", ofRelease("other", "n")],
    ["hook", somebodys],
    ["hook", { managedFields: [entry("helm-controller", "Apply")] }],
    ["prune", ours],
  ])("what somebody else made under the name of an object of %s is not ours to delete: %j", (layer, metadata) => {
    expect(told(layer, null, object("ConfigMap", metadata)).differences).toEqual([
      [[], "somebody else made it while the deploy ran", true],
    ]);
  });

  test("what is gone or otherwise than it was is a difference", () => {
    const live = object("ConfigMap", ours, { data: { a: "1" } });
    expect(told("overlay", live, undefined).differences).toEqual([[[], "it is not there any more", false]]);
    expect(told("overlay", live, object("ConfigMap", ours, { data: { a: "2" } })).differences).toEqual([
      [["/data/a"], "it is not as it was", false],
    ]);
    expect(told("overlay", live, live).differences).toEqual([]);
  });

  test("what others wrote meanwhile is theirs only as long as nothing else differs", () => {
    const live = object("ConfigMap", ours, { data: { a: "1", b: "1" } });
    const managedFields = [...ours.managedFields, entry("person", "Update", "2026-01-01T00:00:09Z")];
    const failed = object("ConfigMap", { managedFields }, { data: { a: "theirs", b: "new" } });
    const kept = object("ConfigMap", { managedFields }, { data: { a: "theirs", b: "1" } });
    const pointers = ["/data/a", "/metadata/managedFields"];
    expect(told("overlay", live, failed, kept).differences).toEqual([
      [pointers, "person (Update) wrote it while the deploy ran", true],
    ]);
    expect(told("overlay", live, failed, failed).differences).toEqual([
      [["/data/a", "/data/b", "/metadata/managedFields"], "it is not as it was", false],
    ]);
  });

  test("what could not be read, or was refused, says why", () => {
    const live = object("ConfigMap", ours, { data: { a: "1" } });
    const objects = [{ ref: refOf(live), layer: "overlay", live } as const];
    const intents = intentsOf({ release: null, hasHistory: false, serverSide: true, objects }, () => live);
    const key = refKey(refOf(live));
    const why = (unread: ReadonlyMap<string, string>, refused: ReadonlyMap<string, string>) =>
      differencesOf(intents, { live: () => object("ConfigMap", ours), unread }, refused, release).map((one) => one.why);
    expect(why(new Map([[key, "no permission"]]), new Map())).toEqual(["it could not be compared: no permission"]);
    expect(why(new Map(), new Map([[key, "quota exceeded"]]))).toEqual(["quota exceeded"]);
  });
});
