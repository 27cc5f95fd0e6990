import { describe, test } from "vitest";
import { part } from "../run/part.ts";
import { type Bad, expectBad } from "./spoiled-stack.ts";

const p = "prometheus-stack";
const script = `${p}/upstream/install.sh`;
const timeout = 120_000;

const kubeconfig = `apiVersion: v1
kind: Config
current-context: here
contexts: [{name: here, context: {cluster: c, user: u}}]
clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
users: [{name: u, user: {token: t0ken-7d1f}}]
`;

const inputs: readonly Bad[] = [
  {
    name: "many are wrong: all are told at once, and the report goes where it was wanted",
    inputs: {
      mode: "delpoy",
      "fail-on": "info",
      "chart-version": "latest",
      timeout: "10",
      tools: "none",
      allow: "all",
      "helm-version": "4",
      namespace: "Monitoring!",
      "chart-username": "bob",
      "report-dir": "$TEMP/my-report",
    },
    reason: "invalid-input",
    says: [
      /^::error::9 inputs are wrong:/m,
      ...["mode", "fail-on", "chart-version", "timeout", "tools", "allow", "helm-version", "namespace"].map(
        (name) => new RegExp(`^ {2}- ${name} is "`, "m"),
      ),
      /^ {2}- chart-username is set and chart-password is not/m,
    ],
  },
  {
    name: "a mode that wants to be a workflow command",
    inputs: { mode: "x\n::set-output name=conclusion::success\n<img src=x>| a |" },
    reason: "invalid-input",
    says: [/^::error::Input mode is "x\\n::set-output/m],
    hides: ["\n::set-output"],
  },
  {
    name: "path: nowhere",
    inputs: { path: "nowhere" },
    reason: "invalid-input",
    says: [/Input path: nowhere does not exist/, /There is: prometheus-stack\./],
  },
  {
    name: "path: outside",
    inputs: { path: "../outside" },
    reason: "invalid-input",
    says: [/Input path: \.\.\/outside is outside the repository/],
  },
  {
    name: "path: absolute",
    inputs: { path: "$OUTSIDE" },
    reason: "invalid-input",
    says: [/Input path: \S+ is outside the repository/],
  },
  {
    name: "path: the root, with nothing to build",
    inputs: { path: "." },
    reason: "invalid-input",
    says: [/nothing to build in \./, /set the input path/],
  },
  {
    name: "overlays",
    inputs: { overlays: "alertin, dashboards" },
    reason: "invalid-input",
    says: [/Input overlays names alertin,/, /overlays\/alerting/],
  },
  {
    name: "report-dir: a file",
    inputs: { "report-dir": "$OUTSIDE/canary.txt" },
    reason: "invalid-input",
    says: [/Input report-dir: \S+ cannot be made a folder/],
  },
  {
    name: "report-dir: manifests of somebody else",
    spoil: (d) => d.write("manifests/app.yaml", "kind: Deployment\n"),
    inputs: { "report-dir": "." },
    reason: "invalid-input",
    says: [/Input report-dir: \. holds a folder manifests/],
  },
  {
    name: "workspace",
    env: { GITHUB_WORKSPACE: "/nowhere" },
    reason: "invalid-input",
    says: [/workspace \/nowhere/, /actions\/checkout/],
  },
  {
    name: "a tool's version out of range",
    inputs: { "helm-version": "3.1.2" },
    reason: "invalid-input",
    says: [/Input helm-version is 3\.1\.2/],
  },
  {
    name: "a tool's version that PATH has not",
    inputs: { "kubectl-version": "1.34.1", tools: "path" },
    reason: "tool-missing",
    says: [/kubectl/, /1\.34\.1/],
  },
];

const charts: readonly Bad[] = [
  {
    name: "no repository",
    inputs: { chart: "nowhere/chart" },
    reason: "invalid-input",
    says: [/The chart nowhere\/chart has no repository/, /chart-repository/],
  },
  {
    name: "no folder",
    inputs: { chart: "./nowhere" },
    reason: "render-failed",
    says: [/There is no chart at \.\/nowhere/, /input chart/],
  },
  { name: "a folder without Chart.yaml", inputs: { chart: p }, reason: "render-failed", says: [/has no Chart\.yaml/] },
  {
    name: "outside",
    inputs: { chart: "../outside" },
    reason: "render-failed",
    says: [/The chart \.\.\/outside is outside the repository/],
  },
  {
    name: "a repository that does not answer, with a password",
    inputs: {
      chart: "r/kps",
      "chart-repository": "http://127.0.0.1:1/x",
      "chart-username": "u",
      "chart-password": "p4ssw0rd",
    },
    reason: "render-failed",
    says: [/The chart kps could not be reached \(http:\/\/127\.0\.0\.1:1\/x\)/, /HTTPS_PROXY/],
    hides: ["p4ssw0rd"],
  },
  {
    name: "a password in install.sh's address",
    spoil: (d) =>
      d.replace(script, "https://prometheus-community", "http://bob:p4ssw0rd@127.0.0.1:1/prometheus-community"),
    inputs: { chart: "" },
    reason: "render-failed",
    says: [/could not be reached/, /chart repository +http:\/\/127\.0\.0\.1:1\/prometheus/],
    hides: ["p4ssw0rd"],
  },
  {
    name: "a registry that does not answer",
    inputs: { chart: "oci://127.0.0.1:1/x/kps", "chart-version": "1.2.3" },
    reason: "render-failed",
    says: [/oci:\/\/127\.0\.0\.1:1\/x\/kps 1\.2\.3 could not be reached/],
  },
  {
    name: "no certificate file",
    inputs: { chart: "r/kps", "chart-repository": "https://127.0.0.1:1/x", "chart-ca-file": "ca.pem" },
    reason: "invalid-input",
    says: [/Input chart-ca-file: ca\.pem does not exist/],
  },
  {
    name: "a certificate file without certificate",
    inputs: { chart: "r/kps", "chart-repository": "https://127.0.0.1:1/x", "chart-ca-file": "$OUTSIDE/canary.txt" },
    reason: "invalid-input",
    says: [/Input chart-ca-file: \S+ holds no certificate/],
  },
  {
    name: "no registry configuration",
    inputs: { "registry-config": "config.json" },
    reason: "invalid-input",
    says: [/Input registry-config names the file config\.json/],
  },
  {
    name: "no values file",
    inputs: { "value-files": "a.yaml" },
    reason: "invalid-input",
    says: [/Input value-files: a\.yaml does not exist/],
  },
  {
    name: "a values file outside",
    inputs: { "value-files": "../outside/canary.yaml" },
    reason: "invalid-input",
    says: [/Input value-files: \S+ leads out of the repository/],
  },
  {
    name: "too old a Kubernetes",
    inputs: { "kubernetes-version": "1.20.0" },
    reason: "render-failed",
    says: [/requires kubeVersion: >=1\.25/],
  },
];

const schemas: readonly Bad[] = [
  {
    name: "no folder",
    inputs: { "schema-locations": "schemas" },
    reason: "invalid-input",
    says: [/schema-locations: there is no folder schemas/],
  },
  {
    name: "nobody answers",
    inputs: { "schema-locations": "" },
    env: {
      HTTPS_PROXY: "http://127.0.0.1:1",
      https_proxy: "http://127.0.0.1:1",
      RUNNER_TOOL_CACHE: "$TEMP/cache-report",
    },
    reason: "schemas-unavailable",
    says: [/objects could not be validated.*could not be reached/, /schema-locations/],
  },
];

const clusters: readonly Bad[] = [
  { name: "none is named", reason: "invalid-input", says: [/No cluster is named/, /kubeconfig-data/] },
  {
    name: "no kubeconfig of that name",
    inputs: { kubeconfig: "nowhere/config" },
    reason: "invalid-input",
    says: [/input kubeconfig \(nowhere\/config\) cannot be read/],
  },
  {
    name: "KUBECONFIG with two that are not there",
    env: { KUBECONFIG: "$OUTSIDE/a:$OUTSIDE/b" },
    reason: "invalid-input",
    says: [/variable KUBECONFIG/],
  },
  {
    name: "data that is no kubeconfig",
    inputs: { "kubeconfig-data": "t0ken-7d1f" },
    reason: "invalid-input",
    says: [/kubeconfig-data is neither/],
    hides: ["t0ken-7d1f"],
  },
  {
    name: "another context",
    inputs: { "kubeconfig-data": kubeconfig, context: "prod" },
    reason: "invalid-input",
    says: [/input context is prod/, /one of: here/],
    hides: ["t0ken-7d1f"],
  },
  {
    name: "nobody answers",
    inputs: { "kubeconfig-data": kubeconfig },
    reason: "cluster-unreachable",
    says: [/https:\/\/127\.0\.0\.1:1 \(context here of the input kubeconfig-data\) does not answer/],
    hides: ["t0ken-7d1f"],
  },
];

const scripts: readonly Bad[] = [
  {
    name: "absent",
    spoil: (d) => d.remove(script),
    inputs: { chart: "" },
    reason: "invalid-input",
    says: [/install\.sh does not exist/, /set the inputs chart/],
  },
  {
    name: "absent, and only the chart is given",
    spoil: (d) => d.remove(script),
    reason: "invalid-input",
    says: [/Set the input release-name/],
  },
  {
    name: "empty",
    spoil: (d) => d.write(script, ""),
    inputs: { chart: "" },
    reason: "invalid-input",
    says: [/install\.sh:1: No helm install or helm upgrade/],
  },
  {
    name: "binary",
    spoil: (d) => d.write(script, new Uint8Array([0x7f, 0x45, 0, 1])),
    reason: "invalid-input",
    says: [/install\.sh is not text/],
  },
  {
    name: "too clever",
    spoil: (d) => d.write(script, 'helm upgrade --install $(cat $OUTSIDE/canary.txt) "$CHART" -f <(cat values.yaml)\n'),
    inputs: { chart: "" },
    reason: "invalid-input",
    says: [
      /install\.sh:1: The release name is not known: \$\(cat .*not executed/,
      /CHART is not set/,
      /Set the inputs release-name and chart/,
    ],
  },
  {
    name: "reaches for other places",
    spoil: (d) =>
      d.replace(
        script,
        "-f values.yaml",
        "-f $OUTSIDE/canary.yaml -f ../../../outside/canary.yaml -f https://u:p4ssw0rd@x.example/v.yaml --set-file a=../../../outside/canary.txt --post-renderer ./x",
      ),
    reason: "findings",
    says: [
      /install\.sh:12:\d+: error: \/\S+canary\.yaml is refused/,
      /install\.sh:12:\d+: error: \.\.\/\.\.\/\.\.\/outside\/canary\.yaml is refused/,
      /install\.sh:12:\d+: error: https:\/\/x\.example\/v\.yaml is refused/,
      /install\.sh:12:\d+: error: \S+canary\.txt is refused/,
      /--post-renderer is refused/,
    ],
    hides: ["p4ssw0rd"],
  },
];

const rows = (table: readonly Bad[]) => part(table, 2).map((bad) => [bad.name, bad] as const);

describe.concurrent("inputs", () => {
  test.each(rows(inputs))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("the chart", () => {
  test.each(rows(charts))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("schemas", () => {
  test.each(rows(schemas))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
describe.concurrent("the cluster", () => {
  test.each(rows(clusters))("%s", { timeout }, (_name, bad) =>
    expectBad({ ...bad, inputs: { mode: "deploy", ...bad.inputs } }),
  );
});
describe.concurrent("install.sh", () => {
  test.each(rows(scripts))("%s", { timeout }, (_name, bad) => expectBad(bad));
});
