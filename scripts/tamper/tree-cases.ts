import { files, type Tree } from "./ground.ts";
import type { Tampering } from "./tampering.ts";

/** The files are others than those of the commit, which is the same: an earlier step has changed them. */
const inTree = (
  name: string,
  change: (tree: Tree) => void,
  says: Tampering["says"],
  more: Partial<Tampering> = {},
): Tampering => ({
  name: `in the tree: ${name}`,
  reason: "plan-changed",
  says,
  tree: (tree) => {
    change(tree);
    return undefined;
  },
  ...more,
});

const prometheus = "Prometheus monitoring/prometheus-stack-kube-prom-prometheus";

export const treeCases: readonly Tampering[] = [
  inTree(
    "another value",
    (tree) => tree.replace(files.values, "retention: 20d", "retention: 25d"),
    [prometheus, "25d"],
    { alsoHelm3: true },
  ),
  inTree(
    "a value more",
    (tree) => tree.replace(files.values, "    retention: 20d", "    retention: 20d\n    replicas: 2"),
    [prometheus, "/spec/replicas"],
  ),
  inTree("another secret", (tree) => tree.replace(files.values, "another-horse", "planted-horse"), [
    "Secret monitoring/prometheus-stack-grafana",
  ]),
  inTree("another image", (tree) => tree.append(files.values, "  image:\n    tag: 1.0.0-planted\n"), ["1.0.0-planted"]),
  inTree("another receiver of alerts", (tree) => tree.replace(files.values, "receiver: on-call", 'receiver: "null"'), [
    "Secret monitoring/alertmanager-prometheus-stack-kube-prom-alertmanager",
  ]),
  inTree("another rule in an overlay", (tree) => tree.replace(files.usage, "> 0.97", "> 0.99"), [
    "PrometheusRule monitoring/gpu-usage",
    "0.99",
  ]),
  inTree("another dashboard", (tree) => tree.replace(files.dashboard, '"title": "', '"title": "planted '), [
    "ConfigMap monitoring/gpu-overview-dashboard",
  ]),
  inTree(
    "an object more in an overlay",
    (tree) => {
      tree.write(
        "prometheus-stack/overlays/servicemonitors/planted.yaml",
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: planted }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }\nsubjects: []\n",
      );
      tree.append("prometheus-stack/overlays/servicemonitors/kustomization.yaml", "  - planted.yaml\n");
    },
    ["ClusterRoleBinding planted"],
  ),
  inTree(
    "an object less in an overlay",
    (tree) => tree.replace("prometheus-stack/overlays/alerting/kustomization.yaml", "  - gpu-health.yaml\n", ""),
    ["PrometheusRule monitoring/gpu-health"],
  ),
  inTree(
    "a label more on all of an overlay",
    (tree) => tree.append("prometheus-stack/overlays/alerting/kustomization.yaml", "      planted: here\n"),
    ["PrometheusRule monitoring/gpu-health: /metadata/labels/planted"],
  ),
  inTree("another base", (tree) => tree.replace(files.namespace, "team: gpu", "team: planted"), [
    "Namespace monitoring",
    "planted",
  ]),
  inTree(
    "another object of base under the same name",
    (tree) => tree.replace("prometheus-stack/base/contacts.yaml", 'on-call: "1"', 'on-call: "2"'),
    ["ConfigMap monitoring/contacts"],
  ),
  inTree(
    "an option more in install.sh",
    (tree) =>
      tree.replace(
        files.install,
        "-f values.yaml",
        "-f values.yaml \\\n    --set prometheus.prometheusSpec.retention=99d",
      ),
    [prometheus, "99d"],
    { alsoHelm3: true },
  ),
  inTree(
    "an option of install.sh that changes no object",
    (tree) => tree.replace(files.install, "-f values.yaml", "-f values.yaml --set planted=1"),
    ["release: values"],
  ),
  inTree(
    "another namespace in install.sh",
    (tree) => tree.replace(files.install, "--namespace monitoring", "--namespace default"),
    ["namespace"],
  ),
  inTree(
    "another release in install.sh",
    (tree) => tree.replace(files.install, "--install prometheus-stack", "--install planted"),
    ["planted"],
  ),
  inTree(
    "another values file in install.sh",
    (tree) => {
      tree.write("prometheus-stack/upstream/planted.yaml", "prometheus:\n  prometheusSpec:\n    retention: 1d\n");
      tree.replace(files.install, "-f values.yaml", "-f values.yaml -f planted.yaml");
    },
    [prometheus, "1d"],
  ),
  inTree("another version of the chart", (tree) => tree.replace("chart/Chart.yaml", "version: ", "version: 1"), [
    "chart",
  ]),
  inTree(
    "another template in the chart",
    (tree) =>
      tree.write(
        "chart/templates/planted.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planted\n  namespace: {{ .Release.Namespace }}\n",
      ),
    ["ConfigMap monitoring/planted"],
    { alsoHelm3: true },
  ),
  inTree("a file of the chart that makes no object", (tree) => tree.append("chart/README.md", "\nplanted\n"), [
    "chart",
  ]),
  inTree(
    "a hook more in the chart",
    (tree) =>
      tree.write(
        "chart/templates/hook.yaml",
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: planted\n  annotations: { "helm.sh/hook": pre-upgrade }\n',
      ),
    ["planted"],
  ),
  inTree(
    "another configuration file",
    (tree) => tree.replace(files.config, "production: {}", "production: { gated: false }"),
    ["configuration file"],
  ),
];
