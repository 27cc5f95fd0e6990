import fc from "fast-check";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { access } from "./access.ts";
import { timing } from "./endpoint.ts";
import { targetSelector } from "./labels.ts";
import { joined, scrapeClass } from "./monitors.ts";
import { type Doubt, often, record, sometimes } from "./often.ts";
import { relabelings } from "./relabelings.ts";

const staticLabels = (doubt: Doubt) =>
  sometimes<JsonObject>(
    1,
    3,
    doubt === 0 ? fc.constant({ team: "ml" }) : fc.constantFrom<JsonObject>({ "bad-label": "x" }, { "0x": "y" }),
  );

const probeTargets = (doubt: Doubt): fc.Arbitrary<JsonObject | undefined> =>
  often<JsonObject | undefined>(
    [
      6,
      record({
        static: fc.constantFrom(["exporter.example.test:9400"], ["https://example.test", "10.0.0.1"]),
        labels: staticLabels(doubt),
        relabelingConfigs: relabelings(doubt),
      }).map((staticConfig) => ({ staticConfig })),
    ],
    [
      2,
      record({ selector: targetSelector(doubt), relabelingConfigs: relabelings(doubt) }).map((ingress) => ({
        ingress,
      })),
    ],
    [doubt, fc.constant({})],
    [doubt, fc.constant(undefined)],
  );

const proberUrl = (doubt: Doubt) =>
  often(
    [6, fc.constantFrom("blackbox:9115", "blackbox.monitoring.svc", "10.0.0.1:9115", "blackbox.monitoring.svc:19115")],
    [
      4 * doubt,
      fc.constantFrom("http://blackbox:9115", "black box", "blackbox:0", "blackbox:http", "[::1]:9115", "::1", "-x"),
    ],
  );

/** The spec of a Probe. */
export const probe = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  joined(
    access(doubt).map(({ scheme: _, ...rest }) => rest),
    record<Record<string, unknown>>({
      ...timing(doubt),
      jobName: sometimes(1, 2, fc.constant("gateway")),
      module: sometimes(1, 2, fc.constant("http_2xx")),
      prober: record({
        url: proberUrl(doubt),
        scheme: sometimes(1, 4, fc.constantFrom("http", "https")),
        path: sometimes(1, 4, fc.constant("/probe")),
      }),
      targets: probeTargets(doubt),
      metricRelabelings: relabelings(doubt),
      scrapeClass: scrapeClass(doubt),
    }) as fc.Arbitrary<JsonObject>,
  );

const kubernetes = (doubt: Doubt) =>
  record<Record<string, unknown>>({
    role:
      doubt === 0
        ? fc.constantFrom("Pod", "Node", "EndpointSlice", "Endpoints", "Service", "Ingress")
        : fc.constantFrom("Pod", "pod", "Gateway"),
    namespaces: sometimes(
      1,
      2,
      fc.constantFrom<JsonObject>({ names: ["gpu-operator"] }, { names: ["ml-training"], ownNamespace: true }),
    ),
    attachMetadata: sometimes(1, 4, fc.constantFrom({ node: true }, { node: false })),
  }).map((one) => ({ kubernetesSDConfigs: [one] }) as JsonObject);

const discovery = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [
      4,
      record({ targets: fc.constant(["gpu-1.example.test:9400"]), labels: staticLabels(doubt) }).map((one) => ({
        staticConfigs: [one],
      })),
    ],
    [3, kubernetes(doubt)],
    [1, fc.constant({ httpSDConfigs: [{ url: "http://sd.example.test/targets" }] })],
    [1, fc.constant({ fileSDConfigs: [{ files: ["/etc/targets.json"] }] })],
    [doubt, fc.constant({ httpSDConfigs: [{ url: "targets" }] })],
    [doubt, fc.constant({ fileSDConfigs: [{ files: ["targets.txt"] }] })],
    [1, fc.constant({})],
  );

/** The spec of a ScrapeConfig. */
export const scrapeConfig = (doubt: Doubt): fc.Arbitrary<JsonObject> => {
  const { interval, scrapeTimeout } = timing(doubt);
  return joined(
    access(doubt).map(({ bearerTokenSecret: _, scheme: __, ...rest }) => rest),
    discovery(doubt),
    record<Record<string, unknown>>({
      scrapeInterval: interval,
      scrapeTimeout,
      metricsPath: sometimes(1, 3, fc.constant("/metrics")),
      scheme: sometimes(1, 6, doubt === 0 ? fc.constantFrom("HTTP", "HTTPS") : fc.constantFrom("http", "ftp")),
      jobName: sometimes(1, 4, fc.constant("gpus")),
      relabelings: relabelings(doubt),
      metricRelabelings: relabelings(doubt),
      scrapeClass: scrapeClass(doubt),
    }) as fc.Arbitrary<JsonObject>,
  );
};
