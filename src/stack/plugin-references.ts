import type { Location, Problem } from "../finding.ts";
import { isObject } from "../manifest.ts";
import { builtinFiles, writtenReferences } from "./kustomize-fields.ts";
import { type Edit, kustomizeJson, tooMuchToWrite } from "./kustomize-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import { changesPlugins, pluginKind, pluginObjects, worst } from "./plugin-config.ts";
import { type Disk, isHandedOn, kustomizationIn, resolveWritten, targetOf } from "./reference-target.ts";
import type { KustomizeReference } from "./stack.ts";
import type { YamlDocument, YamlFile } from "./yaml-file.ts";

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

/** Reads an entry as kustomize does: as objects in place, else as a file or a folder of such. `root` is the real folder of its kustomization. */
export const readPluginEntry = async (
  entry: Pick<KustomizeReference, "field" | "text" | "at">,
  root: string,
  disk: Disk,
): Promise<PluginEntry> => {
  const inline = parseYaml(entry.text, entry.at.file);
  if (inline.documents.some(({ value }) => pluginKind(value) !== null)) return inPlace(entry, inline, root, disk);
  const { handed, ...target } = await targetOf({ text: entry.text, means: "plugin" }, root, disk);
  const found: Found = { files: new Map(), changed: false };
  if (target.path !== null) await collect(target.path, disk, found);
  const read = await Promise.all(
    [...found.files].map(async ([real, yaml]) => [real, await readObjects(yaml, entry.field, root, disk)] as const),
  );
  const unread = [...found.files].find(([, yaml]) => yaml === undefined)?.[0];
  const kind = found.changed ? "plugin" : worst(read.map(([, { kind }]) => kind));
  return {
    references: [{ ...entry, ...target, ...leaveFor(kind) }, ...read.flatMap(([, { references }]) => references)],
    handed,
    files: new Map(read.map(([real, { json }]) => [real, json])),
    broken:
      unread === undefined
        ? ([...found.files.values()].flatMap((yaml) => yaml?.errors ?? [])[0] ?? null)
        : { message: `${disk.named(unread)} cannot be read`, at: entry.at },
  };
};

const leaveFor = (kind: ReturnType<typeof pluginKind>): Pick<KustomizeReference, "target"> | object =>
  kind === "plugin" || kind === "chart" ? { target: kind } : {};

const inPlace = async (
  entry: Pick<KustomizeReference, "field" | "text" | "at">,
  yaml: YamlFile,
  root: string,
  disk: Disk,
): Promise<PluginEntry> => {
  const documents = yaml.documents.map(({ value }) => ({ value, locate: () => entry.at, locateKey: () => entry.at }));
  const { references, kind, json } = await readObjects({ ...yaml, documents }, entry.field, root, disk);
  const own = { ...entry, text: "(inline)", target: "file", path: entry.at.file, ...leaveFor(kind) } as const;
  const mistake = yaml.errors[0];
  const broken = mistake === undefined ? null : { message: mistake.message, at: entry.at };
  return { references: [own, ...references], handed: json, files: new Map(), broken };
};

interface Found {
  /** Undefined for what could not be read. */
  readonly files: Map<string, YamlFile | undefined>;
  /** True where a folder may change the objects after they were read. */
  changed: boolean;
}

/** A folder's resources are plugin configurations as well, however deep. */
const collect = async (path: string, disk: Disk, found: Found, seen = new Set<string>()): Promise<void> => {
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
    if (target.path !== null) await collect(target.path, disk, found, seen);
  }
};

interface ReadObjects {
  readonly references: readonly KustomizeReference[];
  readonly kind: ReturnType<typeof pluginKind>;
  readonly json: string;
}

/** Builtin plugins read files relative to the kustomization that runs them. */
const readObjects = async (
  yaml: Pick<YamlFile, "documents"> | undefined,
  field: string,
  root: string,
  disk: Disk,
): Promise<ReadObjects> => {
  const documents = (yaml?.documents ?? []).filter(({ value }) => value !== null && tooMuchToWrite(value) === null);
  const read = await Promise.all(
    documents.map(async (document) => {
      const files = await filesOf(document, field, root, disk);
      return {
        files,
        json: kustomizeJson(
          document.value,
          files.flatMap(({ edit }) => edit ?? []),
        ),
      };
    }),
  );
  return {
    references: read.flatMap(({ files }) => files.map(({ reference }) => reference)),
    kind: worst(documents.map(({ value }) => pluginKind(value))),
    json: `${read.map(({ json }) => json).join("\n---\n")}\n`,
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
          const edit: Edit | null = isHandedOn(written, handed) ? null : { path, text: handed };
          return { reference, edit };
        }),
      ),
  );
