import { expect, test } from "vitest";
import { noiseOf } from "../../../src/plan/changes/noise.ts";
import { draft, object, prometheus } from "../drafts.ts";

const of = (kind: string, layer: "release" | "overlay" = "release") => draft(null, object("v1", kind, "a"), { layer });
const template = "/spec/template/metadata";

test.each([
  ["checksum", `${template}/annotations/checksum~1secret`],
  ["checksum", "/spec/jobTemplate/spec/template/metadata/annotations/checksum~1config"],
  ["checksum", "/spec/podMetadata/annotations/checksum~1config"],
  ["chart-label", "/metadata/labels/helm.sh~1chart"],
  ["chart-label", `${template}/labels/app.kubernetes.io~1version`],
  ["chart-label", "/metadata/labels/chart"],
  ["managed-fields", "/metadata/managedFields/0/time"],
  ["managed-fields", "/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration"],
  ["unstable", "/data/admin-password"],
  ["unstable", "/data/admin-password/below"],
  [null, "/data/admin-password-2"],
  [null, "/metadata/annotations/checksum~1secret"],
  [null, "/spec/selector/matchLabels/app.kubernetes.io~1version"],
  [null, "/spec/template/spec/containers/0/args/0"],
])("%s is what %s is", (noise, pointer) => {
  expect(noiseOf(of("Deployment"), pointer, ["/data/admin-password"])).toBe(noise);
});

test("a label of the tree is its people's own, whatever its name", () => {
  expect(noiseOf(of("ConfigMap", "overlay"), "/metadata/labels/chart", [])).toBeNull();
});

test.each([
  ["an image", of("Deployment"), "/spec/template/spec/containers/0/image"],
  ["an image of the operator", draft(null, prometheus({})), "/spec/image"],
  ["a version of the operator", draft(null, prometheus({})), "/spec/version"],
  ["a CRD", of("CustomResourceDefinition"), "/spec/versions/0/schema"],
  ["a label of a CRD", of("CustomResourceDefinition"), "/metadata/labels/helm.sh~1chart"],
])("%s is never noise, even where each render differs in it", (_what, one, pointer) => {
  expect(noiseOf(one, pointer, ["", pointer])).toBeNull();
});

test("an object that only one of two renders has is unstable as a whole", () => {
  expect(noiseOf(of("Secret"), "/data/a", [""])).toBe("unstable");
});
