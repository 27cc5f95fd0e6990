import { describe, expect, it } from "vitest";
import { rbacHop } from "../../../src/signal/metrics/rbac-hop.ts";
import { fixtureWorld } from "../fixture-world.ts";
import { the, worldOf } from "../world-of.ts";

const prometheus = (spec = "") => `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec: {serviceAccountName: prom, serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {}${spec}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: prom, namespace: monitoring}
`;
const verbs = "verbs: [get, list, watch]";
const discovery = `{apiGroups: [''], resources: [services, endpoints, pods], ${verbs}}`;
const role = (rules: string, kind = "ClusterRole", namespace = "") => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: discover${namespace === "" ? "" : `, namespace: ${namespace}`}}
rules: [${rules}]
`;
const account = "{kind: ServiceAccount, name: prom, namespace: monitoring}";
const binding = (kind: string, options: { namespace?: string; subject?: string; role?: string } = {}) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: discover${options.namespace === undefined ? "" : `, namespace: ${options.namespace}`}}
roleRef: {kind: ${options.role ?? "ClusterRole"}, name: discover}
subjects: [${options.subject ?? account}]
`;
const everywhere = role(discovery) + binding("ClusterRoleBinding");
const monitor = (spec: string, kind = "ServiceMonitor") =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata: {name: dcgm, namespace: monitoring}\nspec: ${spec}\n`;
const inGpu = monitor("{selector: {}, namespaceSelector: {matchNames: [gpu-operator]}}");
const judge = (chart: string, tree = inGpu, kind = "ServiceMonitor") => {
  const world = worldOf({ chart, tree });
  return rbacHop(the(world, kind), world);
};

describe("what Prometheus may discover", () => {
  it.each([
    ["a ClusterRole for all", everywhere, "ok"],
    [
      "every resource of every group",
      role("{apiGroups: ['*'], resources: ['*'], verbs: ['*']}") + binding("ClusterRoleBinding"),
      "ok",
    ],
    ["no binding", role(discovery), "broken"],
    [
      "a binding of another account",
      role(discovery) +
        binding("ClusterRoleBinding", { subject: "{kind: ServiceAccount, name: other, namespace: monitoring}" }),
      "broken",
    ],
    [
      "a binding of the same name elsewhere",
      role(discovery) +
        binding("ClusterRoleBinding", { subject: "{kind: ServiceAccount, name: prom, namespace: other}" }),
      "broken",
    ],
    [
      "all accounts of the namespace",
      role(discovery) +
        binding("ClusterRoleBinding", { subject: "{kind: Group, name: 'system:serviceaccounts:monitoring'}" }),
      "ok",
    ],
    [
      "the account as a user",
      role(discovery) +
        binding("ClusterRoleBinding", { subject: "{kind: User, name: 'system:serviceaccount:monitoring:prom'}" }),
      "ok",
    ],
    ["pods alone", role(`{apiGroups: [''], resources: [pods], ${verbs}}`) + binding("ClusterRoleBinding"), "broken"],
    [
      "get alone",
      role("{apiGroups: [''], resources: [services, endpoints, pods], verbs: [get]}") + binding("ClusterRoleBinding"),
      "broken",
    ],
    [
      "one object by name",
      role(`{apiGroups: [''], resources: [services, endpoints, pods], ${verbs}, resourceNames: [x]}`) +
        binding("ClusterRoleBinding"),
      "broken",
    ],
    [
      "in two rules",
      role(
        `{apiGroups: [''], resources: [pods], ${verbs}}, {apiGroups: [''], resources: [services, endpoints], ${verbs}}`,
      ) + binding("ClusterRoleBinding"),
      "ok",
    ],
    ["a RoleBinding in the namespace", role(discovery) + binding("RoleBinding", { namespace: "gpu-operator" }), "ok"],
    [
      "a Role in the namespace",
      role(discovery, "Role", "gpu-operator") + binding("RoleBinding", { namespace: "gpu-operator", role: "Role" }),
      "ok",
    ],
    [
      "a Role in its own namespace only",
      role(discovery, "Role", "monitoring") + binding("RoleBinding", { namespace: "monitoring", role: "Role" }),
      "broken",
    ],
    ["a role that is not in sight", binding("ClusterRoleBinding"), "unknown"],
    [
      "cluster-admin",
      binding("ClusterRoleBinding").replace("name: discover}\nsubjects", "name: cluster-admin}\nsubjects"),
      "ok",
    ],
    [
      "an aggregated role",
      role("").replace("rules: []", "aggregationRule: {clusterRoleSelectors: []}") + binding("ClusterRoleBinding"),
      "unknown",
    ],
  ])("%s", (_, chart, status) => {
    const hop = judge(prometheus() + chart);
    expect(hop.status).toBe(status);
    expect(hop.check).toBe(status === "broken" ? "prometheus-rbac-insufficient" : undefined);
  });

  it("names the account, the resources and the namespace", () => {
    expect(
      judge(prometheus() + role(`{apiGroups: [''], resources: [pods], ${verbs}}`) + binding("ClusterRoleBinding")).why,
    ).toBe(
      "No Role or ClusterRole bound to the ServiceAccount monitoring/prom of Prometheus monitoring/main lets it list and watch services in gpu-operator, endpoints in gpu-operator: it discovers no target there.",
    );
  });

  it("leaves open what an account may that others make", () => {
    const other = prometheus().replace("serviceAccountName: prom", "serviceAccountName: made-elsewhere");
    expect(judge(other).status).toBe("unknown");
    expect(judge(prometheus().replace("serviceAccountName: prom, ", "")).why).toContain("monitoring/default");
    expect(worldOf({ tree: inGpu }) && judge("", inGpu).status).toBe("unknown");
  });

  const local =
    role(discovery, "Role", "monitoring") + binding("RoleBinding", { namespace: "monitoring", role: "Role" });
  it.each([
    ["its own namespace", "{selector: {}}", "ok"],
    ["all namespaces", "{selector: {}, namespaceSelector: {any: true, matchNames: [monitoring]}}", "broken"],
    ["two namespaces", "{selector: {}, namespaceSelector: {matchNames: [monitoring, gpu-operator]}}", "broken"],
    ["its own by name", "{selector: {}, namespaceSelector: {matchNames: [monitoring]}}", "ok"],
    ["its own with EndpointSlices", "{selector: {}, serviceDiscoveryRole: EndpointSlice}", "broken"],
    ["its own with node metadata", "{selector: {}, attachMetadata: {node: true}}", "broken"],
  ])("asks for %s", (_, spec, status) => {
    expect(judge(prometheus() + local, monitor(spec)).status).toBe(status);
  });

  it("follows the Prometheus' own switches", () => {
    const slices = `{apiGroups: [discovery.k8s.io], resources: [endpointslices], ${verbs}}`;
    expect(judge(prometheus(", serviceDiscoveryRole: EndpointSlice") + everywhere).status).toBe("broken");
    expect(
      judge(
        prometheus(", serviceDiscoveryRole: EndpointSlice") +
          role(`${discovery}, ${slices}`) +
          binding("ClusterRoleBinding"),
      ).status,
    ).toBe("ok");
    expect(judge(prometheus(", ignoreNamespaceSelectors: true") + local).status).toBe("ok");
  });

  const withNodes = (spec: string) => `, scrapeClasses: [${spec}]`;
  it.each([
    [
      "of the class it names",
      "{name: gpu, attachMetadata: {node: true}}",
      "{selector: {}, scrapeClass: gpu}",
      "broken",
    ],
    ["of the default class", "{name: all, default: true, attachMetadata: {node: true}}", "{selector: {}}", "broken"],
    ["of another class", "{name: gpu, attachMetadata: {node: true}}", "{selector: {}}", "ok"],
    [
      "that it does without itself",
      "{name: all, default: true, attachMetadata: {node: true}}",
      "{selector: {}, attachMetadata: {node: false}}",
      "ok",
    ],
  ])("asks for node metadata %s", (_, scrapeClass, spec, status) => {
    const main = prometheus(withNodes(scrapeClass)) + local;
    const hop = judge(main, monitor(spec));
    expect(hop.status).toBe(status);
    if (status === "broken") expect(hop.why).toContain("nodes in all namespaces");
    expect(judge(main, monitor(spec, "PodMonitor"), "PodMonitor").status).toBe(status);
  });

  it("asks an old Prometheus for no node metadata, which it cannot attach", () => {
    const asks = "{selector: {}, attachMetadata: {node: true}}";
    const old = (version: string) => prometheus(`, version: ${version}`) + local;
    expect(judge(old("v2.36.2"), monitor(asks)).status).toBe("ok");
    expect(judge(old("v2.36.2"), monitor(asks, "PodMonitor"), "PodMonitor").status).toBe("broken");
    expect(judge(old("v2.37.0"), monitor(asks)).status).toBe("broken");
  });

  it.each([
    ["PodMonitor", "{selector: {}}", "ok"],
    ["PodMonitor", "{selector: {}, namespaceSelector: {any: true}}", "broken"],
    ["Probe", "{targets: {staticConfig: {static: [x]}}}", "ok"],
    ["Probe", "{targets: {ingress: {selector: {}}}}", "broken"],
    ["Probe", "{targets: {staticConfig: {static: [x]}, ingress: {selector: {}}}}", "ok"],
    ["ScrapeConfig", "{staticConfigs: [{targets: [x]}]}", "ok"],
    ["ScrapeConfig", "{kubernetesSDConfigs: [{role: Pod, namespaces: {names: [monitoring]}}]}", "ok"],
    ["ScrapeConfig", "{kubernetesSDConfigs: [{role: Pod, namespaces: {ownNamespace: true}}]}", "ok"],
    ["ScrapeConfig", "{kubernetesSDConfigs: [{role: Pod}]}", "broken"],
    [
      "ScrapeConfig",
      "{kubernetesSDConfigs: [{role: Pod, namespaces: {names: [monitoring]}, attachMetadata: {node: true}}]}",
      "broken",
    ],
    [
      "ScrapeConfig",
      "{kubernetesSDConfigs: [{role: Service, namespaces: {names: [monitoring]}, attachMetadata: {node: true}}]}",
      "ok",
    ],
    ["ScrapeConfig", "{kubernetesSDConfigs: [{role: Node, namespaces: {names: [monitoring]}}]}", "broken"],
    ["ScrapeConfig", "{kubernetesSDConfigs: [{role: Pod, apiServer: 'https://x'}]}", "ok"],
  ])("knows what a %s discovers: %s", (kind, spec, status) => {
    expect(judge(prometheus() + local, monitor(spec, kind), kind).status).toBe(status);
  });

  it("is enough for every monitor of the good stack", async () => {
    const world = await fixtureWorld("prometheus-stack");
    const hops = world.ofKind("ServiceMonitor").map((one) => rbacHop(one, world));
    expect(hops.length).toBeGreaterThan(2);
    expect(hops.filter(({ status }) => status !== "ok")).toEqual([]);
  });
});
