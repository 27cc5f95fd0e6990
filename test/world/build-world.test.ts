import { describe, expect, it } from "vitest";
import { namespaceOf, objectIn, selectsNamespace } from "../../src/world/namespaces.ts";
import { bodiesOf, the, worldOf } from "../signal/world-of.ts";

const service = (name: string, label: string) => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: gpu-operator, labels: {from: ${label}}}
`;

describe("the world", () => {
  it("holds chart, tree and exporter in this order, each object once", () => {
    const world = worldOf({
      chart: service("a", "chart"),
      tree: `${service("b", "tree")}---${service("a", "tree")}`,
      exporter: { objects: bodiesOf(`${service("c", "exporter")}---${service("b", "exporter")}`) },
    });
    const found = world.ofKind("Service").map(({ ref, body, manifest }) => [ref.name, body, manifest === null]);
    expect(found).toMatchObject([
      ["a", { metadata: { labels: { from: "tree" } } }, false],
      ["b", { metadata: { labels: { from: "tree" } } }, false],
      ["c", { metadata: { labels: { from: "exporter" } } }, true],
    ]);
    expect(world.ofKind("Pod")).toEqual([]);
    expect(the(world, "Service", "c").locate(["spec"])).toBeNull();
  });

  it("lays an object of the tree over the chart's, as server-side apply does", () => {
    const world = worldOf({
      chart:
        "{apiVersion: v1, kind: Service, metadata: {name: a, namespace: x}, spec: {type: ClusterIP, ports: [{port: 1}]}}",
      tree: "{apiVersion: v1, kind: Service, metadata: {name: a, namespace: x}, spec: {ports: [{port: 2}]}}",
    });
    expect(the(world, "Service").body["spec"]).toEqual({ type: "ClusterIP", ports: [{ port: 2 }] });
  });

  it("keeps objects of one name and two groups apart", () => {
    const world = worldOf({
      tree: "{apiVersion: a/v1, kind: X, metadata: {name: n}}\n---\n{apiVersion: b/v1, kind: X, metadata: {name: n}}\n---\n{apiVersion: a/v2, kind: X, metadata: {name: n}}",
    });
    expect(world.ofKind("X").map(({ ref }) => ref.apiVersion)).toEqual(["a/v2", "b/v1"]);
  });

  it("puts what names no namespace into the release's", () => {
    const world = worldOf({ tree: "{apiVersion: v1, kind: Secret, metadata: {name: s}}" });
    expect(namespaceOf(the(world, "Secret"), world)).toBe("monitoring");
    expect(objectIn(world, "Secret", "monitoring", "s")).toBe(the(world, "Secret"));
    expect(objectIn(world, "Secret", "default", "s")).toBeUndefined();
  });

  it("knows the namespaces of its objects, and the labels of those that are declared", () => {
    const world = worldOf({
      tree: "{apiVersion: v1, kind: Namespace, metadata: {name: gpu, labels: {team: ml, kubernetes.io/metadata.name: liar}}}",
      exporter: { objects: bodiesOf(service("c", "exporter")) },
    });
    expect(["gpu", "gpu-operator", "monitoring", "other"].map((name) => world.knowsNamespace(name))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(world.namespaceLabels("gpu")).toEqual({
      labels: { team: "ml", "kubernetes.io/metadata.name": "gpu" },
      complete: true,
    });
    expect(world.namespaceLabels("monitoring")).toEqual({
      labels: { "kubernetes.io/metadata.name": "monitoring" },
      complete: false,
    });
  });

  it.each([
    [{}, true, true],
    [{ matchLabels: { team: "ml" } }, true, "unknown"],
    [{ matchLabels: { team: "other" } }, false, "unknown"],
    [{ matchLabels: { "kubernetes.io/metadata.name": "gpu" } }, true, false],
    [{ matchLabels: { "kubernetes.io/metadata.name": "gpu", team: "ml" } }, true, false],
    [
      { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values: ["gpu", "dark"] }] },
      true,
      true,
    ],
    [{ matchExpressions: [{ key: "secret", operator: "DoesNotExist" }] }, true, "unknown"],
    [undefined, false, false],
  ])("selects namespaces by %j", (selector, declared, undeclared) => {
    const world = worldOf({ tree: "{apiVersion: v1, kind: Namespace, metadata: {name: gpu, labels: {team: ml}}}" });
    expect(selectsNamespace(selector, "gpu", world)).toBe(declared);
    expect(selectsNamespace(selector, "dark", world)).toBe(undeclared);
  });
});
