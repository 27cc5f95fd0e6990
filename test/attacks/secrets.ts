import { type Attack, bothHelms } from "./attack.ts";
import { alerting, type Ground, list, stack, values } from "./ground.ts";

const secret = "hunter2hunter2";
const [encoded] = [Buffer.from(secret).toString("base64")];

const kept = (name: string, lay: (ground: Ground) => void, more: Partial<Attack> = {}): Attack => ({
  name: `a secret in ${name}`,
  lay,
  hides: [secret],
  ends: [null, "findings", "render-failed"],
  ...more,
});

const generator = (entry: string) => (ground: Ground) =>
  ground.append(list, `secretGenerator:\n  - name: g\n    ${entry}\n`);
const object = (text: string) => (ground: Ground) => ground.resource("s.yaml", text);
const secretOf = (rest: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n${rest}`;
const configMap = (rest: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: s\n${rest}`;
const appended = (text: string) => (ground: Ground) => ground.append(values, text);

const generators: readonly Attack[] = [
  kept("a generator's literal", generator(`literals: [k=${secret}]`)),
  kept("a literal without a sign", generator(`literals: [${secret}]`)),
  kept("a literal without a key", generator(`literals: ["=${secret}"]`)),
  kept("a literal with a bad key", generator(`literals: ["a b=${secret}"]`)),
  kept("two literals of one key", generator(`literals: [k=${secret}, k=${secret}]`)),
  kept("a literal in quotes", generator(`literals: ['k="${secret}']`)),
  kept("an env file's bad line", (ground) => {
    ground.write(`${alerting}/s.env`, `a b=${secret}\n${secret}\n`);
    generator("envs: [s.env]")(ground);
  }),
  kept("a generated file with a bad key", (ground) => {
    ground.write(`${alerting}/s.txt`, secret);
    generator('files: ["a b=s.txt"]')(ground);
  }),
  kept("a builtin generator's literal", (ground) =>
    ground.append(
      list,
      `generators:\n  - |-\n    apiVersion: builtin\n    kind: SecretGenerator\n    metadata: {name: x}\n    literals: [${secret}]\n`,
    ),
  ),
];

const objects: readonly Attack[] = [
  kept("stringData", object(secretOf(`stringData: {password: ${secret}}\n`))),
  kept("data", object(secretOf(`data: {password: ${encoded}}\n`))),
  kept("data that is no base64", object(secretOf(`data: {password: "${secret}!"}\n`))),
  kept("a field that does not exist", object(secretOf(`stringdata: {password: ${secret}}\n`))),
  kept("a flow-style line", object(secretOf(`stringData: {password: ${secret}, other: ${secret}}\ntype: [x]\n`))),
  kept("a Secret that cannot be parsed", object(secretOf(`stringData: {password: "${secret}\n`))),
  kept("a duplicate key", object(secretOf(`stringData:\n  password: ${secret}\n  password: ${secret}\n`))),
  kept("a Secret of the wrong type", object(secretOf(`stringData: ${secret}\n`))),
  kept(
    "a Secret in a List",
    object(
      `apiVersion: v1\nkind: List\nitems:\n  - ${secretOf(`stringData: {a: ${secret}}\n`).replaceAll("\n", "\n    ")}\n`,
    ),
  ),
  kept(
    "an annotation of a Secret",
    object(
      secretOf(`stringData: {a: ${secret}}\n`).replace(
        "name: s",
        `name: s\n  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"a":"${secret}"}}'}`,
      ),
    ),
  ),
  kept("grafana.ini", object(configMap(`data:\n  grafana.ini: |\n    [security]\n    admin_password = ${secret}\n`))),
  kept(
    "grafana.ini's database address",
    object(
      configMap(`data:\n  grafana.ini: |\n    [database]\n    url = postgres://grafana:${secret}@db:5432/grafana\n`),
    ),
  ),
  kept(
    "a data source",
    object(
      configMap(
        `data:\n  ds.yaml: |\n    apiVersion: 1\n    datasources:\n      - name: x\n        type: prometheus\n        secureJsonData: {basicAuthPassword: ${secret}}\n`,
      ),
    ),
  ),
  kept(
    "Alertmanager's configuration in a ConfigMap",
    object(
      configMap(
        `data:\n  alertmanager.yaml: |\n    receivers:\n      - name: x\n        slack_configs: [{api_url: "https://hooks.slack.com/services/${secret}"}]\n`,
      ),
    ),
  ),
  kept(
    "a pod's environment",
    object(
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      image: example.com/c:1.0.0\n      env: [{name: DB_PASSWORD, value: ${secret}}]\n      args: ["--password=${secret}"]\n`,
    ),
  ),
  kept(
    "an AlertmanagerConfig",
    object(
      `apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nmetadata: {name: a}\nspec:\n  receivers: [{name: x, webhookConfigs: [{url: "https://u:${secret}@example.com/"}]}]\n  route: {receiver: x}\n`,
    ),
  ),
  kept(
    "a monitor's address",
    object(
      `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m}\nspec:\n  selector: {}\n  endpoints: [{port: x, proxyUrl: "http://u:${secret}@proxy:3128"}]\n`,
    ),
  ),
];

const inValues: readonly Attack[] = [
  kept("values: Grafana's password", appended(`grafana:\n  adminPassword: ${secret}\n`), { helms: bothHelms }),
  kept(
    "values: grafana.ini",
    appended(`grafana:\n  grafana.ini: {security: {admin_password: ${secret}}, smtp: {password: ${secret}}}\n`),
    { helms: bothHelms },
  ),
  kept(
    "values: a data source",
    appended(
      `grafana:\n  additionalDataSources: [{name: x, type: prometheus, url: "http://u:${secret}@x/", secureJsonData: {password: ${secret}}}]\n`,
    ),
    { helms: bothHelms },
  ),
  kept(
    "values: a receiver",
    (ground) =>
      ground.replace(
        values,
        "      - name: on-call\n",
        `      - name: on-call\n        slack_configs: [{api_url: "https://hooks.slack.com/services/${secret}"}]\n`,
      ),
    { helms: bothHelms },
  ),
  kept(
    "values: an unknown key",
    appended(`grafanaa: {adminPassword: ${secret}}\nprometheus: {password: ${secret}}\n`),
    { helms: bothHelms },
  ),
  kept(
    "values that break the chart",
    (ground) => {
      ground.write(
        "chart/templates/fail.yaml",
        '{{ fail (printf "bad password %s" .Values.grafana.adminPassword) }}\n',
      );
      appended(`grafana: {adminPassword: ${secret}}\n`)(ground);
    },
    { helms: bothHelms },
  ),
  kept(
    "values that break the schema",
    (ground) => {
      ground.write(
        "chart/values.schema.json",
        '{"properties": {"grafana": {"properties": {"adminPassword": {"pattern": "^x"}}}}}\n',
      );
      appended(`grafana: {adminPassword: ${secret}}\n`)(ground);
    },
    { helms: bothHelms },
  ),
  kept(
    "--set",
    (ground) =>
      ground.install(
        `helm upgrade --install prometheus-stack ../../chart -n monitoring -f values.yaml --set grafana.adminPassword=${secret}`,
      ),
    { argued: true },
  ),
  kept(
    "--set that helm refuses",
    (ground) =>
      ground.install(
        `helm upgrade --install prometheus-stack ../../chart -n monitoring -f values.yaml --set 'grafana.adminPassword=${secret},x'`,
      ),
    { argued: true },
  ),
];

const addresses: readonly Attack[] = (
  [
    "http://u:$P@x.example.com/y",
    "https://u:$P@x@x.example.com/y.yaml",
    "https://u:$P/x@x.example.com/y",
    "ssh://git:$P@x.example.com/a/b",
    "https://x.example.com/y?token=$P",
  ] as const
).map((address) =>
  kept(`an address among resources: ${address}`, (ground) => ground.resource(address.replace("$P", secret)), {
    ends: "invalid-input",
  }),
);

const elsewhere: readonly Attack[] = [
  kept("a rule's annotation", (ground) =>
    ground.write(
      `${alerting}/gpu-usage.yaml`,
      `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: gpu-usage}\nspec:\n  groups:\n    - name: g\n      rules:\n        - alert: A\n          expr: up == 0\n          annotations: {summary: x, description: y, runbook_url: "http://u:${secret}@wiki/x y"}\n`,
    ),
  ),
  kept("a dashboard", (ground) =>
    ground.replace(
      `${stack}/overlays/dashboards/gpu-overview.json`,
      "{",
      `{"links": [{"url": "https://u:${secret}@grafana.example.com/"}],`,
    ),
  ),
  kept("a comment that suppresses", (ground) =>
    ground.replace(
      list,
      "namespace:",
      `# prometheus-stack: ignore yaml-invalid -- see https://u:${secret}@wiki/\nnamespace:`,
    ),
  ),
  kept("a file's name", (ground) => ground.resource(`https:u:${secret}@x.yaml`, "a: [\n"), {
    hides: [],
    ends: ["render-failed", "findings", "invalid-input"],
  }),
];

/** Secrets of a tree that nobody may see. */
export const secrets: readonly Attack[] = [...generators, ...objects, ...inValues, ...addresses, ...elsewhere];
