import { posix } from "node:path";
import { allDone } from "../../core/all-done.ts";
import { isObject, type Manifest } from "../../kubernetes/manifest.ts";
import { refKey, refOf } from "../../kubernetes/resource-ref.ts";
import type { Outside } from "../../outside/outside.ts";
import { reachable } from "../../stack/kustomize/apply-roots.ts";
import { fieldOf } from "../../stack/kustomize/kustomize-fields.ts";
import { kustomizeJson } from "../../stack/kustomize/kustomize-json.ts";
import type { Kustomization, Stack } from "../../stack/stack.ts";
import { readObjects, UnreadableYaml } from "../read-objects.ts";
import type { RootBuild } from "../render.ts";
import { brokenConfiguration } from "./broken-configuration.ts";
import { buildInParts } from "./build-in-parts.ts";
import { explainBuild } from "./explain-build.ts";
import type { Kustomize } from "./kustomize-command.ts";
import { deprecations } from "./kustomize-deprecations.ts";
import { type KustomizeMirror, placeInMirror } from "./kustomize-mirror.ts";
import { placeInTree } from "./kustomize-place.ts";
import { type KustomizeOrigin, type Stripped, splitKustomize, stripOrigin } from "./origin-annotation.ts";
import type { RootPart } from "./plan-parts.ts";
import type { BuildTree } from "./tree.ts";

interface BuildOptions {
  readonly kustomize: Kustomize;
  readonly mirror: KustomizeMirror;
  readonly outside: Pick<Outside, "scratch">;
  /** Build the root by itself as well, and take its text: what will be applied never passes through our hands. */
  readonly exact: boolean;
  /** What the root may be built in; null: as a whole. */
  readonly parts: readonly RootPart[] | null;
  /** What a build of several roots printed of this one; null: there was none. */
  readonly together: readonly Stripped[] | null;
}

/** Builds one apply root. A build that fails is data: `error` says why and where. */
export const buildRoot = async (
  root: Kustomization,
  stack: Pick<Stack, "kustomizations" | "files" | "unreadable">,
  options: BuildOptions,
): Promise<RootBuild> => {
  const { kustomize, mirror, exact } = options;
  const tree: BuildTree = { root, kustomizations: reachable([root], stack.kustomizations), files: stack.files };
  const broken = brokenConfiguration(tree, stack.unreadable);
  if (broken !== null)
    return { root: root.folder, layer: root.layer, warnings: [], text: "", manifests: [], error: broken };
  const built = options.together ?? (options.parts === null ? null : await buildInParts(root, options.parts, options));
  if (built !== null) return builtRoot(built, [], tree, mirror);
  const folder = mirror.absolute(root.root);
  const needsPlain = exact || changesTheText(root);
  const sources = mirror.sourcesOf(root);
  const [wrapped, plain] = await allDone([
    wrap(root, options).then((wrapper) => kustomize(wrapper, sources)),
    needsPlain ? kustomize(folder, sources) : null,
  ]);
  const documents = wrapped.code === 0 ? splitKustomize(wrapped.stdout).map(stripOrigin) : null;
  const stripped = documents?.every((one) => one !== null) === true ? documents : null;
  const done = plain ?? (stripped === null ? await kustomize(folder, sources) : wrapped);
  const warnings = deprecations(done.stderr, tree.kustomizations);
  if (done.code !== 0) {
    const error = explainBuild(mirror.local(done.stderr), tree);
    return { root: root.folder, layer: root.layer, warnings, text: "", manifests: [], error };
  }
  const objects = done === wrapped && stripped !== null ? stripped : withOrigins(splitKustomize(done.stdout), stripped);
  return builtRoot(objects, warnings, tree, mirror);
};

/** What came of a build that kustomize calls a success. */
const builtRoot = (
  objects: readonly BuiltObject[],
  warnings: RootBuild["warnings"],
  tree: BuildTree,
  mirror: KustomizeMirror,
): RootBuild => {
  const { folder, layer, file } = tree.root;
  try {
    const manifests = objects.flatMap((one) => manifestsIn(one, tree, mirror));
    return {
      root: folder,
      layer,
      warnings,
      text: objects.map(({ text }) => text).join("---\n"),
      manifests,
      error: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableYaml)) throw thrown;
    const at = { file, line: 1, column: 1 };
    return { root: folder, layer, warnings, text: "", manifests: [], error: { message: thrown.message, at } };
  }
};

const manifestsIn = ({ text, origin }: BuiltObject, tree: BuildTree, mirror: KustomizeMirror): readonly Manifest[] =>
  readObjects(text, tree.root.folder).map(({ body, text: own }) => ({
    ref: refOf(body),
    body,
    text: own,
    ...placeInTree(body, tree, local(origin, tree, mirror)),
  }));

interface BuiltObject {
  readonly text: string;
  /** Undefined where kustomize did not say. */
  readonly origin: KustomizeOrigin | undefined;
}

/** The objects as built by themselves, with the origins that the wrapped build knows. */
const withOrigins = (texts: readonly string[], wrapped: readonly Stripped[] | null): readonly BuiltObject[] => {
  const keyOf = (text: string): string =>
    readObjects(text, "kustomize")
      .map(({ body }) => refKey(refOf(body)))
      .join();
  const byText = new Map((wrapped ?? []).map(({ text, origin }) => [text, origin]));
  // What only the root obeys can change an object's text, but not its name.
  if (texts.every((text) => byText.has(text))) return texts.map((text) => ({ text, origin: byText.get(text) }));
  const byKey = new Map((wrapped ?? []).map(({ text, origin }) => [keyOf(text), origin]));
  return texts.map((text) => ({ text, origin: byKey.get(keyOf(text)) }));
};

/** Fields that kustomize obeys only in the kustomization that is built itself, not in one that another includes. */
const rootOnly = ["sortOptions", "buildMetadata", "openapi"];

const changesTheText = ({ yaml }: Kustomization): boolean => {
  const value = yaml.documents[0]?.value;
  return isObject(value) && rootOnly.some((field) => fieldOf(value, field) !== undefined);
};

/** A kustomization of our own that includes the root and asks for origins. Kustomize refuses absolute paths. */
const wrap = async (root: Kustomization, { mirror, outside }: BuildOptions): Promise<string> => {
  const folder = posix.join(outside.scratch.dir, "kustomize/wrap", root.folder);
  const content = {
    resources: [posix.relative(folder, mirror.absolute(root.root))],
    buildMetadata: ["originAnnotations"],
  };
  await outside.scratch.write(`kustomize/wrap/${root.folder}/kustomization.yaml`, kustomizeJson(content));
  return folder;
};

/** The origin's files as the stack names them; null for what is not in it. */
const local = (
  origin: KustomizeOrigin | undefined,
  tree: BuildTree,
  mirror: KustomizeMirror,
): KustomizeOrigin | undefined => {
  if (origin === undefined) return undefined;
  const named = (path: string | null): string | null => {
    const inside = path === null || origin.remote ? null : placeInMirror(path, mirror);
    return inside === null ? null : nameOf(inside, tree);
  };
  return { ...origin, path: named(origin.path), configuredIn: named(origin.configuredIn) };
};

/** A file behind a link has the name that the stack knows it by. */
const nameOf = (real: string, { kustomizations }: BuildTree): string => {
  for (const one of kustomizations) {
    if (one.root !== one.folder && real === posix.join(one.root, posix.basename(one.file))) return one.file;
    const linked = one.references.find((reference) => reference.real === real);
    if (linked?.path) return linked.path;
  }
  return real;
};
