import type { Attack } from "./attack.ts";
import { alerting, type Ground, list, script, stack, values } from "./ground.ts";

const any = [null, "findings", "invalid-input", "render-failed", "timeout"] as const;

const long = (name: string, lay: (ground: Ground) => void, more: Partial<Attack> = {}): Attack => ({
  name,
  lay,
  ends: any,
  ...more,
});

const rules = (groups: string): string =>
  `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: many}\nspec:\n  groups:\n${groups}`;
const rule = (expr: string, more = "summary: a, description: b, runbook_url: c"): string =>
  `    - name: g\n      rules:\n        - alert: A\n          expr: ${JSON.stringify(expr)}\n          for: 5m\n          labels: {severity: warning}\n          annotations: {${more}}\n`;
const ruled = (name: string, expr: string, more?: string): Attack =>
  long(name, (ground) => ground.resource("many.yaml", rules(rule(expr, more))));
const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join("");
const testFile = (name: string, rest: string): Attack =>
  long(name, (ground) =>
    ground.write(`${alerting}/gpu.test.yaml`, `rule_files: [gpu-usage.yaml]\nevaluation_interval: 1m\ntests:\n${rest}`),
  );

const chain = (length: number): string =>
  `m0: &m0 {a: 1}\n${lines(length, (n) => `m${n + 1}: &m${n + 1}\n  <<: *m${n}\n  k${n}: 1\n`)}`;
