import { describe, expect, test } from "vitest";
import { barrierBetween, type Destination, type Peer } from "../../src/world/network-access.ts";
import { unseen } from "../../src/world/unseen.ts";
import { worldOf } from "../signal/world-of.ts";

const prometheus: Peer = {
  namespace: "monitoring",
  labels: { "app.kubernetes.io/name": "prometheus", revision: unseen("revision") },
  complete: true,
};
const exporter: Destination = {
  namespace: "gpu-operator",
  labels: { app: "nvidia-dcgm-exporter" },
  complete: false,
  port: 9400,
  portNames: null,
};

const policy = (namespace: string, spec: string, name = "one", apiVersion = "networking.k8s.io/v1") =>
  `---\n{apiVersion: ${apiVersion}, kind: NetworkPolicy, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}\n`;
const deny = policy("gpu-operator", "{podSelector: {}, policyTypes: [Ingress]}", "deny");
const isBarred = (tree: string, to: Partial<Destination> = {}): boolean =>
  barrierBetween(prometheus, { ...exporter, ...to }, worldOf({ tree })) !== null;
const allow = (rule: string, spec = "") =>
  deny + policy("gpu-operator", `{podSelector: {}, ingress: [${rule}]${spec}}`);
const peer = (text: string) => allow(`{from: [${text}]}`);
const port = (text: string) => allow(`{ports: [${text}]}`);
const monitoring = "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}";

describe("what keeps one pod from the other", () => {
  test.each<[string, string, boolean]>([
    ["no policy", "", false],
    ["one that denies all", deny, true],
    ["one of another namespace", deny.replace("gpu-operator", "other"), false],
    [
      "one of another kind of network",
      policy("gpu-operator", "{podSelector: {}}", "one", "crd.projectcalico.org/v1"),
      false,
    ],
    ["one about other pods", policy("gpu-operator", "{podSelector: {matchLabels: {app: other}}}"), false],
    ["one about its pods", policy("gpu-operator", "{podSelector: {matchLabels: {app: nvidia-dcgm-exporter}}}"), true],
    [
      "one about labels that are not in sight",
      policy("gpu-operator", "{podSelector: {matchLabels: {tier: gpu}}}"),
      false,
    ],
    ["one about egress of its pods", policy("gpu-operator", "{podSelector: {}, policyTypes: [Egress]}"), false],
    ["a rule for all", allow("{}"), false],
    ["a rule of egress alone", allow("", ", egress: [{}]"), true],
    ["the namespace", peer(`{${monitoring}}`), false],
    ["another namespace", peer("{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: other}}}"), true],
    ["a namespace by a label that is not in sight", peer("{namespaceSelector: {matchLabels: {team: gpu}}}"), false],
    ["all namespaces", peer("{namespaceSelector: {}}"), false],
    ["pods of its own namespace", peer("{podSelector: {}}"), true],
    ["the pods", peer(`{${monitoring}, podSelector: {matchLabels: {app.kubernetes.io/name: prometheus}}}`), false],
    ["pods that Prometheus is not", peer(`{${monitoring}, podSelector: {matchLabels: {app: prometheus}}}`), true],
    ["pods by an unknown value", peer(`{${monitoring}, podSelector: {matchLabels: {revision: x}}}`), false],
    [
      "pods without a label",
      peer("{namespaceSelector: {}, podSelector: {matchExpressions: [{key: revision, operator: DoesNotExist}]}}"),
      true,
    ],
    ["addresses", peer("{ipBlock: {cidr: 10.0.0.0/8}}"), false],
    ["the port", port("{port: 9400}"), false],
    ["another port", port("{port: 9401}"), true],
    ["a range with the port", port("{port: 9000, endPort: 9500}"), false],
    ["a range without it", port("{port: 9000, endPort: 9399}"), true],
    ["any TCP port", port("{protocol: TCP}"), false],
    ["another protocol", port("{protocol: UDP, port: 9400}"), true],
    ["a name that is not in sight", port("{port: metrics}"), false],
    [
      "a policy that goes before",
      `${deny}---\n{apiVersion: policy.networking.k8s.io/v1alpha1, kind: AdminNetworkPolicy, metadata: {name: a}}\n`,
      false,
    ],
  ])("%s", (_what, tree, barred) => {
    expect(isBarred(tree)).toBe(barred);
  });

  test("ports by the names that containers declare", () => {
    expect(isBarred(port("{port: metrics}"), { portNames: ["metrics"] })).toBe(false);
    expect(isBarred(port("{port: gpu-metrics}"), { portNames: ["metrics"] })).toBe(true);
  });

  test.each<[string, string, boolean]>([
    ["none", "{podSelector: {}, policyTypes: [Ingress, Egress], egress: []}", true],
    ["other namespaces", "{podSelector: {}, egress: [{to: [{podSelector: {}}]}]}", true],
    ["the namespace", "{podSelector: {}, egress: [{to: [{namespaceSelector: {}}]}]}", false],
    ["names alone", "{podSelector: {}, egress: [{ports: [{port: 53, protocol: UDP}]}]}", true],
    ["nothing that it asks", "{podSelector: {matchLabels: {app: other}}, egress: [{ports: [{port: 53}]}]}", false],
  ])("what lets Prometheus out: %s", (_what, spec, barred) => {
    const found = barrierBetween(prometheus, exporter, worldOf({ tree: policy("monitoring", spec) }));
    expect(found?.direction).toBe(barred ? "egress" : undefined);
  });
});
