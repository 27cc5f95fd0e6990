import { expect, test } from "vitest";
import { keyOf } from "../../../src/validate/schemas/schema-key.ts";
import {
  assertTemplate,
  expand,
  normalizedVersion,
  standardLayout,
} from "../../../src/validate/schemas/schema-template.ts";

const deployment = keyOf("apps/v1", "Deployment");
const policy = keyOf("networking.k8s.io/v1", "NetworkPolicy");

test.each([
  [keyOf("v1", "ConfigMap"), "v1.35.4-standalone-strict/configmap-v1.json"],
  [deployment, "v1.35.4-standalone-strict/deployment-apps-v1.json"],
  [policy, "v1.35.4-standalone-strict/networkpolicy-networking-v1.json"],
])("kubeconform's own layout %#", (key, path) => {
  expect(expand(standardLayout, key, "1.35.4")).toBe(path);
});

test("every documented variable, with and without spaces", () => {
  const template = "{{ .Group }}/{{.ResourceKind}}_{{- .ResourceAPIVersion -}}{{.StrictSuffix}}.json";
  expect(expand(template, policy, "1.35.4")).toBe("networking.k8s.io/networkpolicy_v1-strict.json");
  expect(expand("{{.Group}}", keyOf("v1", "Pod"), "1.35.4")).toBe("v1");
});

test.each([
  ["1.35.4", "v1.35.4"],
  ["v1.35.4", "v1.35.4"],
  ["1.35.4+k3s1", "v1.35.4"],
  ["1.35.4-eks-0", "v1.35.4"],
  ["next", "master"],
])("schemas of %s are those of %s", (version, release) => {
  expect(normalizedVersion(version)).toBe(release);
});

test.each(["{{.Kind}}.json", "{{ResourceKind}}.json", "{{ .ResourceKind | lower }}.json"])(
  "%s is refused by name",
  (template) => {
    expect(() => assertTemplate(template)).toThrow(`in ${template} is no variable`);
  },
);
