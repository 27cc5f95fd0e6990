import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { projection } from "../../../src/plan/hidden/projection.ts";

const wanted: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "grafana", namespace: "monitoring", labels: { app: "grafana" }, annotations: { mine: "1" } },
  spec: {
    replicas: 1,
    template: {
      spec: { containers: [{ name: "grafana", image: "grafana:12", env: [{ name: "A", value: "1" }] }], volumes: [] },
    },
  },
};

const live: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: {
    name: "grafana",
    namespace: "monitoring",
    uid: "u",
    resourceVersion: "1",
    generation: 3,
    creationTimestamp: "2026-11-24T10:00:00Z",
    labels: { app: "grafana" },
    annotations: {
      mine: "1",
      "prometheus-stack-action.dev/run": "https://x",
      "deployment.kubernetes.io/revision": "4",
    },
    managedFields: [{ manager: "helm" }],
  },
  spec: {
    replicas: 1,
    revisionHistoryLimit: 10,
    template: {
      spec: {
        containers: [
          { name: "grafana", image: "grafana:12", imagePullPolicy: "Always", env: [{ name: "A", value: "1" }] },
        ],
        volumes: [],
        dnsPolicy: "ClusterFirst",
      },
    },
  },
  status: { readyReplicas: 1 },
};

type Path = readonly (string | number)[];

/** A copy with another value at the path; undefined takes it away. */
const withAt = (value: Json | undefined, [step, ...rest]: Path, by: Json | undefined): Json => {
  if (step === undefined) return by ?? null;
  if (Array.isArray(value)) return value.with(Number(step), withAt(value[Number(step)], rest, by));
  const { [step]: here, ...others } = value as JsonObject;
  return rest.length === 0 && by === undefined ? others : { ...others, [step]: withAt(here, rest, by) };
};
const edited = (path: Path, by: Json | undefined) => projection(withAt(live, path, by) as JsonObject, wanted);
const container = ["spec", "template", "spec", "containers", 0];

describe("what of an object is the stack's", () => {
  it("is what the stack sets, as it is in the cluster", () => {
    expect(projection(live, wanted)).toEqual(wanted);
  });

  it.each<[string, Path, Json | undefined]>([
    ["a status", ["status"], { readyReplicas: 0 }],
    ["managed fields", ["metadata", "managedFields"], []],
    ["a resource version", ["metadata", "resourceVersion"], "2"],
    ["a generation", ["metadata", "generation"], 4],
    ["a uid, which is compared by itself", ["metadata", "uid"], "v"],
    ["a label of another manager", ["metadata", "labels", "theirs"], "1"],
    ["an annotation of a controller", ["metadata", "annotations", "deployment.kubernetes.io/revision"], "5"],
    ["our stamp", ["metadata", "annotations", "prometheus-stack-action.dev/run"], "https://y"],
    ["a finalizer", ["metadata", "finalizers"], ["x"]],
    ["a default of the server", ["spec", "revisionHistoryLimit"], 3],
    ["a field of another manager", ["spec", "paused"], true],
    ["a default in an item of a list", [...container, "imagePullPolicy"], "IfNotPresent"],
  ])("does not change by %s", (_, path, value) => {
    expect(edited(path, value)).toEqual(projection(live, wanted));
  });

  it.each<[string, Path, Json | undefined]>([
    ["a value", ["spec", "replicas"], 0],
    ["a value that is not there any more", ["spec", "replicas"], undefined],
    ["a mapping that is not there any more", ["spec", "template"], undefined],
    ["another kind of value", ["spec", "template", "spec"], "x"],
    ["a value in an item of a list", [...container, "image"], "attacker/miner:1"],
    ["a value in a list within a list", [...container, "env", 0, "value"], "2"],
    ["an item more", [...container, "env"], [{ name: "A", value: "1" }, { name: "B" }]],
    ["an item less", [...container, "env"], []],
    ["an item in an empty list", ["spec", "template", "spec", "volumes"], [{ name: "host", hostPath: { path: "/" } }]],
    ["a label", ["metadata", "labels", "app"], "other"],
    ["an annotation", ["metadata", "annotations", "mine"], "2"],
  ])("changes by a hand edit of %s", (_, path, value) => {
    expect(edited(path, value)).not.toEqual(projection(live, wanted));
  });

  it("has of a Secret the data that the server made of stringData", () => {
    const asked: JsonObject = { apiVersion: "v1", kind: "Secret", data: { a: "MQ==" }, stringData: { b: "2" } };
    const there: JsonObject = { apiVersion: "v1", kind: "Secret", data: { a: "MQ==", b: "Mg==", theirs: "Mw==" } };
    expect(projection(there, asked)).toEqual({ apiVersion: "v1", kind: "Secret", data: { a: "MQ==", b: "Mg==" } });
    expect(projection(there, { ...asked, data: null })).toMatchObject({ data: { b: "Mg==" } });
    const custom = { ...asked, apiVersion: "example.com/v1" };
    expect(projection({ ...there, apiVersion: "example.com/v1" }, custom)).toMatchObject({ data: { a: "MQ==" } });
  });

  it("is all but status and metadata where the object is deleted", () => {
    expect(projection(live, null)).toEqual({ apiVersion: "apps/v1", kind: "Deployment", spec: live["spec"] });
  });

  it("takes nothing from the prototype", () => {
    const asked = JSON.parse('{"__proto__":{"a":1},"constructor":1,"spec":{"toString":1}}') as JsonObject;
    expect(Object.keys(projection({ spec: {} }, asked))).toEqual(["spec"]);
    expect(projection({ spec: {} }, asked)).toEqual({ spec: {} });
  });
});
