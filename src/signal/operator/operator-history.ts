/**
 * What operators of other releases than the chart's do otherwise, as data. All of it was read in the operator's
 * repository at its tags (a change: in the file that is named, at the first tag that has it), and the judge asks real
 * ones.
 */

/** The releases that the judge asks beside the chart's: about a year older than it, and two. */
export const olderReleases = ["0.85.0", "0.76.2"] as const;

interface Release {
  /** The Prometheus whose PromQL it brings along: its go.mod. */
  readonly promql: string;
  /** What it deploys for a Prometheus without `spec.version`: pkg/operator/defaults.go. */
  readonly defaultPrometheus: string;
}

/**
 * By minor release, as of its last patch, the oldest first. The go.mod of 0.86 names a commit between Prometheus 3.5
 * and 3.6, which have the same functions.
 */
export const olderMinors: Readonly<Record<string, Release>> = {
  "0.76": { promql: "2.54.0", defaultPrometheus: "2.54.0" },
  "0.77": { promql: "2.54.1", defaultPrometheus: "2.54.1" },
  "0.78": { promql: "2.55.0", defaultPrometheus: "2.55.0" },
  "0.79": { promql: "3.0.1", defaultPrometheus: "3.0.1" },
  "0.80": { promql: "3.1.0", defaultPrometheus: "3.1.0" },
  "0.81": { promql: "3.1.0", defaultPrometheus: "3.2.1" },
  "0.82": { promql: "3.3.0", defaultPrometheus: "3.2.1" },
  "0.83": { promql: "3.4.0", defaultPrometheus: "3.4.0" },
  "0.84": { promql: "3.4.2", defaultPrometheus: "3.4.2" },
  "0.85": { promql: "3.5.0", defaultPrometheus: "3.5.0" },
  "0.86": { promql: "3.5.0", defaultPrometheus: "3.6.0" },
  "0.87": { promql: "3.7.3", defaultPrometheus: "3.7.3" },
  "0.88": { promql: "3.9.1", defaultPrometheus: "3.9.1" },
  "0.89": { promql: "3.9.1", defaultPrometheus: "3.9.1" },
  "0.90": { promql: "3.10.0", defaultPrometheus: "3.10.0" },
  "0.91": { promql: "3.11.3", defaultPrometheus: "3.11.3" },
  "0.92": { promql: "3.12.0", defaultPrometheus: "3.12.0" },
};

interface Change {
  /** The first release that does it. */
  readonly since: string;
  /** The file in which it begins. */
  readonly file: string;
  /** What older releases do instead. */
  readonly before: string;
}

/** What the operator learned after the oldest release of {@link olderMinors}. */
export const operatorChanges = {
  "refuses large rules": {
    since: "0.77.0",
    file: "pkg/operator/rules.go",
    before: "one PrometheusRule that is too large ends the work on its Prometheus: pkg/prometheus/server/rules.go",
  },
  "configures Prometheus 3": {
    since: "0.77.0",
    file: "pkg/prometheus/promcfg.go",
    before: "its work on a Prometheus from 3.0 on ends with an error, and it writes it no configuration",
  },
  "judges static labels of a ScrapeConfig": {
    since: "0.78.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "any name is taken",
  },
  "takes groupings in quotes": {
    since: "0.78.0",
    file: "go.mod",
    before:
      "a label in quotes among those to group by is a syntax error: promql/parser/generated_parser.y of its Prometheus",
  },
  "judges selectors of targets": {
    since: "0.79.2",
    file: "pkg/prometheus/resource_selector.go",
    before: "what is no valid selector is written as far as it goes",
  },
  "takes UTF-8 names": {
    since: "0.86.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "names of labels are ASCII words, and those of relabelings templates of such, whatever the Prometheus",
  },
  "judges HTTP settings of a PodMonitor": {
    since: "0.86.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "two ways of authentication at once are written, and so is an authorization without credentials",
  },
  "judges HTTP settings of a ServiceMonitor": {
    since: "0.88.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "as of a PodMonitor",
  },
  "reads any bearer token of a Probe": {
    since: "0.88.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "one without name or key counts as none",
  },
  "splits a prober's address as Go does": {
    since: "0.89.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "the part before the first colon is the host, the part after it the port",
  },
  "takes templates as labelmap's replacement": {
    since: "0.90.0",
    file: "pkg/prometheus/validation/validator.go",
    before: "since 0.86.0 only a name for a Prometheus before 3.0",
  },
  "refuses two authentications of a ScrapeConfig by schema": {
    since: "0.91.0",
    file: "pkg/apis/monitoring/v1alpha1/scrapeconfig_types.go",
    before: "both are written",
  },
  "knows the features of the Prometheus": {
    since: "0.91.0",
    file: "pkg/operator/rules.go",
    before: "experimental functions are refused, whatever enableFeatures says",
  },
  "judges static labels of a Probe": {
    since: "0.92.0",
    file: "pkg/prometheus/resource_selector.go",
    before: "any name is taken",
  },
  "judges the proxy of oauth2": {
    since: "0.92.0",
    file: "pkg/apis/monitoring/v1/types.go",
    before: "it is written as it stands",
  },
} as const satisfies Readonly<Record<string, Change>>;

export type OperatorChange = keyof typeof operatorChanges;

/**
 * Fields of a ScrapeConfig's service discoveries that the operator looks at only since that release
 * (pkg/prometheus/resource_selector.go), and hands on as they stand before it. Those that the
 * CustomResourceDefinition got in the same release are left out.
 */
export const discoveryFieldsSince: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  httpSDConfigs: { url: "0.77.0" },
  scalewaySDConfigs: {
    tlsConfig: "0.80.0",
    proxyUrl: "0.80.0",
    noProxy: "0.80.0",
    proxyFromEnvironment: "0.80.0",
    proxyConnectHeader: "0.80.0",
  },
  kumaSDConfigs: { clientID: "0.86.0" },
  dockerSDConfigs: { matchFirstNetwork: "0.90.0" },
  hetznerSDConfigs: { labelSelector: "0.90.0" },
  nomadSDConfigs: { server: "0.90.0" },
  consulSDConfigs: { oauth2: "0.93.0" },
  openstackSDConfigs: { tlsConfig: "0.93.0" },
};

/**
 * Functions and aggregations that PromQL has only where a feature flag switches them on, and the Prometheus that
 * brought them so: 2.54.0 is the oldest that we looked at, and its functions may be older. `Experimental` in
 * promql/parser/functions.go of Prometheus, `IsExperimentalAggregator` in promql/parser/lex.go.
 */
export const experimentalSince: Readonly<Record<string, string>> = {
  limit_ratio: "2.54.0",
  limitk: "2.54.0",
  mad_over_time: "2.54.0",
  sort_by_label: "2.54.0",
  sort_by_label_desc: "2.54.0",
  info: "2.55.0",
  double_exponential_smoothing: "3.0.0",
  ts_of_last_over_time: "3.5.0",
  ts_of_max_over_time: "3.5.0",
  ts_of_min_over_time: "3.5.0",
  first_over_time: "3.7.0",
  ts_of_first_over_time: "3.7.0",
  histogram_quantiles: "3.11.0",
  end: "3.12.0",
  range: "3.12.0",
  start: "3.12.0",
  step: "3.12.0",
  max_of: "3.13.0",
  min_of: "3.13.0",
  start_timestamp: "3.14.0",
};

/** Those that a Prometheus has for good. */
export const promotedSince: Readonly<Record<string, string>> = { first_over_time: "3.14.0" };

/** What a Prometheus took away. */
export const removedSince: Readonly<Record<string, string>> = { holt_winters: "3.0.0" };
