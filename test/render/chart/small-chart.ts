import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { tool } from "../../tools-dir.ts";

/** A chart with a subchart, hooks, CRDs and a random password, by path within its folder. */
export const smallChart: Readonly<Record<string, string>> = {
  "Chart.yaml": `apiVersion: v2
name: small
version: 1.2.3
appVersion: v9
dependencies:
  - { name: grafana, version: 0.1.0, condition: grafana.enabled }
  - { name: crds, version: 0.0.1, condition: crds.enabled }
`,
  "values.yaml": `replicas: 1
grafana: { enabled: true }
crds: { enabled: true }
`,
  "values.schema.json": '{"properties": {"replicas": {"type": "integer"}}}\n',
  "templates/prometheus/prometheus.yaml": `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  replicas: {{ .Values.replicas }}
`,
  "templates/prometheus/rules-1.14/node.yaml": `{{- if .Capabilities.APIVersions.Has "monitoring.coreos.com/v1/PrometheusRule" }}
apiVersion: v1
kind: List
items:
  - apiVersion: monitoring.coreos.com/v1
    kind: PrometheusRule
    metadata: { name: first }
  - apiVersion: monitoring.coreos.com/v1
    kind: PrometheusRule
    metadata: { name: second }
{{- end }}
`,
  "templates/hooks/test.yaml": `apiVersion: v1
kind: Pod
metadata:
  name: try
  annotations: { helm.sh/hook: "test, post-install" }
`,
  "charts/grafana/Chart.yaml": "apiVersion: v2\nname: grafana\nversion: 0.1.0\n",
  "charts/grafana/templates/secret.yaml": `apiVersion: v1
kind: Secret
metadata:
  name: grafana
data:
  admin-password: {{ randAlphaNum 20 | b64enc }}
  admin-user: YWRtaW4=
`,
  "charts/crds/Chart.yaml": "apiVersion: v2\nname: crds\nversion: 0.0.1\n",
  "charts/crds/crds/crd-two.yaml": `# From elsewhere.
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ones.example.com }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: twos.example.com }
`,
};

/** The chart's files under a folder of a repository. */
export const chartIn = (folder: string, files = smallChart): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [join(folder, name), text]));

/** A stack that installs a chart of the repository, by path within the repository. */
export const stackWith = (helmLine: string): Readonly<Record<string, string>> => ({
  "prometheus-stack/base/kustomization.yaml": "resources: [namespace.yaml]\n",
  "prometheus-stack/base/namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: monitoring\n",
  "prometheus-stack/upstream/install.sh": `#!/bin/sh\n${helmLine}\n`,
});

/** Packages the chart, and writes the index that makes the folder a chart repository. */
export const packagedChart = async (): Promise<{ readonly folder: string; readonly archive: string }> => {
  const folder = mkdtempSync(join(tmpdir(), "chart-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const source = join(folder, "source");
  for (const [name, text] of Object.entries(chartIn(source))) {
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
  const repository = join(folder, "repository");
  const env = { HOME: folder };
  const helm = await tool("helm");
  execFileSync(helm, ["package", source, "--destination", repository], { env });
  execFileSync(helm, ["repo", "index", repository], { env });
  return { folder: repository, archive: join(repository, "small-1.2.3.tgz") };
};
