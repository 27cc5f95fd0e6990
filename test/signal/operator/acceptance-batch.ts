import { load } from "js-yaml";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Batch, Setting } from "../../judge/judge-case.ts";
import { acceptanceCases } from "./acceptance-cases.ts";

const object = (text: string): JsonObject => load(text) as JsonObject;

/** What the table of acceptance lives with, in that namespace: its one Prometheus is called main. */
export const acceptanceSetting = (namespace: string): Setting => ({
  namespaces: [object(`{apiVersion: v1, kind: Namespace, metadata: {name: ${namespace}}}`)],
  others: [
    object(
      `{apiVersion: v1, kind: Secret, metadata: {name: creds, namespace: ${namespace}}, data: {user: YWRtaW4=, password: c2VjcmV0, empty: ""}}`,
    ),
    object(
      `{apiVersion: v1, kind: ConfigMap, metadata: {name: creds, namespace: ${namespace}}, data: {user: admin, password: secret}}`,
    ),
  ],
  prometheuses: [
    object(`
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: ${namespace}}
spec: {replicas: 0, version: v3.14.0-distroless, serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {}, ruleSelector: {}, scrapeClasses: [{name: tls}]}
`),
  ],
});

/** The table's objects, in its order. */
export const acceptanceBatch = (namespace: string): Batch => ({
  setting: acceptanceSetting(namespace),
  cases: acceptanceCases.map(({ name, kind, spec }) =>
    object(`
apiVersion: monitoring.coreos.com/${kind === "ScrapeConfig" ? "v1alpha1" : "v1"}
kind: ${kind}
metadata: {name: ${name}, namespace: ${namespace}}
spec: ${spec}
`),
  ),
});
