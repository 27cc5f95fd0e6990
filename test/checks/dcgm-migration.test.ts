import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseCounterList } from "../../src/dcgm/counter-list.ts";
import { counterText, shippedCounters } from "../../src/dcgm/default-counters.ts";
import { optionalCounters } from "../../src/dcgm/optional-counters.ts";
import { exporterVersion } from "../../src/dcgm/version.ts";
import { fixFindings } from "../../src/fix/fix-findings.ts";
import type { Report } from "../../src/report/report.ts";
import { makeRepository, type Repository } from "./check-stack.ts";
import { goodStack } from "./fixtures.ts";

/**
 * What the good stack's list has beside NVIDIA's own. Those names stay when the exporter is upgraded: go-dcgm takes the
 * old ones for the new, https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/const_fields.go
 */
const added = parseCounterList(readFileSync(join(goodStack, "upstream/dcgm-metrics.csv"), "utf8")).metrics.filter(
  ({ name }) => optionalCounters.some(({ field }) => field === name),
);

/** NVIDIA's own list of counters, and the rows that the good stack adds. */
const listOf = (version: string): string =>
  counterText([...(shippedCounters("dcp-metrics-included.csv", version)?.metrics ?? []), ...added]);

/** The operator's exporter as it runs after an upgrade. */
const exporterOf = (version: string): string => `apiVersion: v1
kind: ConfigMap
metadata:
  name: metrics-config
  namespace: gpu-operator
data: ${JSON.stringify({ metrics: listOf(exporterVersion(version) ?? "") })}
---
apiVersion: v1
kind: Service
metadata:
  name: nvidia-dcgm-exporter
  namespace: gpu-operator
  labels: { app: nvidia-dcgm-exporter }
spec:
  selector: { app: nvidia-dcgm-exporter }
  ports: [{ name: gpu-metrics, port: 9400, targetPort: 9400 }]
---
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: nvidia-dcgm-exporter
  namespace: gpu-operator
spec:
  selector: { matchLabels: { app: nvidia-dcgm-exporter } }
  template:
    metadata: { labels: { app: nvidia-dcgm-exporter } }
    spec:
      containers:
        - name: nvidia-dcgm-exporter
          image: nvcr.io/nvidia/k8s/dcgm-exporter:${version}-distroless
          env: [{ name: DCGM_EXPORTER_CONFIGMAP_DATA, value: "gpu-operator:metrics-config" }]
          ports: [{ name: metrics, containerPort: 9400 }]
`;

let repository: Repository;
beforeAll(async () => {
  repository = await makeRepository();
});
afterAll(() => repository.close());

const layOut = (stack: string, config: string): void => {
  cpSync(goodStack, join(repository.folder, stack), { recursive: true });
  writeFileSync(join(repository.folder, stack, "_config.yaml"), config);
};

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(repository.folder, file)), { recursive: true });
  writeFileSync(join(repository.folder, file), text);
};

const read = (file: string): string => readFileSync(join(repository.folder, file), "utf8");

const fixable = (report: Report) => ({ report, fixable: report.findings, hide: (text: string) => text });

const repair = async (stack: string): Promise<Report> => {
  const { last } = await fixFindings(async () => fixable(await repository.check(stack)), {
    read: async (file) => read(file),
    write: async (file, text) => writeFileSync(join(repository.folder, file), text),
  });
  return last.report;
};

const renamed = ({ findings }: Report) => findings.filter(({ check }) => check === "dcgm-metric-renamed");

test("a whole stack goes over to the exporter's new names and units, and its alerts can fire", {
  timeout: 240_000,
}, async () => {
  put("new/exporter.yaml", exporterOf("4.9.0"));
  layOut("upgraded", "exporter: new\n");
  const before = await repository.check("upgraded");
  expect(before.error).toBeNull();
  expect(new Set(before.findings.map(({ check }) => check))).toEqual(new Set(["dcgm-metric-renamed"]));
  expect(renamed(before).every(({ fix }) => (fix?.edits.length ?? 0) > 0)).toBe(true);
  const after = await repair("upgraded");
  expect(after.findings).toEqual([]);
  const silent = after.alertProofs?.filter(({ canary }) => canary !== null && !canary.fired);
  expect(silent).toEqual([]);
  expect(after.alertProofs?.filter(({ canary }) => canary !== null).length).toBeGreaterThan(7);
  const usage = read("upgraded/overlays/alerting/gpu-usage.yaml");
  expect(usage).toContain("DCGM_FI_DEV_FB_USED_BYTES / (DCGM_FI_DEV_FB_USED_BYTES + DCGM_FI_DEV_FB_FREE_BYTES) > 0.97");
  // Its text prints the value in percent.
  expect(usage).toContain(
    "avg_over_time(DCGM_FI_DEV_GPU_UTIL_RATIO[30m]) * 100 < 5 and DCGM_FI_DEV_FB_USED_BYTES / 1048576 > 1024",
  );
});

test("and back again, as after a roll-back", { timeout: 240_000 }, async () => {
  put("old/exporter.yaml", exporterOf("4.5.3-4.8.3"));
  cpSync(join(repository.folder, "upgraded"), join(repository.folder, "back"), { recursive: true });
  writeFileSync(join(repository.folder, "back/_config.yaml"), "exporter: old\n");
  const after = await repair("back");
  expect(after.findings).toEqual([]);
  expect(read("back/overlays/alerting/gpu-health.yaml")).toBe(
    readFileSync(join(goodStack, "overlays/alerting/gpu-health.yaml"), "utf8"),
  );
});

test("of a release whose list of counters is not known the names that it gave up are told as warnings", async () => {
  layOut("chart", "exporter: dcgm-exporter\nexporter-version: 4.9.0\n");
  rmSync(join(repository.folder, "chart/upstream/dcgm-metrics.csv"));
  const { findings } = await repository.check("chart");
  const told = findings.filter(({ check }) => check === "dcgm-metric-renamed");
  expect(told.length).toBeGreaterThan(5);
  expect(new Set(told.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
  expect(told[0]?.message).toContain("dcgm-exporter 4.9.0 and later export");
});
