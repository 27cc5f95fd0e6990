import fc from "fast-check";
import type { Json, JsonObject } from "../../../src/kubernetes/manifest.ts";
import { access } from "./access.ts";
import { type Doubt, often, sometimes } from "./often.ts";

/** A duration as people write it; with doubt, also at the edges of what is taken, and now and then beyond. */
export const duration = (doubt: Doubt): fc.Arbitrary<string> =>
  often(
    [20, fc.constantFrom("15s", "30s", "1m", "60s", "20s")],
    [3, fc.constantFrom("1m30s", "90s", "5m", "1h", "1d")],
    [2 * doubt, fc.constantFrom("500ms", "0s", "1y2w3d4h5m6s7ms", "", "0")],
    [doubt, fc.constantFrom("30", "1.5m", "30 s", "s", "1m 30s", "30s15m")],
  );

/** Interval and timeout; with doubt, the timeout may be the longer one. */
export const timing = (doubt: Doubt) => ({
  interval: sometimes(3, 4, duration(doubt)),
  scrapeTimeout: sometimes(2, 5, doubt === 0 ? fc.constantFrom("5s", "10s", "15s", "8s500ms") : duration(doubt)),
});

const bearerFile = fc.constant({ bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token" });
const fileTls = (doubt: Doubt) =>
  often<JsonObject>(
    [2, fc.constant({ caFile: "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt" })],
    [1, fc.constant({ certFile: "/etc/tls.crt", keyFile: "/etc/tls.key" })],
    [doubt, fc.constant({ certFile: "/etc/tls.crt" })],
    [doubt, fc.constant({ caFile: "/etc/ca.crt", ca: { configMap: { name: "settings", key: "ca.crt" } } })],
  ).map((tlsConfig) => ({ tlsConfig, scheme: "https" }));

/** How an exporter lets Prometheus in, where files of Prometheus' own pod may be named. */
export const accessWithFiles = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>([14, access(doubt)], [1, fileTls(doubt)], [1, bearerFile]);

/** `port`, `targetPort`, both or neither, as endpoints have them. */
export const port = (doubt: Doubt): fc.Arbitrary<JsonObject> =>
  often<JsonObject>(
    [9, fc.constantFrom("metrics", "gpu-metrics", "http-metrics", "9400").map((name) => ({ port: name }))],
    [2, fc.constantFrom<Json>("metrics", 9400, "9400").map((targetPort) => ({ targetPort }))],
    [1, fc.constant({ port: "metrics", targetPort: 9400 })],
    [1, fc.constant({})],
    [doubt, fc.constant({ port: 9400 })],
  );
