import { join, resolve } from "node:path";
import { OperatorError } from "../errors.ts";
import type { JsonObject } from "../manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { isWrong, readSchema } from "./read-schema.ts";
import type { Schema, SchemaKey } from "./schema-key.ts";
import type { SchemaSource } from "./schema-source.ts";
import { assertTemplate, expand, standardLayout, standardName } from "./schema-template.ts";

const parse = (text: string, path: string): JsonObject => {
  const read = readSchema(text);
  if (!isWrong(read)) return read;
  throw new OperatorError("invalid-input", `schema-locations: ${path} ${read.wrong}`, "Repair or remove the file.");
};

/** The places a folder may have a schema at: a template says it, else kubeconform's layout, else its file names directly inside. */
const templatesOf = async (
  location: string,
  root: string,
  { files }: Pick<Outside, "files">,
): Promise<readonly string[]> => {
  const path = resolve(root, location);
  if (location.endsWith(".json")) return [path];
  if (await files.isFolder(path)) return [join(path, standardLayout), join(path, standardName)];
  throw new OperatorError(
    "invalid-input",
    `schema-locations: there is no folder ${location}`,
    "Name a folder (absolute, or relative to the repository root), a location template that ends in .json, `default` or `cluster`.",
  );
};

/** Schemas in a local folder, or at a local location template. */
export const folderSource = (
  location: string,
  kubeVersion: string,
  outside: Pick<Outside, "files" | "workspace">,
): SchemaSource => {
  assertTemplate(location);
  return {
    name: location,
    async find(keys) {
      const templates = await templatesOf(location, outside.workspace.root, outside);
      const of = async (key: SchemaKey): Promise<readonly Schema[]> => {
        for (const template of templates) {
          const path = expand(template, key, kubeVersion);
          const text = await outside.files.read(path);
          if (text !== null) return [{ key, body: parse(text, path), source: location }];
        }
        return [];
      };
      return { schemas: (await Promise.all(keys.map(of))).flat(), unreachable: null };
    },
  };
};
