import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../../src/checks/index.ts";
import { textAt } from "../../src/kubernetes/json-fields.ts";
import { isObject, type Json, type Manifest, type Path } from "../../src/kubernetes/manifest.ts";
import { refOf } from "../../src/kubernetes/resource-ref.ts";
import { runChecks } from "../../src/policy/run-checks.ts";
import { part } from "../run/part.ts";
import { chartOrigin, manifestsOf, renderOf, subjectOf } from "./subject.ts";

const overlays = resolve(import.meta.dirname, "../../fixtures/prometheus-stack/overlays");
const chart = manifestsOf(
  `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: kps, namespace: monitoring}
spec:
  serviceMonitorSelector: {matchLabels: {release: stack}}
  serviceMonitorNamespaceSelector: {}
  ruleSelector: {matchExpressions: [{key: release, operator: In, values: [stack]}]}
  ruleNamespaceSelector: {}
  retention: 15d
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: grafana, namespace: monitoring, labels: {app.kubernetes.io/name: grafana}}
spec:
  replicas: 1
  template:
    spec:
      containers:
        - {name: grafana, image: "grafana/grafana:13.0.0", volumeMounts: [{name: dashboards, mountPath: /tmp/dashboards}]}
        - name: grafana-sc-dashboard
          image: kiwigrid/k8s-sidecar:2.0.0
          env: [{name: LABEL, value: grafana_dashboard}, {name: FOLDER, value: /tmp/dashboards}]
          volumeMounts: [{name: dashboards, mountPath: /tmp/dashboards}]
`,
  chartOrigin,
);
const dashboardKey: Path = ["data", "gpus.json"];
const { panels, ...overview } = JSON.parse(readFileSync(join(overlays, "dashboards/gpu-overview.json"), "utf8"));
const dashboard = manifestsOf(
  `apiVersion: v1
kind: ConfigMap
metadata: {name: gpus, namespace: monitoring, labels: {grafana_dashboard: "1"}}
data: {gpus.json: ${JSON.stringify(JSON.stringify({ ...overview, panels: panels.slice(0, 2) }))}}
`,
);
const rules = readdirSync(overlays, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
  .flatMap((file) => manifestsOf(readFileSync(join(overlays, file), "utf8")));

const own = [...rules, ...dashboard];

const placesIn = (value: Json, at: Path = []): readonly Path[] => {
  const below = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...at, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : placesIn(item, [...at, key])))
      : [];
  return at.length === 0 ? below : [at, ...below];
};

const put = (value: Json, [step, ...rest]: Path): Json => {
  if (step === undefined) return { "{ template }": null };
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? put(item, rest) : item));
  return isObject(value) ? { ...value, [step]: put(value[step] ?? null, rest) } : value;
};

const textOf = (manifest: Manifest): string | null => textAt(manifest.body, dashboardKey);

/** Places in an object, and behind its end those in the dashboard that it holds. */
const placesOf = (manifest: Manifest): readonly Path[] => {
  const text = textOf(manifest);
  const inside = text === null ? [] : placesIn(JSON.parse(text) as Json).map((path) => [...dashboardKey, ...path]);
  return [...placesIn(manifest.body), ...part(inside, 4)];
};

const putInDashboard = (text: string, path: Path): string => JSON.stringify(put(JSON.parse(text) as Json, path));

const changed = (manifest: Manifest, path: Path): Manifest => {
  const text = textOf(manifest);
  const inside = path.slice(dashboardKey.length);
  const body =
    text === null || inside.length === 0 || path[0] !== "data"
      ? put(manifest.body, path)
      : { ...manifest.body, data: { "gpus.json": putInDashboard(text, inside) } };
  return isObject(body) ? { ...manifest, body, ref: refOf(body) } : manifest;
};

/** As `name: {{ .Values.name }}` is read, where nobody has filled the template in. */
test("a mapping where a text belongs is told as what it is", () => {
  const told = new Set<string>();
  const { dashboards } = subjectOf({ render: renderOf({ chart, overlay: own }) }).resolution;
  expect(dashboards.files.map(({ by }) => by)).toEqual(["sidecar"]);
  for (const manifests of [own, chart])
    for (const [at, manifest] of manifests.entries())
      for (const path of placesOf(manifest)) {
        const mixed = manifests.with(at, changed(manifest, path));
        const render = manifests === own ? { chart, overlay: mixed } : { chart: mixed, overlay: own };
        for (const { message } of runChecks(subjectOf({ render: renderOf(render) }), new Map(), checks).findings)
          if (message.includes("[object ")) told.add(`${path.join(".")}: ${message}`);
      }
  expect([...told]).toEqual([]);
});
