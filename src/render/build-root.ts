import { posix } from "node:path";
import { isObject, type Manifest } from "../manifest.ts";
import type { Outside } from "../outside/outside.ts";
import { reachable } from "../stack/apply-roots.ts";
import { fieldOf } from "../stack/kustomize-fields.ts";
import type { Kustomization, Stack } from "../stack/stack.ts";
import { allDone } from "./all-done.ts";
import { explainBuild } from "./explain-build.ts";
import type { Kustomize } from "./kustomize-command.ts";
import { deprecations } from "./kustomize-deprecations.ts";
import { placeInTree, type Tree } from "./kustomize-place.ts";
import { type KustomizeOrigin, type Stripped, stripOrigin } from "./origin-annotation.ts";
import { readObjects, UnreadableYaml } from "./read-objects.ts";
import type { RootBuild } from "./render.ts";
import { refKey, refOf } from "./resource-ref.ts";

interface BuildOptions {
  readonly kustomize: Kustomize;
  readonly outside: Pick<Outside, "workspace" | "scratch">;
  /** Build the root by itself as well, and take its text: what will be applied never passes through our hands. */
  readonly exact: boolean;
}

/** Builds one apply root. A build that fails is data: `error` says why and where. */
export const buildRoot = async (root: Kustomization, stack: Stack, options: BuildOptions): Promise<RootBuild> => {
  const { kustomize, outside, exact } = options;
  const tree: Tree = { root, kustomizations: reachable([root], stack.kustomizations), files: stack.files };
  const needsPlain = exact || changesTheText(root);
  const [wrapped, plain] = await allDone([
    wrap(root, outside).then(kustomize),
    needsPlain ? kustomize(outside.workspace.absolute(root.folder)) : null,
  ]);
  const documents = wrapped.code === 0 ? splitKustomize(wrapped.stdout).map(stripOrigin) : null;
  const stripped = documents?.every((one) => one !== null) === true ? documents : null;
  const done = plain ?? (stripped === null ? await kustomize(outside.workspace.absolute(root.folder)) : wrapped);
  const base = { root: root.folder, layer: root.layer, warnings: deprecations(done.stderr, tree.kustomizations) };
  if (done.code !== 0) {
    const error = explainBuild(done.stderr, tree, outside.workspace.root);
    return { ...base, text: "", manifests: [], error };
  }
  const sources = done === wrapped && stripped !== null ? stripped : withOrigins(splitKustomize(done.stdout), stripped);
  try {
    const manifests = sources.flatMap((source) => manifestsIn(source, tree, outside.workspace.root));
    return { ...base, text: sources.map(({ text }) => text).join("---\n"), manifests, error: null };
  } catch (thrown) {
    if (!(thrown instanceof UnreadableYaml)) throw thrown;
    const at = { file: root.file, line: 1, column: 1 };
    return { ...base, text: "", manifests: [], error: { message: thrown.message, at } };
  }
};

const manifestsIn = ({ text, origin }: Source, tree: Tree, workspaceRoot: string): readonly Manifest[] =>
  readObjects(text, tree.root.folder).map(({ body, text: own }) => ({
    ref: refOf(body),
    body,
    text: own,
    ...placeInTree(body, tree, local(origin, workspaceRoot)),
  }));

interface Source {
  readonly text: string;
  /** Undefined where kustomize did not say. */
  readonly origin: KustomizeOrigin | undefined;
}

/** The objects as built by themselves, with the origins that the wrapped build knows. */
const withOrigins = (texts: readonly string[], wrapped: readonly Stripped[] | null): readonly Source[] => {
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

/**
 * A kustomization of our own that includes the root and asks for origins, which leaves the user's files alone. Kustomize refuses absolute paths;
 * more `../` than any folder is deep lead to the file system's root from wherever the scratch folder really is.
 */
const wrap = async (root: Kustomization, { workspace, scratch }: BuildOptions["outside"]): Promise<string> => {
  const path = toFileSystemRoot + workspace.absolute(root.folder).slice(1);
  const content = { resources: [path], buildMetadata: ["originAnnotations"] };
  const file = await scratch.write(`kustomize/wrap/${root.folder}/kustomization.yaml`, JSON.stringify(content));
  return posix.dirname(file);
};

const toFileSystemRoot = "../".repeat(64);

/** Kustomize prints block scalars indented: a `---` at the start of a line is always its own. */
const splitKustomize = (text: string): readonly string[] => (text === "" ? [] : text.split(/^---\n/m));

/** Paths of the origin relative to the repository root; null for what is not in it. */
const local = (origin: KustomizeOrigin | undefined, workspaceRoot: string): KustomizeOrigin | undefined => {
  if (origin === undefined) return undefined;
  const relative = (path: string | null): string | null => {
    if (path === null || origin.remote) return null;
    const absolute = `/${path.replace(/^(?:\.\.\/)+/, "")}`;
    return absolute.startsWith(`${workspaceRoot}/`) ? absolute.slice(workspaceRoot.length + 1) : null;
  };
  return { ...origin, path: relative(origin.path), configuredIn: relative(origin.configuredIn) };
};
