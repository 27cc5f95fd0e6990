import { describe, expect, test } from "vitest";
import { type ExporterFacts, factsOf } from "../../src/dcgm/exporter-facts.ts";
import { manifestsOf } from "../checks/subject.ts";

const bodies = (text: string) => manifestsOf(text).map(({ body }) => body);

/**
 * Facts of one exporter, 4.8.2 where the container says nothing else; `rest` are further lines of its
 * pod, then further objects.
 */
const facts = (container: string, rest = "", objects = ""): ExporterFacts => {
  const found = factsOf(
    bodies(`
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: dcgm-exporter, namespace: gpu}
spec:
  template:
    spec:
      containers:
        - {name: sidecar, image: busybox}
        - {name: e, image: "nvidia/dcgm-exporter:4.5.3-4.8.2", ${container}}
      ${rest}
---
${objects}`),
    [],
    "monitoring",
  );
  if (found === null) throw new Error("no exporter was seen");
  return found;
};
const names = ({ metrics }: ExporterFacts) => metrics?.map(({ name }) => name) ?? null;

const list = (name: string, key: string, namespace = "gpu") =>
  `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}, namespace: ${namespace}}, data: {${key}: "DCGM_FI_DEV_GPU_TEMP, gauge, T"}}`;

describe("which list", () => {
  test.each([
    ["no flag: the image's default", "", "default-counters.csv"],
    ["-f and a path", 'args: ["-f", /etc/dcgm-exporter/dcp-metrics-included.csv]', "dcp-metrics-included.csv"],
    [
      "--collectors=path",
      "args: [--collectors=/etc/dcgm-exporter/dcp-metrics-included.csv]",
      "dcp-metrics-included.csv",
    ],
    [
      "the variable",
      "env: [{name: DCGM_EXPORTER_COLLECTORS, value: /etc/dcgm-exporter/dcp-metrics-included.csv}]",
      "dcp-metrics-included.csv",
    ],
    [
      "a flag before the variable",
      'args: ["-f=/etc/dcgm-exporter/default-counters.csv"], env: [{name: DCGM_EXPORTER_COLLECTORS, value: /x.csv}]',
      "default-counters.csv",
    ],
  ])("%s", (_what, container, expected) => {
    const found = facts(container);
    expect(found.notes).toEqual([`metrics of ${expected} of dcgm-exporter 4.8.2`]);
    expect(names(found)).toHaveLength(26);
  });

  test.each([
    ["another file of the image", 'args: ["-f", /etc/dcgm-exporter/own.csv]', "own.csv, which is not there to be read"],
    ["a configuration file", "args: [--config-file=/etc/c.yaml]", "its settings are not all in its manifest"],
    ["variables from elsewhere", "envFrom: [{secretRef: {name: s}}]", "its settings are not all in its manifest"],
    [
      "a ConfigMap that is not there",
      'args: ["-m", "gpu:absent"]',
      "ConfigMap gpu/absent, which is not there to be read",
    ],
  ])("%s: unknown, and said", (_what, container, note) => {
    const found = facts(container);
    expect(found).toMatchObject({ metrics: null, labels: null });
    expect(found.notes.join()).toContain(note);
  });

  test.each([
    ["nvidia/dcgm-exporter@sha256:00", "whose tag names no version"],
    ["nvidia/dcgm-exporter:latest", "whose tag names no version"],
    ["nvidia/dcgm-exporter:4.10.0", "dcgm-exporter 4.10.0, of which there is no data"],
  ])("image %s: unknown, and said", (image, note) => {
    const pod = `{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: "${image}"}]}}`;
    const found = factsOf(bodies(pod), [], "gpu");
    expect(found).toMatchObject({ metrics: null, labels: null });
    expect(found?.notes.join()).toContain(note);
  });
});

