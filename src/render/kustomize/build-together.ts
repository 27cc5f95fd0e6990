import { posix } from "node:path";
import { isObject, type JsonObject } from "../../kubernetes/manifest.ts";
import type { Outside } from "../../outside/outside.ts";
import { reachable } from "../../stack/kustomize/apply-roots.ts";
import { kustomizeJson } from "../../stack/kustomize/kustomize-json.ts";
import type { Kustomization, Stack } from "../../stack/stack.ts";
import type { YamlFile } from "../../text/yaml-file.ts";
import { readObjects, UnreadableYaml } from "../read-objects.ts";
import { brokenConfiguration } from "./broken-configuration.ts";
import type { Kustomize } from "./kustomize-command.ts";
import { type KustomizeMirror, placeInMirror } from "./kustomize-mirror.ts";
import { type Stripped, splitKustomize, stripOrigin } from "./origin-annotation.ts";
import { valueOfFields } from "./plain-tree.ts";

type Roots = readonly Kustomization[];

/**
 * Fields by which kustomize (5.7, api/internal/target) makes and changes the objects of the kustomization that has
 * them, before another one includes it.
 */
const ownFields: ReadonlySet<string> = new Set([
  ...["apiVersion", "kind", "metadata", "resources"],
  ...["namespace", "labels", "commonAnnotations", "patches"],
  ...["configMapGenerator", "generatorOptions"],
]);

/**
 * Whether an object names no other: what does has its names corrected among all that is built together (kustomize's
 * own configuration: api/internal/konfig/builtinpluginconsts/namereference.go).
 */
const namesNoOther = ({ apiVersion, kind }: JsonObject): boolean =>
  apiVersion === "v1"
    ? kind === "Namespace" || kind === "ConfigMap"
    : typeof apiVersion === "string" &&
      apiVersion.startsWith("monitoring.coreos.com/") &&
      !String(kind).endsWith("List");

/**
 * Objects of all roots that are built together. Kustomize compares each with all others: a hundred take it some 35 ms,
 * and twice as many four times as long.
 */
const mostObjects = 100;

/**
 * Those of the roots that one command may build, which takes 40 ms to start. None has anything to do with another,
 * neither a kustomization nor a file in common nor an object that names one.
 */
export const rootsTogether = (
  roots: Roots,
  { kustomizations, files, unreadable }: Pick<Stack, "kustomizations" | "files" | "unreadable">,
): Roots => {
  const byPath = new Map(files.map((one) => [one.file, one]));
  const folders = new Set(kustomizations.map(({ folder }) => folder));
  const fit = roots.filter((root) => {
    const own = reachable([root], kustomizations);
    const isWhole = brokenConfiguration({ root, kustomizations: own, files }, unreadable) === null;
    return isWhole && own.every((one) => keepsToItself(one, byPath, folders));
  });
  const owners = Map.groupBy(
    fit.flatMap((root) => placesOf(root, kustomizations).map((place) => ({ place, root }))),
    ({ place }) => place,
  );
  const shares = (root: Kustomization): boolean =>
    placesOf(root, kustomizations).some((place) => owners.get(place)?.some((one) => one.root !== root));
  const countOf = (root: Kustomization): number =>
    reachable([root], kustomizations)
      .flatMap(({ references }) => references.map(({ path }) => byPath.get(path ?? "")?.documents.length ?? 1))
      .reduce((sum, count) => sum + count, 0);
  const apart = fit.filter((root) => !shares(root)).map((root) => ({ root, count: countOf(root) }));
  const small = new Set<Kustomization>();
  let left = mostObjects;
  for (const { root, count } of apart.sort((a, b) => a.count - b.count)) {
    left -= count;
    if (left >= 0) small.add(root);
  }
  return small.size > 1 ? roots.filter((root) => small.has(root)) : [];
};

/** Every file of a root, and every folder that it includes. */
const placesOf = (root: Kustomization, kustomizations: readonly Kustomization[]): readonly string[] =>
  reachable([root], kustomizations).flatMap(({ file, folder, references }) => [
    ...[file, folder],
    ...references.flatMap(({ path }) => path ?? []),
  ]);

const keepsToItself = (
  one: Kustomization,
  files: ReadonlyMap<string, YamlFile>,
  folders: ReadonlySet<string>,
): boolean => {
  if (valueOfFields(one, ownFields) === null) return false;
  return one.references.every(({ field, target, path, real }) => {
    if (path === null || real !== undefined || (target !== "file" && target !== "folder")) return false;
    // What we have not read as a kustomization may still be one to kustomize.
    if (target === "folder") return folders.has(path);
    if (field !== "resources") return true;
    const file = files.get(path);
    return file?.errors.length === 0 && file.documents.every(({ value }) => isObject(value) && namesNoOther(value));
  });
};

interface TogetherOptions {
  readonly kustomize: Kustomize;
  readonly mirror: KustomizeMirror;
  readonly outside: Pick<Outside, "scratch">;
}

/**
 * What the builds of these roots print, object by object, from one build of all; null where kustomize fails, warns, or
 * leaves a doubt whose an object is: then each is built by itself, and kustomize says of which what is wrong.
 */
export const buildTogether = async (
  roots: Roots,
  { kustomizations }: Pick<Stack, "kustomizations">,
  { kustomize, mirror, outside }: TogetherOptions,
): Promise<ReadonlyMap<Kustomization, readonly Stripped[]> | null> => {
  const folder = posix.join(outside.scratch.dir, name);
  const text = kustomizeJson({
    resources: roots.map(({ root }) => posix.relative(folder, mirror.absolute(root))),
    buildMetadata: ["originAnnotations"],
  });
  const all = roots.map((root) => mirror.sourcesOf(root));
  const done = await kustomize(folder, {
    contents: [text, ...all.flatMap(({ contents }) => contents)],
    async write() {
      await outside.scratch.write(`${name}/kustomization.yaml`, text);
      for (const { write } of all) await write?.();
    },
  });
  const built = done.code === 0 && done.stderr === "" ? splitKustomize(done.stdout).map(stripOrigin) : [null];
  const byRoot = new Map(roots.map((root): readonly [Kustomization, Stripped[]] => [root, []]));
  const owners = new Map(
    [...byRoot].flatMap(([root, objects]) => placesOf(root, kustomizations).map((place) => [place, objects] as const)),
  );
  for (const one of built) {
    const place = one?.origin.path ?? one?.origin.configuredIn ?? null;
    const objects = place === null ? undefined : owners.get(placeInMirror(place, mirror) ?? "");
    if (one === null || objects === undefined || !namesNone(one.text)) return null;
    objects.push(one);
  }
  return byRoot;
};

/** Of the folder in the scratch folder. */
const name = "kustomize/together";

const namesNone = (text: string): boolean => {
  try {
    return readObjects(text, "kustomize").every(({ body }) => namesNoOther(body));
  } catch (thrown) {
    if (!(thrown instanceof UnreadableYaml)) throw thrown;
    return false;
  }
};
