import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import type { Setting } from "../judge-case.ts";
import { namespaceLabels, namespaceName, namespaceNames, namespaceSelector, objectSelector } from "./labels.ts";
import { often, record, sometimes } from "./often.ts";

const namespaces: fc.Arbitrary<JsonObject[]> = fc.tuple(...namespaceNames.map(() => namespaceLabels)).map((all) =>
  all.map((labels, i) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: namespaceNames[i], labels },
  })),
);

const encode = (text: string): string => Buffer.from(text).toString("base64");

/** In two of the namespaces lies what monitors refer to; whoever refers to it from elsewhere finds nothing. */
const others: readonly JsonObject[] = ["monitoring", "gpu-operator"].flatMap((namespace) => [
  {
    ...{ apiVersion: "v1", kind: "Secret", metadata: { name: "credentials", namespace } },
    data: { username: encode("scraper"), password: encode("sample"), token: encode("sample"), empty: "" },
  },
  {
    ...{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace } },
    data: { username: "scraper", "ca.crt": "not a certificate" },
  },
]);

const selectors = {
  serviceMonitorSelector: objectSelector,
  serviceMonitorNamespaceSelector: namespaceSelector,
  podMonitorSelector: objectSelector,
  podMonitorNamespaceSelector: namespaceSelector,
  probeSelector: objectSelector,
  probeNamespaceSelector: namespaceSelector,
  scrapeConfigSelector: objectSelector,
  scrapeConfigNamespaceSelector: namespaceSelector,
  ruleSelector: objectSelector,
  ruleNamespaceSelector: namespaceSelector,
};

const attached = fc.constantFrom({}, {}, { attachMetadata: { node: true } }, { attachMetadata: { node: false } });

const scrapeClasses = fc
  .tuple(fc.boolean(), fc.boolean(), attached, attached)
  .map(([standard, relabels, ofGpu, ofStandard]) => [
    { name: "gpu", ...(relabels && { relabelings: [{ action: "labeldrop", regex: "pod_template_hash" }] }), ...ofGpu },
    ...(standard ? [{ name: "standard", default: true, ...ofStandard }] : []),
  ]);

const exclusions = [
  [{ group: "monitoring.coreos.com", resource: "servicemonitors", namespace: "monitoring" }],
  [
    { resource: "podmonitors", namespace: "gpu-operator" },
    { resource: "prometheusrules", namespace: "monitoring" },
  ],
  [{ resource: "servicemonitors", namespace: "gpu-operator", name: "guarded-1" }],
];

const spec = record<Record<string, unknown>>({
  ...selectors,
  replicas: fc.constant(0),
  version: often<string | undefined>(
    [8, fc.constant(undefined)],
    [2, fc.constant("v3.14.0")],
    [1, fc.constantFrom("v2.55.1", "v2.40.7", "v2.36.2", "v2.34.0", "3.0.0")],
  ),
  scrapeInterval: sometimes(2, 5, fc.constantFrom("30s", "15s", "1m")),
  scrapeTimeout: sometimes(1, 5, fc.constantFrom("10s", "15s", "5s")),
  evaluationInterval: sometimes(1, 5, fc.constantFrom("30s", "1m")),
  podTargetLabels: sometimes(1, 8, fc.constant(["app.kubernetes.io/name"])),
  serviceDiscoveryRole: sometimes(1, 6, fc.constantFrom("EndpointSlice", "Endpoints")),
  excludedFromEnforcement: sometimes(1, 10, fc.constantFrom(...exclusions)),
  scrapeClasses: sometimes(1, 4, scrapeClasses),
  arbitraryFSAccessThroughSMs: sometimes(1, 6, fc.constant({ deny: true })),
  enforcedNamespaceLabel: sometimes(1, 7, fc.constantFrom("namespace", "tenant")),
  ignoreNamespaceSelectors: sometimes(1, 10, fc.constant(true)),
  enableFeatures: sometimes(1, 6, fc.constant(["promql-experimental-functions"])),
  externalLabels: sometimes(1, 5, fc.constant({ cluster: "gpu-1" })),
  overrideHonorLabels: sometimes(1, 8, fc.constant(true)),
});

const prometheus = (index: number): fc.Arbitrary<JsonObject> =>
  fc.tuple(spec, often([3, fc.constant("monitoring")], [1, namespaceName])).map(([fields, namespace]) => ({
    apiVersion: "monitoring.coreos.com/v1",
    kind: "Prometheus",
    metadata: { name: `stack-${index}`, namespace },
    spec: fields as JsonObject,
  }));

/** Namespaces with labels, what monitors refer to, and one to four Prometheus objects. */
export const setting: fc.Arbitrary<Setting> = fc
  .tuple(namespaces, fc.integer({ min: 1, max: 4 }))
  .chain(([made, count]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => prometheus(index)))
      .map((prometheuses) => ({ namespaces: made, others, prometheuses })),
  );
