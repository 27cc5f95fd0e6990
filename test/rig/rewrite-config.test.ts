import { load } from "js-yaml";
import { expect, test } from "vitest";
import { standInArguments } from "./arguments.ts";
import { rewriteConfig } from "./rewrite-config.ts";

const place = (path: string): string => (path.startsWith("/etc/") ? `/pods${path}` : path);
const rewriting = { place, variables: { SHARD: "0", POD_NAME: "pod-0" }, discovery: { api_server: "https://api" } };

test("variables, paths of files and discoveries become those of a process beside the cluster, and nothing else changes", () => {
  const text = `
global:
  external_labels: { replica: $(POD_NAME) }
rule_files: [/etc/rules/*.yaml]
scrape_configs:
  - job_name: gpu
    metrics_path: /etc/metrics
    authorization: { credentials_file: /etc/token }
    kubernetes_sd_configs: [{ role: endpoints, namespaces: { names: [gpu-operator] } }]
    relabel_configs: [{ source_labels: [__tmp_hash], regex: $(SHARD), action: keep }]
alerting:
  alertmanagers: [{ kubernetes_sd_configs: [{ role: endpoints }] }]
templates: [/etc/*.tmpl]
receivers: [{ name: on-call, webhook_configs: [{ url_file: /etc/secrets/url, max_alerts: 3 }] }]
`;
  expect(load(rewriteConfig(text, rewriting))).toEqual({
    global: { external_labels: { replica: "pod-0" } },
    rule_files: ["/pods/etc/rules/*.yaml"],
    scrape_configs: [
      {
        job_name: "gpu",
        metrics_path: "/etc/metrics",
        authorization: { credentials_file: "/pods/etc/token" },
        kubernetes_sd_configs: [
          { role: "endpoints", namespaces: { names: ["gpu-operator"] }, api_server: "https://api" },
        ],
        relabel_configs: [{ source_labels: ["__tmp_hash"], regex: 0, action: "keep" }],
      },
    ],
    alerting: { alertmanagers: [{ kubernetes_sd_configs: [{ role: "endpoints", api_server: "https://api" }] }] },
    templates: ["/pods/etc/*.tmpl"],
    receivers: [{ name: "on-call", webhook_configs: [{ url_file: "/pods/etc/secrets/url", max_alerts: 3 }] }],
  });
});

test("arguments keep their meaning; the address is the pod's", () => {
  const args = [
    "--config.file=/etc/out.yaml",
    "--web.listen-address=:9093",
    "--web.config.file=/etc/web.yaml",
    "--web.route-prefix=/",
    "--x",
  ];
  expect(standInArguments(args, "10.231.0.7", 9093, place)).toEqual([
    ...["--config.file=/pods/etc/out.yaml", "--web.route-prefix=/", "--x", "--web.listen-address=10.231.0.7:9093"],
  ]);
});