describe("a list in a ConfigMap", () => {
  test("that the exporter reads itself, from any namespace", () => {
    const found = facts('args: ["-m", "other:lists"]', "", list("lists", "metrics", "other"));
    expect(names(found)).toEqual(["DCGM_FI_DEV_GPU_TEMP"]);
  });

  test.each([
    [
      "over the file, by an item",
      "{name: v, mountPath: /etc/dcgm-exporter/default-counters.csv, subPath: d.csv}",
      "{key: rows, path: d.csv}",
      "rows",
    ],
    [
      "over the file, by its key",
      "{name: v, mountPath: /etc/dcgm-exporter/default-counters.csv, subPath: rows.csv}",
      "",
      "rows.csv",
    ],
    ["over its folder", "{name: v, mountPath: /etc/dcgm-exporter/}", "", "default-counters.csv"],
  ])("mounted %s", (_what, mount, item, key) => {
    const volume = `volumes: [{name: v, configMap: {name: lists${item === "" ? "" : `, items: [${item}]`}}}]`;
    const found = facts(`volumeMounts: [${mount}]`, volume, list("lists", key));
    expect(names(found)).toEqual(["DCGM_FI_DEV_GPU_TEMP"]);
    expect(found.notes).toEqual(["metrics of ConfigMap gpu/lists"]);
    expect(found.labels).toContain("Hostname");
  });

  test("without the key, or mounted from another kind of volume: unknown", () => {
    const mount = "volumeMounts: [{name: v, mountPath: /etc/dcgm-exporter}]";
    const other = facts(mount, "volumes: [{name: v, configMap: {name: lists}}]", list("lists", "else"));
    expect(other.notes.join()).toContain("ConfigMap gpu/lists, which has no key default-counters.csv");
    const host = facts(mount, "volumes: [{name: v, hostPath: {path: /x}}]");
    expect(host).toMatchObject({ metrics: null, labels: null });
    expect(host.notes.join()).toContain("comes from a volume that is no ConfigMap");
  });
});

describe("labels", () => {
  const base = ["gpu", "UUID", "pci_bus_id", "device", "modelName", "GPU_I_PROFILE", "GPU_I_ID"];
  test.each([
    ["no mapping to pods", "", [...base, "Hostname", "DCGM_FI_DRIVER_VERSION"]],
    ["-k", "args: [-k]", [...base, "Hostname", "pod", "namespace", "container", "DCGM_FI_DRIVER_VERSION"]],
    [
      "--kubernetes=false before the variable",
      "args: [--kubernetes=false], env: [{name: DCGM_EXPORTER_KUBERNETES, value: 'true'}]",
      [...base, "Hostname", "DCGM_FI_DRIVER_VERSION"],
    ],
    ["-n", "args: [-n]", [...base, "DCGM_FI_DRIVER_VERSION"]],
    [
      "the old namespace",
      "args: [-o, -k]",
      [
        ...base.map((label) => (label === "UUID" ? "uuid" : label)),
        "Hostname",
        "pod_name",
        "pod_namespace",
        "container_name",
        "DCGM_FI_DRIVER_VERSION",
      ],
    ],
    [
      "pod uid and HPC jobs",
      "env: [{name: DCGM_EXPORTER_KUBERNETES, value: '1'}, {name: DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID, value: 'true'}, {name: DCGM_HPC_JOB_MAPPING_DIR, value: /jobs}]",
      [...base, "Hostname", "pod", "namespace", "container", "pod_uid", "hpc_job", "DCGM_FI_DRIVER_VERSION"],
    ],
  ])("with %s", (_what, container, expected) => {
    expect(facts(container).labels).toEqual(expected);
  });

  test("of pods can have any name", () => {
    const container =
      "env: [{name: DCGM_EXPORTER_KUBERNETES, value: 'true'}, {name: DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS, value: 'true'}]";
    expect(facts(container).labels).toBeNull();
    expect(names(facts(container))).toHaveLength(26);
  });
});

describe("what is an exporter", () => {
  test.each([
    ["{name: c, image: 'x/dcgm-exporter:4.8.4'}", true],
    ["{name: nvidia-dcgm-exporter, image: mirror/gpu-metrics}", true],
    ["{name: c, image: own, ports: [{name: metrics, containerPort: 9400}]}", true],
    ["{name: c, image: own, ports: [{name: http, containerPort: 9400}]}", false],
    ["{name: c, image: own, ports: [{name: metrics, containerPort: 9100}]}", false],
    ["{name: c, image: 'dcgm-exporter/proxy:1.0.0'}", false],
    ["{name: nvidia-dcgm, image: 'x/dcgm:4.8.2'}", false],
  ])("%s: %s", (container, expected) => {
    const pod = bodies(`{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [${container}]}}`);
    expect(factsOf(pod, [], "gpu") !== null).toBe(expected);
  });
});
