import { describe, expect, test } from "vitest";
import { noWishes } from "../../../src/dcgm/declared-release.ts";
import { gpuOperatorRelease } from "../../../src/dcgm/gpu-operator.ts";
import { applyEdits } from "../../../src/fix/apply-edits.ts";
import { metricsPaths } from "../../../src/signal/metrics/metrics-path.ts";
import type { Hop, HopName, SignalPath } from "../../../src/signal/path/signal-path.ts";
import type { World } from "../../../src/world/world.ts";
import { overlayFile, worldOf } from "../world-of.ts";

const prometheus = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: monitoring }
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
  podMonitorSelector: {}
  podMonitorNamespaceSelector: {}
  probeSelector: {}
  probeNamespaceSelector: {}
  scrapeConfigSelector: {}
  scrapeConfigNamespaceSelector: {}
  serviceAccountName: main
`;
const access = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: main }
rules:
  - { apiGroups: [""], resources: [nodes, services, endpoints, pods], verbs: [get, list, watch] }
  - { apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: main }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: main }
subjects: [{ kind: ServiceAccount, name: main, namespace: monitoring }]
`;
const exporter = {
  source: "gpu-operator",
  known: true,
  objects: gpuOperatorRelease("26.3.3", "gpu-operator", noWishes)?.objects ?? [],
} as const;

const world = (tree: string, chart = prometheus): World => worldOf({ chart: chart + access, tree, exporter });
const pathOf = (tree: string, chart?: string): SignalPath => {
  const [path] = metricsPaths(world(tree, chart));
  if (path === undefined) throw new Error("no path");
  return path;
};
const hopOf = (tree: string, name: HopName, chart?: string): Hop => {
  const hop = pathOf(tree, chart).hops.find((one) => one.hop === name);
  if (hop === undefined) throw new Error(`no hop ${name}`);
  return hop;
};
/** The tree with the repair of one hop applied. */
const fixed = (tree: string, hop: Hop): string => {
  expect(hop.fix?.edits.map(({ file }) => file)).toContain(overlayFile);
  return applyEdits(tree, hop.fix?.edits ?? []);
};

const monitor = (spec: string, name = "web") => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: ${name}
  namespace: monitoring
spec:
${spec.replace(/^(?=.)/gm, "  ")}
`;
const service = (spec: string, labels = "{ app: web }") => `---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: monitoring, labels: ${labels} }
spec:
${spec.replace(/^(?=.)/gm, "  ")}
`;
const deployment = (ports: string, extra = "", name = "web", label = "web") => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: monitoring }
spec:
  ${extra}
  template:
    metadata: { labels: { app: ${label} } }
    spec: { containers: [{ name: main, ports: ${ports} }] }
`;
const web = monitor("selector:\n  matchLabels:\n    app: web\nendpoints:\n  - port: http");
const webService = service("selector: { app: web }\nports:\n  - name: http\n    port: 80\n    targetPort: web");
const webPods = deployment("[{ name: web, containerPort: 8080 }]");

const gpu = (parts: { namespaces?: string; label?: string; endpoint?: string }) =>
  monitor(
    `${parts.namespaces ?? "namespaceSelector:\n  matchNames: [gpu-operator]"}
selector:
  matchLabels:
    ${parts.label ?? "app: nvidia-dcgm-exporter"}
endpoints:
  - ${parts.endpoint ?? "port: gpu-metrics"}`,
    "dcgm",
  );

test("a stack of its own arrives", () => {
  expect(pathOf(web + webService + webPods)).toMatchObject({ status: "ok", subject: "ServiceMonitor monitoring/web" });
});

