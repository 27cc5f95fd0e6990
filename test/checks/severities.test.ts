import { describe, expect, test } from "vitest";
import { componentMissing } from "../../src/checks/component-missing.ts";
import { gpuRulesMissing } from "../../src/checks/gpu-rules-missing.ts";
import { kubernetesSchemaMissing } from "../../src/checks/kubernetes-schema-missing.ts";
import { runChecks } from "../../src/policy/run-checks.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import type { ObjectVerdict } from "../../src/validate/validation.ts";
import { chartOrigin, emptyStack, manifestsOf, renderOf, subjectOf } from "./subject.ts";

describe("a kind without schema", () => {
  const severityOf = (apiVersion: string, kind: string) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: one\n`;
    const verdicts = manifestsOf(text).map(
      (manifest): ObjectVerdict => ({ manifest, status: "no-schema", errors: [] }),
    );
    const validation = { verdicts, locations: [], unreachable: null };
    const { findings } = runChecks(subjectOf({ validation }), new Map(), [kubernetesSchemaMissing]);
    return findings.map(({ severity }) => severity);
  };

  test.each([
    ["gateway.networking.k8s.io/v1", "HTTPRoute", "notice"],
    ["grafana.integreatly.org/v1beta1", "GrafanaDashboard", "notice"],
    ["v1", "ServiceMonitor", "error"],
    ["apps/v1beta1", "Deployment", "error"],
    ["networking.k8s.io/v1beta1", "Ingress", "error"],
    ["monitoring.coreos.com/v1", "ServiceMonitors", "error"],
    ["monitoring.coreos.org/v1", "ServiceMonitor", "error"],
  ])("%s %s is told as %s %s", (apiVersion, kind, severity) => {
    expect(severityOf(apiVersion, kind)).toEqual([severity]);
  });
});

/** A Grafana as the chart's sidecar for alerts has it: with a folder for alert rules. */
const alertingGrafana = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: grafana
spec:
  template:
    spec:
      containers:
        - name: grafana
          volumeMounts:
            - name: sc-alerts-volume
              mountPath: /etc/grafana/provisioning/alerting
`;

describe("a component that is not there", () => {
  const severities = (values: string, rendered = "") => {
    const stack = { ...emptyStack, valueFiles: [parseYaml(values, "stack/upstream/values.yaml")] };
    const { findings } = runChecks(
      subjectOf({ stack, render: renderOf({ chart: manifestsOf(rendered, chartOrigin) }) }),
      new Map(),
      [componentMissing],
    );
    return Object.fromEntries(findings.map(({ message, severity }) => [message.split(" is not in ")[0], severity]));
  };

  test("is an error where nobody turned it off", () => {
    expect(severities("")).toMatchObject({ Prometheus: "error", Grafana: "error", "node exporter": "error" });
  });

  test("is a warning where the values do, but for what the stack is there for", () => {
    const off = "grafana:\n  enabled: false\nprometheus:\n  enabled: false\nalertmanager:\n  enabled: false\n";
    expect(severities(off)).toMatchObject({ Prometheus: "error", Alertmanager: "error", Grafana: "warning" });
  });

  test("is a warning where Grafana notifies instead of Alertmanager", () => {
    const off = "alertmanager:\n  enabled: false\n";
    expect(severities(off, alertingGrafana)).toMatchObject({ Prometheus: "error", Alertmanager: "warning" });
    expect(severities("", alertingGrafana)).toMatchObject({ Alertmanager: "error" });
  });
});

test("no GPU alert is a warning where Grafana has alert rules of its own", () => {
  const told = (rendered: string) =>
    runChecks(subjectOf({ render: renderOf({ chart: manifestsOf(rendered, chartOrigin) }) }), new Map(), [
      gpuRulesMissing,
    ]).findings;
  expect(told("")).toMatchObject([{ severity: "error" }]);
  expect(told(alertingGrafana)).toMatchObject([
    { severity: "warning", message: expect.stringMatching(/Grafana's own/) },
  ]);
});
