import { posix } from "node:path";
import type { Location } from "../../core/finding.ts";
import { isObject, type Json, type JsonObject, type Path } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import type { Kustomization } from "../../stack/stack.ts";
import type { YamlDocument } from "../../text/yaml-file.ts";
import type { BuildTree } from "./tree.ts";

/**
 * The place of a generated value: the file it was read from, the literal, else the generator's
 * entry in its kustomization.
 */
export const placeInGenerator = (
  body: JsonObject,
  tree: BuildTree,
  file: string,
  generator: string | null,
  path: Path,
): Location => {
  const start: Location = { file, line: 1, column: 1 };
  const kustomization = tree.kustomizations.find((one) => one.file === file);
  const document = kustomization?.yaml.documents[0];
  if (kustomization === undefined || document === undefined || generator === null) return start;
  const field = fieldOfGenerator(generator, document.value);
  const index = entryOf(document.value, field, refOf(body).name);
  if (index === null) return document.locateKey([field]);
  const [holder, key] = path;
  const isData = holder === "data" || holder === "binaryData" || holder === "stringData";
  const input = isData && key !== undefined ? inputOf(kustomization, document, [field, index], String(key)) : null;
  return input ?? document.locate([field, index]);
};

/** `ConfigMapGenerator` stands in `configMapGenerator`; helm's has two names, and a plugin is only listed. */
const fieldOfGenerator = (generator: string, kustomization: Json): string => {
  const own = `${generator.charAt(0).toLowerCase()}${generator.slice(1)}`;
  const fields = isObject(kustomization) ? kustomization : {};
  return [own, "helmCharts", "generators"].find((field) => fields[field] !== undefined) ?? own;
};

/** The entry whose name, with prefixes and the hash added, is the object's. */
const entryOf = (value: Json, field: string, built: string): number | null => {
  const entries = isObject(value) ? value[field] : undefined;
  if (!Array.isArray(entries)) return null;
  if (entries.length === 1) return 0;
  const fits = entries
    .map((entry: Json, index) => ({ index, name: isObject(entry) ? String(entry["name"]) : "" }))
    .filter(({ name }) => name !== "" && built.includes(name))
    .sort((a, b) => b.name.length - a.name.length);
  return fits[0]?.index ?? null;
};

const inputOf = (kustomization: Kustomization, document: YamlDocument, entry: Path, key: string): Location | null => {
  const listed = (list: string): readonly string[] => {
    const [field = "", index = 0] = entry;
    const held = isObject(document.value) ? document.value[field] : undefined;
    const one = Array.isArray(held) ? held[Number(index)] : undefined;
    const items = isObject(one) ? one[list] : undefined;
    return Array.isArray(items) ? items.map(String) : [];
  };
  const file = listed("files").find((item) => (item.includes("=") ? item.split("=")[0] : posix.basename(item)) === key);
  if (file !== undefined) {
    const text = file.replace(/^[^=]*=/, "");
    const reference = kustomization.references.find((one) => one.text === text && one.target === "file");
    return { file: reference?.path ?? posix.join(kustomization.folder, text), line: 1, column: 1 };
  }
  const literal = listed("literals").findIndex((item) => item.startsWith(`${key}=`));
  return literal === -1 ? null : document.locate([...entry, "literals", literal]);
};
