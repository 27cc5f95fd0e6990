import type { Location } from "../../core/finding.ts";
import { type JsonObject, type Manifest, type Origin, type Path, valueAt } from "../../kubernetes/manifest.ts";
import { refOf } from "../../kubernetes/resource-ref.ts";
import { sameJson } from "../../kubernetes/same-json.ts";
import type { YamlFile } from "../../text/yaml-file.ts";
import { placeInGenerator } from "./generator-place.ts";
import { placeInKustomization } from "./kustomization-place.ts";
import type { KustomizeOrigin } from "./origin-annotation.ts";
import { placeInPatch } from "./patch-place.ts";
import { type BuildTree, type WrittenObject, writtenObjectsIn } from "./tree.ts";

/** The way from an object that kustomize built back to the files of its tree. */
export const placeInTree = (
  body: JsonObject,
  tree: BuildTree,
  from: KustomizeOrigin | undefined,
): Pick<Manifest, "origin" | "locate"> => {
  const generated = from !== undefined && from.configuredBy !== null;
  const file = from?.path ?? from?.configuredIn ?? tree.root.file;
  const origin: Origin = { from: "kustomize", root: tree.root.folder, layer: tree.root.layer, file, generated };
  let source: WrittenObject | null | undefined;
  return {
    origin,
    locate(path) {
      if (generated) return placeInGenerator(body, tree, file, from.configuredBy, path);
      if (from?.remote) return placeOfRemote(tree) ?? { file, line: 1, column: 1 };
      source ??=
        findSource(
          body,
          tree.files.find((one) => one.file === file),
        ) ?? null;
      return source === null ? { file, line: 1, column: 1 } : placeOfValue(body, tree, source, path);
    },
  };
};

/** What came from elsewhere can be changed where it is named. */
const placeOfRemote = ({ kustomizations }: BuildTree): Location | undefined =>
  kustomizations.flatMap(({ references }) => references).find(({ target }) => target === "remote")?.at;

/**
 * Prefixes and suffixes only add to a name: of the objects of the same kind it is the one with the longest name that
 * is part of the built one.
 */
const findSource = (body: JsonObject, file: YamlFile | undefined): WrittenObject | undefined => {
  if (file === undefined) return undefined;
  const built = refOf(body);
  const sources = writtenObjectsIn(file);
  const fits = sources
    .map((source) => ({ source, ref: refOf(source.value) }))
    .filter(({ ref }) => ref.kind === built.kind && ref.name !== "" && built.name.includes(ref.name))
    .sort(
      (a, b) =>
        b.ref.name.length - a.ref.name.length ||
        Number(b.ref.namespace === built.namespace) - Number(a.ref.namespace === built.namespace),
    );
  return fits[0]?.source ?? (sources.length === 1 ? sources[0] : undefined);
};

const placeOfValue = (body: JsonObject, tree: BuildTree, source: WrittenObject, path: Path): Location => {
  const { document, prefix, value } = source;
  const own = (): Location => document.locate([...prefix, ...path]);
  const built = valueAt(body, path);
  if (path.length === 0 || built === undefined || sameJson(valueAt(value, path), built)) return own();
  return placeInPatch(refOf(value), tree, path, built) ?? placeInKustomization(tree, path, built) ?? own();
};
