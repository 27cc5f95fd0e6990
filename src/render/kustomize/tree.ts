import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import type { Kustomization } from "../../stack/stack.ts";
import type { YamlDocument, YamlFile } from "../../text/yaml-file.ts";

/** What one apply root is built from. */
export interface BuildTree {
  readonly root: Kustomization;
  /** The root and everything it includes. */
  readonly kustomizations: readonly Kustomization[];
  readonly files: readonly YamlFile[];
}

/** The object as its author wrote it: a document, or an item of a `List` in one. */
export interface WrittenObject {
  readonly document: YamlDocument;
  /** Where the object stands in the document. */
  readonly prefix: Path;
  readonly value: JsonObject;
}

/** All objects written in a file, the items of lists by themselves. */
export const writtenObjectsIn = (file: YamlFile): readonly WrittenObject[] =>
  file.documents.flatMap((document): readonly WrittenObject[] => {
    const { value } = document;
    if (!isObject(value)) return [];
    const items = value["items"];
    if (!String(value["kind"]).endsWith("List") || !Array.isArray(items)) return [{ document, prefix: [], value }];
    return items.flatMap((item: Json, index) =>
      isObject(item) ? [{ document, prefix: ["items", index], value: item }] : [],
    );
  });