describe("monitor-selects-namespace", () => {
  const hop = "monitor-selects-namespace";
  test.each([
    ["matchNames", "namespaceSelector:\n  matchNames: [gpu-operator]", "ok"],
    ["one of several", "namespaceSelector:\n  matchNames: [default, gpu-operator]", "ok"],
    ["any", "namespaceSelector:\n  any: true", "ok"],
    ["no selector: its own namespace", "# nothing", "broken"],
    ["an empty selector: its own namespace", "namespaceSelector: {}", "broken"],
    ["a misspelt name", "namespaceSelector:\n  matchNames: [gpu-operater]", "broken"],
  ])("%s", (_, namespaces, status) => {
    const found = hopOf(gpu({ namespaces }), hop);
    expect(found.status).toBe(status);
    if (status === "broken") expect(found.check).toBe("servicemonitor-missing-namespace-selector");
  });

  test.each([
    "# a comment",
    "namespaceSelector:\n  matchNames: [other]",
    "namespaceSelector:\n  matchNames:\n    - other # kept",
    "namespaceSelector:\n  matchNames:\n    - one\n    - other",
  ])("its repair lets it look there: %s", (namespaces) => {
    const tree = gpu({ namespaces });
    const after = fixed(tree, hopOf(tree, hop));
    expect(hopOf(after, hop).status).toBe("ok");
    expect(after.includes("# kept")).toBe(tree.includes("# kept"));
    expect(after).toContain("gpu-operator");
    if (namespaces.includes("one")) expect(after).toContain("- one\n      - other\n      - gpu-operator\n");
  });

  test("a namespace of which nothing is in sight is unknown", () => {
    const tree = monitor(
      "namespaceSelector:\n  matchNames: [shop]\nselector:\n  matchLabels:\n    app: shop\nendpoints:\n  - port: http",
    );
    expect(hopOf(tree, hop).status).toBe("unknown");
  });

  test("a Prometheus may ignore the selector", () => {
    const found = hopOf(gpu({}), hop, `${prometheus}  ignoreNamespaceSelectors: true\n`);
    expect(found.status).toBe("broken");
    expect(found.why).toContain("ignoreNamespaceSelectors");
    expect(found.fix).toBeUndefined();
  });

  test("the same label in another namespace is no fault where another monitor takes it", () => {
    const other = (namespace: string) =>
      (web + webService + webPods)
        .replaceAll("monitoring\n", `${namespace}\n`)
        .replaceAll("namespace: monitoring", `namespace: ${namespace}`);
    const mine = monitor("selector:\n  matchLabels:\n    app: web\nendpoints:\n  - port: http", "mine");
    expect(hopOf(`${mine}---\n${other("shop")}`, hop).status).toBe("unknown");
    const alone = `${mine}---\n${other("shop").slice(other("shop").indexOf("---"))}`;
    expect(hopOf(alone, hop).status).toBe("broken");
  });
});

describe("monitor-selects-service", () => {
  const hop = "monitor-selects-service";
  test.each([
    ["app: dcgm-exporter", "app: nvidia-dcgm-exporter"],
    ["app.kubernetes.io/name: dcgm-exporter # chart", "app: nvidia-dcgm-exporter # chart"],
    ["app: nvidia-dcgm-exporter-classic", "app: nvidia-dcgm-exporter"],
  ])("%s is fixed to %s", (label, expected) => {
    const tree = gpu({ label });
    const found = hopOf(tree, hop);
    expect([found.status, found.check]).toEqual(["broken", "servicemonitor-no-matching-service"]);
    const after = fixed(tree, found);
    expect(after).toContain(`    ${expected}\n`);
    expect(hopOf(after, hop).status).toBe("ok");
  });

  test("of two exporters the more similar one is meant", () => {
    const objects = gpuOperatorRelease("26.7.0", "gpu-operator", noWishes)?.objects ?? [];
    const paths = metricsPaths(
      worldOf({
        chart: prometheus,
        tree: gpu({ label: "app: dcgm-exporter-dra" }),
        exporter: { ...exporter, objects },
      }),
    );
    const found = paths[0]?.hops.find((one) => one.hop === hop);
    expect(found?.why).toContain("nvidia-dcgm-exporter-dra");
    expect(found?.fix?.edits[0]?.text.trim()).toBe("app: nvidia-dcgm-exporter-dra");
  });

  test("pods of the exporter that a gpu-operator does not run by default are not counted on", () => {
    const all = gpuOperatorRelease("26.7.0", "gpu-operator", noWishes)?.objects ?? [];
    const objects = all.filter(
      ({ kind, metadata }) => kind !== "DaemonSet" || !JSON.stringify(metadata).includes("-dra"),
    );
    const tree = gpu({ label: "app: nvidia-dcgm-exporter-dra" });
    const [path] = metricsPaths(worldOf({ chart: prometheus + access, tree, exporter: { ...exporter, objects } }));
    expect(path?.hops.find((one) => one.hop === "pods-exist")?.status).toBe("unknown");
  });

  test("a Service of the tree with the monitor's name is meant; any other may lie outside", () => {
    const tree = web.replace("app: web", "app: wep") + webService + webPods;
    const found = hopOf(tree, hop);
    expect(found.status).toBe("broken");
    expect(pathOf(fixed(tree, found)).status).toBe("ok");
    const elsewhere = monitor("selector:\n  matchLabels:\n    app: queue\nendpoints:\n  - port: http", "queue");
    expect(hopOf(elsewhere + webPods, hop).status).toBe("unknown");
  });

  test("values are regular expressions, unless the API server selects", () => {
    const dotted = web.replace("app: web", "app: w.b") + webService + webPods;
    expect(hopOf(dotted, hop).status).toBe("ok");
    const byRole = dotted.replace("  selector:\n", "  selectorMechanism: RoleSelector\n  selector:\n");
    expect(hopOf(byRole, hop).status).toBe("broken");
  });

  test.each([
    ["selector: {}", "ok"],
    ["selector:\n  matchExpressions: [{ key: app, operator: Exists }]", "ok"],
    ["selector:\n  matchExpressions: [{ key: app, operator: In, values: [web, shop] }]", "ok"],
    ["selector:\n  matchExpressions: [{ key: app, operator: NotIn, values: [web] }]", "broken"],
    ["selector:\n  matchExpressions: [{ key: app, operator: DoesNotExist }]", "broken"],
  ])("%s", (selector, status) => {
    const tree = monitor(`${selector}\nendpoints:\n  - port: http`) + webService + webPods;
    expect(hopOf(tree, hop).status).toBe(status);
  });
});

