import type { Location, Problem } from "../../core/finding.ts";
import { isObject } from "../../kubernetes/manifest.ts";
import { parseYaml } from "../../text/parse-yaml.ts";
import type { YamlDocument, YamlFile } from "../../text/yaml-file.ts";
import type { KustomizeReference } from "../stack.ts";
import { builtinFiles, writtenReferences } from "./kustomize-fields.ts";
import { type JsonEdit, kustomizeJson, tooMuchToWrite } from "./kustomize-json.ts";
import { changesPlugins, pluginKind, pluginObjects, worst } from "./plugin-config.ts";
import { type Disk, isHandedOn, kustomizationIn, resolveWritten, targetOf } from "./reference-target.ts";

/** What an entry of `generators`, `transformers` or `validators` comes to. */
export interface PluginEntry {
  /** The entry itself, and the files that builtin plugins read in its stead. */
  readonly references: readonly KustomizeReference[];
  /** The text that kustomize gets for it. */
  readonly handed: string;
  /** The objects of each file as JSON, by its real place. */
  readonly files: ReadonlyMap<string, string>;
  readonly broken: (Problem & { readonly at: Location }) | null;
}

/** Where plugins are looked for, and the real places that another entry of the kustomization has been read from. */
export interface PluginTree {
  readonly disk: Disk;
  readonly seen: Set<string>;
}

/**
 * Reads an entry as kustomize does: as objects in place, else as a file or a folder of such. `root` is the real
 * folder of its kustomization.
 */
export const readPluginEntry = async (
  entry: Pick<KustomizeReference, "field" | "text" | "at">,
  root: string,
  { disk, seen }: PluginTree,
): Promise<PluginEntry> => {
  const inline = parseYaml(entry.text, entry.at.file);
  if (inline.documents.some(({ value }) => pluginKind(value) !== null)) return inPlace(entry, inline, root, disk);
  const { handed, ...target } = await targetOf({ text: entry.text, means: "plugin" }, root, disk);
  const found: Found = { files: new Map(), changed: false };
  if (target.path !== null) await collect(target.path, { disk, seen }, found);
  const read = await Promise.all(
    [...found.files].map(async ([real, yaml]) => [real, await readObjects(yaml, entry.field, root, disk)] as const),
  );
  const kind = found.changed ? "plugin" : worst(read.map(([, { kind }]) => kind));
  return {
    references: [{ ...entry, ...target, ...leaveFor(kind) }, ...read.flatMap(([, { references }]) => references)],
    handed,
    files: new Map(read.map(([real, { json }]) => [real, json])),
    broken:
      read.flatMap(([real, { tooMuch }]) => mistakeIn(real, found.files.get(real), tooMuch, entry, disk) ?? [])[0] ??
      null,
  };
};

const mistakeIn = (
  real: string,
  yaml: YamlFile | undefined,
  tooMuch: string | null,
  { at }: Pick<KustomizeReference, "at">,
  disk: Disk,
): PluginEntry["broken"] => {
  if (yaml === undefined) return { message: `${disk.named(real)} cannot be read`, at };
  const [mistake] = yaml.errors;
  if (mistake !== undefined) return { message: mistake.message, at: mistake.at };
  return tooMuch === null ? null : { message: tooMuch, at: { file: yaml.file, line: 1, column: 1 } };
};

const leaveFor = (kind: ReturnType<typeof pluginKind>): Pick<KustomizeReference, "target"> | object =>
  kind === "plugin" || kind === "chart" ? { target: kind } : {};

const inPlace = async (
  entry: Pick<KustomizeReference, "field" | "text" | "at">,
  yaml: YamlFile,
  root: string,
  disk: Disk,
): Promise<PluginEntry> => {
  const located = { locate: () => entry.at, locateKey: () => entry.at };
  const documents = yaml.documents.map(({ value, around }) => ({ value, around, ...located }));
  const { references, kind, json, tooMuch } = await readObjects({ ...yaml, documents }, entry.field, root, disk);
  const own = { ...entry, text: "(inline)", target: "file", path: entry.at.file, ...leaveFor(kind) } as const;
  const mistake = yaml.errors[0]?.message ?? tooMuch;
  const broken = mistake === null ? null : { message: mistake, at: entry.at };
  return { references: [own, ...references], handed: json, files: new Map(), broken };
};

interface Found {
  /** Undefined for what could not be read. */
  readonly files: Map<string, YamlFile | undefined>;
  /** True where a folder may change the objects after they were read. */
  changed: boolean;
}

/** A folder's resources are plugin configurations as well, however deep. */
const collect = async (path: string, tree: PluginTree, found: Found): Promise<void> => {
  const { disk, seen } = tree;
  const { kind, real } = await disk.find(path);
  if (real === null || seen.has(real)) return;
  seen.add(real);
  if (kind !== "directory") {
    found.files.set(real, await disk.yaml(path));
    return;
  }
  const file = await kustomizationIn(path, disk);
  const value = file === undefined ? undefined : (await disk.yaml(file))?.documents[0]?.value;
  found.changed ||= changesPlugins(value);
  for (const written of isObject(value) ? writtenReferences(value) : []) {
    if (!["any", "folder", "plugin"].includes(written.means)) continue;
    const target = await targetOf(written, real, disk);
    if (target.path !== null) await collect(target.path, tree, found);
  }
};

interface ReadObjects {
  readonly references: readonly KustomizeReference[];
  readonly kind: ReturnType<typeof pluginKind>;
  readonly json: string;
  readonly tooMuch: string | null;
}

/** Builtin plugins read files relative to the kustomization that runs them. */
const readObjects = async (
  yaml: Pick<YamlFile, "documents"> | undefined,
  field: string,
  root: string,
  disk: Disk,
): Promise<ReadObjects> => {
  const documents = (yaml?.documents ?? []).filter(({ value }) => value !== null);
  const tooMuch = documents.flatMap(({ value }) => tooMuchToWrite(value) ?? [])[0] ?? null;
  const read = await Promise.all(
    (tooMuch === null ? documents : []).map(async (document) => {
      const files = await filesOf(document, field, root, disk);
      const edits = files.flatMap(({ edit }) => edit ?? []);
      const json = kustomizeJson(document.value, edits);
      disk.write(json.length);
      return { files, json };
    }),
  );
  return {
    references: read.flatMap(({ files }) => files.map(({ reference }) => reference)),
    kind: worst(documents.map(({ value }) => pluginKind(value))),
    json: `${read.map(({ json }) => json).join("\n---\n")}\n`,
    tooMuch,
  };
};

const filesOf = ({ value, locate }: YamlDocument, field: string, root: string, disk: Disk) =>
  Promise.all(
    pluginObjects(value)
      .filter(([object]) => pluginKind(object) !== "plugin")
      .flatMap(([object, prefix]) =>
        builtinFiles(field, object).map(async (written) => {
          const path = [...prefix, ...written.path];
          const { handed, ...target } = await resolveWritten(written, root, disk);
          const reference: KustomizeReference = {
            field: written.field,
            text: written.text,
            at: locate(path),
            ...target,
          };
          const edit: JsonEdit | null = isHandedOn(written, handed) ? null : { path, text: handed };
          return { reference, edit };
        }),
      ),
  );
