import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { lossesOf } from "../../../src/plan/changes/loss.ts";
import type { ObjectDraft } from "../../../src/plan/draft.ts";
import { draft, object, prometheus } from "../drafts.ts";

const lost = (...drafts: readonly ObjectDraft[]) => lossesOf(drafts, []).map(({ what }) => what);
const spec = (before: JsonObject, after: JsonObject) => lost(draft(prometheus(before), prometheus(after)));
const claim = (size: string, name?: string): JsonObject => ({
  storage: {
    volumeClaimTemplate: {
      ...(name === undefined ? {} : { metadata: { name } }),
      spec: { resources: { requests: { storage: size } } },
    },
  },
});

describe("a deletion", () => {
  test.each<[string, JsonObject]>([
    ["it is deleted, and everything in it", object("v1", "Namespace", "monitoring")],
    ["it is deleted, and the data in its volume", object("v1", "PersistentVolumeClaim", "grafana")],
    [
      "it is deleted, and every Probe in the cluster",
      object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "probes", { spec: { names: { kind: "Probe" } } }),
    ],
    [
      "it is deleted, and its claims with their data",
      object("apps/v1", "StatefulSet", "loki", {
        spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } },
      }),
    ],
    ["it is deleted: its volumes stay behind unused", prometheus(claim("10Gi"))],
    [
      "it is deleted: its volumes are deleted with it",
      prometheus({ ...claim("10Gi"), persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } }),
    ],
    ["it is deleted: what it holds goes with its pods", prometheus({})],
  ])("says: %s", (what, live) => {
    expect(lost(draft(live, null))).toEqual([what]);
  });

  test("of what holds nothing is no loss", () => {
    const others = [
      object("v1", "ConfigMap", "a"),
      object("apps/v1", "StatefulSet", "a"),
      object("x.io/v1", "Namespace", "a"),
    ];
    expect(lost(...others.map((live) => draft(live, null)))).toEqual([]);
  });

  test("beside a new one of the kind is a rename", () => {
    const drafts = [draft(prometheus(claim("10Gi")), null), draft(null, prometheus(claim("10Gi"), "next"))];
    expect(lost(...drafts)).toEqual([
      "it gives way to Prometheus monitoring/next, which begins empty: its volumes stay behind unused",
    ]);
    const other = draft(null, object("monitoring.coreos.com/v1", "Alertmanager", "next"));
    expect(lost(draft(prometheus({}), null), other)[0]).toContain("it is deleted");
  });
});

describe("storage", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["storage shrinks from 10Gi to 9.5Gi", claim("10Gi"), claim("9.5Gi")],
    ["storage shrinks from 1Gi to 1G", claim("1Gi"), claim("1G")],
    ["storage is switched off: what its volumes hold is no longer read", claim("10Gi"), {}],
    [
      "storage is switched off: what its volumes hold is no longer read",
      claim("1Gi"),
      { storage: { emptyDir: {}, ...claim("1Gi") } },
    ],
    ["its claims get another name: new volumes, which begin empty", claim("1Gi", "a"), claim("1Gi", "b")],
    ["shards shrink from 2 to 1: samples of those that go are no longer read", { shards: 2 }, {}],
  ])("tells: %s", (what, before, after) => {
    expect(spec(before, after)).toEqual([what]);
  });

  test.each<[JsonObject, JsonObject]>([
    [claim("10Gi"), claim("10240Mi")],
    [claim("1G"), claim("1Gi")],
    [{}, { storage: { emptyDir: {} } }],
    [{ shards: 1 }, { shards: 2 }],
  ])("from %j to %j loses nothing", (before, after) => {
    expect(spec(before, after)).toEqual([]);
  });

  test("of a StatefulSet, of a claim and of a pod's volume is looked at too", () => {
    const set = (size: string, name = "data") =>
      object("apps/v1", "StatefulSet", "a", {
        spec: { volumeClaimTemplates: [{ metadata: { name }, spec: { resources: { requests: { storage: size } } } }] },
      });
    expect(lost(draft(set("2Gi"), set("1Gi")))).toEqual(["storage of data shrinks from 2Gi to 1Gi"]);
    expect(lost(draft(set("2Gi"), set("2Gi", "other")))).toEqual([
      "it no longer has the volumes data: what they hold is no longer read",
    ]);
    const pvc = (storage: string) =>
      object("v1", "PersistentVolumeClaim", "a", { spec: { resources: { requests: { storage } } } });
    expect(lost(draft(pvc("2Gi"), pvc("1Gi")))).toEqual(["storage shrinks from 2Gi to 1Gi"]);
    const grafana = (volume: JsonObject) =>
      object("apps/v1", "Deployment", "grafana", {
        spec: { template: { spec: { volumes: [{ name: "storage", ...volume }] } } },
      });
    const kept = { persistentVolumeClaim: { claimName: "grafana" } };
    expect(lost(draft(grafana(kept), grafana(kept)))).toEqual([]);
    expect(lost(draft(grafana(kept), grafana({ emptyDir: {} })))).toEqual([
      "its volume storage is no longer the claim grafana: what that holds is no longer read",
    ]);
  });
});

