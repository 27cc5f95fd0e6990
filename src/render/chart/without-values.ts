import { toPointer } from "../../kubernetes/json-pointer.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import type { YamlFile } from "../../text/yaml-file.ts";

/** Value files as JSON without what stands at these paths of maps; the others as they are. */
export const filesWithout = (files: readonly YamlFile[], paths: readonly Path[]): readonly YamlFile[] => {
  const gone = new Set(paths.map(toPointer));
  const above = new Set(paths.flatMap((path) => path.map((_, length) => toPointer(path.slice(0, length)))));
  const without = (map: JsonObject, pointer: string): JsonObject => {
    const left = Object.entries(map).flatMap(([key, value = null]): readonly (readonly [string, Json])[] => {
      const here = pointer + toPointer([key]);
      if (gone.has(here)) return [];
      return [[key, isObject(value) && above.has(here) ? without(value, here) : value]];
    });
    return Object.fromEntries(left);
  };
  return files.map((file) => {
    const value = file.documents[0]?.value;
    return isObject(value) ? { ...file, text: JSON.stringify(without(value, "")) } : file;
  });
};
