import { posix } from "node:path";
import { isObject } from "../../kubernetes/manifest.ts";
import type { YamlDocument, YamlFile } from "../../text/yaml-file.ts";
import type { BuildFiles, Kustomization } from "../stack.ts";
import { fieldOf, type WrittenReference, writtenReferences } from "./kustomize-fields.ts";
import { type JsonEdit, kustomizeJson, tooMuchToWrite } from "./kustomize-json.ts";
import { type PluginEntry, type PluginTree, readPluginEntry } from "./plugin-references.ts";
import { type Disk, isHandedOn, kustomizationNames, resolveWritten } from "./reference-target.ts";

/** Reads one kustomization and finds out what each of its references leads to. Never throws for what the file says. */
export const readKustomization = async (
  yaml: YamlFile,
  layer: Kustomization["layer"],
  disk: Disk,
): Promise<Kustomization> => {
  const document = yaml.documents[0];
  const tooMuch = document === undefined ? null : tooMuchToWrite(document.value);
  // Kustomize reads the first document, and says itself what is wrong with one that is no mapping.
  const value = document === undefined || tooMuch !== null ? null : document.value;
  const folder = posix.dirname(yaml.file);
  const root = (await disk.find(folder)).real ?? folder;
  const entries = await readEntries(
    (isObject(value) ? writtenReferences(value) : []).map((written) => ({
      written,
      at: document?.locate(written.path) ?? { file: yaml.file, line: 1, column: 1 },
    })),
    root,
    disk,
  );
  const edits = entries.flatMap(({ edit }) => edit ?? []);
  const kind = isObject(value) && fieldOf(value, "kind") === "Component" ? "Component" : "Kustomization";
  const references = entries.flatMap((entry) => entry.references);
  const mistake = yaml.errors.find(({ duplicateKey }) => !duplicateKey);
  const json = kustomizeJson(value, edits);
  disk.write(json.length);
  const build: BuildFiles = {
    own: await ownFiles(yaml.file, root, json, disk),
    plugins: new Map(entries.flatMap(({ files }) => [...files])),
    broken: tooMuch === null ? brokenOf(mistake, entries) : { message: tooMuch, at: placeOf(document, yaml) },
  };
  return { folder, root, file: yaml.file, layer, yaml, kind, references, build };
};

const placeOf = (document: YamlDocument | undefined, { file }: YamlFile) =>
  document?.locate([]) ?? { file, line: 1, column: 1 };

interface ReadEntry extends Pick<PluginEntry, "references" | "files" | "broken"> {
  readonly edit: JsonEdit | null;
}

interface Written {
  readonly written: WrittenReference;
  readonly at: ReturnType<YamlDocument["locate"]>;
}

/** Plugins one after the other: a file or a folder that several of them name belongs to the first. */
const readEntries = (all: readonly Written[], root: string, disk: Disk): Promise<readonly ReadEntry[]> => {
  const seen = new Set<string>();
  let before: Promise<unknown> = Promise.resolve();
  return Promise.all(
    all.map((one) => {
      if (one.written.means !== "plugin") return readEntry(one, root, disk);
      const mine = before.then(() => readPlugin(one, root, { disk, seen }));
      before = mine;
      return mine;
    }),
  );
};

const readPlugin = async ({ written, at }: Written, root: string, tree: PluginTree): Promise<ReadEntry> => {
  const { field, text, path } = written;
  const { handed, ...entry } = await readPluginEntry({ field, text, at }, root, tree);
  return { ...entry, edit: handed === text ? null : { path, text: handed } };
};

const readEntry = async ({ written, at }: Written, root: string, disk: Disk): Promise<ReadEntry> => {
  const { field, text, path } = written;
  const { handed, ...target } = await resolveWritten(written, root, disk);
  return {
    references: [{ field, text, at, ...target }],
    files: new Map(),
    broken: null,
    edit: isHandedOn(written, handed) ? null : { path, text: handed },
  };
};

/** A key that stands twice is no mistake to kustomize here: it takes the last, as we do. */
const brokenOf = (
  mistake: YamlFile["errors"][number] | undefined,
  entries: readonly ReadEntry[],
): BuildFiles["broken"] =>
  mistake === undefined
    ? (entries.find(({ broken }) => broken !== null)?.broken ?? null)
    : { message: `invalid Kustomization: ${mistake.message}`, at: mistake.at };

/**
 * The kustomization's own file, and those of its other names in the folder: kustomize refuses two. Behind a link out of
 * the folder it reads none.
 */
const ownFiles = async (file: string, root: string, json: string, disk: Disk): Promise<ReadonlyMap<string, string>> => {
  const own = posix.basename(file);
  const texts = await Promise.all(
    kustomizationNames.map(async (name): Promise<readonly (readonly [string, string])[]> => {
      const { kind, real } = await disk.find(posix.join(posix.dirname(file), name));
      const isInFolder = real !== null && (root === "." || real.startsWith(`${root}/`));
      return kind === "file" && isInFolder ? [[posix.join(root, name), name === own ? json : "{}"]] : [];
    }),
  );
  return new Map(texts.flat());
};