describe("a StatefulSet that is made anew", () => {
  const retention = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } };
  const stored = { ...claim("10Gi", "db"), ...retention };
  const labelled = (labels: JsonObject): JsonObject => ({
    ...{ ...retention, storage: { volumeClaimTemplate: { metadata: { labels }, spec: {} } } },
  });
  const told = (field: string): string =>
    `${field} changes: the operator makes another StatefulSet, and by whenDeleted the claims of the old one are deleted, with their data`;

  test.each<[string, string, JsonObject, JsonObject]>([
    ["larger claims", "storage", stored, { ...retention, ...claim("20Gi", "db") }],
    ["smaller claims", "storage", stored, { ...retention, ...claim("5Gi", "db") }],
    ["claims of another name", "storage", stored, { ...retention, ...claim("10Gi", "data") }],
    ["claims with another label", "storage", labelled({ a: "1" }), labelled({ a: "2" })],
    ["no claims any more", "storage", stored, retention],
    ["an emptyDir beside the claims", "storage", stored, { ...retention, storage: { emptyDir: {}, ...claim("10Gi") } }],
    ["a policy that would keep them", "storage", stored, claim("20Gi", "db")],
    ["another Service", "serviceName", stored, { ...stored, serviceName: "gpu" }],
    ["pods in turn", "podManagementPolicy", stored, { ...stored, podManagementPolicy: "OrderedReady" }],
  ])("by %s loses its claims", (_, field, before, after) => {
    expect(spec(before, after)).toEqual([told(field)]);
  });

  test("is none where the API server sees no change, or where claims stay", () => {
    expect(spec(stored, { ...retention, ...claim("10240Mi", "db") })).toEqual([]);
    expect(spec(stored, { ...stored, serviceName: "prometheus-operated", podManagementPolicy: "Parallel" })).toEqual(
      [],
    );
    expect(spec(labelled({}), { ...retention, storage: { volumeClaimTemplate: { spec: {} } } })).toEqual([]);
    expect(spec(claim("10Gi"), { ...claim("20Gi"), ...retention })).toEqual([]);
    expect(spec({ ...retention, serviceName: "a" }, { ...retention, serviceName: "b" })).toEqual([]);
  });
});

describe("fewer pods", () => {
  const deletes = (...when: readonly string[]): JsonObject => ({
    persistentVolumeClaimRetentionPolicy: Object.fromEntries(when.map((one) => [one, "Delete"])),
  });
  const fewer = (what: string, from: number, to: number): string =>
    `${what} shrink from ${from} to ${to}: the claims of those that go are deleted, with their data`;
  const operated = (kind: string, more: JsonObject) => object("monitoring.coreos.com/v1", kind, "a", { spec: more });
  const scaled = { ...claim("1Gi"), ...deletes("whenScaled") };

  test.each(["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"])(
    "of a %s lose their claims where the policy says so",
    (kind) => {
      const told = (before: JsonObject, after: JsonObject) =>
        lost(draft(operated(kind, before), operated(kind, after)));
      expect(told({ ...scaled, replicas: 2 }, scaled)).toEqual([fewer("replicas", 2, 1)]);
      expect(told(scaled, { ...scaled, replicas: 0 })).toEqual([fewer("replicas", 1, 0)]);
      expect(told({ ...claim("1Gi"), replicas: 3 }, { ...scaled, replicas: 2 })).toEqual([fewer("replicas", 3, 2)]);
    },
  );

  test.each<[string, JsonObject, JsonObject]>([
    ["are more", scaled, { ...scaled, replicas: 2 }],
    ["leave their claims by default", { ...claim("1Gi"), replicas: 2 }, claim("1Gi")],
    ["leave their claims by the new policy", { ...scaled, replicas: 2 }, claim("1Gi")],
    [
      "leave their claims where only whenDeleted says so",
      { ...claim("1Gi"), ...deletes("whenDeleted"), replicas: 2 },
      { ...claim("1Gi"), ...deletes("whenDeleted") },
    ],
    ["have no claims", { ...deletes("whenScaled"), replicas: 2 }, deletes("whenScaled")],
  ])("lose nothing where they %s", (_, before, after) => {
    expect(spec(before, after)).toEqual([]);
  });

  test("of a StatefulSet with claims are the same", () => {
    const set = (
      replicas: number,
      policy: JsonObject,
      templates: readonly JsonObject[] = [{ metadata: { name: "a" } }],
    ) => object("apps/v1", "StatefulSet", "a", { spec: { replicas, volumeClaimTemplates: templates, ...policy } });
    expect(lost(draft(set(2, deletes("whenScaled")), set(1, deletes("whenScaled"))))).toEqual([
      fewer("replicas", 2, 1),
    ]);
    expect(lost(draft(set(2, {}), set(1, {})))).toEqual([]);
    expect(lost(draft(set(2, deletes("whenScaled"), []), set(1, deletes("whenScaled"), [])))).toEqual([]);
  });

  test("by fewer shards lose their claims where these go with their StatefulSet", () => {
    const policy = { ...claim("1Gi"), ...deletes("whenDeleted") };
    expect(spec({ ...policy, shards: 3 }, { ...policy, shards: 2 })).toEqual([fewer("shards", 3, 2)]);
    // The operator deletes the StatefulSet of a shard that goes, and does not scale it.
    expect(spec({ ...scaled, shards: 2 }, scaled)).toEqual([
      "shards shrink from 2 to 1: samples of those that go are no longer read",
    ]);
  });
});