const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${lines(9, (n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(", ")}]\n`)}`;
const mergeBomb = `a0: &a0 {x0: 1}\n${lines(25, (n) => `a${n + 1}: &a${n + 1}\n  <<: [*a${n}, *a${n}]\n`)}`;

const yaml: readonly Attack[] = Object.entries({
  "a chain of 4,000 merge keys": chain(4000),
  "merge keys that multiply": mergeBomb,
  "aliases that multiply": bomb,
  "290,000 keys": lines(290_000, (n) => `k${n}: 1\n`),
  "140,000 keys": lines(140_000, (n) => `k${n}: 1\n`),
  "290,000 items": `list:\n${lines(290_000, () => "  - 1\n")}`,
  "30,000 comments that suppress": lines(30_000, (n) => `# prometheus-stack: ignore alert-for-missing -- ${n}\n`),
  "a comment of 60,000 commas": `# prometheus-stack: ignore a${",a".repeat(60_000)} x\n`,
  "a comment of 60,000 spaces": `# prometheus-stack: ignore a${" ".repeat(60_000)}x\n`,
  "100,000 levels": `a: ${"[".repeat(100_000)}\n`,
  "100,000 anchors": lines(100_000, (n) => `k${n}: &k${n} 1\n`),
  "100,000 block scalars": lines(100_000, (n) => `k${n}: |\n  x\n`),
  "a line of 900,000 quotes": `a: "${'\\"'.repeat(900_000)}"\n`,
  "100,000 documents": lines(100_000, () => "---\na: b\n"),
}).flatMap(([what, text]) => [
  long(`${what} in values`, (ground) => ground.append(values, text)),
  long(`${what} in a resource`, (ground) =>
    ground.resource("many.yaml", `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: many}\n${text}`),
  ),
  long(`${what} in a kustomization`, (ground) => ground.append(list, text)),
]);

const scripts: readonly Attack[] = Object.entries({
  "30,000 comments": lines(30_000, (n) => `# ${n}\n`),
  "30,000 commands": lines(30_000, (n) => `echo ${n}\n`),
  "30,000 assignments": lines(30_000, (n) => `A${n}=x$A${n - 1}\n`),
  "a value that doubles": lines(60, () => "A=$A$A\n").replace(/^/, "A=xxxxxxxx\n"),
  "a word of 60,000 characters": `echo ${"x".repeat(60_000)}\n`,
  "60,000 quotes": `echo ${"'a'\"b\"".repeat(30_000)}\n`,
  "10,000 here-documents": lines(10_000, (n) => `cat <<E${n}\nx\nE${n}\n`),
  "10,000 open brackets": `echo ${"$(".repeat(10_000)}\n`,
  "100,000 braces": `echo ${"{a,".repeat(100_000)}\n`,
  "30,000 helm lines": lines(30_000, (n) => `helm upgrade --install r${n} ../../chart\n`),
  "30,000 repositories": lines(30_000, (n) => `helm repo add r${n} https://example.com/${n}\n`),
  "30,000 values": `helm upgrade --install prometheus-stack ../../chart ${lines(30_000, (n) => `--set a${n}=b `)}\n`,
  "a loop": "while true; do :; done\nfor ((;;)); do :; done\n",
}).map(([what, text]) => long(`${what} in install.sh`, (ground) => ground.write(script, text + ground.read(script))));

const definition = (field: string): string =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: evils.example.com}\nspec:\n  group: example.com\n  names: {kind: Evil, plural: evils}\n  scope: Namespaced\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec:\n              type: object\n              properties: {field: ${field}}\n`;
const defined = (name: string, field: string, value: string): Attack =>
  long(name, (ground) => {
    ground.write("chart/crds/evil.yaml", definition(field));
    ground.resource(
      "many.yaml",
      `apiVersion: example.com/v1\nkind: Evil\nmetadata: {name: evil}\nspec:\n  unknown: 1\n  field: ${value}\n`,
    );
  });

const definitions: readonly Attack[] = [
  defined("a CRD's pattern that backtracks", '{type: string, pattern: "^(a+)+$"}', `${"a".repeat(60)}!`),
  defined(
    "a CRD's list of 50,000 elements of which none is alike",
    "{type: array, uniqueItems: true, items: {type: object, x-kubernetes-preserve-unknown-fields: true}}",
    `[${lines(50_000, (n) => `{a: ${n}}, `)}]`,
  ),
  defined(
    "100,000 elements that fit none of a CRD's forms",
    "{type: array, items: {anyOf: [{type: integer}, {type: boolean}]}}",
    `[${"x, ".repeat(100_000)}]`,
  ),
];

const zones = ["UTC", "Europe/Paris", "Asia/Tokyo", "America/New_York", "Australia/Sydney"];
const networks = (count: number): string =>
  lines(
    count,
    (n) =>
      `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n${n}}\nspec: {podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {a: x${n}}}}]}]}\n`,
  );

const alertmanagers: readonly Attack[] = [
  long("a pattern of template files that backtracks", (ground) => {
    ground.replace(
      values,
      "  config:\n",
      `  templateFiles:\n    ${"a".repeat(240)}: x\n  config:\n    templates: ["/etc/alertmanager/config/${"*a".repeat(40)}b"]\n`,
    );
    ground.replace(
      values,
      "send_resolved: true",
      `send_resolved: true\n        slack_configs: [{api_url_file: /x, text: '{{ template "x" . }}'}]`,
    );
  }),
  long("3,000 patterns of template files in 3,000 ConfigMaps", (ground) => {
    ground.replace(values, "  config:\n", `  config:\n    templates: [${lines(3000, (n) => `/x/${n}/*, `)}]\n`);
    ground.replace(values, "    secrets:\n", `    configMaps: [${lines(3000, (n) => `c${n}, `)}]\n    secrets:\n`);
    ground.replace(
      values,
      "send_resolved: true",
      `send_resolved: true\n        slack_configs: [{api_url_file: /x, text: '{{ template "x" . }}'}]`,
    );
  }),
  long("3,000 routes, each with 50 time intervals of its own", (ground) => {
    const times = lines(
      99,
      (n) =>
        `{name: t${n}, time_intervals: [{location: ${zones[n % 5]}, times: [{start_time: "00:${10 + (n % 50)}", end_time: "24:00"}]}]}, `,
    );
    const names = (from: number): string => lines(50, (n) => `t${(from * 7 + n * (1 + (from % 13))) % 99}, `);
    ground.replace(values, "  config:\n", `  config:\n    time_intervals: [${times}]\n`);
    ground.replace(
      values,
      "      routes:\n",
      `      routes:\n${lines(3000, (n) => `        - {receiver: on-call, matchers: ['a = "${n}"'], mute_time_intervals: [${names(n)}], continue: true}\n`)}`,
    );
  }),
  long("300 NetworkPolicies, 100 monitors and services", (ground) =>
    ground.resource(
      "many.yaml",
      networks(300) +
        lines(
          100,
          (n) =>
            `---\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m${n}, labels: {release: prometheus-stack}}\nspec: {selector: {matchLabels: {a: s${n}}}, endpoints: [{port: x}]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s${n}, labels: {a: s${n}}}\nspec: {selector: {a: p${n}}, ports: [{name: x, port: 80}]}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${n}}\nspec: {selector: {matchLabels: {a: p${n}}}, template: {metadata: {labels: {a: p${n}}}, spec: {containers: [{name: c, image: "x:1", ports: [{containerPort: 80}]}]}}}\n`,
        ),
    ),
  ),
];

const expressions: readonly Attack[] = [
  ruled("10,000 brackets in PromQL", `${"(".repeat(10_000)}up${")".repeat(10_000)}`),
  ruled("10,000 operators in PromQL", Array(10_000).fill("up").join(" + ")),
  ruled("a subquery of ten years", "max_over_time(rate(DCGM_FI_DEV_GPU_TEMP[5m])[10y:1ms]) > 1"),
  ruled(
    "subqueries in subqueries",
    "max_over_time(max_over_time(max_over_time(DCGM_FI_DEV_GPU_TEMP[1d:1s])[1d:1s])[1d:1s]) > 1",
  ),
  ruled("a regular expression that multiplies", `up{a=~"${"(a{1000}){1000}"}"} == 0`),
  ruled("a regular expression that backtracks", `up{a=~"${"(a*)*".repeat(200)}b"} == 0`),
  ruled("a for of a hundred years", "DCGM_FI_DEV_GPU_TEMP > 90"),
  ruled(
    "a template of 60,000 brackets",
    "up == 0",
    `summary: '${"{{ ".repeat(20_000)}', description: '${"{{ $labels.".repeat(6_000)}', runbook_url: c`,
  ),
  ruled(
    "a template of 60,000 spaces",
    "up == 0",
    `summary: '{{ $labels${" ".repeat(60_000)}x', description: b, runbook_url: c`,
  ),
  ruled(
    "a template that loops",
    "up == 0",
    'summary: \'{{ range query "up" }}{{ range query "up" }}x{{ end }}{{ end }}\', description: b, runbook_url: c',
  ),
  ruled(
    "an address of 60,000 characters",
    "up == 0",
    `summary: 'http://${"a:b@".repeat(15_000)}', description: '${"a://".repeat(12_000)}', runbook_url: c`,
  ),
  ruled(
    "Markdown of 60,000 characters",
    "sum(",
    `summary: '${"[".repeat(20_000)}${"*_`".repeat(13_000)}', description: b, runbook_url: c`,
  ),
  long("10,000 rules", (ground) =>
    ground.resource(
      "many.yaml",
      rules(
        `    - name: g\n      rules:\n${lines(10_000, (n) => `        - {alert: A${n}, expr: "DCGM_FI_DEV_GPU_TEMP > ${n}", for: 5m}\n`)}`,
      ),
    ),
  ),
  long("20,000 recording rules that build on each other", (ground) =>
    ground.resource(
      "many.yaml",
      rules(
        `    - name: g\n      rules:\n${lines(20_000, (n) => `        - {record: "a:b${n + 1}:c", expr: "a:b${n}:c + 1"}\n`)}`,
      ),
    ),
  ),
  long("5,000 monitors for 5,000 services", (ground) =>
    ground.resource(
      "many.yaml",
      lines(
        5000,
        (n) =>
          `---\napiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m${n}, labels: {release: prometheus-stack}}\nspec: {selector: {}, endpoints: [{port: x}]}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: s${n}, labels: {a: b}}\nspec: {selector: {a: b}, ports: [{name: x, port: 80}]}\n`,
      ),
    ),
  ),
  long("a dashboard of 10,000 panels", (ground) =>
    ground.replace(
      `${stack}/overlays/dashboards/gpu-overview.json`,
      '"panels": [',
      `"panels": [${lines(10_000, (n) => `{"id": ${n + 1000}, "type": "timeseries", "targets": [{"expr": "up + ${n}"}]},`)}`,
    ),
  ),
  long("a dashboard of 200,000 levels", (ground) =>
    ground.write(`${stack}/overlays/dashboards/gpu-overview.json`, '{"a":'.repeat(200_000)),
  ),
];

const promtool: readonly Attack[] = [
  testFile(
    "a series of 300 million samples",
    "  - interval: 1m\n    input_series:\n      - {series: up, values: '0x300000000'}\n",
  ),
  testFile(
    "a series of samples with steps",
    "  - interval: 1m\n    input_series:\n      - {series: up, values: '0+1x300000000'}\n",
  ),
  testFile(
    "a series of stale samples",
    "  - interval: 1m\n    input_series:\n      - {series: up, values: '_x300000000'}\n",
  ),
  testFile(
    "many series of many samples",
    `  - interval: 1m\n    input_series:\n${lines(2000, (n) => `      - {series: 'up{a="${n}"}', values: '0x900000'}\n`)}`,
  ),
  testFile(
    "an evaluation of ten years",
    "  - interval: 1ms\n    input_series:\n      - {series: up, values: '0x10'}\n    alert_rule_test:\n      - {eval_time: 10y, alertname: A, exp_alerts: []}\n",
  ),
  testFile(
    "an expression over ten years",
    "  - interval: 1m\n    input_series:\n      - {series: up, values: '0x10'}\n    promql_expr_test:\n      - {expr: 'max_over_time(up[100y:1ms])', eval_time: 1m, exp_samples: []}\n",
  ),
  long("a unit test that names a rule file of outside", (ground) =>
    ground.write(
      `${alerting}/gpu.test.yaml`,
      "rule_files: [$OUTSIDE/canary.yaml, ../../../../outside/canary.yaml, /dev/zero]\ntests: []\n",
    ),
  ),
  long("a unit test that is a FIFO", (ground) => ground.fifo(`${alerting}/gpu.test.yaml`)),
  long("a unit test that is a link to a device", (ground) => ground.link("/dev/zero", `${alerting}/gpu.test.yaml`)),
];

const trees: readonly Attack[] = [
  long("links to themselves among the overlays", (ground) => {
    for (const name of ["a", "b"]) ground.link("..", `${stack}/overlays/${name}`);
  }),
  long("links to . in many folders", (ground) => {
    for (const name of "abcdef") for (const other of "xyz") ground.link("../..", `${alerting}/${name}/${other}`);
  }),
  long("bases that include each other", (ground) => {
    for (let n = 0; n < 300; n++)
      ground.write(`${stack}/overlays/c${n}/kustomization.yaml`, `resources: [../c${(n + 1) % 300}]\n`);
  }),
  long("bases that double at each level", (ground) => {
    for (let n = 0; n < 22; n++)
      for (const side of ["a", "b"])
        ground.write(
          `${stack}/parts/${side}${n}/kustomization.yaml`,
          `resources: [../a${n + 1}, ../b${n + 1}]\nnamePrefix: ${side}\n`,
        );
    for (const side of ["a", "b"]) ground.write(`${stack}/parts/${side}22/kustomization.yaml`, "resources: []\n");
    ground.resource("../../parts/a0");
  }),
  long("1,000 overlays", (ground) => {
    for (let n = 0; n < 1000; n++) ground.write(`${stack}/overlays/d${n}/kustomization.yaml`, "resources: []\n");
  }),
  long("20,000 files that a generator names", (ground) => {
    const names = Array.from({ length: 20_000 }, (_, n) => `f/${n}.txt`);
    for (const name of names) ground.write(`${alerting}/${name}`, "x");
    ground.append(list, `configMapGenerator: [{name: x, files: [${names.join(", ")}]}]\n`);
  }),
  long(
    "a file of 2 GiB of holes",
    (ground) => {
      ground.resource("big.yaml", "");
      ground.sparse(`${alerting}/big.yaml`, 2 * 1024 ** 3);
    },
    { ends: ["invalid-input", "findings", "render-failed"] },
  ),
  ...["/dev/zero", "/dev/random", "/proc/kmsg", "/dev/tty"].map((device) =>
    long(
      `a resource that is a link to ${device}`,
      (ground) => {
        ground.link(device, `${alerting}/d.yaml`);
        ground.resource("d.yaml");
      },
      { ends: ["invalid-input", "findings"] },
    ),
  ),
];

/** What would never end, or take all memory. */
export const endless: readonly Attack[] = [
  ...yaml,
  ...scripts,
  ...definitions,
  ...alertmanagers,
  ...expressions,
  ...promtool,
  ...trees,
];
