import { posix } from "node:path";
import { compare } from "../core/finding.ts";
import { isInOneOf } from "../core/within.ts";
import type { Entry, Workspace } from "../outside/workspace.ts";
import { FileStore, tooMuch } from "./file-store.ts";
import { readKustomization } from "./kustomize/read-kustomization.ts";
import { kustomizationIn, kustomizationNames } from "./kustomize/reference-target.ts";
import type { Kustomization, Stack } from "./stack.ts";

export type LoadedTree = Pick<Stack, "kustomizations" | "files" | "unreadable" | "foldersWithoutKustomization">;

/** A stack has some hundred. */
const maxEntries = 50_000;

/**
 * Reads `base/` and `overlays/` of a stack, and whatever of the repository their kustomizations refer to. Throws
 * OperatorError `invalid-input` for more than a stack can have.
 */
export const loadTree = async (stack: string, workspace: Workspace): Promise<LoadedTree> => {
  const store = new FileStore(workspace);
  const folders = { base: posix.join(stack, "base"), overlay: posix.join(stack, "overlays") };
  const walks = await Promise.all([workspace.walk(folders.base), workspace.walk(folders.overlay)]);
  if (walks.flat().length > maxEntries) throw tooMuch(`base/ and overlays/ have more than ${maxEntries} files`);
  store.seen(walks.flat());
  const inCharts = chartParts(walks.flat());
  const [base, overlay] = walks.map((entries) =>
    yamlFiles(entries, store).filter((file) => !isInOneOf(file, inCharts)),
  ) as readonly (readonly string[])[] as readonly [readonly string[], readonly string[]];
  await store.yamls([...base, ...overlay]);
  const start = [...kustomizationsOf(base, "base"), ...kustomizationsOf(overlay, "overlay")];
  await nameFolders(start, store);
  const kustomizations = await follow(start, store);
  const referenced = kustomizations.flatMap((one) => one.references.flatMap(({ path }) => path ?? []));
  const more = [...kustomizations.map((one) => one.file), ...referenced.filter(isYaml)];
  const files = await store.yamls([...new Set([...base, ...overlay, ...more])].sort(compare));
  const inUse = new Set([...kustomizations.map((one) => one.file), ...referenced]);
  return {
    kustomizations,
    files,
    unreadable: store.unreadable(),
    foldersWithoutKustomization: [
      ...withoutKustomization(folders.base, base, inUse),
      ...topFolders(folders.overlay, overlay).flatMap((folder) => withoutKustomization(folder, overlay, inUse)),
    ],
  };
};

/** A kustomization file that is to be read, and the layer it is built in. */
interface Wanted {
  readonly file: string;
  readonly layer: Kustomization["layer"];
}

const isYaml = (file: string): boolean =>
  /\.(?:ya?ml|json)$/i.test(file) || posix.basename(file) === kustomizationNames[2];

const yamlFiles = (entries: readonly Entry[], store: FileStore): readonly string[] => {
  for (const { path, kind } of entries)
    if (kind === "outside") store.refuse(path, "outside", `${path} leads out of the repository and was not read.`);
  return entries.filter(({ path, kind }) => kind === "file" && isYaml(path)).map(({ path }) => path);
};

/** What of helm charts here helm alone reads: templates are no YAML yet, and kustomize applies none of it. */
const chartParts = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ path, kind }) => kind === "file" && posix.basename(path) === "Chart.yaml")
      .flatMap(({ path }) => ["templates", "crds", "charts"].map((part) => posix.join(posix.dirname(path), part))),
  );

/** A folder that is reached by a link keeps the stack's name for it, unless it is there under its own as well. */
const nameFolders = async (start: readonly Wanted[], store: FileStore): Promise<void> => {
  const folders = start.map(({ file }) => posix.dirname(file));
  const reals = await Promise.all(folders.map(async (folder) => (await store.find(folder)).real ?? folder));
  folders.forEach((folder, index) => {
    const real = reals[index] ?? folder;
    if (real !== folder && !folders.includes(real)) store.name(real, folder);
  });
};

/** One a folder: where there are several, kustomize refuses the folder and says so. */
const kustomizationsOf = (files: readonly string[], layer: Kustomization["layer"]): readonly Wanted[] => {
  const all = new Set(files);
  const folders = new Set(files.map((file) => posix.dirname(file)));
  return [...folders].sort(compare).flatMap((folder) => {
    const file = kustomizationNames.map((name) => posix.join(folder, name)).find((path) => all.has(path));
    return file === undefined ? [] : [{ file, layer }];
  });
};

/** Reads kustomizations and those that they refer to, each once: cycles end. */
const follow = async (start: readonly Wanted[], store: FileStore): Promise<readonly Kustomization[]> => {
  const found = new Map<string, Kustomization>();
  let wanted = start;
  while (wanted.length > 0) {
    const read = await Promise.all(wanted.map((one) => readOne(one, store)));
    for (const one of read) if (one !== undefined) found.set(one.file, one);
    const next = await Promise.all(read.map((one) => (one === undefined ? [] : foldersOf(one, store))));
    wanted = uniqueByFile(next.flat()).filter(({ file }) => !found.has(file));
  }
  return [...found.values()].sort((a, b) => compare(a.folder, b.folder));
};

const readOne = async ({ file, layer }: Wanted, store: FileStore): Promise<Kustomization | undefined> => {
  const yaml = await store.yaml(file);
  return yaml === undefined ? undefined : readKustomization(yaml, layer, store);
};

const foldersOf = async (from: Kustomization, store: FileStore): Promise<readonly Wanted[]> => {
  const folders = from.references.flatMap(({ target, path }) => (target !== "file" && path !== null ? [path] : []));
  const files = await Promise.all(folders.map((folder) => kustomizationIn(folder, store)));
  return files.flatMap((file) => (file === undefined ? [] : [{ file, layer: from.layer }]));
};

const uniqueByFile = (wanted: readonly Wanted[]): readonly Wanted[] => [
  ...new Map(wanted.map((one) => [one.file, one])).values(),
];

const topFolders = (parent: string, files: readonly string[]): readonly string[] => [
  ...new Set(
    files.flatMap((file) => {
      const [top, ...rest] = file.slice(parent.length + 1).split("/");
      return rest.length === 0 || top === undefined ? [] : [posix.join(parent, top)];
    }),
  ),
];

/**
 * A folder whose files nothing builds: no kustomization at any depth, and none elsewhere that names one of its files.
 */
const withoutKustomization = (
  folder: string,
  files: readonly string[],
  inUse: ReadonlySet<string>,
): Stack["foldersWithoutKustomization"] => {
  const below = files.filter((file) => file.startsWith(`${folder}/`));
  const [firstFile] = below;
  return firstFile === undefined || below.some((file) => inUse.has(file)) ? [] : [{ folder, firstFile }];
};
