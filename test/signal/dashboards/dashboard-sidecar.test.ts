import { describe, expect, test } from "vitest";
import { worldOf } from "../world-of.ts";
import { dashboardPathsIn } from "./dashboard-paths-in.ts";

interface GrafanaParts {
  readonly kind?: string;
  readonly env?: string;
  readonly mounts?: string;
  readonly volumes?: string;
  readonly more?: string;
}

const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, " ".repeat(by));

/** A Grafana that no chart of ours renders. */
const grafana = ({ kind = "Deployment", env = "", mounts = "", volumes = "", more = "" }: GrafanaParts): string => `
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: grafana
  namespace: monitoring
spec:
  template:
    spec:
      containers:
        - name: dashboards-sc-dashboard
          env:
            - {name: LABEL, value: grafana_dashboard}
            - {name: FOLDER, value: /tmp/dashboards}
${indented(env, 12)}
        - name: web
          image: registry.example.org:5000/mirror/grafana:13.2.0@sha256:0123
          volumeMounts:
            - {name: shared, mountPath: /tmp/dashboards}
${indented(mounts, 12)}
      volumes:
        - {name: shared, emptyDir: {}}
${indented(volumes, 8)}
---
${more}`;

const configMap = (name: string, fields = "") => `
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
  namespace: ml
  labels:
    grafana_dashboard: "1"
${indented(fields, 2)}
data:
  ${name}.json: '{"title": "${name}", "panels": []}'
`;

const hop = (chart: string, name: string, tree = configMap("gpus")) => {
  const [path] = dashboardPathsIn(worldOf({ chart, tree }));
  return path?.hops.find((one) => one.hop === name);
};

describe("a sidecar as its environment configures it", () => {
  const all = "- {name: NAMESPACE, value: ALL}";

  test("any value of the label, in any namespace", () => {
    expect(hop(grafana({ env: all }), "sidecar-selects-configmap")?.status).toBe("ok");
    expect(hop(grafana({ env: all, kind: "StatefulSet" }), "sidecar-watches-namespace")?.status).toBe("ok");
  });

  test("of two variables with one name the last counts", () => {
    const env = `${all}\n- {name: NAMESPACE, value: ops}`;
    expect(hop(grafana({ env }), "sidecar-watches-namespace")?.why).toBe(
      "The sidecar looks into ops only, and the ConfigMap lies in ml.",
    );
  });

  test("namespaces are compared as they stand in the list, blanks and all", () => {
    expect(hop(grafana({ env: "- {name: NAMESPACE, value: 'ops,ml'}" }), "sidecar-watches-namespace")?.status).toBe(
      "ok",
    );
    expect(hop(grafana({ env: "- {name: NAMESPACE, value: 'ops, ml'}" }), "sidecar-watches-namespace")?.status).toBe(
      "broken",
    );
  });

  test("a variable from elsewhere makes it unknown", () => {
    const from = (name: string) => `- {name: ${name}, valueFrom: {configMapKeyRef: {name: a, key: b}}}`;
    expect(hop(grafana({ env: from("NAMESPACE") }), "sidecar-watches-namespace")?.status).toBe("unknown");
    expect(hop(grafana({ env: from("LABEL_VALUE") }), "sidecar-selects-configmap")?.status).toBe("unknown");
  });

  test.for([
    ["gpus", "ok"],
    ["configmap/gpus", "ok"],
    ["ml/configmap/gpus", "ok"],
    ["others", "broken"],
    ["secret/gpus", "ok"],
    ["secret/gpus,others", "broken"],
    ["ops/configmap/gpus,others", "broken"],
  ] as const)("RESOURCE_NAME %s", ([names, status]) => {
    const env = (namespace: string) =>
      `- {name: NAMESPACE, value: ${namespace}}\n- {name: RESOURCE_NAME, value: '${names}'}`;
    // Without a name for the object's kind and namespace the label decides, which it has.
    expect(hop(grafana({ env: env("ml") }), "sidecar-selects-configmap")?.status).toBe(status);
    expect(hop(grafana({ env: env("ALL") }), "sidecar-selects-configmap")?.status).toBe("ok");
  });

  test("a label that is a number selects nothing: the API server takes only text", () => {
    const tree = configMap("gpus").replace('"1"', "1");
    expect(hop(grafana({ env: all }), "sidecar-selects-configmap", tree)?.why).toContain("has grafana_dashboard: 1");
  });
});

describe("dashboards that Grafana mounts itself", () => {
  const mounted = {
    mounts: `- {name: config, mountPath: /etc/grafana/provisioning/dashboards/own.yaml, subPath: own.yaml}
- {name: own, mountPath: /var/lib/grafana/dashboards/own/gpus.json, subPath: gpus.json}
- {name: own, mountPath: /var/lib/grafana/dashboards/own/more.json, subPath: more.json}`,
    volumes: "- {name: config, configMap: {name: grafana}}\n- {name: own, configMap: {name: own}}",
    more: `
apiVersion: v1
kind: ConfigMap
metadata: {name: grafana, namespace: monitoring}
data:
  own.yaml: |
    apiVersion: 1
    providers:
      - name: own
        type: file
        options: {path: /var/lib/grafana/dashboards/own}
`,
  };
  const own = (title: string) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: own, namespace: monitoring}
data:
  gpus.json: '{"title": "GPUs", "panels": []}'
  more.json: '{"title": "${title}", "panels": []}'
`;

  test("need no label, and every mounted key is one", () => {
    const paths = dashboardPathsIn(worldOf({ chart: grafana(mounted), tree: own("More") }));
    expect(paths.map(({ subject, status }) => `${subject}: ${status}`)).toEqual([
      'dashboard "GPUs": ok',
      'dashboard "More": ok',
    ]);
  });

  test("take part in the comparison of titles", () => {
    const paths = dashboardPathsIn(worldOf({ chart: grafana(mounted), tree: own("GPUs") }));
    expect(paths.flatMap(({ hops }) => hops.flatMap(({ check }) => check ?? []))).toEqual([
      "dashboard-title-duplicate",
      "dashboard-title-duplicate",
    ]);
  });

  test("are compared with those of the sidecar, too: each provider has its folder", () => {
    const chart = grafana({ ...mounted, more: `${mounted.more}\n---\n${own("More")}` });
    const tree = configMap("GPUs").replace("ml", "monitoring");
    expect(hop(chart, "dashboard-is-unique", tree)?.check).toBe("dashboard-title-duplicate");
    const foldered = chart.replace("name: own\n        type", "name: own\n        folder: Own\n        type");
    expect(hop(foldered, "dashboard-is-unique", tree)?.status).toBe("ok");
  });
});

test("where no provider can be seen, whether the file is read is unknown", () => {
  expect(hop(grafana({}), "grafana-reads-file")?.status).toBe("unknown");
  expect(hop(grafana({}), "datasource-exists")?.status).toBe("ok");
});
