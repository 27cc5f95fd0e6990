import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "js-yaml";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { openCluster } from "../../../src/machine/cluster/open-cluster.ts";
import type { Cluster } from "../../../src/outside/cluster.ts";
import { commandLine } from "../../../src/outside/command-line.ts";
import type { Outside } from "../../../src/outside/outside.ts";
import { clusterSource } from "../../../src/validate/schemas/cluster-source.ts";
import { describedKinds } from "../../../src/validate/schemas/openapi-kinds.ts";
import { openApiSchema } from "../../../src/validate/schemas/openapi-schema.ts";
import { keyOf, type SchemaKey } from "../../../src/validate/schemas/schema-key.ts";
import { validateRender } from "../../../src/validate/validate.ts";
import { type EmbeddedCluster, startCluster } from "../../cluster/cluster.ts";
import { waitUntil } from "../../cluster/wait-until.ts";
import { realOutside } from "../real-outside.ts";
import { manifestOf, renderOf } from "./manifest-of.ts";
import { probe, probeCrd } from "./probe-crd.ts";

let outside: Outside & { close(): Promise<void> };
let embedded: EmbeddedCluster;
let cluster: Cluster;

beforeAll(async () => {
  outside = await realOutside();
  embedded = await startCluster({ nodes: 0 });
  const { kubeconfig } = embedded;
  cluster = await openCluster(
    { kubeconfig, kubeconfigData: undefined, context: undefined, expectedCluster: undefined, timeoutMs: 60_000 },
    outside,
  );
  const created = await cluster.kubectl(commandLine({ verb: ["apply", "--server-side", "-f", "-"] }), {
    stdin: probeCrd,
  });
  expect(created).toMatchObject({ code: 0 });
  const served = await cluster.kubectl(
    commandLine({ verb: ["wait", "--for=condition=Established", "crd/probes.test.example", "--timeout=30s"] }),
  );
  expect(served).toMatchObject({ code: 0 });
  // The API server describes a new kind a moment after it serves it.
  await waitUntil("the new kind is described", async () => (await cluster.getRaw("/openapi/v2")).includes('"Probe"'));
});
afterAll(async () => {
  await embedded?.stop();
  await outside?.close();
});

const deployment = (change: (text: string) => string) =>
  change(`apiVersion: apps/v1
kind: Deployment
metadata: {name: a, namespace: default, labels: {app: a}, annotations: null}
spec:
  replicas: 1
  selector: {matchLabels: {app: a}}
  strategy: {rollingUpdate: {maxUnavailable: 25%, maxSurge: 1}}
  template:
    metadata: {labels: {app: a}, creationTimestamp: null}
    spec:
      restartPolicy: ""
      containers:
      - name: a
        image: a
        command: null
        resources: {limits: {cpu: 1, memory: 1Gi}}
        ports: [{containerPort: 80, protocol: TCP}]
        livenessProbe: {httpGet: {port: http, scheme: HTTP}}
`);
const service =
  "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: default}\nspec: {ports: [{port: 80, targetPort: http}]}\n";
const policy =
  "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a, namespace: default}\nspec: {podSelector: {}, ingress: [{ports: [{port: 80}, {port: http}]}]}\n";
const secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: default}\nstringData: {a: b}\n";
const role =
  "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a, namespace: default}\nrules: [{apiGroups: [''], resources: [pods], verbs: [get]}]\n";
const inDefault = "  name: a\n  namespace: default\n";