describe("port-exists", () => {
  const hop = "port-exists";
  test.each<[string, Hop["status"], string?]>([
    ["port: gpu-metrics", "ok"],
    ["port: gpu-.*", "ok"],
    ["targetPort: metrics", "ok"],
    ["targetPort: 9400", "ok"],
    ["path: /metrics", "ok"],
    ["port: metrics", "broken", "servicemonitor-port-not-found"],
    ["port: gpu", "broken", "servicemonitor-port-not-found"],
    ["{ port: metrics, targetPort: 9400 }", "broken", "servicemonitor-port-not-found"],
    ["targetPort: gpu-metrics", "broken", "servicemonitor-port-not-found"],
    ["targetPort: 9401", "broken", "servicemonitor-port-not-found"],
    ['port: "9400"', "broken", "servicemonitor-port-is-number"],
    ["port: 9400", "broken", "kubernetes-schema-invalid"],
  ])("%s is %s", (endpoint, status, check) => {
    const found = hopOf(gpu({ endpoint }), hop);
    expect([found.status, found.check]).toEqual([status, check]);
  });

  test.each(["port: metrics", 'port: "9400" # the exporter', "port: 9400", "{ port: metrics, interval: 15s }"])(
    "%s is fixed to the Service port's name",
    (endpoint) => {
      const tree = gpu({ endpoint });
      const after = fixed(tree, hopOf(tree, hop));
      expect(after).toMatch(/port: "?gpu-metrics"?/);
      expect(pathOf(after).status).toBe("ok");
      expect(after.includes("# the exporter")).toBe(tree.includes("# the exporter"));
    },
  );

  test("several endpoints: each counts, and all are fixed at once", () => {
    const tree = gpu({
      endpoint: "port: gpu-metrics\n  - port: metrics\n    path: /other\n  - port: '9400'\n    path: /third",
    });
    const found = hopOf(tree, hop);
    expect(found.status).toBe("broken");
    expect(found.at?.line).toBe(14);
    const after = fixed(tree, found);
    expect(hopOf(fixed(after, hopOf(after, hop)), hop).status).toBe("ok");
  });

  test("of several names only a near one is offered", () => {
    const two = service(
      "selector: { app: web }\nports:\n  - { name: http, port: 80 }\n  - { name: metrics, port: 81 }",
    );
    const near = hopOf(web.replace("port: http", "port: metric") + two + webPods, hop);
    expect(near.fix?.edits[0]?.text).toBe("    - port: metrics");
    const far = hopOf(web.replace("port: http", "port: telemetry") + two + webPods, hop);
    expect([far.status, far.fix]).toEqual(["broken", undefined]);
  });

  test("a port without a name gets one in the tree's own Service", () => {
    for (const ports of ["ports:\n  - port: 80\n    targetPort: web", "ports:\n  - { port: 80, targetPort: web }"]) {
      const tree = web + service(`selector: { app: web }\n${ports}`) + webPods;
      const found = hopOf(tree, hop);
      expect([found.status, found.check]).toEqual(["broken", "service-port-unnamed"]);
      expect(pathOf(fixed(tree, found)).status).toBe("ok");
    }
  });

  test("of a Service from elsewhere the monitor takes the container's port", () => {
    const tree = web + webPods;
    const found = hopOf(
      tree,
      hop,
      prometheus + service("selector: { app: web }\nports:\n  - { port: 80, targetPort: web }"),
    );
    expect([found.status, found.check]).toEqual(["broken", "service-port-unnamed"]);
    expect(found.fix?.edits[0]?.text).toBe("    - targetPort: 8080");
  });

  test("no endpoints, no metrics", () => {
    expect(hopOf(monitor("selector: {}\nendpoints: []") + webService, hop).status).toBe("broken");
  });

  test("what cannot be seen is unknown, but a number is never a name", () => {
    const unseen = (endpoint: string) =>
      monitor(`selector:\n  matchLabels:\n    app: queue\nendpoints:\n  - ${endpoint}`, "queue");
    expect(hopOf(unseen("port: http"), hop).status).toBe("unknown");
    expect(hopOf(unseen("targetPort: 80"), hop).status).toBe("unknown");
    expect(hopOf(unseen('port: "80"'), hop).status).toBe("broken");
  });
});

