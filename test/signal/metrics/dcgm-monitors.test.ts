import { describe, expect, test } from "vitest";
import { scrapesDcgm } from "../../../src/signal/metrics/dcgm-monitors.ts";
import { worldOf } from "../world-of.ts";

const monitor = (spec: string, { kind = "ServiceMonitor", name = "gpus" } = {}): string =>
  `{apiVersion: monitoring.coreos.com/v1, kind: ${kind}, metadata: {name: ${name}}, spec: ${spec}}`;
const secret = (text: string): string =>
  `{apiVersion: v1, kind: Secret, metadata: {name: extra}, data: {c.yaml: ${Buffer.from(text).toString("base64")}}}`;
const prometheus =
  "{apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: {name: p}, spec: {additionalScrapeConfigs: {name: extra, key: c.yaml}}}";

const additional = (job: string): string => `${prometheus}\n---\n${secret(`- job_name: x\n  ${job}\n`)}`;

const scrapes = (...texts: readonly string[]): boolean => scrapesDcgm(worldOf({ tree: texts.join("\n---\n") }));

describe("what aims at a DCGM exporter", () => {
  test.each([
    ["its label of the gpu-operator", monitor("{selector: {matchLabels: {app: nvidia-dcgm-exporter}}}")],
    ["that of the DRA exporter", monitor("{selector: {matchLabels: {app: nvidia-dcgm-exporter-dra}}}")],
    ["that of the standalone chart", monitor("{selector: {matchLabels: {app.kubernetes.io/name: dcgm-exporter}}}")],
    [
      "an expression",
      monitor("{selector: {matchExpressions: [{key: app, operator: In, values: [x, dcgm-exporter]}]}}"),
    ],
    ["a name", monitor("{selector: {matchLabels: {gpu: metrics}}}", { name: "dcgm-exporter" })],
    ["a PodMonitor", monitor("{selector: {matchLabels: {app: nvidia-dcgm-exporter}}}", { kind: "PodMonitor" })],
    [
      "a ScrapeConfig's targets",
      monitor("{staticConfigs: [{targets: ['dcgm-exporter.gpu-operator:9400']}]}", { kind: "ScrapeConfig" }),
    ],
    [
      "a ScrapeConfig that keeps it",
      monitor("{relabelings: [{action: Keep, regex: nvidia-dcgm-exporter}]}", { kind: "ScrapeConfig" }),
    ],
    ["additional scrape configuration", `${prometheus}\n---\n${secret("- job_name: dcgm-exporter\n")}`],
    ["additional configuration of its port", additional("static_configs: [{targets: ['node-a:9400']}]")],
    [
      "additional configuration that searches its namespace",
      additional("kubernetes_sd_configs: [{role: endpoints, namespaces: {names: [gpu-operator]}}]"),
    ],
    ["additional configuration that searches all namespaces", additional("kubernetes_sd_configs: [{role: pod}]")],
    ["additional configuration that is not in sight", prometheus],
    ["additional configuration that is no YAML", `${prometheus}\n---\n${secret("- job_name: [\n")}`],
  ])("by %s", (_, text) => {
    expect(scrapes(text)).toBe(true);
  });
});

describe("what does not", () => {
  test.each([
    ["another monitor", monitor("{selector: {matchLabels: {app: node-exporter}}}", { name: "node" })],
    [
      "a monitor that leaves it out",
      monitor("{selector: {matchExpressions: [{key: app, operator: NotIn, values: [dcgm-exporter]}]}}"),
    ],
    [
      "a ScrapeConfig that drops it",
      monitor("{relabelings: [{action: drop, regex: dcgm-exporter}]}", { kind: "ScrapeConfig" }),
    ],
    ["a Service", "{apiVersion: v1, kind: Service, metadata: {name: nvidia-dcgm-exporter}}"],
    ["additional configuration that only mentions it", `${prometheus}\n---\n${secret("- job_name: x # not dcgm\n")}`],
    ["additional configuration of nodes", additional("kubernetes_sd_configs: [{role: node}]")],
    ["a Secret that no Prometheus reads", secret("- job_name: dcgm-exporter\n")],
  ])("%s", (_, text) => {
    expect(scrapes(text)).toBe(false);
  });
});
