import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../scripts/run-action.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

let embedded: EmbeddedCluster;
let work: string;
beforeAll(async () => {
  embedded = await startCluster({ nodes: 1 });
  work = await mkdtemp(join(tmpdir(), "plan-secrets-"));
});
afterAll(async () => {
  await embedded?.stop();
  await rm(work, { recursive: true, force: true });
});

/** Nothing else has this in it, in any writing. */
const canary = (place: string, round: number): string => `canary${round}x${place}`;
const places = [
  "data",
  "string",
  "datasource",
  "ini",
  "env",
  "set",
  "values",
  "lookup",
  "flag",
  "alertmanager",
  "label",
  "ldap",
  "applied",
] as const;

const chart = (round: number): Readonly<Record<string, string>> => ({
  "Chart.yaml": "apiVersion: v2\nname: small\nversion: 1.0.0\n",
  "values.yaml": "apiToken: ''\nadminPassword: ''\nplain: ''\n",
  "templates/all.yaml": `apiVersion: v1
kind: Secret
metadata: { name: of-chart }
stringData: { set: {{ .Values.apiToken | quote }}, values: {{ .Values.adminPassword | quote }}, string: ${canary("string", round)} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: grafana }
data:
  plain: {{ .Values.plain | quote }}
  copied: {{ with lookup "v1" "Secret" .Release.Namespace "outside" }}{{ index .data "token" | b64dec }}{{ else }}none{{ end }}
  grafana.ini: |
    [auth]
    anything = ${canary("ini", round)}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  replicas: 0
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      containers:
        - name: main
          image: "registry.test/a:1"
          args: ["--web-password=${canary("flag", round)}"]
          env: [{ name: HARMLESS, value: ${canary("env", round)} }]
`,
});

const overlay = (round: number): string => `apiVersion: v1
kind: Secret
metadata: { name: of-tree, namespace: monitoring }
data: { key: ${Buffer.from(canary("data", round)).toString("base64")} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: datasources, namespace: monitoring, labels: { grafana_datasource: "1" } }
data:
  x.yaml: |
    apiVersion: 1
    datasources:
      - { name: x, type: prometheus, url: "http://x", secureJsonData: { anything: ${canary("datasource", round)} } }
---
apiVersion: v1
kind: Secret
metadata: { name: alertmanager, namespace: monitoring }
stringData:
  alertmanager.yaml: |
    route: { receiver: a }
    receivers: [{ name: a, webhook_configs: [{ url: "https://x.example/${canary("alertmanager", round)}" }] }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: more-datasources, namespace: monitoring, labels: { grafana_datasource: "1" } }
data:
  x.yaml: ${canary("label", round)}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: of-grafana
  namespace: monitoring
  annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"x":"${canary("applied", round)}"}' }
data:
  ldap.toml: |
    bind = "${canary("ldap", round)}"
`;

const writeTree = async (round: number): Promise<void> => {
  const files = {
    ...Object.fromEntries(Object.entries(chart(round)).map(([name, text]) => [`chart/${name}`, text])),
    "tree/prometheus-stack/upstream/install.sh": `#!/usr/bin/env bash
cd "$(dirname "$0")"
helm upgrade --install stack prometheus-community/kube-prometheus-stack --version 1.0.0 --namespace monitoring --create-namespace -f values.yaml --set apiToken=${canary("set", round)} --set plain=visible${round}
`,
    "tree/prometheus-stack/upstream/values.yaml": `adminPassword: ${canary("values", round)}\n`,
    "tree/prometheus-stack/base/kustomization.yaml": "resources: [namespace.yaml]\n",
    "tree/prometheus-stack/base/namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: monitoring }\n",
    "tree/prometheus-stack/overlays/all/kustomization.yaml": "resources: [all.yaml]\n",
    "tree/prometheus-stack/overlays/all/all.yaml": overlay(round),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(work, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  const token = Buffer.from(canary("lookup", round)).toString("base64");
  const outside = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "outside", namespace: "monitoring" },
    data: { token },
  };
  await kubectl(embedded.kubeconfig, ["apply", "--server-side", "--filename=-"], JSON.stringify(outside));
};

