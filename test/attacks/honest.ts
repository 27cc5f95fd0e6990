import { type Attack, bothHelms } from "./attack.ts";
import { repository } from "./credentials.ts";
import { alerting, list, values } from "./ground.ts";
import { copied } from "./suppressions.ts";
import { tarball } from "./tarball.ts";

const upstream = "prometheus-stack/upstream";
const call = (rest: string): string => `helm upgrade --install prometheus-stack ../../chart -n monitoring ${rest}`;
const own = { chart: "" } as const;
const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

const builtin = (kind: string, rest: string): string =>
  `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n${rest}`;

const scriptTrees: readonly Attack[] = [
  { name: "the example stack", ends: null },
  {
    name: "the example stack by its own script",
    lay: (ground) => ground.install(call("-f values.yaml")),
    inputs: own,
    ends: null,
  },
  {
    name: "a value file with spaces, umlauts and quotes in its name",
    lay: (ground) => {
      ground.write(`${upstream}/my välues 'x'.yaml`, "grafana: {enabled: true}\n");
      ground.install(call(`-f values.yaml -f "my välues 'x'.yaml"`));
    },
    inputs: own,
    ends: null,
  },
  {
    name: "a file of the tree as a value",
    lay: (ground) => {
      ground.write(`${upstream}/label.txt`, "gpu");
      ground.install(
        call(
          "-f values.yaml --set-file commonLabels.team=label.txt --set prometheus.prometheusSpec.retention=20d --set-string a.b=1",
        ),
      );
    },
    inputs: own,
    ends: [null, "findings"],
  },
  {
    name: "a value file that is a link inside the repository",
    lay: (ground) => {
      ground.write("common/values.yaml", ground.read(values));
      ground.link("../../common/values.yaml", values);
      ground.install(call("-f values.yaml"));
    },
    inputs: own,
    ends: null,
  },
];

const scripts: readonly Attack[] = scriptTrees.map((one) => ({ ...one, helms: bothHelms }));

const trees: readonly Attack[] = [
  {
    name: "an overlay that is a link inside the repository",
    lay: (ground) => {
      ground.write("common/prod/kustomization.yaml", "resources: [c.yaml]\n");
      ground.write("common/prod/c.yaml", configMap("c").concat("  namespace: monitoring\n"));
      ground.link("../../common/prod", "prometheus-stack/overlays/prod");
    },
    ends: null,
  },
  {
    name: "a base outside the stack's folder, and a component",
    lay: (ground) => {
      ground.write("common/base/kustomization.yaml", "resources: [c.yaml]\n");
      ground.write("common/base/c.yaml", configMap("c"));
      ground.write(
        "common/part/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncommonAnnotations: {a: b}\n",
      );
      ground.resource("../../../common/base");
      ground.append(list, "components: [../../../common/part]\n");
    },
    ends: null,
  },
  {
    name: "transformers, generators and patches of the tree's own files",
    lay: (ground) => {
      ground.write(`${alerting}/patch.yaml`, "- {op: add, path: /metadata/annotations, value: {team: gpu}}\n");
      ground.write(
        `${alerting}/t.yaml`,
        builtin(
          "AnnotationsTransformer",
          "annotations: {a: b}\nfieldSpecs: [{path: metadata/annotations, create: true}]\n",
        ),
      );
      ground.write(`${alerting}/text.txt`, "hello\n");
      ground.append(
        list,
        "patches: [{path: patch.yaml, target: {kind: PrometheusRule}}]\ntransformers: [t.yaml]\nconfigMapGenerator: [{name: x, files: [text.txt, 'b=text.txt'], literals: [c=d]}]\n",
      );
    },
    ends: null,
  },
  {
    name: "anchors, merge keys and a YAML directive",
    lay: (ground) =>
      ground.write(
        list,
        "%YAML 1.1\n---\nnamespace: &n monitoring\nresources: [gpu-exporter.yaml, gpu-health.yaml, gpu-usage.yaml]\nlabels:\n  - pairs: &p {release: prometheus-stack}\n  - pairs: {<<: *p, team: *n}\n",
      ),
    ends: null,
  },
  {
    name: "exec plugins that the workflow allows",
    lay: (ground) => {
      ground.write(
        `${alerting}/gen.sh`,
        `#!/bin/sh\ncat <<'X'\napiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n  - ${configMap("made").replaceAll("\n", "\n    ")}\nX\n`,
        0o755,
      );
      ground.write(
        `${alerting}/gen.yaml`,
        "apiVersion: v1\nkind: Gen\nmetadata:\n  name: gen\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {path: ./gen.sh}\n",
      );
      ground.append(list, "generators: [gen.yaml]\n");
    },
    inputs: { allow: "exec-plugins" },
    ends: null,
  },
  {
    name: "a chart with links inside it",
    lay: (ground) => {
      ground.write("chart/files/real.txt", "hello");
      ground.link("real.txt", "chart/files/link.txt");
    },
    helms: bothHelms,
    ends: null,
  },
];

