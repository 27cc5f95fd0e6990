import { dirname, join, relative, resolve } from "node:path";
import { OperatorError } from "../../core/errors.ts";
import { isWithin } from "../../core/within.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { isWrong, readSchema } from "./read-schema.ts";
import { type Schema, schemaOf } from "./schema.ts";
import type { SchemaKey } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";
import { assertTemplate, expand, standardLayout, standardName } from "./schema-template.ts";

const parse = (text: string, path: string): JsonObject => {
  const read = readSchema(text);
  if (!isWrong(read)) return read;
  throw new OperatorError("invalid-input", `schema-locations: ${path} ${read.wrong}`, "Repair or remove the file.");
};

/**
 * How the files of a location are read: what lies in the workspace anyone may propose, and is read as the rest of it
 * is; other folders are the workflow's own.
 */
interface Reader {
  isFolder(path: string): Promise<boolean>;
  /** Null where there is nothing to be read. */
  read(path: string): Promise<string | null>;
}

type Needs = Pick<Outside, "files" | "workspace">;

const readerOf = async (location: string, { files, workspace }: Needs): Promise<Reader> => {
  const { root } = workspace;
  const start = resolve(root, fixedPart(location));
  const inside = await placeInWorkspace(start, root, files);
  if (inside === null) return files;
  const within = (path: string): string => relative(root, join(inside, relative(start, path))) || ".";
  return {
    isFolder: async (path) => (await workspace.kind(within(path))) === "directory",
    async read(path) {
      const read = await workspace.read(within(path));
      if (read.ok || read.why === "missing") return read.ok ? read.text : null;
      throw new OperatorError("invalid-input", `schema-locations: ${read.message}`, "Repair or remove the file.");
    },
  };
};

/**
 * The path as the workspace knows it, however the workspace is named on the way to it; null where the
 * path does not lead into it.
 */
const placeInWorkspace = async (path: string, root: string, { real }: Needs["files"]): Promise<string | null> => {
  if (isWithin(root, path)) return path;
  for (let above = path; above !== dirname(above); above = dirname(above)) {
    const found = await real(above);
    if (found !== null && isWithin(root, found)) return join(found, relative(above, path));
  }
  return null;
};

/** The folders that a location names whatever the object. */
const fixedPart = (location: string): string => {
  const variable = location.indexOf("{{");
  if (variable >= 0) return `${location.slice(0, variable)}x`.replace(/[^/]*$/, "") || ".";
  return location.endsWith(".json") ? dirname(location) : location;
};

/**
 * The places a folder may have a schema at: a template says it, else kubeconform's layout, else its
 * file names directly inside.
 */
const templatesOf = async (location: string, root: string, reader: Reader): Promise<readonly string[]> => {
  const path = resolve(root, location);
  if (location.endsWith(".json")) return [path];
  if (await reader.isFolder(path)) return [join(path, standardLayout), join(path, standardName)];
  throw new OperatorError(
    "invalid-input",
    `schema-locations: there is no folder ${location}`,
    "Name a folder (absolute, or relative to the repository root; no link leads out of the repository), a location template that ends in .json, `default` or `cluster`.",
  );
};

/** Schemas in a local folder, or at a local location template. */
export const folderSource = (location: string, kubeVersion: string, outside: Needs): SchemaSource => {
  assertTemplate(location);
  return {
    name: location,
    async find(keys, wasRead) {
      const reader = await readerOf(location, outside);
      const templates = await templatesOf(location, outside.workspace.root, reader);
      const of = async (key: SchemaKey): Promise<readonly Schema[]> => {
        for (const template of templates) {
          const path = expand(template, key, kubeVersion);
          const text = await reader.read(path);
          if (text !== null) return [schemaOf({ key, source: location, text }, wasRead, () => parse(text, path))];
        }
        return [];
      };
      return { schemas: (await Promise.all(keys.map(of))).flat(), unreachable: null };
    },
  };
};