/** Each object once as it should be, and with what the API server refuses for its form. */
const objects: readonly (readonly [string, string])[] = [
  ["a deployment with null, empty, numeric and textual forms of fields", deployment((text) => text)],
  ["an unknown field", deployment((text) => text.replace("replicas", "replica"))],
  ["an unknown field far below", deployment((text) => text.replace("scheme", "schema"))],
  ["text for a number", deployment((text) => text.replace("replicas: 1", "replicas: one"))],
  ["a number for text", deployment((text) => text.replace("image: a", "image: 1"))],
  [
    "a numeric label",
    deployment((text) => text.replace("labels: {app: a}, annotations", "labels: {app: 1}, annotations")),
  ],
  [
    "an object for a list",
    deployment((text) => text.replace("[{containerPort: 80, protocol: TCP}]", "{containerPort: 80}")),
  ],
  ["a value that is not allowed", deployment((text) => text.replace("protocol: TCP", "protocol: ICMP"))],
  ["a required field that is missing", deployment((text) => text.replace("  selector: {matchLabels: {app: a}}\n", ""))],
  ["a service", service],
  ["a service's unknown port field", service.replace("targetPort", "targetport")],
  ["a network policy", policy],
  ["a port that is a list", policy.replace("{port: http}", "{port: [http]}")],
  ["a secret", secret],
  ["a secret's numeric value", secret.replace("a: b", "a: 1")],
  ["a role", role],
  ["verbs that are no list", role.replace("[get]", "get")],
  ["a definition that nests", probeCrd.replaceAll("robe", "rowl").replaceAll("ROBE", "ROWL")],
  ["a definition with an unknown field", probeCrd.replaceAll("robe", "rowl").replace("scope:", "scopes: x\n  scope:")],
  ["a custom resource", probe("  port: 80\n  free: {known: a, other: 1}\n", inDefault)],
  ["a custom resource with a default left out", probe("  port: http\n  note: null\n", inDefault)],
  [
    "a custom resource with nulls where none may be",
    probe("  port: 80\n  interval: null\n  mode: null\n  labels: {a: null}\n  endpoints: null\n", inDefault),
  ],
  ["a custom resource's required null", probe("  port: null\n", inDefault)],
  ["a custom resource's null in a list", probe("  port: 80\n  endpoints: [null]\n", inDefault)],
  ["a custom resource's unknown field", probe("  port: 80\n  ports: 1\n", inDefault)],
  ["a custom resource's wrong type", probe("  port: 1.5\n", inDefault)],
  ["a custom resource without a required field", probe("  interval: 5s\n", inDefault)],
  ["a custom resource's wrong pattern", probe("  port: 80\n  interval: 5 s\n", inDefault)],
  ["a custom resource's unknown metadata", probe("  port: 80\n", `${inDefault}  lables: {}\n`)],
  ["a custom resource's numeric label", probe("  port: 80\n", `${inDefault}  labels: {a: 1}\n`)],
  ["a custom resource's bound", probe("  port: 80\n  retries: 0\n", inDefault)],
];

const judge = async (crds: readonly string[]) => {
  const validation = await validateRender(
    renderOf(
      objects.map(([, text]) => manifestOf(text)),
      crds,
    ),
    {
      inputs: { schemaLocations: ["cluster"] },
      kubeVersion: cluster.version,
      cluster,
      outside,
    },
  );
  expect(validation).toMatchObject({ unreachable: null });
  expect(validation.locations.at(-1)).toBe(`cluster ${cluster.server}`);
  return validation.verdicts.map(({ status }, index) => `${objects[index]?.[0]}: ${status}`);
};

/** What the API server itself says, by a strict dry run. */
const truth = () =>
  Promise.all(
    objects.map(async ([name, text]) => {
      const body = load(text) as { apiVersion: string; kind: string };
      const { code } = await cluster.kubectl(
        commandLine({ verb: ["create", "--dry-run=server", "--validate=strict", "-f", "-"] }),
        {
          stdin: JSON.stringify(body),
        },
      );
      return `${name}: ${code === 0 ? "valid" : "invalid"}`;
    }),
  );

test("schemas from the cluster and from definitions judge as the API server does", async () => {
  const said = await truth();
  expect(await judge([probeCrd])).toEqual(said);
  // The custom resource's schema from the cluster, too.
  expect(await judge([])).toEqual(said);
});

/** Every property that a schema names, e.g. `spec.ports[].port`. */
const fieldsOf = (schema: Json | undefined, at = ""): readonly string[] => {
  if (!isObject(schema)) return [];
  const properties = isObject(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  return [
    ...properties.flatMap(([name, property]) => [`${at}.${name}`, ...fieldsOf(property, `${at}.${name}`)]),
    ...fieldsOf(schema["items"], `${at}[]`),
    ...fieldsOf(schema["additionalProperties"], `${at}{}`),
  ];
};

const published = process.env["KPS_SCHEMAS"] ?? "";
const folder = join(published, "v1.35.4-standalone-strict");

test.skipIf(published === "" || !existsSync(folder))(
  "derived schemas name the same fields as published ones (skipped unless KPS_SCHEMAS names a folder of them)",
  async () => {
    const { definitions } = JSON.parse(await cluster.getRaw("/openapi/v2")) as { definitions: JsonObject };
    const keys = Object.values(definitions).flatMap(
      (definition) => valueAt(definition, ["x-kubernetes-group-version-kind"]) ?? [],
    ) as unknown as SchemaKey[];
    const names = new Set(await readdir(folder));
    let compared = 0;
    for (const { key, name: definition } of describedKinds(definitions, keys)) {
      const group = key.group === "" ? "" : `${key.group.split(".")[0]}-`;
      const name = `${key.kind.toLowerCase()}-${group}${key.version}.json`;
      if (!names.has(name)) continue;
      const other = JSON.parse(await readFile(join(folder, name), "utf8")) as Json;
      expect(fieldsOf(openApiSchema(definitions, definition)).toSorted(), name).toEqual(fieldsOf(other).toSorted());
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  },
);

test("an answer that is no OpenAPI document is told as such", async () => {
  const source = clusterSource({ server: "https://portal.example", getRaw: async () => "<html>log in</html>" });
  await expect(source.find([keyOf("v1", "Pod")], () => false)).rejects.toMatchObject({
    reason: "cluster-unreachable",
    message: "https://portal.example answered /openapi/v2 with something other than an OpenAPI document",
  });
});
