/** One monitor, and what becomes of it. */
export interface AcceptanceCase {
  /** A name for the object, of lower-case words and dashes. */
  readonly name: string;
  readonly kind: "ServiceMonitor" | "PodMonitor" | "Probe" | "ScrapeConfig";
  /** Its spec as YAML in braces. */
  readonly spec: string;
  /** The check that reports the refusal; null: it is accepted. */
  readonly check: string | null;
  /** What the message says. */
  readonly says?: string;
}

const rejected = "servicemonitor-rejected";
const relabeling = "servicemonitor-invalid-relabeling";
const timeout = "servicemonitor-scrape-timeout-exceeds-interval";
const secret = "servicemonitor-secret-not-found";
const schema = "kubernetes-schema-invalid";
const scrapeClass = "servicemonitor-scrape-class-not-found";

const service = (name: string, endpoint: string, check: string | null, says?: string): AcceptanceCase => ({
  name,
  kind: "ServiceMonitor",
  spec: `{selector: {matchLabels: {app: x}}, endpoints: [{port: metrics, ${endpoint}}]}`,
  check,
  ...(says === undefined ? {} : { says }),
});
const relabel = (name: string, rule: string, check: string | null, says?: string): AcceptanceCase =>
  service(`relabel-${name}`, `relabelings: [{${rule}}]`, check, says);
const pod = (name: string, endpoint: string, check: string | null): AcceptanceCase => ({
  name: `pod-${name}`,
  kind: "PodMonitor",
  spec: `{selector: {}, podMetricsEndpoints: [{port: metrics, ${endpoint}}]}`,
  check,
});
const probe = (name: string, spec: string, check: string | null): AcceptanceCase => ({
  name: `probe-${name}`,
  kind: "Probe",
  spec,
  check,
});
const scrape = (name: string, spec: string, check: string | null): AcceptanceCase => ({
  name: `scrape-${name}`,
  kind: "ScrapeConfig",
  spec,
  check,
});

const auth = (user: string, password = "{name: creds, key: password}"): string =>
  `basicAuth: {username: ${user}, password: ${password}}`;
const user = "{name: creds, key: user}";

/**
 * Judged with a Prometheus of version 3.14 and interval 30s, a scrape class `tls`, and a Secret and a ConfigMap `creds`
 * with the keys `user` and `password`.
 */
