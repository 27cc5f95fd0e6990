import { OperatorError } from "../../core/errors.ts";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { customSchema } from "./crd-schema.ts";
import { describedKinds, isKubernetes } from "./openapi-kinds.ts";
import { openApiSchema } from "./openapi-schema.ts";
import { schemaOf } from "./schema.ts";
import type { SchemaKey } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";

type ApiServer = Pick<Cluster, "getRaw" | "server">;

const documentAt = async (path: string, { getRaw, server }: ApiServer): Promise<JsonObject> => {
  const text = await getRaw(path);
  try {
    const document: unknown = JSON.parse(text);
    if (isObject(document)) return document;
  } catch {
    // Told below.
  }
  throw new OperatorError(
    "cluster-unreachable",
    `${server} answered ${path} with something other than an OpenAPI document`,
    "Check that the address is an API server's, or name another of the schema-locations.",
  );
};

const objectIn = (value: JsonObject, ...path: readonly string[]): JsonObject =>
  path.reduce<JsonObject>((here, key) => {
    const inner = here[key];
    return isObject(inner) ? inner : {};
  }, value);

/** Version 3 has a custom resource's whole schema; version 2 leaves out defaults, null and alternatives. */
const customSchemas = async (keys: readonly SchemaKey[], server: ApiServer) => {
  const groups = [...new Set(keys.map(({ group, version }) => `${group}/${version}`))];
  const documents = await Promise.all(groups.map((group) => documentAt(`/openapi/v3/apis/${group}`, server)));
  return documents.flatMap((document) => {
    const schemas = objectIn(document, "components", "schemas");
    return describedKinds(schemas, keys).map(({ key, name }) => ({ key, body: customSchema(objectIn(schemas, name)) }));
  });
};

/**
 * Schemas derived from the OpenAPI documents that the cluster serves: of Kubernetes' own kinds from version 2, one
 * request for all (0.1 s, and 30 ms to convert; version 3 is a request and a process a group), of custom resources from
 * version 3. Throws OperatorError `cluster-unreachable` or `unauthorized`.
 */
export const clusterSource = (cluster: ApiServer): SchemaSource => {
  const name = `cluster ${cluster.server}`;
  return {
    name,
    async find(keys, wasRead) {
      const definitions = objectIn(await documentAt("/openapi/v2", cluster), "definitions");
      const described = describedKinds(definitions, keys);
      const own = described
        .filter((one) => isKubernetes(one.name))
        .map((one) => ({ key: one.key, body: openApiSchema(definitions, one.name) }));
      const custom = described.filter((one) => !isKubernetes(one.name)).map(({ key }) => key);
      const schemas = [...own, ...(await customSchemas(custom, cluster))].map(({ key, body }) =>
        schemaOf({ key, source: name, text: JSON.stringify(body) }, wasRead, () => body),
      );
      return { schemas, unreachable: null };
    },
  };
};
