import { describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { noValues } from "../../src/dcgm/exporter-values.ts";
import { type Given, loadWith, metricNames, objectsOf } from "./load-with.ts";

const errorOf = async (given: Given): Promise<OperatorError> => {
  const thrown = await loadWith(given).catch((error: unknown) => error);
  if (thrown instanceof OperatorError) return thrown;
  throw new Error(`no operator error: ${String(thrown)}`);
};

const configMap = (namespace: string, name: string, key = "dcgm-metrics.csv") => `
apiVersion: v1
kind: ConfigMap
metadata: {name: ${name}, namespace: ${namespace}}
data:
  ${key}: |
    # ours
    DCGM_FI_DEV_FB_TOTAL, gauge, Memory (in MiB).
    DCGM_FI_DEV_SERIAL, label, Serial
`;

const daemonSet = (namespace: string, container: string) => `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: gpu-exporter, namespace: ${namespace}, labels: {app: gpu}}
spec:
  selector: {matchLabels: {app: gpu}}
  template:
    metadata: {labels: {app: gpu}}
    spec:
      containers:
        - name: exporter
          ${container}
`;

const image = "image: registry.example:5000/nvidia/dcgm-exporter:4.5.3-4.8.2-distroless";

describe("none", () => {
  test("declares nothing, and nothing is known of what lies outside", async () => {
    expect(await loadWith({ inputs: { exporter: "none" } })).toEqual({
      source: "none",
      version: null,
      known: false,
      name: "no exporter declared",
      description: "no exporter declared",
      objects: [],
      metrics: null,
      labels: null,
      sources: [],
      release: null,
      collectMs: null,
      list: null,
      values: noValues,
    });
  });

  test("what the tree itself deploys is known all the same", async () => {
    const model = await loadWith({ inputs: { exporter: "none" }, tree: daemonSet("monitoring", image) });
    expect(model).toMatchObject({ known: false, objects: [] });
    expect(metricNames(model)).toContain("DCGM_FI_DEV_FB_RESERVED");
    expect(model.description).toContain("DaemonSet monitoring/gpu-exporter of the tree");
  });
});

describe("counter lists in the tree", () => {
  test("a ConfigMap in the exporter's namespace replaces the default list", async () => {
    const model = await loadWith({ tree: configMap("gpu-operator", "metrics-config") });
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL", "DCGM_FI_DEV_SERIAL"]);
    expect(model.labels).toContain("DCGM_FI_DEV_SERIAL");
    expect(model.labels).not.toContain("DCGM_FI_DRIVER_VERSION");
    expect(model.description).toContain("metrics of ConfigMap gpu-operator/metrics-config");
  });

  test.each([
    ["in another namespace, where its pods cannot mount it", configMap("monitoring", "metrics-config")],
    ["under a key that the operator does not mount", configMap("gpu-operator", "metrics-config", "metrics")],
  ])("a ConfigMap %s changes nothing", async (_what, tree) => {
    expect(metricNames(await loadWith({ tree }))).toHaveLength(26);
  });

  test("the chart's key is metrics", async () => {
    const inputs = { exporter: "dcgm-exporter", "exporter-namespace": "gpu" };
    const model = await loadWith({ inputs, tree: configMap("gpu", "exporter-metrics-config-map", "metrics") });
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL", "DCGM_FI_DEV_SERIAL"]);
  });

  test("a CSV file of the tree, of which a ConfigMap is made by hand, counts too", async () => {
    const model = await loadWith({
      files: {
        "stack/gpu/dcgm-metrics.csv": "DCGM_FI_DEV_GPU_TEMP, gauge, Temperature (in C).\n",
        "stack/gpu/prices.csv": "item,price\n",
        "elsewhere/dcgm-metrics.csv": "DCGM_FI_DEV_FB_TOTAL, gauge, Memory.\n",
      },
    });
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_GPU_TEMP"]);
    expect(model.description).toContain("metrics of stack/gpu/dcgm-metrics.csv");
  });

  test("two lists, and nothing that says which is meant: unknown", async () => {
    const tree = `${configMap("gpu-operator", "one")}---${configMap("gpu-operator", "two")}`;
    const model = await loadWith({ tree });
    expect(model).toMatchObject({ metrics: null, labels: null, known: true });
    expect(model.description).toContain("ConfigMap gpu-operator/one, ConfigMap gpu-operator/two");
    expect(metricNames(await loadWith({ tree, values: "dcgmExporter: {config: {name: two}}" }))).toHaveLength(2);
  });

  test("a list that the exporter refuses exports nothing, and says where", async () => {
    const files = { "stack/dcgm-metrics.csv": "DCGM_FI_DEV_GPU_TEMP, gauge, Hot, in C\n" };
    const model = await loadWith({ files });
    expect(model.metrics).toEqual([]);
    expect(model.description).toContain("stack/dcgm-metrics.csv, which stops the exporter (line 1: a row has 3 fields");
  });

  test("is known also where the release is not", async () => {
    const inputs = { "exporter-version": "v99.0.0" };
    const model = await loadWith({ inputs, tree: configMap("gpu-operator", "metrics-config") });
    expect(model).toMatchObject({ known: false, labels: null });
    expect(metricNames(model)).toEqual(["DCGM_FI_DEV_FB_TOTAL", "DCGM_FI_DEV_SERIAL"]);
  });
});

describe("an exporter in the tree", () => {
  test("wins for its namespace: what is declared there is dropped, objects and metrics", async () => {
    const model = await loadWith({ tree: daemonSet("gpu-operator", image) });
    expect(model).toMatchObject({ source: "gpu-operator", known: true, objects: [] });
    expect(model.labels).toContain("Hostname");
    expect(model.labels).not.toContain("hostname");
    expect(model.description).toBe(
      "DaemonSet gpu-operator/gpu-exporter of the tree, instead of gpu-operator v26.7.0 in gpu-operator: metrics of default-counters.csv of dcgm-exporter 4.8.2",
    );
  });

  test("also where there is no data for what is declared", async () => {
    const inputs = { "exporter-version": "v99.0.0" };
    const model = await loadWith({ inputs, tree: daemonSet("gpu-operator", image) });
    expect(model.known).toBe(true);
    expect(metricNames(model)).toHaveLength(26);
  });

  test("in another namespace stands beside it: what one of them has counts", async () => {
    const model = await loadWith({ tree: daemonSet("monitoring", image) });
    expect(model.objects).toHaveLength(5);
    expect(model.labels).toEqual(expect.arrayContaining(["Hostname", "hostname"]));
    expect(model.description).toContain(
      "gpu-operator v26.7.0 in gpu-operator, and DaemonSet monitoring/gpu-exporter of the tree",
    );
  });

  test("a Service of the tree for the operator's own pods takes nothing away", async () => {
    const tree = `
apiVersion: v1
kind: Service
metadata: {name: gpus, namespace: gpu-operator}
spec: {selector: {app: nvidia-dcgm-exporter}, ports: [{name: http, port: 9400}]}
`;
    expect((await loadWith({ tree })).objects).toHaveLength(5);
  });

  test("a Service for pods that nobody knows takes the namespace over", async () => {
    const tree = `
apiVersion: v1
kind: Service
metadata: {name: dcgm-exporter, namespace: gpu-operator}
spec: {selector: {app: mine}, ports: [{name: http, port: 9400}]}
`;
    const model = await loadWith({ tree });
    expect(model).toMatchObject({ objects: [], metrics: null, labels: null });
    expect(model.description).toBe("manifests of the tree, instead of gpu-operator v26.7.0 in gpu-operator");
  });
});

describe("a path", () => {
  const manifests = {
    "gpu/exporter.yaml": `${daemonSet("gpu", image)}---
apiVersion: v1
kind: Service
metadata: {name: gpus, labels: {app: gpu}}
spec: {selector: {app: gpu}, ports: [{name: http, port: 9400}]}
`,
    "gpu/nested/namespace.json":
      '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "gpu", "labels": {"team": "ml"}}}',
    "gpu/kustomization.yaml":
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [exporter.yaml]\n",
    "gpu/values.yaml": "replicas: 1\n",
    "gpu/README.md": "# GPU\n",
  };

  test("of a folder: its objects, and what the exporter among them exports", async () => {
    const model = await loadWith({ inputs: { exporter: "gpu" }, files: manifests });
    expect(model).toMatchObject({ source: "manifests", version: null, known: true });
    expect(model.objects.map(({ kind }) => kind).sort()).toEqual(["DaemonSet", "Namespace", "Service"]);
    expect(objectsOf(model, "Service", "gpus")).toMatchObject([{ metadata: { namespace: "default" } }]);
    expect(objectsOf(model, "Namespace", "gpu")[0]).not.toHaveProperty("metadata.namespace");
    expect(metricNames(model)).toHaveLength(26);
    expect(model.description).toContain("manifests of gpu in default, gpu: metrics of default-counters.csv");
  });

  test("of a file, for the namespace that is named", async () => {
    const inputs = { exporter: "./gpu/exporter.yaml", "exporter-namespace": "gpu" };
    const model = await loadWith({ inputs, files: manifests });
    expect(objectsOf(model, "Service", "gpus")).toMatchObject([{ metadata: { namespace: "gpu" } }]);
  });

  test("a Service alone: the metrics are unknown, the objects are not", async () => {
    const service = "apiVersion: v1\nkind: Service\nmetadata: {name: dcgm, namespace: gpu}\n";
    const model = await loadWith({ inputs: { exporter: "s.yaml" }, files: { "s.yaml": service } });
    expect(model).toMatchObject({ known: true, metrics: null, labels: null });
    expect(model.objects).toHaveLength(1);
  });

  test.each(["nvidia", "gpu-operatr", "../outside", "gpu/missing.yaml"])(
    "%s leads nowhere: what is allowed is told",
    async (exporter) => {
      const error = await errorOf({ inputs: { exporter }, files: manifests });
      expect(error.reason).toBe("invalid-input");
      expect(error.message).toContain(
        `Input exporter is "${exporter}": it must be one of gpu-operator, dcgm-exporter, cluster, none, or the path`,
      );
    },
  );

  test("without any object in it", async () => {
    const error = await errorOf({ inputs: { exporter: "gpu" }, files: { "gpu/values.yaml": "replicas: 1\n" } });
    expect(error.message).toContain('exporter is "gpu", and no Kubernetes object is in it');
  });

  test("a template is no manifest: the file and its line are named", async () => {
    const files = { "gpu/ds.yaml": "apiVersion: v1\nkind: Service\nmetadata: {{ .Values.metadata }}\nspec: [\n" };
    const error = await errorOf({ inputs: { exporter: "gpu" }, files });
    expect(error.message).toMatch(/^exporter: gpu\/ds\.yaml:\d: /);
    expect(error.hint).toContain("helm template");
  });
});

test("cluster without a cluster says what to do", async () => {
  const error = await errorOf({ inputs: { exporter: "cluster" } });
  expect(error.reason).toBe("invalid-input");
  expect(error.hint).toContain("Give a kubeconfig");
});
