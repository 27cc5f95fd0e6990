import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { digester } from "../../../src/plan/hidden/digest.ts";
import { present } from "../../../src/plan/hidden/present.ts";
import { secretHider } from "../../../src/secrets/hide-secrets.ts";
import { draft, object } from "../drafts.ts";

const hide = secretHider({}, []);
const known = { hide, digests: digester({ key: undefined, hide }), unstable: [], owner: null };
const untried = (live: JsonObject, wanted: JsonObject) =>
  present(draft(live, wanted, { layer: "crds", after: null }), { ...known, clusterOnly: [], clusterKeys: [] }).changes;

const version = (name: string, ...fields: readonly string[]): JsonObject => ({
  ...{ name, served: true, storage: name === "v1" },
  schema: {
    openAPIV3Schema: { properties: Object.fromEntries(fields.map((field) => [field, { type: "string" }])) },
  },
});
const crd = (versions: readonly JsonObject[], more: JsonObject = {}): JsonObject =>
  object("apiextensions.k8s.io/v1", "CustomResourceDefinition", "meters.example.com", {
    spec: { names: { kind: "Meter" }, versions, ...more },
  });
const schema = "schema/openAPIV3Schema/properties";

describe("the changes of a CRD that was not tried", () => {
  test("tell a field that its schema loses, and one that it gets", () => {
    expect(untried(crd([version("v1", "kept", "gone")]), crd([version("v1", "kept", "new")]))).toMatchObject([
      { pointer: `/spec/versions/0/${schema}/new/type`, before: null, after: '"string"' },
      { pointer: `/spec/versions/0/${schema}/gone/type`, before: '"string"', after: null },
    ]);
  });

  test("tell a version that goes, in one where it has more fields than are told one by one", () => {
    const gone = (...fields: readonly string[]) =>
      untried(crd([version("v1alpha1", ...fields), version("v1")]), crd([version("v1")]));
    expect(gone("a").map(({ pointer, before }) => [pointer, before])).toEqual([
      ["/spec/versions/0/name", '"v1alpha1"'],
      ["/spec/versions/0/served", "true"],
      ["/spec/versions/0/storage", "false"],
      [`/spec/versions/0/${schema}/a/type`, '"string"'],
    ]);
    const many = Array.from({ length: 300 }, (_, index) => `f${index}`);
    expect(gone(...many)).toMatchObject([{ pointer: "/spec/versions", before: null, after: null }]);
  });

  test("tell nothing of what the server fills in, or others set beside its versions", () => {
    const filled = { conversion: { strategy: "None" }, scope: "Namespaced" };
    expect(untried(crd([version("v1")], filled), crd([version("v1")]))).toEqual([]);
  });
});

test("of any other object that was not tried, what it does not set is no change", () => {
  const meter = (spec: JsonObject) => object("example.com/v1", "Meter", "a", { spec });
  expect(untried(meter({ size: 1, versions: ["a"] }), meter({ size: 2 }))).toMatchObject([{ pointer: "/spec/size" }]);
});