describe("pods-exist", () => {
  const hop = "pods-exist";
  const ports = "ports:\n  - name: http\n    port: 80\n    targetPort: web";
  test.each<[string, string, Hop["status"], string?]>([
    ["pods", webService + webPods, "ok"],
    ["headless", service(`clusterIP: None\nselector: { app: web }\n${ports}`) + webPods, "ok"],
    ["no such pods in sight", webService, "unknown"],
    [
      "pods of another workload",
      webService + deployment("[{ name: web, containerPort: 8080 }]", "", "other", "other"),
      "broken",
      "service-selector-no-pods",
    ],
    [
      "another workload without the port",
      webService + deployment("[{ name: x, containerPort: 1 }]", "", "other", "other"),
      "unknown",
    ],
    [
      "no replicas",
      webService + deployment("[{ name: web, containerPort: 8080 }]", "replicas: 0"),
      "broken",
      "service-selector-no-pods",
    ],
    [
      "a target port that no container has",
      webService + deployment("[{ name: http, containerPort: 8080 }]"),
      "broken",
      "service-target-port-not-found",
    ],
    [
      "a number that no container declares",
      webService.replace("targetPort: web", "targetPort: 81") + webPods,
      "unknown",
    ],
    [
      "ExternalName",
      service(`type: ExternalName\nexternalName: web.test\n${ports}`),
      "broken",
      "service-selector-no-pods",
    ],
    ["no selector", service(ports), "unknown"],
    [
      "no selector, but written endpoints",
      `${service(ports)}---\napiVersion: v1\nkind: Endpoints\nmetadata: { name: web, namespace: monitoring }\n`,
      "ok",
    ],
  ])("%s", (_, tree, status, check) => {
    const found = hopOf(web + tree, hop);
    expect([found.status, found.check]).toEqual([status, check]);
  });

  test("repairs: the selector, the target port", () => {
    const block = service(`selector:\n  app: wep\n${ports}`);
    for (const tree of [web + block + webPods, web + webService + deployment("[{ name: http, containerPort: 8080 }]")])
      expect(pathOf(fixed(tree, hopOf(tree, hop))).status).toBe("ok");
  });
});

