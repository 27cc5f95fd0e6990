import { join } from "node:path";
import type { Rig } from "./rig.ts";

/**
 * Writes a chart with a workload and a CRD into the workspace; answers its absolute path. Values: `image` and
 * `replicas` of the workload, and `hook`, which adds a hook whose Job ends well unless the value is `exit`.
 */
export const writeSmallChart = async (rig: Rig): Promise<string> => {
  await rig.write("chart/Chart.yaml", "apiVersion: v2\nname: small\nversion: 1.0.0\n");
  await rig.write("chart/values.yaml", "image: registry.test/app:1\nreplicas: 1\nhook: ''\nlabel: none\n");
  await rig.write("chart/templates/app.yaml", workload);
  await rig.write("chart/templates/hook.yaml", hook);
  await rig.write("chart/crds/widgets.yaml", crd);
  return join(rig.outside.workspace.root, "chart");
};

const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
  namespace: {{ .Release.Namespace }}
  labels: { set: {{ .Values.label | quote }} }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      containers:
        - name: main
          image: {{ .Values.image }}
`;

const hook = `{{ if .Values.hook }}
apiVersion: batch/v1
kind: Job
metadata:
  name: prepare
  namespace: {{ .Release.Namespace }}
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  backoffLimit: 0
  template:
    metadata:
      annotations: { kwok-test/fails: {{ .Values.hook | quote }} }
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: registry.test/prepare:1
{{ end }}
`;

export const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.test.example
spec:
  group: test.example
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, x-kubernetes-preserve-unknown-fields: true }
`;
