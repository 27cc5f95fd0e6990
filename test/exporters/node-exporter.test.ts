import { describe, expect, test } from "vitest";
import { programOf } from "../../src/exporters/exporter-program.ts";
import { nodeExporter } from "../../src/exporters/node-exporter.ts";

const exported = (metric: string, args: readonly string[] = [], version = "v1.12.1") =>
  nodeExporter.exported(metric, programOf({ image: `node-exporter:${version}`, args }));

describe("a collector that is off brings nothing", () => {
  test.for([
    [[], "node_load1", "yes"],
    [["--no-collector.loadavg"], "node_load1", "no"],
    [["--collector.disable-defaults"], "node_load1", "no"],
    [["--collector.disable-defaults", "--collector.loadavg"], "node_load1", "yes"],
    [[], "node_systemd_unit_state", "no"],
    [["--collector.systemd"], "node_systemd_unit_state", "yes"],
    // Names that it makes of what it finds, in no list.
    [[], "node_ethtool_rx_out_of_buffer", "no"],
    [["--collector.ethtool"], "node_ethtool_rx_out_of_buffer", "unknown"],
    // One of several collectors has it.
    [["--no-collector.cpu"], "node_cpu_frequency_hertz", "yes"],
    [["--no-collector.cpu", "--no-collector.cpufreq"], "node_cpu_frequency_hertz", "no"],
    // Files can hold anything.
    [["--collector.textfile.directory=/x"], "node_systemd_unit_state", "yes"],
    [["--collector.textfile.directory=/x"], "node_filesystem_x", "unknown"],
  ] as const)("%o: %s %s", ([args, metric, status]) => {
    expect(exported(metric, args).status).toBe(status);
  });
});

describe("a name that no release has", () => {
  test.for([
    ["node_filesystem_available_bytes", "v1.12.1", "no"],
    ["node_memory_Whatever_bytes", "v1.12.1", "unknown"],
    ["node_reboot_required", "v1.12.1", "unknown"],
    ["node_cpu_hourly_cost", "v1.12.1", "unknown"],
    ["node_filesystem_available_bytes", "v1.99.0", "unknown"],
    ["node_watchdog_info", "v1.7.0", "no"],
    ["node_watchdog_info", "v1.8.0", "yes"],
  ] as const)("%s in %s: %s", ([metric, version, status]) => {
    expect(exported(metric, [], version).status).toBe(status);
  });

  test("of before 0.16 is said by its new name, and whether its values are the same", () => {
    expect(exported("node_memory_MemFree")).toMatchObject({
      renamed: { name: "node_memory_MemFree_bytes", same: true },
    });
    expect(exported("node_cpu")).toMatchObject({ renamed: { name: "node_cpu_seconds_total", same: false } });
    expect(exported("node_cpu", [], "v1.99.0").status).toBe("no");
    expect(exported("node_cpu", [], "v0.15.2").status).toBe("unknown");
  });
});
