/**
 * The release of prometheus-operator whose doings are told beforehand, and all that hangs on the release. Tests ask
 * the real one of tools/operator whether it is so: `npm test -- test/signal/operator`.
 */
export const operatorRelease = {
  version: "0.93.1",
  /**
   * What it deploys for a Prometheus without `spec.version` (`DefaultPrometheusVersion` in pkg/operator/defaults.go of
   * the operator).
   */
  defaultPrometheus: "3.13.1",
  /** The Prometheus whose PromQL it brings along, its webhook too, whatever Prometheus is deployed. */
  promql: "3.13.1",
  /**
   * The most that it takes as the text of one PrometheusRule's spec, in bytes: half of what a Secret holds
   * (`MaxConfigMapDataSize` in pkg/operator/rules.go of the operator).
   */
  maxRuleBytes: 524_288,
  /**
   * The oldest Prometheus that gets any ScrapeConfig: the operator asks for the version of several service discoveries
   * before it looks whether the object has one of that kind (`validateOVHCloudSDConfigs` in
   * pkg/prometheus/resource_selector.go of the operator).
   */
  oldestForScrapeConfigs: "2.40.0",
} as const;

/** The minor release that a version belongs to, e.g. `0.93` of `0.93.1`. */
export const minorOf = (version: string): string => version.split(".", 2).join(".");

/** The folder of the release's source. */
export const operatorTree = `https://github.com/prometheus-operator/prometheus-operator/blob/v${operatorRelease.version}`;

/** The files of the operator in which monitors are judged. */
export const operatorSource = {
  selector: `${operatorTree}/pkg/prometheus/resource_selector.go`,
  relabeling: `${operatorTree}/pkg/prometheus/validation/validator.go`,
  store: `${operatorTree}/pkg/assets/store.go`,
  tls: `${operatorTree}/pkg/assets/tls.go`,
  config: `${operatorTree}/pkg/prometheus/promcfg.go`,
  httpTypes: `${operatorTree}/pkg/apis/monitoring/v1/http_config.go`,
  tlsTypes: `${operatorTree}/pkg/apis/monitoring/v1/tls_types.go`,
  types: `${operatorTree}/pkg/apis/monitoring/v1/types.go`,
  prometheusTypes: `${operatorTree}/pkg/apis/monitoring/v1/prometheus_types.go`,
  scrapeConfigTypes: `${operatorTree}/pkg/apis/monitoring/v1alpha1/scrapeconfig_types.go`,
  probeTypes: `${operatorTree}/pkg/apis/monitoring/v1/probe_types.go`,
} as const;