describe("targets-are-kept", () => {
  const kept = (...rules: readonly string[]) =>
    hopOf(
      monitor(
        `selector:\n  matchLabels:\n    app: web\nendpoints:\n  - { port: http, relabelings: [${rules.join(", ")}] }`,
      ) +
        webService +
        webPods,
      "targets-are-kept",
    );
  const rule = (action: string, label: string, regex: string) =>
    `{ action: ${action}, sourceLabels: [${label}], regex: '${regex}' }`;

  test.each<[string, readonly string[], Hop["status"]]>([
    ["a label is set", ["{ targetLabel: site, replacement: a }"], "ok"],
    ["the Service's name is kept", [rule("keep", "__meta_kubernetes_service_name", "we.*")], "ok"],
    ["another name is dropped", [rule("drop", "__meta_kubernetes_service_name", "other")], "ok"],
    ["the node's name decides", [rule("keep", "__meta_kubernetes_pod_node_name", "gpu-.*")], "unknown"],
    ["a part of the name is kept", [rule("keep", "__meta_kubernetes_service_name", "we")], "broken"],
    ["an absent label is asked for", [rule("keep", "__meta_kubernetes_service_label_team", ".+")], "broken"],
    ["everything is dropped", [rule("drop", "__address__", ".*")], "broken"],
    ["its address is not kept", ["{ action: labelkeep, regex: job|instance|namespace }"], "broken"],
    ["all but what Prometheus needs is dropped", ["{ action: labelkeep, regex: __.*|job|instance }"], "ok"],
    ["its address is dropped", ["{ action: labeldrop, regex: __.* }"], "broken"],
    ["its metadata are dropped", ["{ action: labeldrop, regex: __meta_.* }"], "ok"],
    ["the timeout exceeds the interval", ["{ targetLabel: __scrape_timeout__, replacement: 1m }"], "broken"],
    ["the timeout is short", ["{ targetLabel: __scrape_timeout__, replacement: 5s }"], "ok"],
  ])("%s", (_what, rules, status) => {
    const hop = kept(...rules);
    expect(hop.status).toBe(status);
    expect(hop.check).toBe(status === "broken" ? "servicemonitor-drops-its-targets" : undefined);
  });

  const ofClass = (...rules: readonly string[]) =>
    `${prometheus}  scrapeClasses: [{ name: d, default: true, relabelings: [${rules.join(", ")}] }]\n`;
  test.each<[string, string, string, Hop["status"]]>([
    ["drops everything", rule("drop", "__meta_kubernetes_namespace", "monitoring"), "port: http", "broken"],
    ["drops another namespace", rule("drop", "__meta_kubernetes_namespace", "default"), "port: http", "ok"],
    ["asks for a node", rule("keep", "__meta_kubernetes_pod_node_name", "gpu-.*"), "port: http", "unknown"],
    ["sets a label", "{ targetLabel: site, replacement: a }", "port: http", "ok"],
  ])("the scrape class %s", (_what, ofDefault, endpoint, status) => {
    const tree = monitor(`selector:\n  matchLabels:\n    app: web\nendpoints:\n  - ${endpoint}`);
    const hop = hopOf(tree + webService + webPods, "targets-are-kept", ofClass(ofDefault));
    expect(hop.status).toBe(status);
    expect(hop.why.includes("of the scrape class d of Prometheus monitoring/main")).toBe(status !== "ok");
  });

  test("a monitor that drops its targets by itself is told, whatever its scrape class does", () => {
    const own = `{ port: http, relabelings: [${rule("drop", "__address__", ".*")}] }`;
    const tree = monitor(`selector:\n  matchLabels:\n    app: web\nendpoints:\n  - ${own}`) + webService + webPods;
    const hop = hopOf(tree, "targets-are-kept", ofClass("{ targetLabel: site, replacement: a }"));
    expect(hop).toMatchObject({ status: "broken", at: { file: overlayFile } });
    expect(hop.why).toMatch(/^Its relabelings drop/);
  });
});

