import { expect, test } from "vitest";
import { conformanceSection } from "../../../src/report/summary/conformance-section.ts";
import type { ConformanceEvidence, VerifyReport } from "../../../src/verify/verification.ts";

const reportWith = (conformance: readonly ConformanceEvidence[]): VerifyReport => ({
  ...{ passed: true, waitedMs: 0, requests: 0, looks: 1, paths: [], conditions: [], gpus: null, alerts: null },
  conformance,
});

test("each requirement stands beside what shows it: series, how many, from which job", () => {
  const rendered = conformanceSection(
    reportWith([
      {
        ...{ requirement: "accelerator_metrics", met: true, what: "Utilization and memory usage are there." },
        series: [{ metric: "DCGM_FI_DEV_GPU_UTIL", count: 8, job: "nvidia-dcgm-exporter" }],
      },
      { requirement: "ai_service_metrics", met: null, series: [], what: "No monitor has brought Prometheus a target." },
    ]),
  );
  const section = rendered.replaceAll("&#95;", "_");
  expect(section).toContain("Evidence for CNCF AI Conformance");
  expect(section).toMatch(
    /accelerator_metrics.*✅.*Utilization.*<code>DCGM_FI_DEV_GPU_UTIL<\/code>: 8 from <code>nvidia-dcgm-exporter<\/code>/,
  );
  expect(section).toMatch(/ai_service_metrics.*❔.*No monitor/);
});

test("where nobody looked there is no table", () => {
  expect(conformanceSection(reportWith([]))).toBe("");
});
