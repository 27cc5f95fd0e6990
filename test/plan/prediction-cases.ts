/** An object of a chart: as the first revision and the second have it, and what somebody does to it in between. */
export interface PredictionCase {
  readonly what: string;
  readonly kind: string;
  readonly apiVersion: string;
  /** Without name; undefined: the revision does not have it. */
  readonly first: object | undefined;
  readonly second: object | undefined;
  /** A merge patch by hand; `delete` deletes. */
  readonly hand?: object | "delete";
  /** Whether a server-side apply of the second would be refused: over fields of the hand's, or as the API server is. */
  readonly notServerSide?: boolean;
}

const cm = (what: string, first: object | undefined, second: object | undefined, more = {}): PredictionCase => ({
  ...{ what, kind: "ConfigMap", apiVersion: "v1", first, second },
  ...more,
});

const container = { name: "main", image: "registry.test/a:1" };
/** A pod template that no controller works on: nothing has to be waited for. */
const workload = (what: string, first: object, second: object): PredictionCase => {
  const of = ({ pod = {}, ...main }: { readonly pod?: object }): object => ({
    template: { spec: { containers: [{ ...container, ...main }], ...pod } },
  });
  return { what, kind: "PodTemplate", apiVersion: "v1", first: of(first), second: of(second) };
};

const deployment = (what: string, first: object, second: object, more = {}): PredictionCase => {
  const of = (spec: object): object => {
    const template = { metadata: { labels: { app: "a" } }, spec: { containers: [container] } };
    return { spec: { replicas: 0, selector: { matchLabels: { app: "a" } }, template, ...spec } };
  };
  return { what, kind: "Deployment", apiVersion: "apps/v1", first: of(first), second: of(second), ...more };
};

const service = (what: string, first: object, second: object, more = {}): PredictionCase => {
  const of = (spec: object): object => ({ spec: { selector: { app: "a" }, ...spec } });
  return { what, kind: "Service", apiVersion: "v1", first: of(first), second: of(second), ...more };
};

const widget = (what: string, first: object, second: object, more = {}): PredictionCase => ({
  ...{ what, kind: "Gauge", apiVersion: "test.example/v1", first: { spec: first }, second: { spec: second } },
  ...more,
});

const mount = (name: string, mountPath: string): object => ({ name, mountPath });
const scratch = { name: "v", emptyDir: {} };
const env = (...names: readonly string[]): readonly object[] => names.map((name) => ({ name, value: name }));

/** A structured custom resource: lists that are one value, and one whose items have a key. */
export const gaugeCrd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gauges.test.example }
spec:
  group: test.example
  scope: Namespaced
  names: { kind: Gauge, plural: gauges }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer }
                unit: { type: string, default: none }
                steps: { type: array, items: { type: string } }
                parts:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items: { type: object, required: [name], properties: { name: { type: string }, count: { type: integer } } }
                labels: { type: object, additionalProperties: { type: string } }
