import { OperatorError } from "../errors.ts";
import { isObject } from "../manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { openApiSchemas } from "./openapi-schema.ts";
import type { SchemaSource } from "./schema-source.ts";

/**
 * Schemas derived from the OpenAPI document that the cluster serves: version 2, which is one request for all groups (version 3 is one
 * a group, and a process each). Throws OperatorError `cluster-unreachable` or `unauthorized`.
 */
export const clusterSource = (cluster: Pick<Cluster, "getRaw" | "server">): SchemaSource => ({
  name: `cluster ${cluster.server}`,
  async find(keys) {
    if (keys.length === 0) return { schemas: [], unreachable: null };
    const document = parse(await cluster.getRaw("/openapi/v2"), cluster.server);
    const source = `cluster ${cluster.server}`;
    return { schemas: openApiSchemas(document, keys).map((schema) => ({ ...schema, source })), unreachable: null };
  },
});

const parse = (text: string, server: string) => {
  try {
    const document: unknown = JSON.parse(text);
    if (isObject(document)) return document;
  } catch {
    // Told below.
  }
  throw new OperatorError(
    "cluster-unreachable",
    `${server} answered /openapi/v2 with something other than an OpenAPI document`,
    "Check that the address is an API server's, or name another of the schema-locations.",
  );
};
