import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expositionIn } from "../../scripts/exporter-metrics/exposition.ts";
import { metricLines } from "../../scripts/exporter-metrics/listed-metric.ts";
import { renamedIn } from "../../scripts/exporter-metrics/node-renames.ts";
import { readers } from "../../scripts/exporter-metrics/readers.ts";
import { chartExporters, exporterOf, isJudged, typeOf } from "../../src/exporters/chart-exporters.ts";
import { containerMetrics } from "../../src/exporters/container-metrics.ts";
import { isInReleases, metricList } from "../../src/exporters/metric-list.ts";

test.for(chartExporters)("$name: every line can be read, and is of its own prefix", (exporter) => {
  const list = exporter.list();
  expect(list.names.length).toBeGreaterThan(300);
  for (const name of list.names) {
    const metric = list.metric(name);
    expect(name.startsWith(exporter.prefix), name).toBe(true);
    expect(exporterOf(name)).toBe(exporter);
    expect(["gauge", "counter", "untyped"], name).toContain(metric?.type);
    expect(isInReleases(metric?.from ?? "", list) && isInReleases(metric?.to ?? "", list), name).toBe(true);
    expect(
      metric?.labels.every((label) => /^(?:[a-zA-Z_]\w*\*?|\*)$/.test(label)),
      name,
    ).toBe(true);
  }
});

test.for(Object.entries(readers))(
  "%s: what was read is of its own repository, and at a fixed place",
  ([name, reader]) => {
    const file = new URL(`../../src/exporters/data/${name}.json`, import.meta.url);
    const { sources, metrics } = JSON.parse(readFileSync(file, "utf8"));
    expect(metrics.length).toBeGreaterThan(40);
    for (const source of sources)
      expect(source).toMatch(
        new RegExp(
          `^https://github\\.com/${reader.repository}/(?:tree|blob)/(?:v\\d+\\.\\d+\\.\\d+|[0-9a-f]{40})(?:/|$)`,
        ),
      );
  },
);

test("what Prometheus, Alertmanager and the operator count, and what they measure", () => {
  expect(typeOf("prometheus_rule_evaluation_failures_total")).toBe("counter");
  expect(typeOf("prometheus_tsdb_head_series")).toBe("gauge");
  expect(typeOf("prometheus_remote_storage_highest_timestamp_in_seconds")).toBeNull();
  expect(typeOf("alertmanager_notifications_failed_total")).toBe("counter");
  expect(typeOf("prometheus_operator_ready")).toBe("gauge");
  expect(typeOf("prometheus_operator_syncs")).toBe("gauge");
  expect(typeOf("prometheus_operator_reconcile_duration_seconds_sum")).toBe("counter");
  expect(typeOf("prometheus_something_of_tomorrow_total")).toBeNull();
});

test("what Kubernetes' own components, etcd and CoreDNS count, and what they measure", () => {
  expect(typeOf("apiserver_request_total")).toBe("counter");
  expect(typeOf("apiserver_request_duration_seconds_bucket")).toBe("counter");
  expect(typeOf("apiserver_current_inflight_requests")).toBeNull();
  expect(typeOf("kubelet_running_pods")).toBe("gauge");
  // What collectors make has no type in the list, and what is in none may be there.
  expect(typeOf("kubelet_volume_stats_used_bytes")).toBeNull();
  expect(typeOf("apiserver_something_of_tomorrow")).toBeNull();
  expect(typeOf("workqueue_depth")).toBe("gauge");
  // Its rate tells how many workers are stuck.
  expect(typeOf("workqueue_unfinished_work_seconds")).toBeNull();
  expect(typeOf("coredns_dns_requests_total")).toBe("counter");
  expect(typeOf("coredns_cache_entries")).toBe("gauge");
  expect(typeOf("etcd_server_leader_changes_seen_total")).toBe("counter");
  // A gauge by its source, which only rises.
  expect(typeOf("etcd_server_proposals_committed_total")).toBeNull();
  expect(typeOf("etcd_debugging_mvcc_current_revision")).toBeNull();
  // The API server's own, of what it asks etcd.
  expect(typeOf("etcd_request_duration_seconds_count")).toBe("counter");
});

