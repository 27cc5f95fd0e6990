import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Bad, type Disk, expectBad, expectWhole, runBad } from "./spoiled-stack.ts";

const p = "prometheus-stack";
const alerting = `${p}/overlays/alerting`;
const list = `${alerting}/kustomization.yaml`;
const script = `${p}/upstream/install.sh`;
const values = `${p}/upstream/values.yaml`;
const timeout = 120_000;
const secret = "hunter2hunter2";
const encoded = Buffer.from(secret).toString("base64");

const add = (disk: Disk, file: string, content: string): void => {
  disk.write(`${alerting}/${file}`, content);
  disk.replace(list, "resources:\n", `resources:\n  - ${JSON.stringify(file)}\n`);
};

/** Adds a component that the overlay includes: what is said of it, kustomize quotes once more. */
const component = (disk: Disk, text: string): void => {
  disk.write(`${p}/overlays/alerting/part/kustomization.yaml`, text);
  disk.append(list, "components: [part]\n");
};

const told: readonly Bad[] = [
  {
    name: "a literal without a sign, which kustomize quotes",
    spoil: (d) => d.append(list, `secretGenerator: [{name: g, literals: [a=b, ${secret}]}]\n`),
    reason: "render-failed",
    says: [/invalid literal source \*\*\*, expected key=value/],
    hides: [secret],
  },
  {
    name: "a short one, in the list of all",
    spoil: (d) => d.append(list, "secretGenerator: [{name: g, literals: [k=qwe87, zxc42]}]\n"),
    reason: "render-failed",
    says: [/invalid literal source \*\*\*/],
    hides: ["qwe87", "zxc42"],
  },
  {
    name: "a literal of a component, in quotes of quotes",
    spoil: (d) =>
      component(
        d,
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nsecretGenerator: [{name: g, literals: ['pa\"ss\\w0rd-forever']}]\n",
      ),
    reason: "render-failed",
    says: [/invalid literal source/],
    hides: ["w0rd-forever", 'pa"ss', 'pa\\"ss'],
  },
  {
    name: "a line of an environment file",
    spoil: (d) => {
      d.write(`${alerting}/s.env`, `DB=ok\n${secret} is no name\n`);
      d.append(list, "secretGenerator: [{name: g, envs: [s.env]}]\n");
    },
    reason: "findings",
    says: [/the key "\*\*\*" is refused/],
    hides: [secret],
  },
  {
    name: "a Secret without a name",
    spoil: (d) => add(d, "s.yaml", `apiVersion: v1\nkind: Secret\nstringData: {password: qwe87x, db: ${secret}}\n`),
    reason: "render-failed",
    says: [/s\.yaml/],
    hides: [secret, "qwe87x"],
  },
  {
    name: "a patch that cannot be read, which kustomize quotes",
    spoil: (d) =>
      d.append(
        list,
        `patches:\n- patch: |-\n    kind: Secret\n    stringData: {db: ${secret}, x: qwe87x}\n    bad: [\n`,
      ),
    reason: "render-failed",
    says: [/kustomization\.yaml/],
    hides: [secret, "qwe87x"],
  },
  {
    name: "the repair of a line in flow style",
    spoil: (d) =>
      add(
        d,
        "s.yaml",
        `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringDat: {password: qwe87x, db: ${secret}}\n`,
      ),
    reason: "findings",
    says: [/s\.yaml:4:\d+: error: /],
    hides: [secret, "qwe87x"],
  },
  {
    name: "passwords of addresses that hold signs",
    spoil: (d) => {
      d.append(list, "components: ['https://bob:pw0@rd/1 2\"x@github.com/a/b//c?ref=v1&access_token=t0k3n']\n");
      d.replace(
        script,
        "helm repo add prometheus-community ",
        "helm repo add prometheus-community https://u:pw0/rd@h/x # ",
      );
    },
    reason: "invalid-input",
    says: [/components names https:\/\/github\.com\/a\/b/],
    hides: ["pw0", "rd/1", "bob", "t0k3n"],
  },
];

describe.concurrent("a secret of the tree is told nowhere", () => {
  test.each(told.map((bad) => [bad.name, bad] as const))("%s", { timeout }, (_name, bad) => expectBad(bad));
});

const objects = `apiVersion: v1
kind: ConfigMap
metadata:
  name: grafana-config
  namespace: monitoring
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"kind":"Secret","data":{"a":"${encoded}"}}'
data:
  grafana.ini: |
    [smtp]
    user = ${secret}-user
    password = ${secret}-ini
  datasources.yaml: |
    apiVersion: 1
    datasources:
    - name: x
      url: https://bob:${secret}-url@db.example.com/${secret}-path
      secureJsonData:
        password: ${secret}-ds
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: monitoring}
data:
  config.json: '{"apiKey": "${secret}-json", "other": "stays"}'
  app.conf: |
    user = bob
    password = ${secret}-conf
    host = mail.example.com
---
apiVersion: v1
kind: ConfigMap
metadata: {name: more, namespace: monitoring, labels: {grafana_datasource: "1"}}
data: {x.yaml: ${secret}-label}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: ldap, namespace: monitoring}
data: {ldap.toml: ${secret}-ldap, alertmanager.yml: ${secret}-alertmanager}
---
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: {name: a, namespace: monitoring}
spec:
  route: {receiver: team-gpu}
  receivers:
  - name: team-gpu
    webhookConfigs:
    - {url: "http://hook.monitoring.svc/${secret}-receiver", sendResolved: false}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: monitoring}
spec:
  selector: {matchLabels: {app: d}}
  template:
    metadata: {labels: {app: d}}
    spec:
      containers:
      - name: c
        image: x:1
        args: [--db-password=${secret}-arg, --token, ${secret}-next, --port=80]
        env:
        - {name: DB_PASSWORD, value: ${secret}-env}
        - {name: SHORT_TOKEN, value: qwe87x}
        - {name: PLAIN, value: ${secret}-plain}
        - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
`;

test("manifests hold none either, by place, name or value, and all else as it was rendered", { timeout }, () =>
  runBad({ spoil: (d) => add(d, "o.yaml", objects), inputs: { "fail-on": "never" } }, (run) => {
    expectWhole(run, null);
    expect(run.told).not.toContain(secret);
    expect(run.told).not.toContain(encoded);
    expect(run.told).not.toContain("qwe87x");
    const folder = join(run.outputs["report-path"] ?? "", "../manifests");
    const text = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("");
    // Keys and names, and what stands in no such place.
    for (const kept of [
      "grafana.ini:",
      "datasources.yaml:",
      "name: DB_PASSWORD",
      "name: PLAIN",
      "fieldPath: spec.nodeName",
    ])
      expect(text).toContain(kept);
    for (const kept of ["user = bob", "host = mail.example.com", '"other": "stays"', "--port=80", "receiver: team-gpu"])
      expect(text).toContain(kept);
  }),
);

test("a password of the values is not in the report, in the summary or in what the step hands on", { timeout }, () =>
  runBad(
    {
      spoil: (d) => {
        d.append(values, `\nextra: {adminPassword: ${secret}, grafana.ini: {smtp: {password: qwe87x}}}\n`);
        d.replace(script, "-f values.yaml", `-f values.yaml --set other.apiToken=${secret}-set`);
      },
      inputs: { "fail-on": "never" },
    },
    (run) => {
      expectWhole(run, null);
      for (const own of [run.told, JSON.stringify(run.outputs), JSON.stringify(run.state)])
        for (const hidden of [secret, "qwe87x"]) expect(own).not.toContain(hidden);
    },
  ),
);
