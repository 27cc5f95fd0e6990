import { expect, test } from "vitest";
import { manifestsOf, renderOf, subjectOf } from "../../checks/subject.ts";

const rule = (name: string, kind: string): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: ${name}
spec:
  groups:
    - name: ${name}
      rules:
        - ${kind}: ${kind === "alert" ? "GPUHot" : "gpu:temp:max"}
          expr: max(DCGM_FI_DEV_GPU_TEMP) > 85
---
`;

test("a PrometheusRule that only records has a way of its own, one with alerts has theirs", () => {
  const overlay = manifestsOf(`${rule("records", "record")}${rule("alerts", "alert")}`);
  const { paths } = subjectOf({ render: renderOf({ overlay }) }).resolution;
  expect(paths.map(({ subject }) => subject)).toEqual([
    "alert GPUHot in PrometheusRule monitoring/alerts",
    "recording rules of PrometheusRule monitoring/records",
  ]);
  expect(paths[1]?.hops.map(({ hop }) => hop)).toEqual([
    "prometheus-selects-rule",
    "prometheus-selects-namespace",
    "operator-accepts-rule",
  ]);
});
