import { posix } from "node:path";
import { isObject } from "../manifest.ts";
import { fieldOf, writtenReferences } from "./kustomize-fields.ts";
import { pluginReferences } from "./plugin-references.ts";
import { type Disk, targetOf } from "./reference-target.ts";
import type { Kustomization, KustomizeReference } from "./stack.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Reads one kustomization and finds out what each of its references leads to. Never throws for what the file says. */
export const readKustomization = async (
  yaml: YamlFile,
  layer: Kustomization["layer"],
  disk: Disk,
): Promise<Kustomization> => {
  const document = yaml.documents[0];
  const value = document !== undefined && isObject(document.value) ? document.value : {};
  const folder = posix.dirname(yaml.file);
  const references = await Promise.all(
    writtenReferences(value).map(async (written): Promise<readonly KustomizeReference[]> => {
      const at = document?.locate(written.path) ?? { file: yaml.file, line: 1, column: 1 };
      const { field } = written;
      if (written.means === "chart") return [{ field, text: written.text, at, target: "chart", path: null }];
      if (written.means === "plugin") return pluginReferences({ field, text: written.text, at }, folder, disk);
      return [{ field, text: written.text, at, ...(await targetOf(written, folder, disk)) }];
    }),
  );
  const kind = fieldOf(value, "kind") === "Component" ? "Component" : "Kustomization";
  return { folder, file: yaml.file, layer, yaml, kind, references: references.flat() };
};
