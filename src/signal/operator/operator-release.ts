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
   * What this PromQL has only where `enableFeatures` of the Prometheus switches it on, and the webhook never: functions
   * (`Experimental` in promql/parser/functions.go of Prometheus) and aggregations (`IsExperimentalAggregator` in
   * promql/parser/lex.go).
   */
  experimentalFunctions: [
    "double_exponential_smoothing",
    "end",
    "first_over_time",
    "histogram_quantiles",
    "info",
    "limit_ratio",
    "limitk",
    "mad_over_time",
    "max_of",
    "min_of",
    "range",
    "sort_by_label",
    "sort_by_label_desc",
    "start",
    "step",
    "ts_of_first_over_time",
    "ts_of_last_over_time",
    "ts_of_max_over_time",
    "ts_of_min_over_time",
  ],
  /** Those of them that the promtool of tools/prometheus has for good, so that it lets them pass. */
  promotedFunctions: ["first_over_time"],
  /** What that promtool has and this PromQL has not, switched on or not. */
  unknownFunctions: ["start_timestamp"],
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

/**
 * Whether a rendered operator of that version, null where it cannot be told, is one that {@link operatorRelease} speaks
 * of.
 */
export const isKnownOperator = (version: string | null): boolean =>
  version === null || minorOf(version) === minorOf(operatorRelease.version);

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
