// npm run exporter-metrics -- <exporter> <folder>: writes src/exporters/data/<exporter>.json, what an exporter of the
// chart has by its releases, from a clone of its public repository with all tags.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { componentMetrics } from "./exporter-metrics/component-metrics.ts";
import { containerMetrics } from "./exporter-metrics/container-metrics.ts";
import { kubernetesMetrics } from "./exporter-metrics/kubernetes-metrics.ts";
import { nodeCollectors } from "./exporter-metrics/node-collectors.ts";
import { stateMetrics } from "./exporter-metrics/state-metrics.ts";

const readers: Readonly<Record<string, (folder: string) => unknown>> = {
  "kube-state-metrics": stateMetrics,
  "node-exporter": nodeCollectors,
  cadvisor: containerMetrics,
  kubernetes: kubernetesMetrics,
  coredns: componentMetrics("https://github.com/coredns/coredns", "coredns_", "1.9.0"),
  etcd: componentMetrics("https://github.com/etcd-io/etcd", "etcd_", "3.4.0"),
  alertmanager: componentMetrics("https://github.com/prometheus/alertmanager", "alertmanager_", "0.24.0"),
  prometheus: componentMetrics("https://github.com/prometheus/prometheus", "prometheus_", "2.40.0"),
  "prometheus-operator": componentMetrics(
    "https://github.com/prometheus-operator/prometheus-operator",
    "prometheus_operator_",
    "0.60.0",
  ),
};

const [exporter = "", folder] = process.argv.slice(2);
const read = readers[exporter];
const root = resolve(import.meta.dirname, "..");
if (read === undefined || folder === undefined) {
  console.error(`Name an exporter (${Object.keys(readers).join(", ")}) and the folder of a clone with its tags.`);
  process.exitCode = 2;
} else {
  const file = resolve(root, "src/exporters/data", `${exporter}.json`);
  writeFileSync(file, `${JSON.stringify(read(folder), null, 2)}\n`);
  const biome = resolve(root, "node_modules/.bin/biome");
  process.exitCode = spawnSync(biome, ["format", "--write", file], { cwd: root, stdio: "inherit" }).status ?? 1;
}
