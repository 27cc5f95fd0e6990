import type { Edit, Fix, Location } from "../../core/finding.ts";
import { type GeneratorEntry, generatorEntry } from "../../fix/generator-entry.ts";
import { labelFix } from "../../fix/label-fix.ts";
import { isObject, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { lineReplaced, linesAfter, linesBefore } from "../../text/yaml-line.ts";
import type { World, WorldObject } from "../../world/world.ts";
import type { Sidecar } from "../grafana/sidecar.ts";

/** Where the label stands that the sidecar asks for, or where it is missing: the generator's labels, the manifest's. */
export const sidecarLabelPlace = (object: WorldObject, { label }: Sidecar, world: World): Location | undefined => {
  const entry = generatorEntry(object, world);
  if (entry === null) return object.locate(["metadata", "labels", label]) ?? undefined;
  const set = labelPath(entry, label);
  return set === undefined ? entry.document.locate(entry.path) : entry.document.locate(set);
};

/** Gives the object the label that the sidecar asks for, as an edit where the file's layout is plain. */
export const sidecarLabelFix = (object: WorldObject, sidecar: Sidecar, world: World): Fix => {
  const value = sidecar.labelValue === "" ? "1" : sidecar.labelValue;
  const line = `${sidecar.label}: ${JSON.stringify(value)}`;
  const description = `Add the label ${line}`;
  const entry = generatorEntry(object, world);
  if (entry === null)
    return labelFix(object, { matchLabels: { [sidecar.label]: value } }, world) ?? { description, edits: [] };
  const edit = inGenerator(entry, sidecar.label, line);
  return { description, edits: edit === null ? [] : [edit] };
};

/** A generator's own options win over those of the whole kustomization. */
const labelPath = ({ document, path }: GeneratorEntry, label: string): Path | undefined =>
  [
    [...path, "options", "labels", label],
    ["generatorOptions", "labels", label],
  ].find((one) => valueAt(document.value, one) !== undefined);

const inGenerator = (entry: GeneratorEntry, label: string, line: string): Edit | null => {
  const { file, document, path, value } = entry;
  const lineOf = (...keys: string[]): number => document.locateKey([...path, ...keys]).line;
  const set = labelPath(entry, label);
  if (set !== undefined) return lineReplaced(file, document.locateKey(set).line, label, line);
  const [first] = keysAt(value["options"], "labels");
  if (first !== undefined) return linesBefore(file, lineOf("options", "labels", first), first, [line]);
  const nested = ["labels:", `  ${line}`];
  const [option] = keysAt(value, "options");
  if (option !== undefined) return linesBefore(file, lineOf("options", option), option, nested);
  return linesAfter(file, lineOf("name"), "name", ["options:", ...nested.map((one) => `  ${one}`)]);
};

const keysAt = (value: unknown, key: string): readonly string[] => {
  const held = isObject(value) ? value[key] : undefined;
  return isObject(held) ? Object.keys(held) : [];
};
