import { createHash } from "node:crypto";
import { join } from "node:path";
import { loadAll, YAMLException } from "js-yaml";
import { lately } from "../../core/lately.ts";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { crdSchemaRevision, crdSchemas } from "./crd-schema.ts";
import { keep } from "./keep.ts";
import { schemaOf, type WasRead } from "./schema.ts";
import { type SchemaKey, schemaFile, schemaKeyText } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";

type Needs = Pick<Outside, "cacheDir" | "files" | "log">;
type Made = readonly { readonly key: SchemaKey; readonly text: string }[];

/**
 * Reading a definition of 800 kB takes up to 70 ms, all ten of the chart 400 ms: those that name none of
 * the kinds are left unread.
 */
const mayDefine = (text: string, kinds: ReadonlySet<string>): boolean => {
  for (const match of text.matchAll(/\bkind["']?[ \t]*:([^\n]*)/g))
    for (const word of match[1]?.match(/\w+/g) ?? []) if (kinds.has(word)) return true;
  return false;
};

interface Unread {
  readonly why: string;
}

const make = (text: string): Made | Unread => {
  try {
    return loadAll(text)
      .flatMap((document) => crdSchemas(document as JsonObject))
      .map(({ key, body }) => ({ key, text: JSON.stringify(body) }));
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    return { why: thrown.reason };
  }
};

const folderOf = (text: string, outside: Pick<Outside, "cacheDir">): string =>
  join(outside.cacheDir, "crd-schemas", `${crdSchemaRevision}-${createHash("sha256").update(text).digest("hex")}`);

const parsed = (text: string | null): unknown => (text === null ? null : readJson(text).value);

const readJson = lately(
  (text: string): { readonly value: unknown } => {
    try {
      return { value: JSON.parse(text) };
    } catch {
      return { value: null };
    }
  },
  (text) => text,
);

const bodyIn = (text: string): JsonObject => {
  const body = parsed(text);
  return isObject(body) ? body : {};
};

/** What was made of this text before; null where something of it is missing or spoilt. */
const recall = async (
  folder: string,
  wanted: ReadonlySet<string>,
  wasRead: WasRead,
  { files }: Pick<Outside, "files">,
): Promise<Made | null> => {
  const list = parsed(await files.read(join(folder, "list.json")));
  if (!Array.isArray(list)) return null;
  const keys = (list as SchemaKey[]).filter((key) => wanted.has(schemaKeyText(key)));
  const texts = await Promise.all(keys.map((key) => files.read(join(folder, schemaFile(key)))));
  const isWhole = (text: string | null): boolean => text !== null && (wasRead(text) || isObject(parsed(text)));
  return texts.every(isWhole) ? keys.map((key, index) => ({ key, text: texts[index] ?? "" })) : null;
};

/** The list is written last: it vouches for the files it names. */
const remember = async (folder: string, made: Made, outside: Needs): Promise<void> => {
  await Promise.all(made.map(({ key, text }) => keep(join(folder, schemaFile(key)), text, outside)));
  await keep(join(folder, "list.json"), JSON.stringify(made.map(({ key }) => key)), outside);
};

/**
 * Schemas made from CustomResourceDefinitions as YAML texts, so that the operator's version and the schema are one.
 * What was made is kept in the cache folder, addressed by the text's digest and the maker's revision.
 */
export const crdSource = (name: string, texts: readonly string[], outside: Needs): SchemaSource => ({
  name,
  async find(keys, wasRead) {
    const wanted = new Set(keys.map(schemaKeyText));
    const kinds = new Set(keys.map((key) => key.kind));
    const of = async (text: string): Promise<Made | Unread> => {
      const folder = folderOf(text, outside);
      const known = await recall(folder, wanted, wasRead, outside);
      if (known !== null) return known;
      const made = make(text);
      if (!("why" in made)) await remember(folder, made, outside);
      return made;
    };
    const found = await Promise.all(texts.filter((text) => mayDefine(text, kinds)).map(of));
    const made = found.flatMap((one) => ("why" in one ? [] : one)).filter(({ key }) => wanted.has(schemaKeyText(key)));
    const unread = found.flatMap((one) => ("why" in one ? one.why : []));
    return {
      // Each was made here, or found to be whole.
      schemas: made.map((one) => schemaOf({ ...one, source: name }, () => true, bodyIn)),
      unreachable: unread.length > 0 ? `a text among the ${name} is no YAML: ${unread.join("; ")}` : null,
    };
  },
});