describe("target-is-unique", () => {
  const hop = "target-is-unique";
  const stack = web + webService + webPods;
  const again = (endpoint: string, name = "again") =>
    `---\n${monitor(`selector:\n  matchLabels:\n    app: web\nendpoints:\n  - ${endpoint}`, name)}`;
  const hops = (tree: string, chart = prometheus) =>
    metricsPaths(world(tree, chart)).map(({ hops: all }) => all.find((one) => one.hop === hop));

  test("the later of two monitors is told, once", () => {
    const found = hops(stack + again("port: http"));
    expect(found.map((one) => one?.status)).toEqual(["ok", "broken"]);
    expect(found[1]?.check).toBe("servicemonitor-duplicate-target");
    expect(found[1]?.why).toContain("ServiceMonitor monitoring/web as well, with the same labels");
  });

  test.each([
    ["targetPort: web", "with other labels (endpoint)"],
    ["{ port: http, relabelings: [{ targetLabel: site, replacement: a }] }", "with other labels (site)"],
  ])("%s scrapes the same address %s", (endpoint, words) => {
    expect(hops(stack + again(endpoint))[1]?.why).toContain(words);
  });

  test.each([
    "{ port: http, path: /other }",
    "{ port: http, params: { module: [a] } }",
    "{ port: http, metricRelabelings: [{ action: keep, sourceLabels: [__name__], regex: 'a.*' }] }",
  ])("%s is another target", (endpoint) => {
    expect(hops(stack + again(endpoint)).map((one) => one?.status)).toEqual(["ok", "ok"]);
  });

  test("whether it is the same target may be decided in the cluster", () => {
    const kept = "{ port: http, relabelings: [{ action: keep, sourceLabels: [__address__], regex: '10[.].*' }] }";
    expect(hops(stack + again(kept))[1]).toMatchObject({
      status: "unknown",
      why: expect.stringContaining("ServiceMonitor monitoring/web as well: relabeling decides"),
    });
  });

  test("one monitor can do it alone: two endpoints, or two Services before the same pods", () => {
    expect(hops(stack.replace("- port: http", "- port: http\n    - port: http"))[0]?.why).toContain("endpoint 1");
    const headless = service("selector: { app: web }\nports:\n  - name: http\n    port: 8080").replace(
      "name: web",
      "name: web-headless",
    );
    expect(hops(stack + headless)[0]?.why).toContain("(job, service)");
  });

  test("a PodMonitor scrapes the same pods under other labels", () => {
    const pods = `---\napiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: { name: web, namespace: monitoring }\nspec: { selector: { matchLabels: { app: web } }, podMetricsEndpoints: [{ port: web }] }\n`;
    const found = hops(stack + pods);
    expect(found.map((one) => one?.status)).toEqual(["ok", "broken"]);
    expect(found[1]?.at?.line).toBe((stack + pods).split("\n").length - 1);
  });

  test("a monitor that Prometheus does not select, or the operator refuses, is no other", () => {
    const labelled = prometheus.replace(
      "serviceMonitorSelector: {}",
      "serviceMonitorSelector: { matchLabels: { team: a } }",
    );
    const chosen = stack.replace("  name: web\n  namespace", "  name: web\n  labels: { team: a }\n  namespace");
    expect(hops(chosen + again("port: http", "zz"), labelled)[0]?.status).toBe("ok");
    expect(
      hops(`${again("{ port: http, interval: 5s, scrapeTimeout: 50s }", "first").slice(4)}---\n${stack}`)[1]?.status,
    ).toBe("ok");
  });
});

