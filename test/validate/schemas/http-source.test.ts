import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outside } from "../../../src/outside/outside.ts";
import { publicLocation } from "../../../src/validate/schemas/http-source.ts";
import { validateRender } from "../../../src/validate/validate.ts";
import { realOutside } from "../real-outside.ts";
import { manifestOf, renderOf } from "./manifest-of.ts";
import { probe, probeCrd } from "./probe-crd.ts";
import { json, schemaServer, silence, status } from "./schema-server.ts";

const layout = "/v1.35.4-standalone-strict";
const configMapSchema = { type: "object", required: ["data"] };
const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n";
const role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\n";

let outside: Outside & { close(): Promise<void> };
let cleanup: (() => Promise<void>)[] = [];

beforeEach(async () => {
  outside = await realOutside();
  cleanup = [() => outside.close()];
});
afterEach(async () => {
  for (const undo of cleanup) await undo();
});

const serve = async (answers: Parameters<typeof schemaServer>[0]) => {
  const server = await schemaServer(answers);
  cleanup.push(server.close);
  return server;
};

/** `default` leads to this address instead of the public one. */
const judge = async (texts: readonly string[], location: string, publicAt?: string) => {
  const httpGet: Outside["httpGet"] = (url, options) =>
    outside.httpGet(publicAt === undefined ? url : url.replace(publicLocation, publicAt), options);
  const validation = await validateRender(renderOf(texts.map(manifestOf), [probeCrd]), {
    inputs: { schemaLocations: [location] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside: { ...outside, httpGet },
  });
  return { ...validation, statuses: validation.verdicts.map((verdict) => verdict.status) };
};

test("only the kinds that appear are fetched, after one probe, and never again", async () => {
  const server = await serve({
    [`${layout}/configmap-v1.json`]: json(configMapSchema),
    [`${layout}/role-rbac-v1.json`]: json({ type: "object", required: ["rules"] }),
  });
  const first = await judge([configMap, configMap, role, probe("  port: 80\n")], "default", server.url);
  expect(first.statuses).toEqual(["valid", "valid", "invalid", "valid"]);
  expect(first.unreachable).toBeNull();
  expect(first.locations.at(-1)).toBe("default");
  expect(server.asked.toSorted()).toEqual([`${layout}/configmap-v1.json`, `${layout}/role-rbac-v1.json`]);

  await server.close();
  const second = await judge([configMap, role], "default", server.url);
  expect(second.statuses).toEqual(["valid", "invalid"]);
  expect(second.unreachable).toBeNull();
});

test("a kind that the location does not have is without schema, which is no trouble of reaching it", async () => {
  const server = await serve({ [`${layout}/configmap-v1.json`]: json(configMapSchema) });
  const validation = await judge([configMap, role], server.url);
  expect(validation.statuses).toEqual(["valid", "no-schema"]);
  expect(validation.unreachable).toBeNull();
});

test("a Kubernetes release that the location does not have is told as such", async () => {
  const server = await serve({});
  const validation = await judge([configMap, role], server.url);
  expect(validation.statuses).toEqual(["unchecked", "unchecked"]);
  expect(validation.unreachable).toBe(
    `${server.url} has no schemas of Kubernetes v1.35.4: set kubernetes-version to a release that it has`,
  );
  expect(server.asked).toHaveLength(1);
});

test("a server that is not there: nothing is invalid, what needs no server is judged, and one request finds it out", async () => {
  const server = await serve({});
  await server.close();
  let requests = 0;
  const httpGet: Outside["httpGet"] = (url, options) => {
    requests += 1;
    return outside.httpGet(url, options);
  };
  const validation = await validateRender(
    renderOf([configMap, role, probe("  port: 80\n"), probe("  x: 1\n")].map(manifestOf), [probeCrd]),
    {
      inputs: { schemaLocations: [server.url] },
      kubeVersion: "1.35.4",
      cluster: null,
      outside: { ...outside, httpGet },
    },
  );
  expect(validation.verdicts.map((verdict) => verdict.status)).toEqual(["unchecked", "unchecked", "valid", "invalid"]);
  expect(validation.unreachable).toContain(`${server.url}${layout}/configmap-v1.json could not be reached: `);
  expect(requests).toBe(1);
});

test("a server that does not answer is given up after the probe's limit", async () => {
  const server = await serve({ [`${layout}/configmap-v1.json`]: silence });
  const validation = await judge([configMap, role], server.url);
  expect(validation.statuses).toEqual(["unchecked", "unchecked"]);
  expect(validation.unreachable).toContain("no complete answer within 3 s");
  expect(server.asked).toHaveLength(1);
});

test.each([
  [status(503), "answered with HTTP status 503"],
  [status(403), "answered with HTTP status 403"],
  [json(["a list"]), "answered is not a JSON schema"],
])("trouble after the probe leaves the rest unchecked %#", async (answer, reason) => {
  const server = await serve({
    [`${layout}/configmap-v1.json`]: json(configMapSchema),
    [`${layout}/role-rbac-v1.json`]: answer,
  });
  const validation = await judge([configMap, role], server.url);
  expect(validation.statuses).toEqual(["valid", "unchecked"]);
  expect(validation.unreachable).toContain(`${server.url}${layout}/role-rbac-v1.json ${reason}`);
});

test("a location template is filled in; a password in it is told nowhere", async () => {
  const server = await serve({
    "/rbac.authorization.k8s.io/role_v1.json": json({ type: "object", required: ["rules"] }),
  });
  const location = `${server.url.replace("//", "//user:geheim@")}/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`;
  const validation = await judge([configMap, role], location);
  expect(validation.statuses).toEqual(["no-schema", "invalid"]);
  expect(validation.locations.at(-1)).toBe(location.replace("user:geheim@", ""));
  await server.close();
  const later = await judge([configMap, role], location);
  expect(later.statuses).toEqual(["unchecked", "invalid"]);
  expect(JSON.stringify([later.unreachable, later.locations])).not.toContain("geheim");
});

test("a reference inside a schema does not reach the network", async () => {
  const elsewhere = await serve({ "/definitions.json": json({ role: { type: "object" } }) });
  const server = await serve({
    [`${layout}/configmap-v1.json`]: json(configMapSchema),
    [`${layout}/role-rbac-v1.json`]: json({ $ref: `${elsewhere.url}/definitions.json#/role` }),
  });
  const validation = await judge([configMap, role], server.url);
  expect(validation.statuses).toEqual(["valid", "unchecked"]);
  expect(validation.unreachable).toContain(
    "role-rbac-v1.json answered refers to another file: only standalone schemas can be used",
  );
  expect(elsewhere.asked).toEqual([]);
});

test("a cancelled run stops", async () => {
  const server = await serve({ [`${layout}/configmap-v1.json`]: silence });
  const cancelled = { ...outside, signal: AbortSignal.abort(), httpGet: () => Promise.reject(new Error("cancelled")) };
  const validation = validateRender(renderOf([manifestOf(configMap)]), {
    inputs: { schemaLocations: [server.url] },
    kubeVersion: "1.35.4",
    cluster: null,
    outside: cancelled,
  });
  await expect(validation).rejects.toThrow("cancelled");
});
