import { expect, test } from "vitest";
import { lostAddress } from "../../../src/signal/grafana/datasource-service.ts";
import { provisionedDatasources } from "../../../src/signal/grafana/grafana-datasources.ts";
import { grafanaPods } from "../../../src/signal/grafana/grafana-pod.ts";
import { worldOf } from "../world-of.ts";

const service = (name: string, namespace: string, port: number, more = "") => `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${namespace}}
spec: {selector: {app: x}, ports: [{name: web, port: ${port}}]${more}}
---`;
const grafana = (url: string, access: string) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: sources, namespace: monitoring}
data:
  a.yaml: '{datasources: [{name: A, type: prometheus, url: "${url}", access: ${access}}]}'
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: grafana, namespace: monitoring}
spec:
  template:
    spec:
      containers:
        - name: grafana
          image: docker.io/grafana/grafana:13.2.0
          volumeMounts: [{name: sources, mountPath: /etc/grafana/provisioning/datasources}]
      volumes: [{name: sources, configMap: {name: sources}}]
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec: {}
---`;
const services =
  service("kps-kube-prometheus-stack-prometheus", "monitoring", 9090) +
  service("direct", "monitoring", 9090, ", clusterIP: None") +
  service("loki", "logging", 3100);

const lost = (url: string, access = "proxy") => {
  const world = worldOf({ chart: grafana(url, access) + services, tree: "" });
  return grafanaPods(world).flatMap((pod) =>
    provisionedDatasources(pod, world).map((one) => lostAddress(one, pod, world)),
  );
};

test.each([
  ["http://kps-kube-prometheus-stack-prometheus:9091/x", "http://kps-kube-prometheus-stack-prometheus:9090/x"],
  ["http://loki:3100", "http://loki.logging:3100"],
  ["http://loki.monitoring.svc.cluster.local:3100/", "http://loki.logging.svc.cluster.local:3100/"],
  [
    "http://prometheus-kube-prometheus-prometheus.monitoring.svc:9090",
    "http://kps-kube-prometheus-stack-prometheus.monitoring.svc:9090",
  ],
])("%s leads nowhere: %s is meant", (url, meant) => {
  expect(lost(url)).toMatchObject([{ meant }]);
});

test.each([
  ["http://kps-kube-prometheus-stack-prometheus.monitoring:9090"],
  ["http://prometheus-operated:9090"],
  ["http://direct:1234"],
  ["http://tempo:3200"],
  ["http://loki.logging:3100"],
  ["http://prometheus-kube-prometheus-prometheus.elsewhere:9090"],
  ["http://10.0.0.1:9090"],
  ["http://$PROMETHEUS:9090"],
  ["https://prometheus.example.org"],
  [""],
])("%s is not judged, or is right", (url) => {
  expect(lost(url)).toEqual([null]);
});

test("what the browser asks is not the pod's business", () => {
  expect(lost("http://loki:3100", "direct")).toEqual([null]);
});