export const acceptanceCases: readonly AcceptanceCase[] = [
  service("plain", "interval: 15s", null),
  service("timeout-equal", "interval: 15s, scrapeTimeout: 15s", null),
  service("timeout-longer", "interval: 15s, scrapeTimeout: 30s", timeout, "30s is more than the interval, 15s"),
  service("timeout-of-default", "scrapeTimeout: 30s", null),
  service("timeout-over-default", "scrapeTimeout: 31s", timeout, "31s is more than the scrapeInterval of Prometheus"),
  service("timeout-other-units", "interval: 1m, scrapeTimeout: 60s", null),
  service("timeout-compound", "interval: 1m, scrapeTimeout: 1m1ms", timeout),
  service("timeout-in-days", "interval: 23h, scrapeTimeout: 1d", timeout),
  service("interval-zero", 'interval: "0", scrapeTimeout: 1s', timeout),
  service("timeout-empty", 'interval: 15s, scrapeTimeout: ""', null),
  service("interval-empty", 'interval: "", scrapeTimeout: 45s', timeout),
  service("interval-no-unit", 'interval: "15"', schema, "not a duration"),
  service("interval-decimal", "interval: 1.5m", schema),
  service("interval-order", "interval: 1s1m", schema),
  service("class-known", "interval: 15s", null),
  {
    name: "class-used",
    kind: "ServiceMonitor",
    spec: "{scrapeClass: tls, selector: {}, endpoints: [{port: x}]}",
    check: null,
  },
  {
    name: "class-unknown",
    kind: "ServiceMonitor",
    spec: "{scrapeClass: nope, selector: {}, endpoints: []}",
    check: scrapeClass,
    says: "it defines tls",
  },
  {
    name: "selector-in-nothing",
    kind: "ServiceMonitor",
    spec: "{selector: {matchExpressions: [{key: a, operator: In}]}, endpoints: [{port: metrics}]}",
    check: rejected,
    says: 'In on "a" has no values',
  },
  {
    name: "selector-operator",
    kind: "ServiceMonitor",
    spec: "{selector: {matchExpressions: [{key: a, operator: Gt, values: ['1']}]}, endpoints: [{port: metrics}]}",
    check: rejected,
  },

  relabel("default", "targetLabel: node, sourceLabels: [__meta_kubernetes_pod_node_name]", null),
  relabel("regex", "action: drop, regex: '('", relabeling, "no valid regular expression"),
  relabel("regex-lookahead", "action: drop, regex: '(?!a)b'", relabeling),
  relabel("regex-backreference", "action: drop, regex: '(a)\\1'", relabeling),
  relabel("regex-named", "action: drop, regex: '(?P<x>a)'", null),
  relabel("regex-class", "action: keep, regex: '[[:alpha:]]+\\pL'", null),
  relabel("regex-repeat", "action: keep, regex: 'a{1001}'", relabeling),
  relabel("regex-closes", "action: keep, regex: 'a)(b'", null),
  relabel("no-target", "action: replace, regex: a", relabeling, "needs a targetLabel"),
  relabel("utf8-target", "targetLabel: 'gpu.model'", null),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of Prometheus'.
  relabel("dollar-target", "targetLabel: '${1}_x', regex: '(.*)'", null),
  relabel("capitalised", "action: LabelMap, regex: '__meta_kubernetes_pod_label_(.+)'", null),
  relabel("upper", "action: DROP, regex: a", schema, "no relabeling action"),
  relabel("unknown", "action: rename, regex: a", schema),
  relabel("hashmod", "action: hashmod, modulus: 4, targetLabel: shard, sourceLabels: [a]", null),
  relabel("hashmod-zero", "action: hashmod, targetLabel: shard", relabeling, "modulus"),
  relabel("hashmod-no-target", "action: HashMod, modulus: 4", relabeling),
  relabel("lowercase", "action: lowercase, sourceLabels: [a], targetLabel: b", null),
  relabel("lowercase-replacement", "action: lowercase, sourceLabels: [a], targetLabel: b, replacement: x", relabeling),
  relabel(
    "lowercase-default-replacement",
    "action: lowercase, sourceLabels: [a], targetLabel: b, replacement: $1",
    null,
  ),
  relabel("labelmap-empty", "action: labelmap, regex: a, replacement: ''", relabeling),
  relabel("labelmap-odd", "action: labelmap, regex: '(a)', replacement: 'x.$1'", null),
  relabel("keepequal", "action: keepequal, sourceLabels: [a], targetLabel: b", null),
  relabel("keepequal-regex", "action: keepequal, sourceLabels: [a], targetLabel: b, regex: x", relabeling, "no regex"),
  relabel(
    "keepequal-default-regex",
    "action: keepequal, sourceLabels: [a], targetLabel: b, regex: '(.*)'",
    relabeling,
    "and Prometheus takes no configuration any more",
  ),
  relabel("dropequal-separator", "action: DropEqual, sourceLabels: [a], targetLabel: b, separator: ','", relabeling),
  relabel("labeldrop", "action: labeldrop, regex: a", null),
  relabel("labeldrop-source", "action: labeldrop, regex: a, sourceLabels: [b]", relabeling, "only a regex"),
  relabel("labelkeep-separator", "action: labelkeep, regex: a, separator: ''", relabeling),
  relabel("labeldrop-default-separator", "action: labeldrop, regex: a, separator: ';'", null),
  service("metric-relabeling", "metricRelabelings: [{action: drop, regex: '['}]", relabeling, "metricRelabelings[0]"),

  service("auth", auth(user), null),
  service("auth-no-secret", auth("{name: nope, key: user}"), secret, "neither in the tree nor in the chart"),
  service("auth-no-key", auth("{name: creds, key: nope}"), secret, 'no key "nope"'),
  service("auth-optional", auth("{name: nope, key: user, optional: true}"), secret),
  service("auth-no-user", "basicAuth: {password: {name: creds, key: password}}", secret, "names no Secret"),
  service("auth-twice", `${auth(user)}, bearerTokenSecret: {name: creds, key: user}`, rejected, "exclude each other"),
  service("bearer", "bearerTokenSecret: {name: creds, key: user}", null),
  service("bearer-empty", "bearerTokenSecret: {key: user}", null),
  service("bearer-no-key", "bearerTokenSecret: {name: creds, key: nope}", secret),
  service("authorization", "authorization: {credentials: {name: creds, key: user}}", null),
  service("authorization-empty", "authorization: {type: Bearer}", rejected, "no credentials"),
  service(
    "authorization-basic",
    "authorization: {type: ' BASIC', credentials: {name: creds, key: user}}",
    rejected,
    "basicAuth",
  ),
  service("tls-insecure", "scheme: https, tlsConfig: {insecureSkipVerify: true}", null),
  service("tls-key-alone", "tlsConfig: {keySecret: {name: creds, key: user}}", rejected, "client certificate"),
  service("tls-cert-alone", "tlsConfig: {cert: {secret: {name: creds, key: user}}}", rejected, "client key"),
  service(
    "tls-two-holders",
    "tlsConfig: {ca: {secret: {name: creds, key: user}, configMap: {name: creds, key: user}}}",
    rejected,
  ),
  service("tls-no-pem", "tlsConfig: {ca: {secret: {name: creds, key: user}}}", rejected, "no PEM certificate"),
  service("tls-no-pem-map", "tlsConfig: {ca: {configMap: {name: creds, key: user}}}", rejected),
  service("tls-ca-and-file", "tlsConfig: {caFile: /ca, ca: {secret: {name: creds, key: user}}}", rejected),
  service("tls-files", "tlsConfig: {caFile: /ca, certFile: /cert, keyFile: /key}", null),
  service("tls-versions", "tlsConfig: {minVersion: TLS13, maxVersion: TLS12}", rejected, "lower than minVersion"),
  service(
    "oauth",
    "oauth2: {tokenUrl: 'http://x', clientId: {secret: {name: creds, key: user}}, clientSecret: {name: creds, key: password}}",
    null,
  ),
  service(
    "oauth-no-id",
    "oauth2: {tokenUrl: 'http://x', clientId: {}, clientSecret: {name: creds, key: password}}",
    rejected,
  ),
  service(
    "oauth-empty-id",
    "oauth2: {tokenUrl: 'http://x', clientId: {secret: {name: creds, key: empty}}, clientSecret: {name: creds, key: password}}",
    rejected,
    "and Prometheus takes no configuration any more",
  ),
  service(
    "oauth-no-secret",
    "oauth2: {tokenUrl: 'http://x', clientId: {configMap: {name: creds, key: user}}, clientSecret: {name: creds, key: nope}}",
    secret,
  ),
  service("proxy", "proxyUrl: 'http://proxy:3128', noProxy: localhost", null),
  service("proxy-port", "proxyUrl: 'http://proxy:port'", rejected, "is not an address"),
  service("proxy-twice", "proxyUrl: 'http://proxy', proxyFromEnvironment: true", rejected),
  service("no-proxy-alone", "noProxy: localhost", rejected, "needs a proxyUrl"),
  service("proxy-header-alone", "proxyConnectHeader: {X: [{name: creds, key: user}]}", rejected),
  service("proxy-header", "proxyUrl: 'http://proxy', proxyConnectHeader: {X: [{name: creds, key: user}]}", null),
  service("proxy-header-no-key", "proxyUrl: 'http://proxy', proxyConnectHeader: {X: [{name: creds, key: no}]}", secret),

  pod("plain", "interval: 15s", null),
  pod("timeout", "interval: 15s, scrapeTimeout: 16s", timeout),
  pod("relabeling", "relabelings: [{action: keep, regex: '*'}]", relabeling),
  pod("auth", auth(user, "{name: creds, key: nope}"), secret),
  pod("authorization-empty", "authorization: {type: Bearer}", rejected),
  pod("auth-twice", `${auth(user)}, authorization: {credentials: {name: creds, key: user}}`, rejected),

  probe("plain", "{prober: {url: blackbox:9115}, targets: {staticConfig: {static: [x]}}}", null),
  probe("host", "{prober: {url: blackbox.monitoring.svc}, targets: {staticConfig: {static: [x]}}}", null),
  probe("ipv6", "{prober: {url: '[::1]:9115'}, targets: {staticConfig: {static: [x]}}}", null),
  probe("scheme", "{prober: {url: 'http://blackbox:9115'}, targets: {staticConfig: {static: [x]}}}", rejected),
  probe("path", "{prober: {url: 'blackbox:9115/probe'}, targets: {staticConfig: {static: [x]}}}", rejected),
  probe("port", "{prober: {url: 'blackbox:99999'}, targets: {staticConfig: {static: [x]}}}", rejected),
  probe("no-targets", "{prober: {url: blackbox}, targets: {}}", rejected),
  probe(
    "timeout",
    "{interval: 10s, scrapeTimeout: 20s, prober: {url: blackbox}, targets: {staticConfig: {static: [x]}}}",
    timeout,
  ),
  probe(
    "relabeling",
    "{prober: {url: blackbox}, targets: {staticConfig: {static: [x], relabelingConfigs: [{action: keep, regex: '('}]}}}",
    relabeling,
  ),
  probe(
    "ingress-relabeling",
    "{prober: {url: blackbox}, targets: {ingress: {selector: {}, relabelingConfigs: [{action: replace}]}}}",
    relabeling,
  ),
  probe(
    "metric-relabeling",
    "{prober: {url: blackbox}, targets: {staticConfig: {static: [x]}}, metricRelabelings: [{action: hashmod, targetLabel: a}]}",
    relabeling,
  ),
  probe(
    "auth-twice",
    `{prober: {url: blackbox}, targets: {staticConfig: {static: [x]}}, ${auth(user)}, authorization: {credentials: {name: creds, key: user}}}`,
    // The operator takes it: Prometheus does not.
    rejected,
  ),
  probe(
    "bearer-no-key",
    "{prober: {url: blackbox}, targets: {staticConfig: {static: [x]}}, bearerTokenSecret: {name: creds, key: no}}",
    secret,
  ),

  scrape("static", "{staticConfigs: [{targets: ['x:9400'], labels: {gpu.model: h100}}]}", null),
  scrape("timeout", "{scrapeInterval: 15s, scrapeTimeout: 20s, staticConfigs: [{targets: [x]}]}", timeout),
  scrape(
    "two-ways-in",
    `{staticConfigs: [{targets: [x]}], ${auth(user)}, authorization: {credentials: ${user}}}`,
    schema,
  ),
  scrape("interval-empty", '{scrapeInterval: "", staticConfigs: [{targets: [x]}]}', rejected),
  scrape(
    "interval-empty-timeout-long",
    '{scrapeInterval: "", scrapeTimeout: 1m, staticConfigs: [{targets: [x]}]}',
    timeout,
  ),
  scrape("timeout-empty", '{scrapeTimeout: "", staticConfigs: [{targets: [x]}]}', rejected),
  scrape("class", "{scrapeClass: nope, staticConfigs: [{targets: [x]}]}", scrapeClass),
  scrape("relabeling", "{staticConfigs: [{targets: [x]}], relabelings: [{action: keep, regex: '('}]}", relabeling),
  scrape("dns-port", "{dnsSDConfigs: [{names: [x], type: A}]}", rejected),
  scrape("dns-srv", "{dnsSDConfigs: [{names: [x], type: SRV}]}", null),
  scrape("http", "{httpSDConfigs: [{url: 'http://x/targets'}]}", null),
  scrape("http-auth", `{httpSDConfigs: [{url: 'http://x/targets', ${auth("{name: creds, key: no}")}}]}`, secret),
  scrape("kubernetes", "{kubernetesSDConfigs: [{role: Pod, selectors: [{role: Pod, label: app=x}]}]}", null),
  scrape(
    "kubernetes-selector",
    "{kubernetesSDConfigs: [{role: Pod, selectors: [{role: Service, label: app=x}]}]}",
    rejected,
  ),
  scrape("kubernetes-field", "{kubernetesSDConfigs: [{role: Pod, selectors: [{role: Pod, field: x}]}]}", rejected),
  scrape("consul-token", "{consulSDConfigs: [{server: 'x:8500', tokenRef: {name: creds, key: no}}]}", secret),
  scrape("azure", "{azureSDConfigs: [{subscriptionID: x}]}", rejected),
  scrape("azure-managed", "{azureSDConfigs: [{subscriptionID: x, authenticationMethod: ManagedIdentity}]}", null),
];