interface Told {
  readonly code: number;
  readonly output: string;
  /** All that the run shows or leaves: log, summary, outputs, and every file of the report's folder. */
  readonly all: string;
  readonly manifests: string;
  readonly plan: string;
}

const runMode = async (mode: "plan" | "deploy", more: Readonly<Record<string, string>> = {}): Promise<Told> => {
  const folder = await mkdtemp(join(work, "report-"));
  const run = await runAction({
    entry: "src/main.ts",
    inputs: {
      ...{ mode, path: "prometheus-stack", chart: join(work, "chart"), kubeconfig: embedded.kubeconfig, tools: "path" },
      ...{ "schema-locations": "cluster", exporter: "none", "fail-on": "never", "report-dir": folder },
      "verify-timeout": "0s",
      ...more,
    },
    tools: await toolsDir(checkCommands),
    workspace: join(work, "tree"),
    show: false,
    env: { RUNNER_TEMP: work, RUNNER_TOOL_CACHE: join(work, "cache"), GITHUB_ACTIONS: "" },
  });
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = (wanted: (folder: string) => boolean): Promise<readonly string[]> =>
    Promise.all(
      files
        .filter((one) => one.isFile() && wanted(one.parentPath))
        .map((one) => readFile(join(one.parentPath, one.name), "utf8")),
    );
  const texts = await read(() => true);
  const manifests = (await read((parent) => parent.includes("/manifests"))).join("\n");
  const plan = await readFile(join(folder, "plan.json"), "utf8").catch(() => "");
  const all = [run.output, run.summary, JSON.stringify(run.outputs), JSON.stringify(run.state), ...texts].join("\n");
  return { code: run.code, output: run.output, all, plan, manifests };
};

/** The canaries that stand in a text, also in base64 and in JSON of JSON. */
const foundIn = (text: string): readonly string[] =>
  [0, 1, 2].flatMap((round) =>
    places
      .map((place) => canary(place, round))
      .filter((secret) =>
        [secret, Buffer.from(secret).toString("base64").replace(/=+$/, "")].some((one) => text.includes(one)),
      ),
  );

const expectNone = ({ code, output, all, manifests }: Told): void => {
  expect(code, output).toBe(0);
  expect(foundIn(all)).toEqual([]);
  for (const kept of ["kind: Deployment", "name: HARMLESS", "plain: "]) expect(manifests).toContain(kept);
};

test("a canary in each place is in no file, log or summary of a plan and a deploy", { timeout: 300_000 }, async () => {
  await kubectl(embedded.kubeconfig, ["create", "namespace", "monitoring"]);
  await writeTree(1);
  const first = await runMode("deploy");
  expectNone(first);
  // All of them lie in the cluster, or this test would find nothing anywhere.
  const kinds = "secrets,configmaps,deployments";
  const live = await kubectl(embedded.kubeconfig, ["get", kinds, "-n", "monitoring", "-o", "json"]);
  expect(new Set(foundIn(live))).toEqual(new Set(places.map((place) => canary(place, 1))));

  await writeTree(2);
  const [values, names] = [
    await runMode("plan", { "plan-key": "a key of a test, long enough" }),
    await runMode("plan", { "plan-details": "names" }),
  ];
  for (const told of [values, names]) {
    expectNone(told);
    for (const name of ["of-chart", "grafana", "app", "of-tree", "datasources", "alertmanager"])
      expect(told.plan).toContain(`"name":"${name}"`);
  }
  expect(values.plan).toContain("visible2");
  expect(values.plan).toContain("/data/copied");
  expect(names.plan).not.toContain("visible");
  expect(names.plan).toContain("/data/plain");

  const second = await runMode("deploy");
  expectNone(second);
});