describe("PodMonitor", () => {
  const podMonitor = (spec: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: { name: web, namespace: monitoring }\nspec:\n  selector:\n    matchLabels:\n      app: web\n  podMetricsEndpoints:\n    - ${spec}\n`;
  test.each<[string, Hop["status"], string?]>([
    ["port: web", "ok"],
    ["portNumber: 8080", "ok"],
    ["targetPort: web", "ok"],
    ["port: http", "broken", "servicemonitor-port-not-found"],
    ["portNumber: 80", "broken", "servicemonitor-port-not-found"],
    ['port: "8080"', "broken", "servicemonitor-port-is-number"],
  ])("%s", (endpoint, status, check) => {
    const tree = podMonitor(endpoint) + webPods;
    const found = hopOf(tree, "port-exists");
    expect([found.status, found.check]).toEqual([status, check]);
    if (endpoint.startsWith("port:") && status === "broken") expect(pathOf(fixed(tree, found)).status).toBe("ok");
  });

  test("pods that a controller makes are unknown, and none are wanted where the workload is scaled to nothing", () => {
    expect(
      pathOf(podMonitor("port: web").replace("app: web", "app: queue").replace("name: web", "name: queue")).status,
    ).toBe("unknown");
    const none = podMonitor("port: web") + deployment("[{ name: web, containerPort: 8080 }]", "replicas: 0");
    expect(hopOf(none, "pods-exist").status).toBe("broken");
  });
});

describe("Probe and ScrapeConfig", () => {
  const probe = (url: string) =>
    `apiVersion: monitoring.coreos.com/v1\nkind: Probe\nmetadata: { name: site, namespace: monitoring }\nspec:\n  prober: { url: "${url}" }\n  targets: { staticConfig: { static: [a.test] } }\n`;
  const config = (spec: string) =>
    `apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: { name: nodes, namespace: monitoring }\nspec: ${spec}\n`;

  test.each<[string, SignalPath["status"]]>([
    ["web:80", "ok"],
    ["web.monitoring:80", "ok"],
    ["web.monitoring.svc", "ok"],
    ["web.monitoring.svc.cluster.local.:80", "ok"],
    ["web:9115", "broken"],
    ["blackbox:9115", "unknown"],
    ["prober.example.org:80", "unknown"],
  ])("a prober at %s is %s", (url, status) => {
    expect(pathOf(probe(url) + webService + webPods).status).toBe(status);
  });

  test.each<[string, SignalPath["status"]]>([
    ["{ staticConfigs: [{ targets: ['web:80'] }] }", "ok"],
    ["{ staticConfigs: [{ targets: ['web:81'] }] }", "broken"],
    ["{ staticConfigs: [{ targets: ['web:80', 'node1.example.org:9100'] }] }", "unknown"],
    ["{ kubernetesSDConfigs: [{ role: Pod }] }", "ok"],
    ["{ kubernetesSDConfigs: [{ role: Node }] }", "unknown"],
    ["{ consulSDConfigs: [{ server: x }] }", "unknown"],
  ])("%s is %s", (spec, status) => {
    const path = pathOf(config(spec) + webService + webPods);
    expect(path.hops.slice(4, 8).some((hop) => hop.status === "broken")).toBe(status === "broken");
    expect(path.hops.slice(4).some((hop) => hop.status === "unknown")).toBe(status === "unknown");
  });
});

describe("metrics-are-served", () => {
  const toExporter = (endpoint: string) =>
    monitor(
      `selector: { matchLabels: { app: nvidia-dcgm-exporter } }\nnamespaceSelector: { any: true }\nendpoints:\n  - port: gpu-metrics\n${endpoint}`,
    );

  test("the exporter has its metrics at one path, and the fix asks for it", () => {
    const tree = toExporter("    path: /gpu/metrics");
    const hop = hopOf(tree, "metrics-are-served");
    expect(hop).toMatchObject({
      status: "broken",
      why: expect.stringContaining("asks for /gpu/metrics"),
      check: "servicemonitor-path-not-served",
    });
    expect(hopOf(fixed(tree, hop), "metrics-are-served").status).toBe("ok");
  });

  test("what relabelings make of the path counts", () => {
    const relabeled = (to: string) =>
      toExporter(`    relabelings: [{ targetLabel: __metrics_path__, replacement: ${to} }]`);
    expect(hopOf(relabeled("/gpu"), "metrics-are-served").status).toBe("broken");
    expect(hopOf(relabeled("/metrics"), "metrics-are-served").status).toBe("ok");
  });

  const relabeling = (rule: string) => toExporter(`    metricRelabelings: [${rule}]`);
  test.each<[string, string, Hop["status"]]>([
    ["a labelkeep without it", "{ action: labelkeep, regex: gpu|UUID|job }", "broken"],
    ["a labeldrop", "{ action: labeldrop, regex: __.* }", "broken"],
    ["neither of both", "{ action: labelkeep, regex: __name__|gpu|UUID|job }", "ok"],
    ["a labeldrop, of what is dropped first", "{ action: drop, regex: .* }, { action: labeldrop, regex: __.* }", "ok"],
    ["nothing: a series without any label is dropped", "{ action: labelkeep, regex: none }", "ok"],
    [
      "a labeldrop, of what the cluster decides on",
      "{ action: keep, sourceLabels: [__name__, instance], regex: '.*;10[.].*' }, { action: labeldrop, regex: __.* }",
      "unknown",
    ],
  ])("the name is taken away by %s", (_what, rule, status) => {
    const hop = hopOf(relabeling(rule), "metrics-are-served");
    expect([hop.status, hop.check]).toEqual([status, status === "broken" ? "servicemonitor-scrape-fails" : undefined]);
  });

  const limited = (limit: string) =>
    monitor(
      `selector: { matchLabels: { app: nvidia-dcgm-exporter } }\nnamespaceSelector: { any: true }\n${limit}\nendpoints:\n  - port: gpu-metrics\n`,
    );
  const full = (tree: string, chart = prometheus): Hop | undefined =>
    metricsPaths(
      worldOf({
        chart: chart + access,
        tree,
        exporter: {
          ...exporter,
          metrics: [..."SM_CLOCK MEM_CLOCK GPU_TEMP POWER_USAGE FB_USED FB_FREE".split(" "), "ROW_REMAP_FAILURE"].map(
            (field) => ({ name: `DCGM_FI_DEV_${field}`, type: "gauge", unit: null, help: "" }),
          ),
          labels: ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID", "Hostname"],
        },
      }),
    )[0]?.hops.find(({ hop }) => hop === "metrics-are-served");
  test.each<[string, Hop["status"]]>([
    ["sampleLimit: 5", "broken"],
    ["sampleLimit: 6", "ok"],
    ["sampleLimit: 0", "ok"],
    ["labelLimit: 5", "broken"],
    ["labelLimit: 30", "ok"],
    ["labelNameLengthLimit: 8", "broken"],
    ["labelNameLengthLimit: 9", "ok"],
    ["labelValueLengthLimit: 39", "broken"],
    ["labelValueLengthLimit: 40", "ok"],
  ])("%s is %s", (limit, status) => {
    const found = full(limited(limit));
    expect([found?.status, found?.check]).toEqual([
      status,
      status === "broken" ? "servicemonitor-scrape-fails" : undefined,
    ]);
    const [name = "", value = ""] = limit.split(": ");
    const enforced = `${prometheus}  enforced${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}\n`;
    expect(full(limited("# none"), enforced)?.status).toBe(status);
    // The stricter one counts.
    expect(full(limited(`${name}: 1000`), enforced)?.status).toBe(status);
    // That of the Prometheus is for monitors that have none.
    const general = `${prometheus}  ${limit}\n`;
    expect(full(limited("# none"), general)?.status).toBe(status);
    expect(full(limited(`${name}: 1000`), general)?.status).toBe("ok");
    expect(full(limited("# none"), `${general}  version: v2.44.0\n`)?.status).toBe("ok");
  });

  test("limits count what is left after relabeling", () => {
    const dropping = (limit: string, rule: string) =>
      full(`${limited(limit)}      metricRelabelings: [${rule}]\n`.replace(/^ {6}metric/m, "      metric"))?.status;
    expect(dropping("labelValueLengthLimit: 39", "{ action: labeldrop, regex: UUID }")).toBe("ok");
    expect(dropping("sampleLimit: 5", "{ action: drop, sourceLabels: [__name__], regex: DCGM_FI_DEV_FB_.* }")).toBe(
      "ok",
    );
  });

  test.each<[string, string, Hop["status"]]>([
    ["plainly", "    scheme: https", "broken"],
    ["in capitals", "    scheme: HTTPS", "broken"],
    ["by relabeling", "    relabelings: [{ targetLabel: __scheme__, replacement: https }]", "broken"],
    [
      "with a client certificate",
      "    scheme: https\n    tlsConfig: { certFile: /etc/prom-certs/cert.pem }",
      "unknown",
    ],
    ["not at all", "    scheme: http", "ok"],
  ])("an exporter without web configuration is asked for https %s", (_what, endpoint, status) => {
    expect(hopOf(toExporter(endpoint), "metrics-are-served").status).toBe(status);
  });

  const ofTree = (containers: string): Hop =>
    hopOf(
      `${monitor("selector: { matchLabels: { app: web } }\nendpoints: [{ port: http, scheme: https }]")}${webService}---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: gpus, namespace: monitoring }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [${containers}] }
`,
      "metrics-are-served",
    );
  const image = "name: exporter, image: nvidia/dcgm-exporter:4.8.3";
  const port = "ports: [{ name: web, containerPort: 8080 }]";
  test.each<[string, string, Hop["status"]]>([
    ["alone", `{ ${image}, ${port} }`, "broken"],
    ["with a web configuration", `{ ${image}, ${port}, args: [--web-config-file=/etc/web.yaml] }`, "ok"],
    ["behind a proxy", `{ ${image} }, { name: proxy, image: kube-rbac-proxy, ${port} }`, "unknown"],
  ])("an exporter of the tree %s is asked for https", (_what, containers, status) => {
    expect(ofTree(containers).status).toBe(status);
  });

  test("the scrape class of another program takes the name away", () => {
    const tree = `${web}${webService}${webPods}`;
    const chart = `${prometheus}  scrapeClasses: [{ name: d, default: true, metricRelabelings: [{ action: labelkeep, regex: job }] }]\n`;
    expect(hopOf(tree, "metrics-are-served", chart)).toMatchObject({
      status: "broken",
      why: expect.stringContaining("The metricRelabelings of the scrape class d of Prometheus monitoring/main take"),
    });
  });

  test("where another program has its metrics is not judged", () => {
    const tree = `${monitor("selector: { matchLabels: { app: web } }\nendpoints: [{ port: web, path: /probe }]")}${service("selector: { app: web }\nports: [{ name: web, port: 80 }]")}`;
    expect(hopOf(tree, "metrics-are-served")).toMatchObject({ status: "ok" });
  });
});
