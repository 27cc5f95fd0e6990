import { describe, expect, test } from "vitest";
import { containerWith, programOf } from "../../src/exporters/exporter-program.ts";

describe("the release of an exporter is that of its image's tag", () => {
  test.for([
    ["registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.20.0", "2.20.0"],
    ["quay.io/prometheus/node-exporter:v1.12.1-distroless", "1.12.1"],
    ["registry:5000/node-exporter:1.9.1@sha256:0123", "1.9.1"],
    ["registry:5000/node-exporter@sha256:0123", null],
    ["node-exporter:latest", null],
  ] as const)("%s", ([image, version]) => {
    expect(programOf({ image }).version).toBe(version);
  });
});

test("a container is found by the name of its image, whatever the registry and its own name", () => {
  const pod = {
    spec: {
      containers: [
        { name: "a", image: "x/node-exporter-proxy:1" },
        { name: "b", image: "r:5/p/node-exporter:v1" },
      ],
    },
  };
  expect(containerWith(pod, "node-exporter")?.["name"]).toBe("b");
  expect(containerWith(pod, "kube-state-metrics")).toBeUndefined();
});

test("arguments count however they are written", () => {
  const { values, plain } = programOf({ args: ["--a=1", "--b", "2", "-a=3", "--c", "--d=x=y"] });
  expect([values("a"), values("b"), values("c"), values("d"), values("e")]).toEqual([
    ["1", "3"],
    ["2"],
    [""],
    ["x=y"],
    [],
  ]);
  expect(plain).toBe(true);
});

test("a shell and variables hide what is said", () => {
  expect(programOf({ command: ["/bin/sh", "-c"], args: ["node_exporter"] }).plain).toBe(false);
  expect(programOf({ args: ["--resources=$(RESOURCES)"] }).plain).toBe(false);
  expect(programOf({ args: ["--web.listen-address=[$(HOST_IP)]:9100"] }).plain).toBe(true);
});
