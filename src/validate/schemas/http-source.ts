import { createHash } from "node:crypto";
import { join } from "node:path";
import { trimEnd } from "../../core/trim-end.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { hideAddressCredentials } from "../../secrets/address-credentials.ts";
import { keep } from "./keep.ts";
import { isWrong, readSchema } from "./read-schema.ts";
import { type Schema, schemaOf, type WasRead } from "./schema.ts";
import { keyOf, type SchemaKey } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";
import { assertTemplate, expand, normalizedVersion, standardLayout } from "./schema-template.ts";

/** The public schemas of every Kubernetes release, where kubeconform itself looks. */
export const publicLocation = "https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master";

type Needs = Pick<Outside, "cacheDir" | "files" | "httpGet" | "log" | "signal">;

/** One question first: a server that cannot be reached costs this long, not this long a kind. */
const probeMs = 3_000;
const fetchMs = 10_000;
const maxBytes = 16 * 1024 * 1024;
const atOnce = 8;
/** Every Kubernetes release has it. */
const surelyThere = keyOf("v1", "ConfigMap");

type Got = { readonly text: string } | { readonly absent: true } | { readonly unreachable: string };

/** An address without the user and password in it. */
const shown = hideAddressCredentials;

const cachePath = (url: string, outside: Needs): string =>
  join(outside.cacheDir, "schemas", `${createHash("sha256").update(url).digest("hex")}.json`);

/** The text of a schema that can be read. */
const recall = async (url: string, wasRead: WasRead, outside: Needs): Promise<string | null> => {
  const text = await outside.files.read(cachePath(url, outside));
  return text === null || wasRead(text) || !isWrong(readSchema(text)) ? text : null;
};

const fetchSchema = async (url: string, timeoutMs: number, outside: Needs): Promise<Got> => {
  const { status, body } = await outside.httpGet(url, { timeoutMs, maxBytes });
  if (status === 404) return { absent: true };
  if (status !== 200) return { unreachable: `${shown(url)} answered with HTTP status ${status}` };
  const text = new TextDecoder().decode(body);
  const schema = readSchema(text);
  if (isWrong(schema)) return { unreachable: `what ${shown(url)} answered ${schema.wrong}` };
  await keep(cachePath(url, outside), text, outside);
  return { text };
};

const get = async (url: string, timeoutMs: number, wasRead: WasRead, outside: Needs): Promise<Got> => {
  const text = await recall(url, wasRead, outside);
  if (text !== null) return { text };
  try {
    return await fetchSchema(url, timeoutMs, outside);
  } catch (thrown) {
    // A cancelled run stops; a server that cannot be asked is told, and the run goes on.
    if (outside.signal.aborted) throw thrown;
    return { unreachable: `${shown(url)} could not be reached: ${thrown instanceof Error ? thrown.message : thrown}` };
  }
};

interface Found {
  readonly key: SchemaKey;
  readonly text: string;
}

const readText = (text: string): JsonObject => {
  const read = readSchema(text);
  if (isWrong(read)) throw new Error(`the schema ${read.wrong}`);
  return read;
};

/** Asks for all, a few at once, and stops asking at the first that shows the server to be out of reach. */
const getAll = async (
  keys: readonly SchemaKey[],
  address: (key: SchemaKey) => string,
  wasRead: WasRead,
  outside: Needs,
) => {
  const found: Found[] = [];
  const waiting = [...keys];
  let unreachable: string | null = null;
  const worker = async () => {
    for (let key = waiting.shift(); key !== undefined && unreachable === null; key = waiting.shift()) {
      const got = await get(address(key), fetchMs, wasRead, outside);
      if ("text" in got) found.push({ key, text: got.text });
      if ("unreachable" in got) unreachable ??= got.unreachable;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { found, unreachable: unreachable as string | null };
};

/**
 * Schemas at a public or private address: kubeconform's layout below it, or a location template. Each is fetched once
 * and kept in the cache folder by its address; what is in the cache is served without the network.
 */
export const httpSource = (location: string, kubeVersion: string, outside: Needs): SchemaSource => {
  assertTemplate(location);
  const versioned = !location.endsWith(".json");
  const template = versioned ? `${trimEnd(location, "/")}/${standardLayout}` : location;
  const address = (key: SchemaKey) => expand(template, key, kubeVersion);
  const name = location === publicLocation ? "default" : shown(location);

  /** Of a text that was found to be one. */
  const schemaAt = ({ key, text }: Found): Schema => schemaOf({ key, source: name, text }, () => true, readText);

  const whyNot = async (first: SchemaKey, wasRead: WasRead): Promise<string | null> => {
    const got = await get(address(versioned ? surelyThere : first), probeMs, wasRead, outside);
    if ("unreachable" in got) return got.unreachable;
    if ("absent" in got && versioned)
      return `${shown(location)} has no schemas of Kubernetes ${normalizedVersion(kubeVersion)}: set kubernetes-version to a release that it has`;
    return null;
  };

  return {
    name,
    async find(keys, wasRead) {
      const known = await Promise.all(
        keys.map(async (key) => ({ key, text: await recall(address(key), wasRead, outside) })),
      );
      const schemas = known.flatMap(({ key, text }) => (text === null ? [] : [schemaAt({ key, text })]));
      const missing = known.filter(({ text }) => text === null).map(({ key }) => key);
      const [first] = missing;
      if (first === undefined) return { schemas, unreachable: null };
      const unreachable = await whyNot(first, wasRead);
      if (unreachable !== null) return { schemas, unreachable };
      const got = await getAll(missing, address, wasRead, outside);
      return { schemas: [...schemas, ...got.found.map(schemaAt)], unreachable: got.unreachable };
    },
  };
};