const excused: readonly Attack[] = [
  { ...copied("that the base commit knows", (ground) => ground.write("README.md", "changed\n")), ends: null },
  {
    ...copied("whose lines move", (ground) => ground.replace(`${alerting}/gpu-usage.yaml`, "spec:", "# moved\nspec:")),
    ends: null,
  },
];

const packed = (): Buffer =>
  tarball({
    "kube-prometheus-stack/Chart.yaml": "apiVersion: v2\nname: kube-prometheus-stack\nversion: 1.0.0\n",
    "kube-prometheus-stack/values.schema.json":
      '{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"alertmanager": {"$ref": "#/definitions/a"}}, "definitions": {"a": {"type": "object"}}}',
    "kube-prometheus-stack/templates/a.yaml": configMap("a"),
    "kube-prometheus-stack/charts/sub-1.0.0.tgz": tarball({
      "sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
      "sub/templates/b.yaml": configMap("b"),
    }),
    "kube-prometheus-stack/charts/other/Chart.yaml": "apiVersion: v2\nname: other\nversion: 1.0.0\n",
    "kube-prometheus-stack/charts/other/templates/c.yaml": configMap("c"),
  });

const charts: readonly Attack[] = [
  {
    name: "an archive with subcharts, packed and not, and a schema",
    lay: (ground) => ground.write("packed.tgz", packed()),
    inputs: { chart: "packed.tgz" },
    helms: bothHelms,
    ends: "findings",
    says: [/FAILED check/],
  },
  {
    name: "a repository without a login",
    lay: (ground) =>
      ground.install(
        "helm repo add x $HERE\nhelm upgrade --install prometheus-stack x/kube-prometheus-stack --version 1.0.0 -n monitoring",
      ),
    serve: repository("x.tgz"),
    inputs: own,
    env: { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" },
    mayAsk: ({ at }) => at === "here",
    helms: bothHelms,
    ends: "findings",
    says: [/FAILED check/],
  },
  {
    name: "a repository with the workflow's login, over TLS, for a host that chart-hosts names",
    lay: (ground) =>
      ground.install(
        "helm repo add x $HERE\nhelm upgrade --install prometheus-stack x/kube-prometheus-stack --version 1.0.0 -n monitoring",
      ),
    serve: repository("x.tgz"),
    tls: true,
    inputs: {
      ...own,
      "chart-username": "somebody",
      "chart-password": "hunter2hunter2",
      "chart-hosts": "$HERE_HOST",
      "chart-ca-file": "$CA",
    },
    env: { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" },
    hides: ["hunter2hunter2"],
    mayAsk: ({ at, headers }) => at === "here" && headers.authorization !== undefined,
    helms: bothHelms,
    ends: "findings",
    says: [/FAILED check/],
  },
];

/** Trees that do what is allowed, close to what is not: protection may not break their use. */
export const honest: readonly Attack[] = [...scripts, ...trees, ...excused, ...charts];
