import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { access } from "./access.ts";
import { accessWithFiles, port, timing } from "./endpoint.ts";
import { namespaceName, targetSelector } from "./labels.ts";
import { type Doubt, often, record, sometimes } from "./often.ts";
import { relabelings } from "./relabelings.ts";

/** Several arbitraries' fields in one object. */
export const joined = (...parts: readonly fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all));

/** A scrape class that a Prometheus may have. */
export const scrapeClass = (doubt: Doubt) =>
  sometimes(1, 12, doubt === 0 ? fc.constant("gpu") : fc.constantFrom("gpu", "standard", "none", ""));

const endpointFields = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  record({
    ...timing(doubt),
    path: sometimes(1, 3, fc.constantFrom("/metrics", "/federate")),
    scheme: sometimes(1, 6, doubt === 0 ? fc.constantFrom("http", "https") : fc.constantFrom("http", "HTTPS", "ftp")),
    honorLabels: sometimes(1, 6, fc.boolean()),
    honorTimestamps: sometimes(1, 8, fc.boolean()),
    params: sometimes(1, 10, fc.constant({ "match[]": ["up"] })),
    relabelings: relabelings(doubt),
    metricRelabelings: relabelings(doubt),
  });

const namespaceSelector = often<JsonObject | undefined>(
  [3, fc.constant(undefined)],
  [1, fc.constant({ any: true })],
  [4, fc.uniqueArray(namespaceName, { minLength: 1, maxLength: 2 }).map((matchNames) => ({ matchNames }))],
);

const mechanisms = (doubt: Doubt) =>
  doubt === 0 ? fc.constantFrom("RoleSelector", "RelabelConfig") : fc.constantFrom("RoleSelector", "Label");

const spec = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  record({
    selector: targetSelector(doubt),
    namespaceSelector,
    jobLabel: sometimes(1, 4, fc.constantFrom("app", "app.kubernetes.io/name")),
    podTargetLabels: sometimes(1, 8, fc.constant(["team"])),
    sampleLimit: sometimes(1, 10, fc.constantFrom(10_000, 0)),
    scrapeClass: scrapeClass(doubt),
    attachMetadata: sometimes(1, 12, fc.constantFrom<JsonObject>({ node: true }, { node: false }, {})),
    selectorMechanism: sometimes(1, 12, mechanisms(doubt)),
  });

const oneOrTwo = (one: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject[]> =>
  fc.array(one, { minLength: 1, maxLength: 2 });

const roles = (doubt: Doubt) =>
  doubt === 0 ? fc.constantFrom("EndpointSlice", "Endpoints") : fc.constantFrom("EndpointSlice", "Pods");

/** The spec of a ServiceMonitor. */
export const serviceMonitor = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  joined(
    spec(doubt),
    record<Record<string, unknown>>({
      endpoints: oneOrTwo(joined(port(doubt), endpointFields(doubt), accessWithFiles(doubt))),
      targetLabels: sometimes(1, 8, fc.constant(["app"])),
      serviceDiscoveryRole: sometimes(1, 12, roles(doubt)),
    }) as fc.Arbitrary<JsonObject>,
  );

const podPort = (doubt: Doubt) =>
  often<JsonObject>(
    [6, port(doubt)],
    [1, fc.constant({ portNumber: 9400 })],
    [doubt, fc.constantFrom(0, 70_000).map((portNumber) => ({ portNumber }))],
  );

/** The spec of a PodMonitor. */
export const podMonitor = (doubt: Doubt): fc.Arbitrary<JsonObject> => {
  const filterRunning = record({ filterRunning: sometimes(1, 8, fc.boolean()) });
  const endpoint = joined(podPort(doubt), endpointFields(doubt), access(doubt), filterRunning);
  return joined(
    spec(doubt),
    oneOrTwo(endpoint).map((podMetricsEndpoints) => ({ podMetricsEndpoints })),
  );
};
