import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { listItems } from "../scripts/tool-build/items.ts";
import { toolsCache } from "../scripts/tool-build/tools-cache.ts";
import { isObject, type JsonObject } from "../src/kubernetes/manifest.ts";
import { openApiSchema } from "../src/validate/schemas/openapi-schema.ts";
import type { SchemaKey } from "../src/validate/schemas/schema-key.ts";
import { expand, standardLayout } from "../src/validate/schemas/schema-template.ts";
import { startCluster } from "./cluster/cluster.ts";

/** The Kubernetes version of the embedded cluster. */
export const kubernetesVersion = "1.35.4";

/**
 * A folder with the JSON schemas of every kind that the embedded cluster serves, in kubeconform's own layout: what a
 * user without network would name in `schema-locations`. Made once from the cluster's OpenAPI document and kept beside
 * the commands; where it is there already, no command is asked for.
 */
export const kubernetesSchemas = (): Promise<string> => {
  const cache = toolsCache(process.env);
  const [server] = listItems(resolve(import.meta.dirname, ".."), cache, ["kube-apiserver"]);
  return schemasIn(join(cache, `schemas-${basename(dirname(server?.path ?? ""))}`), openApiDocument);
};

/** Makes the schemas of a document in `folder`, unless they are there. */
export const schemasIn = async (folder: string, read: () => Promise<JsonObject>): Promise<string> => {
  if (existsSync(folder)) return folder;
  const document = await read();
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.`);
  await writeSchemas(unfinished, document);
  // Another process may have been faster: its folder is as good as ours.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
};

const openApiDocument = async (): Promise<JsonObject> => {
  const cluster = await startCluster();
  try {
    const { body } = await cluster.request("GET", "/openapi/v2");
    if (!isObject(body)) throw new Error("The embedded cluster serves no OpenAPI document");
    return body;
  } finally {
    await cluster.stop();
  }
};

const writeSchemas = async (folder: string, document: JsonObject): Promise<void> => {
  const definitions = isObject(document["definitions"]) ? document["definitions"] : {};
  for (const [name, definition] of Object.entries(definitions))
    for (const key of kindsOf(definition)) {
      const file = expand(join(folder, standardLayout), key, kubernetesVersion);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(openApiSchema(definitions, name)));
    }
};

const kindsOf = (definition: unknown): readonly SchemaKey[] => {
  const kinds = isObject(definition) ? definition["x-kubernetes-group-version-kind"] : undefined;
  return (Array.isArray(kinds) ? kinds : [])
    .filter(isObject)
    .map(({ group, version, kind }) => ({ group: String(group ?? ""), version: String(version), kind: String(kind) }));
};
