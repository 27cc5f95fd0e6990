import { describe, expect, test } from "vitest";
import { checkOptions } from "../../src/checks/check-option.ts";
import { componentMissing } from "../../src/checks/component-missing.ts";
import { gpuRulesMissing } from "../../src/checks/gpu-rules-missing.ts";
import { kubernetesSchemaMissing } from "../../src/checks/kubernetes-schema-missing.ts";
import { runChecks } from "../../src/policy/run-checks.ts";
import { parseYaml } from "../../src/text/parse-yaml.ts";
import type { ObjectVerdict } from "../../src/validate/validation.ts";
import { helmLine } from "../dcgm/load-with.ts";
import { chartOrigin, emptyStack, manifestsOf, renderOf, subjectOf } from "./subject.ts";

describe("a kind without schema", () => {
  const severityOf = (apiVersion: string, kind: string) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: one\n`;
    const verdicts = manifestsOf(text).map(
      (manifest): ObjectVerdict => ({ manifest, status: "no-schema", errors: [] }),
    );
    const validation = { verdicts, unjudgedRules: [], locations: [], unreachable: null };
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

  test("is a notice where the values do, which says who", () => {
    const off = "grafana:\n  enabled: false\nprometheus:\n  enabled: false\nalertmanager:\n  enabled: true\n";
    expect(severities(off)).toMatchObject({ Prometheus: "notice", Alertmanager: "error", Grafana: "notice" });
    const stack = { ...emptyStack, valueFiles: [parseYaml(off, "stack/upstream/values.yaml")] };
    const told = [...componentMissing.find(subjectOf({ stack }), checkOptions({}))].map(({ message }) => message);
    expect(told).toContainEqual(
      "Grafana is not in what the stack renders, for stack/upstream/values.yaml:2 turns it off (grafana.enabled: false): unless it runs elsewhere, no dashboard is shown",
    );
  });

  test.each([
    ["--set", "notice", "grafana.enabled=false,a=1"],
    ["--set", "error", "grafana.enabled=true"],
  ] as const)("%s has the last word: %s", (flag, severity, value) => {
    const valueFiles = [parseYaml("grafana: {enabled: false}", "stack/upstream/values.yaml")];
    const set = { flag, value, at: { file: "stack/upstream/install.sh", line: 9, column: 1 } };
    const stack = { ...emptyStack, valueFiles, release: { ...emptyStack.release, sets: [set] } };
    const { findings } = runChecks(subjectOf({ stack }), new Map(), [componentMissing]);
    expect(findings.find(({ message }) => message.startsWith("Grafana"))).toMatchObject({ severity, at: set.at });
  });

  test("is none where another release brings it", () => {
    const at = { file: "stack/upstream/install.sh", line: 9, column: 1 };
    const install = {
      ...{ file: at.file, helm: null, repositories: {}, unclear: [] },
      otherCharts: [helmLine("grafana/grafana", { at })],
    };
    const others = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: nodes}
spec: {chart: {spec: {chart: prometheus-node-exporter}}}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: objects}
spec: {sources: [{chart: kube-state-metrics}]}
`;
    const subject = subjectOf({
      stack: { ...emptyStack, install },
      render: renderOf({ overlay: manifestsOf(others) }),
    });
    const told = [...componentMissing.find(subject, checkOptions({}))].map(({ message }) => message.split(" ")[0]);
    expect(told).toEqual(["Prometheus", "Alertmanager"]);
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
