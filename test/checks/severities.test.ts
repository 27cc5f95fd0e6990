import { describe, expect, test } from "vitest";
import { componentMissing } from "../../src/checks/component-missing.ts";
import { kubernetesSchemaMissing } from "../../src/checks/kubernetes-schema-missing.ts";
import { runChecks } from "../../src/checks/run-checks.ts";
import { parseYaml } from "../../src/stack/parse-yaml.ts";
import type { ObjectVerdict } from "../../src/validate/validation.ts";
import { emptyStack, manifestsOf, subjectOf } from "./subject.ts";

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

describe("a component that is not there", () => {
  const severities = (values: string) => {
    const stack = { ...emptyStack, valueFiles: [parseYaml(values, "stack/upstream/values.yaml")] };
    const { findings } = runChecks(subjectOf({ stack }), new Map(), [componentMissing]);
    return Object.fromEntries(findings.map(({ message, severity }) => [message.split(" is not in ")[0], severity]));
  };

  test("is an error where nobody turned it off", () => {
    expect(severities("")).toMatchObject({ Prometheus: "error", Grafana: "error", "node exporter": "error" });
  });

  test("is a warning where the values do, but for what the stack is there for", () => {
    const off = "grafana:\n  enabled: false\nprometheus:\n  enabled: false\nalertmanager:\n  enabled: false\n";
    expect(severities(off)).toMatchObject({ Prometheus: "error", Alertmanager: "error", Grafana: "warning" });
  });
});