test("what Grafana counts, and what it measures", () => {
  expect(typeOf("grafana_emails_sent_failed")).toBe("counter");
  expect(typeOf("grafana_http_request_duration_seconds_bucket")).toBe("counter");
  expect(typeOf("grafana_alerting_alerts")).toBe("gauge");
  // Described apart from its values, by a name that is put together.
  expect(typeOf("grafana_alerting_notifications_failed_total")).toBe("counter");
  expect(typeOf("grafana_database_conn_in_use")).toBe("gauge");
  // Of later commits alone.
  expect(typeOf("grafana_alerting_rule_evaluation_attempt_failures_total")).toBe("counter");
  // Gauges, which may well be asked how fast.
  expect(typeOf("grafana_alerting_ticker_last_consumed_tick_timestamp_seconds")).toBeNull();
  expect(typeOf("grafana_stat_totals_dashboard")).toBeNull();
  // A summary has quantiles by its own name; what is in no list may be there.
  expect(typeOf("grafana_rendering_request_duration_milliseconds")).toBeNull();
  expect(typeOf("grafana_something_of_tomorrow_total")).toBeNull();
});

test("a name with a colon is recorded, and no exporter's", () => {
  expect(exporterOf("node_namespace_pod:kube_pod_info:")).toBeNull();
  expect(exporterOf("DCGM_FI_DEV_GPU_TEMP")).toBeNull();
});

test("a gauge that only rises, or is a counter of the kernel, is called none", () => {
  expect(typeOf("kube_pod_status_phase")).toBe("gauge");
  expect(typeOf("kube_deployment_metadata_generation")).toBeNull();
  expect(typeOf("node_nf_conntrack_stat_drop")).toBeNull();
  expect(typeOf("node_filesystem_avail_bytes")).toBe("gauge");
  expect(typeOf("node_network_receive_bytes_total")).toBe("counter");
});

test("lines of all releases are read back as they were", () => {
  const metric = (name: string, labels: readonly string[]) => ({ name, part: "pods", type: "gauge" as const, labels });
  const metrics = metricLines(
    new Map([
      ["1.0.0", [metric("a", ["x"]), metric("b", [])]],
      ["1.1.0", [metric("a", ["y"])]],
      ["1.2.0", [metric("a", []), metric("c", ["label_*"])]],
    ]),
  );
  const list = metricList({ from: "1.0.0", to: "1.2.0", metrics });
  expect(list.metric("a")).toEqual({
    ...metric("a", ["x", "y"]),
    part: undefined,
    parts: ["pods"],
    from: "1.0.0",
    to: "1.2.0",
  });
  expect(list.metric("b")).toMatchObject({ from: "1.0.0", to: "1.0.0", labels: [] });
  expect(list.metric("c")).toMatchObject({ from: "1.2.0", to: "1.2.0", labels: ["label_*"] });
});

test("an output in Prometheus' format is read by the names that are stored", () => {
  const text = `# TYPE a gauge\na{x="1",y="q\\"}"} 1\n# TYPE b histogram\nb_bucket{le="+Inf"} 1\nb_sum 2\nb_count 1\n# TYPE c summary\nc{quantile="0.5"} 1\nd 1\n`;
  expect([...expositionIn(text)]).toEqual([
    ["a", { type: "gauge", labels: ["x", "y"] }],
    ["b_bucket", { type: "counter", labels: ["le"] }],
    ["b_sum", { type: "counter", labels: [] }],
    ["b_count", { type: "counter", labels: [] }],
    ["c", { type: "gauge", labels: ["quantile"] }],
    ["d", { type: "untyped", labels: [] }],
  ]);
});

test("the name that the exporter has is the newer one, whichever of the two is recorded", () => {
  const rules = `- record: node_a\n  expr: node_a_total\n- record: node_b_seconds_total\n  expr: node_b_ms / 1000\n- record: node_c\n  expr: node_d\n`;
  const isThere = (name: string): boolean => name.endsWith("_total");
  expect(renamedIn(rules, isThere)).toEqual([
    { from: "node_a", to: "node_a_total", plain: true },
    { from: "node_b_ms", to: "node_b_seconds_total", plain: false },
  ]);
});

test("what a metric of containers is, is said of those that neither only rise nor are called a total", () => {
  expect(containerMetrics().names.length).toBeGreaterThan(70);
  expect(typeOf("container_memory_working_set_bytes")).toBe("gauge");
  expect(typeOf("container_cpu_usage_seconds_total")).toBe("counter");
  expect(typeOf("container_last_seen")).toBeNull();
  expect(typeOf("container_cpu_allocation")).toBeNull();
  expect([isJudged("container_x"), isJudged("node:x"), isJudged("up")]).toEqual([true, false, false]);
});