`;

const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name: "nobody" };

export const predictionCases: readonly PredictionCase[] = [
  {
    what: "a removed key in another version of the kind",
    ...{ kind: "HorizontalPodAutoscaler", apiVersion: "autoscaling/v1" },
    first: { spec: { scaleTargetRef, minReplicas: 2, maxReplicas: 4 } },
    second: { apiVersion: "autoscaling/v2", spec: { scaleTargetRef, maxReplicas: 4 } },
  },
  cm("a value", { data: { a: "1" } }, { data: { a: "2" } }),
  cm("a removed key", { data: { a: "1", b: "2" } }, { data: { a: "1" } }),
  cm("all keys removed", { data: { a: "1" } }, {}),
  cm("a key of somebody else", { data: { a: "1" } }, { data: { a: "2" } }, { hand: { data: { z: "9" } } }),
  cm("a key that somebody took away", { data: { a: "1" } }, { data: { a: "1" } }, { hand: { data: { a: null } } }),
  cm(
    "a removed key that somebody changed",
    { data: { a: "1", b: "1" } },
    { data: { a: "1" } },
    { hand: { data: { b: "9" } } },
  ),
  cm("nothing at all", { data: { a: "1" } }, { data: { a: "1" } }),
  cm("removed labels", { metadata: { labels: { x: "1", y: "1" } } }, { metadata: { labels: { x: "1" } } }),
  cm("a removed object", { data: { a: "1" } }, undefined),
  cm("an object that stays", { metadata: { annotations: { "helm.sh/resource-policy": "keep" } } }, undefined),
  cm("a new object", undefined, { data: { a: "1" } }),
  cm("an object that somebody deleted", { data: { a: "1" } }, { data: { a: "1" } }, { hand: "delete" }),
  cm(
    "what somebody changed",
    { data: { a: "1" } },
    { data: { a: "1" } },
    { hand: { data: { a: "9" } }, notServerSide: true },
  ),
  cm(
    "what both changed",
    { data: { a: "1" } },
    { data: { a: "2" } },
    { hand: { data: { a: "9" } }, notServerSide: true },
  ),
  workload("a removed variable", { env: env("A", "B", "C") }, { env: env("A", "C") }),
  workload("another image", { image: "registry.test/a:1" }, { image: "registry.test/a:2" }),
  workload(
    "one of two mounts of a volume",
    { volumeMounts: [mount("v", "/a"), mount("v", "/b")], pod: { volumes: [scratch] } },
    { volumeMounts: [mount("v", "/a")], pod: { volumes: [scratch] } },
  ),
  workload(
    "a volume of another kind",
    { pod: { volumes: [scratch] } },
    { pod: { volumes: [{ name: "v", configMap: { name: "c" } }] } },
  ),
  workload(
    "another probe",
    { livenessProbe: { httpGet: { path: "/", port: 80 } } },
    { livenessProbe: { tcpSocket: { port: 80 } } },
  ),
  workload(
    "a variable from elsewhere",
    { env: env("A") },
    { env: [{ name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }] },
  ),
  workload("fewer arguments", { args: ["a", "b"] }, { args: ["a"] }),
  workload(
    "fewer tolerations",
    { pod: { tolerations: [{ key: "a" }, { key: "b" }] } },
    { pod: { tolerations: [{ key: "a" }] } },
  ),
  workload(
    "a removed port",
    {
      ports: [
        { name: "a", containerPort: 1 },
        { name: "b", containerPort: 2 },
      ],
    },
    { ports: [{ name: "a", containerPort: 1 }] },
  ),
  workload("a removed section", { resources: { limits: { cpu: "1" } } }, {}),
  workload("another container", { name: "one" }, { name: "two" }),
  deployment("what somebody else set", {}, {}, { hand: { spec: { revisionHistoryLimit: 3 } } }),
  // https://github.com/kubernetes/kubernetes/issues/89711: what the server itself filled in is in the way.
  deployment(
    "another strategy",
    { strategy: { type: "RollingUpdate" } },
    { strategy: { type: "Recreate" } },
    { notServerSide: true },
  ),
  workload(
    "another security context",
    { securityContext: { runAsUser: 1, runAsGroup: 1 } },
    { securityContext: { runAsUser: 2 } },
  ),
  service("another port number", { ports: [{ name: "web", port: 80 }] }, { ports: [{ name: "web", port: 81 }] }),
  service("another port name", { ports: [{ name: "web", port: 80 }] }, { ports: [{ name: "http", port: 80 }] }),
  service(
    "a removed port of a service",
    {
      ports: [
        { name: "a", port: 1 },
        { name: "b", port: 2 },
      ],
    },
    { ports: [{ name: "b", port: 2 }] },
  ),
  service("another type", { type: "NodePort", ports: [{ port: 1 }] }, { ports: [{ port: 1 }] }),
  widget("a value of a custom resource", { size: 1 }, { size: 2 }),
  widget("a removed field of a custom resource", { size: 1, unit: "m" }, { size: 1 }),
  widget("fewer steps", { steps: ["a", "b"] }, { steps: ["a"] }),
  widget("fewer parts", { parts: [{ name: "a" }, { name: "b" }] }, { parts: [{ name: "a" }] }),
  widget("a part that changes", { parts: [{ name: "a", count: 1 }] }, { parts: [{ name: "a" }] }),
  widget(
    "a label of somebody else",
    { labels: { a: "1" } },
    { labels: { a: "2" } },
    { hand: { spec: { labels: { z: "9" } } } },
  ),
  widget("what somebody changed of it", { size: 1 }, { size: 1 }, { hand: { spec: { size: 9 } }, notServerSide: true }),
  widget("what somebody took away of it", { size: 1 }, { size: 1 }, { hand: { spec: { size: null } } }),
  widget("what both changed of it", { size: 1 }, { size: 2 }, { hand: { spec: { size: 9 } }, notServerSide: true }),
  widget(
    "steps of somebody else",
    { size: 1, steps: ["a"] },
    { size: 2, steps: ["a"] },
    { hand: { spec: { steps: ["z"] } }, notServerSide: true },
  ),
];
