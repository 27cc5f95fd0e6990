import { expect, test } from "vitest";
import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { nameErrors } from "../../src/validate/object-names.ts";

const object = (apiVersion: string, kind: string, metadata: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata,
  ...more,
});

/** The paths of what is refused. */
const refused = (body: JsonObject): readonly string[] =>
  nameErrors({ ref: refOf(body), body }).map(({ path }) => path.join("."));

// As kube-apiserver 1.35.4 answers a dry run.
test.each<[string, string, readonly string[], readonly string[]]>([
  [
    "v1",
    "ConfigMap",
    ["a", "1a", "a.b", "a".repeat(253)],
    ["A", "a_b", "a..b", ".a", "a-", "-a", "ä", "a".repeat(254)],
  ],
  ["monitoring.coreos.com/v1", "PrometheusRule", ["gpu-usage"], ["GPU_Usage", "gpu usage"]],
  ["v1", "Service", ["a-b", "a".repeat(63)], ["a.b", "a".repeat(64)]],
  ["v1", "Namespace", ["monitoring"], ["a.b", "Monitoring"]],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", ["system:X_y", "a b"], ["a/b", "a%b", ".."]],
  ["certificates.k8s.io/v1", "CertificateSigningRequest", ["A:b"], []],
])("names of a %s %s", (apiVersion, kind, good, bad) => {
  const told = (name: string) => refused(object(apiVersion, kind, { name }));
  expect(good.filter((name) => told(name).length > 0)).toEqual([]);
  expect(bad.filter((name) => told(name).join() !== "metadata.name")).toEqual([]);
});

test("labels, those of pods too, keys of annotations, and the namespace", () => {
  const labels = { a: "", "b.c/D_e": "x.Y-1", "f g": "", "H.i/j": "", "k/l/m": "", "/n": "", o: "-x", p: "y z" };
  const pods = { spec: { template: { metadata: { labels: { q: "r s" } } } } };
  const metadata = { name: "a", namespace: "B", labels, annotations: { "H.i/j": "y z", "t u": "" } };
  expect(refused(object("apps/v1", "Deployment", metadata, pods))).toEqual([
    "metadata.namespace",
    ...["f g", "H.i/j", "k/l/m", "/n", "o", "p"].map((key) => `metadata.labels.${key}`),
    "metadata.annotations.t u",
    "spec.template.metadata.labels.q",
  ]);
});

test("what is no text, or not there, is none of its business", () => {
  expect(refused({ kind: "ConfigMap" })).toEqual([]);
  expect(refused(object("v1", "ConfigMap", { name: 1, labels: { a: 1 }, annotations: [] }))).toEqual([]);
  expect(refused(object("v1", "Pod", { generateName: "A_" }))).toEqual([]);
});