describe("retention", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["retention shrinks from 30d to 4w", { retention: "30d" }, { retention: "4w" }],
    ["retention shrinks from 30d to 24h", { retention: "30d" }, {}],
    [
      "retention shrinks from no limit in time to 1y",
      { retentionSize: "1GB" },
      { retentionSize: "1GB", retention: "1y" },
    ],
    [
      "retentionSize shrinks from 50GB to 40GiB",
      { retentionSize: "50GB", retention: "1d" },
      { retentionSize: "40GiB", retention: "1d" },
    ],
    ["retentionSize shrinks from no limit to 1GB", { retention: "1d" }, { retention: "1d", retentionSize: "1GB" }],
  ])("%s", (what, before, after) => {
    expect(spec(before, after)).toEqual([what]);
  });

  test.each<[JsonObject, JsonObject]>([
    [{ retention: "24h" }, {}],
    [{ retention: "10d" }, { retention: "240h" }],
    [{ retention: "10d", retentionSize: "1GB" }, { retentionSize: "1GiB" }],
    [
      { retention: "10d", retentionSize: "1GB" },
      { retention: "10d", retentionSize: "0" },
    ],
  ])("from %j to %j keeps as much", (before, after) => {
    expect(spec(before, after)).toEqual([]);
  });

  test("of an Alertmanager is 120h where nothing is said", () => {
    const alertmanager = (more: JsonObject) => object("monitoring.coreos.com/v1", "Alertmanager", "a", { spec: more });
    expect(lost(draft(alertmanager({}), alertmanager({ retention: "119h" })))).toEqual([
      "retention shrinks from 120h to 119h",
    ]);
  });
});

describe("a version", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["3.5.0 to 3.4.1", { version: "v3.5.0" }, { version: "v3.4.1" }],
    ["3.10.0 to 3.9.0", { image: "r.test:5000/p:v3.10.0" }, { image: "r.test:5000/p:v3.9.0" }],
    [
      "3.5.0 to 3.4.0",
      { image: "p:v3.5.0@sha256:aa", version: "v3.4.0" },
      { image: "p:v3.4.0-distroless", version: "v3.5.0" },
    ],
    ["3.5.0 to 3.4.0", { image: "p@sha256:aa", version: "v3.5.0" }, { image: "p@sha256:bb", version: "v3.4.0" }],
    ["3.0.0 to 3.0.0-rc.1", { version: "v3.0.0" }, { version: "v3.0.0-rc.1" }],
  ])("goes back from %s", (versions, before, after) => {
    expect(spec(before, after)).toEqual([`Prometheus goes back from version ${versions}`]);
  });

  test.each<[JsonObject, JsonObject]>([
    [{ version: "v3.9.0" }, { version: "v3.10.0" }],
    [{ image: "p:v3.5.0" }, { image: "q:v3.5.0-distroless" }],
    [{ image: "p:latest" }, { image: "p:v1.0.0" }],
    [{ image: "r.test:5000/p" }, { image: "r.test:4000/p" }],
  ])("does not from %j to %j", (before, after) => {
    expect(spec(before, after)).toEqual([]);
  });
});

test("a loss is allowed by the object's name alone, and more than one is told of an object", () => {
  const drafts = [draft(prometheus({ retention: "2d", version: "v3.0.0" }), prometheus({ version: "v2.0.0" }))];
  const allowed = (...names: readonly string[]) => lossesOf(drafts, names).map((loss) => loss.allowed);
  expect(allowed("Prometheus/monitoring/other", "Prometheus/main")).toEqual([false, false]);
  expect(allowed("Prometheus/monitoring/main")).toEqual([true, true]);
});

test("what only exists in another group of that name, or does not change, is none of it", () => {
  const foreign = (retention: string) => object("example.com/v1", "Prometheus", "a", { spec: { retention } });
  expect(lost(draft(foreign("2d"), foreign("1d")))).toEqual([]);
  expect(lost(draft(prometheus({ retention: "2d" }), prometheus({}), { action: "unchanged" }))).toEqual([]);
});

test("an update that no server judged is taken as it is written", () => {
  const one = draft(prometheus({ retention: "2d" }), prometheus({ retention: "1d" }), {
    after: null,
    unverified: "no",
  });
  expect(lost(one)).toEqual(["retention shrinks from 2d to 1d"]);
});
